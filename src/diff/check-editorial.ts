/** Timelines and rendered texts go in; a warning for every edition whose author calls the change editorial although it has substance comes out. */
import { baselineOf } from '../model/baseline.ts';
import type { Bodies } from '../model/clause.ts';
import type { Language } from '../model/config.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { correctionsIn, type Edition, type EditionText } from '../model/policy.ts';
import type { SubstanceFinding } from '../model/substance.ts';
import type { Timeline } from '../model/timeline.ts';
import { compare } from './compare.ts';
import { settleCorrections } from './settle-corrections.ts';
import { describeFinding } from './substance/describe-finding.ts';
import { findSubstance } from './substance.ts';

/** How many findings of an edition are told of. */
const NAMED = 12;

const RULE = 'editorial-but-substantive';

/**
 * Only editions that are in force or announced are looked at: what is past was published so. A text is compared with the nearest
 * edition before it that has its language.
 */
export function checkEditorial(timelines: readonly Timeline[], bodies: Bodies): Diagnostic[] {
  return timelines.flatMap((timeline) =>
    timeline.editions.flatMap(({ edition, state }) => {
      const isCurrent = state.kind === 'in-force' || state.kind === 'in-force-for-some' || state.kind === 'announced';
      return edition.change === 'editorial' && isCurrent ? problemOf(edition, timeline, bodies) : [];
    }),
  );
}

interface Told {
  readonly finding: SubstanceFinding;
  readonly place: Place;
}

function problemOf(edition: Edition, timeline: Timeline, bodies: Bodies): Diagnostic[] {
  const found = edition.texts.flatMap((text) => {
    const before = textBefore(timeline, edition.id, text.language);
    const [older, newer] = [bodies.get(before?.text.path ?? ''), bodies.get(text.path)];
    if (before === undefined || older === undefined || newer === undefined) return [];
    const settled = settleCorrections(
      { body: older, corrections: correctionsIn(before.edition, text.language) },
      { body: newer, corrections: correctionsIn(edition, text.language) },
    );
    const substance = findSubstance(compare(settled.older, settled.newer), text.language);
    return substance.length === 0 ? [] : [{ text, before, substance }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const told = found.flatMap(({ text, before, substance }) =>
    substance.map((finding): Told => ({ finding, place: placeOf(finding, { text, older: before.text, bodies }) })),
  );
  return [
    {
      ruleId: RULE,
      severity: 'warning',
      place: placeOfChange(edition),
      message: `The change is called editorial, but compared with ${first.before.edition.id} ${sumUp(told)}.`,
      hint: 'Look at each place. If one of them changes what the text means, write “change: substantive” or delete the line. If none does, silence this warning in policy.yaml with the reason.',
      related: told.slice(0, NAMED).map(({ finding, place }) => ({ place, message: `${describeFinding(finding)}.` })),
    },
  ];
}

function textBefore(
  timeline: Timeline,
  id: string,
  language: Language,
): { readonly edition: Edition; readonly text: EditionText } | undefined {
  const textOf = ({ texts }: Edition) => texts.find((candidate) => candidate.language === language);
  const edition = baselineOf(timeline, id, (one) => textOf(one) !== undefined)?.edition;
  const text = edition === undefined ? undefined : textOf(edition);
  return edition === undefined || text === undefined ? undefined : { edition, text };
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
  readonly older: EditionText;
  readonly bodies: Bodies;
}

/** Where its clause begins; of what was taken out, in the older text. */
function placeOf({ clause }: SubstanceFinding, { text, older, bodies }: Sides): Place {
  const isGone = clause.newer === undefined && clause.older !== undefined;
  const path = isGone ? older.path : text.path;
  const anchor = (isGone ? clause.older : clause.newer)?.anchor;
  const line = bodies.get(path)?.clauses.find((candidate) => candidate.anchor === anchor)?.line;
  return line === undefined ? { path } : { path, line, column: 1 };
}
