/** The texts of one edition go in; to whom it applies from when comes out, where it does not apply to everybody at once. */
import { instantOf, momentIso } from '../model/civil-date.ts';
import type { LocalText } from '../model/config.ts';
import type { Cohort } from '../model/policy.ts';
import { agreed, placeWithin, type Texts } from './agreed.ts';
import type { Reading } from './reading.ts';

/** By `from`, and as written where that is the same. No value if no text has `applies`. */
export function cohortsOf(texts: Texts, timeZone = 'UTC'): Reading<readonly Cohort[]> {
  const { value, diagnostics } = agreed(texts, 'applies', ({ applies }) =>
    applies?.map(({ from }) => momentIso(from)).join(', '),
  );
  if (value === undefined) return { diagnostics };
  const cohorts = value.map(
    ({ from }, index): Cohort => ({
      to: namesOf(texts, index),
      from,
      place: placeWithin(texts, 'applies', index, 'from'),
    }),
  );
  return {
    value: cohorts.sort((a, b) => instantOf(a.from, timeZone) - instantOf(b.from, timeZone)),
    diagnostics,
  };
}

/** What each text that has `applies` calls the group at `index`. */
function namesOf(texts: Texts, index: number): LocalText {
  const names = texts.flatMap(({ text: { language }, front: { applies } }): [string, string][] => {
    const to = applies?.[index]?.to;
    return to === undefined ? [] : [[language, to]];
  });
  const [[, only] = []] = names;
  return names.length === 1 && only !== undefined ? only : Object.fromEntries(names);
}
