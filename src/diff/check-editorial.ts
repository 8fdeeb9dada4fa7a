/** Redlines go in; a warning for every edition whose author calls the change editorial although it has substance comes out. */
import type { Bodies } from '../model/clause.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { Edition, EditionText } from '../model/policy.ts';
import { type EditionRedline, type Redlines, redlineKey } from '../model/redline.ts';
import type { SubstanceFinding } from '../model/substance.ts';
import type { Timeline } from '../model/timeline.ts';
import { describeFinding } from './substance/describe-finding.ts';

export interface Compared {
  readonly bodies: Bodies;
  readonly redlines: Redlines;
}

/** How many findings of an edition are told of. */
const NAMED = 12;

const RULE = 'editorial-but-substantive';

/** Only editions that are in force or announced are looked at: what is past was published so. */
export function checkEditorial(timelines: readonly Timeline[], compared: Compared): Diagnostic[] {
  return timelines.flatMap((timeline) =>
    timeline.editions.flatMap(({ edition, state }) => {
      const isCurrent = state.kind === 'in-force' || state.kind === 'in-force-for-some' || state.kind === 'announced';
      return edition.change === 'editorial' && isCurrent ? problemOf(edition, timeline, compared) : [];
    }),
  );
}

interface Told {
  readonly finding: SubstanceFinding;
  readonly place: Place;
}

function problemOf(edition: Edition, { policy, editions }: Timeline, { bodies, redlines }: Compared): Diagnostic[] {
  const found = edition.texts.flatMap((text) => {
    const key = redlineKey({ policy: policy.slug, edition: edition.id, language: text.language });
    const compared = redlines.get(key);
    return compared === undefined || compared.substance.length === 0 ? [] : [{ text, compared }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const older = (compared: EditionRedline, { language }: EditionText) =>
    editions
      .find((dated) => dated.edition.id === compared.before)
      ?.edition.texts.find((text) => text.language === language);
  const told = found.flatMap(({ text, compared }) =>
    compared.substance.map(
      (finding): Told => ({ finding, place: placeOf(finding, { text, older: older(compared, text), bodies }) }),
    ),
  );
  return [
    {
      ruleId: RULE,
      severity: 'warning',
      place: placeOfChange(edition),
      message: `The change is called editorial, but compared with ${first.compared.before} ${sumUp(told)}.`,
      hint: 'Look at each place. If one of them changes what the text means, write “change: substantive” or delete the line. If none does, silence this warning in policy.yaml with the reason.',
      related: told.slice(0, NAMED).map(({ finding, place }) => ({ place, message: `${describeFinding(finding)}.` })),
    },
  ];
}

function sumUp(told: readonly Told[]): string {
  const [first, ...rest] = told;
  if (first === undefined) return '';
  const more =
    rest.length === 0 ? '' : `, and ${rest.length} more ${rest.length === 1 ? 'change' : 'changes'} may matter`;
  return `${describeFinding(first.finding)}${more}`;
}

/** The line of the front matter, in the first text that has it. */
function placeOfChange({ texts }: Edition): Place {
  return texts.flatMap(({ keyPlaces: { change } }) => change ?? [])[0] ?? { path: texts[0].path };
}

interface Sides {
  readonly text: EditionText;
  readonly older: EditionText | undefined;
  readonly bodies: Bodies;
}

/** Where its clause begins; of what was taken out, in the older text. */
function placeOf({ clause }: SubstanceFinding, { text, older, bodies }: Sides): Place {
  const isGone = clause.newer === undefined && clause.older !== undefined && older !== undefined;
  const path = isGone ? older.path : text.path;
  const anchor = (isGone ? clause.older : clause.newer)?.anchor;
  const line = bodies.get(path)?.clauses.find((candidate) => candidate.anchor === anchor)?.line;
  return line === undefined ? { path } : { path, line, column: 1 };
}
