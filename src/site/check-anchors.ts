/** The planned site and its rendered texts go in; a warning for every text that drops addresses of the edition before comes out. */
import type { Bodies, Body } from '../model/clause.ts';
import type { Language } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Edition, EditionText } from '../model/policy.ts';
import type { Site } from '../model/site.ts';

/** How many addresses a message names. */
const NAMED = 8;

/** Characters of each. */
const LONGEST = 80;

/** Only editions that are in force or announced are looked at: what is past was published so. */
export function checkAnchors(site: Site, bodies: Bodies): Diagnostic[] {
  return site.timelines.flatMap(({ editions }) =>
    editions.flatMap(({ edition, state }, index) => {
      const before = editions[index - 1]?.edition;
      if (before === undefined || (state.kind !== 'in-force' && state.kind !== 'announced')) return [];
      return edition.texts.flatMap((text) => compare({ text, edition: before, bodies }) ?? []);
    }),
  );
}

function compare(pair: { text: EditionText; edition: Edition; bodies: Bodies }): Diagnostic | undefined {
  const { text, edition, bodies } = pair;
  const body = bodies.get(text.path);
  const earlier = bodies.get(textOf(edition, text.language)?.path ?? '');
  if (body === undefined || earlier === undefined) return undefined;
  const gone = goneAnchors(earlier, body);
  if (gone.length === 0) return undefined;
  const named = gone.slice(0, NAMED).map((anchor) => `#${short(anchor)}`);
  const rest = gone.length > NAMED ? ` and ${gone.length - NAMED} more` : '';
  return {
    ruleId: 'anchor-gone',
    severity: 'warning',
    place: { path: text.path, line: 1, column: 1 },
    message: `Addresses of the edition before (${edition.id}) are gone: ${named.join(', ')}${rest}.`,
    hint: `If a clause only moved or its heading changed, keep its address: write {#${gone[0]}} at its end. If it was deleted, nothing is to be done: whoever comes with an old link is told where it stood.`,
  };
}

/** A heading as long as a paragraph has an address as long. */
function short(anchor: string): string {
  return anchor.length <= LONGEST ? anchor : `${anchor.slice(0, LONGEST)}…`;
}

function textOf(edition: Edition, language: Language): EditionText | undefined {
  return edition.texts.find((text) => text.language === language);
}

/** The addresses of clauses in `earlier` that lead nowhere in `later`. */
function goneAnchors(earlier: Body, later: Body): string[] {
  const kept = new Set(later.anchors);
  return earlier.clauses.map(({ anchor }) => anchor).filter((anchor) => !kept.has(anchor));
}
