/** What a text says of its own dates agrees with its front matter. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Edition, EditionText } from '../../model/policy.ts';
import { CLAIMS } from '../date-words.ts';
import { placeOfKey } from '../edition-place.ts';
import { knownDays } from '../known-days.ts';
import { latestTexts } from '../latest-texts.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { claimedDates, isSameDate, type StatedDate, statedDates } from '../stated-dates.ts';
import { placesIn } from '../text-places.ts';

/** One warning for each claim of a text (from when it applies, when it was changed) with which front matter disagrees. */
export const dateInText: Rule = {
  id: 'date-in-text',
  check(policy, site) {
    return latestTexts(policy, site).flatMap(({ edition, text }) => {
      const stated = statedDates(text.markdown);
      return CLAIMS.flatMap((claim) => {
        const dates = claimedDates(stated, claim);
        // Where they differ from each other, `dates-in-text-differ` says so, once.
        return dates.length === 1 ? problems(edition, text, dates[0] ?? []) : [];
      });
    });
  },
};

/** `stated`: the statements of one claim and one date. */
function problems(edition: Edition, text: EditionText, stated: readonly StatedDate[]): Diagnostic[] {
  const [first, ...others] = stated;
  if (first === undefined) return [];
  const known = knownDays(edition, first.claim);
  if (known.length === 0 || isSameDate(first.readings, known)) return [];
  const placeOf = placesIn(text);
  const related = others.map(({ start, end }) => ({ place: placeOf(start, end), message: 'It stands here too.' }));
  const front = { place: placeOfKey(edition, ...KEYS), message: 'The front matter says it here.' };
  return [
    {
      ruleId: dateInText.id,
      severity: 'warning',
      place: placeOf(first.start, first.end),
      message: `The text says “${quote(text.markdown.slice(first.start, first.end))}”, but by its front matter it ${lifeOf(edition)}.`,
      hint: hintFor(edition, first),
      related: [...related, front],
    },
  ];
}

const KEYS = ['effective', 'applies', 'published'];

function lifeOf({ onset, effective, published }: Edition): string {
  const posted =
    published === undefined ? [] : [`was published on ${'written' in published ? published.written : published.day}`];
  const applies = onset === 'unknown' ? [] : [`takes force on ${effective.day}`];
  return [...posted, ...applies].join(' and ');
}

function hintFor({ effective, published }: Edition, { claim, readings }: StatedDate): string {
  const leave = 'Or leave the date out of the text: the page shows it from the front matter.';
  if (claim === 'effective') {
    return `Write ${effective.day} in the text, or correct “effective” in the front matter. ${leave}`;
  }
  const [day = ''] = readings;
  if (published === undefined && day.length === 10 && day < effective.day) {
    return `If the edition was posted on that day, add “published: ${day}” to the front matter; otherwise correct the date in the text. ${leave}`;
  }
  return `Correct the date in the text, or “published” or “effective” in the front matter. ${leave}`;
}
