/** A text that states its date twice states one date. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { EditionText } from '../../model/policy.ts';
import { CLAIMS } from '../date-words.ts';
import { knownDays } from '../known-days.ts';
import { latestTexts } from '../latest-texts.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { claimedDates, isSameDate, type StatedDate, statedDates } from '../stated-dates.ts';
import { placesIn } from '../text-places.ts';

/** One warning for a claim with two dates, at the one that front matter does not give. Three dates and more are a history. */
export const datesInTextDiffer: Rule = {
  id: 'dates-in-text-differ',
  check(policy, site) {
    return latestTexts(policy, site).flatMap(({ edition, text }) => {
      const stated = statedDates(text.markdown);
      return CLAIMS.flatMap((claim) => {
        const [[first] = [], [second] = [], ...more] = claimedDates(stated, claim);
        if (first === undefined || second === undefined || more.length > 0) return [];
        const known = knownDays(edition, claim);
        // It may apply to some from one day and to others from another.
        if (claim === 'effective' && [first, second].every(({ readings }) => isSameDate(readings, known))) return [];
        return [problem({ text, known, first, second })];
      });
    });
  },
};

interface Difference {
  readonly text: EditionText;
  readonly known: readonly string[];
  readonly first: StatedDate;
  readonly second: StatedDate;
}

function problem({ text, known, first, second }: Difference): Diagnostic {
  const placeOf = placesIn(text);
  const words = ({ start, end }: StatedDate) => quote(text.markdown.slice(start, end));
  const [wrong, other] = isSameDate(second.readings, known) ? [first, second] : [second, first];
  const given = known.length === 0 ? '' : ` The front matter gives ${[...new Set(known)].join(' or ')}.`;
  return {
    ruleId: datesInTextDiffer.id,
    severity: 'warning',
    place: placeOf(wrong.start, wrong.end),
    message: `The text says “${words(wrong)}” here and “${words(other)}” in another place.`,
    hint: `Write the same date in both places, or delete one of them.${given}`,
    related: [{ place: placeOf(other.start, other.end), message: words(other) }],
  };
}
