/** A correction is made to what has been published, and only once its day has come. */
import { momentIso } from '../../model/civil-date.ts';
import type { Correction } from '../../model/config.ts';
import type { Edition } from '../../model/policy.ts';
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import { earliestDayOf, whenPublished } from '../publication.ts';
import type { Rule } from '../rule.ts';

/** An error for each correction dated before its edition was published (or took force, if that day is not given), or in the future. */
export const correctionDate: Rule = {
  id: 'correction-date',
  check(policy, site, asOf) {
    return issuedEditions(policy, site).flatMap(({ edition }) =>
      edition.corrections.flatMap((correction) => {
        const reason = whyImpossible(edition, correction, asOf.day);
        if (reason === undefined) return [];
        return [
          {
            ruleId: correctionDate.id,
            // A site can be built for a past day too, when a later correction is no fault.
            severity: correction.on > asOf.day ? ('warning' as const) : ('error' as const),
            place: placeOfKey(textsSaying(edition, correction), 'corrections'),
            message: `The correction of the edition “${edition.id}” is dated ${correction.on}, ${reason}.`,
            hint: 'Write under “on” the day on which the published text was repaired.',
          },
        ];
      }),
    );
  },
};

function whyImpossible(
  { published, effective, onset }: Edition,
  { on }: Correction,
  today: string,
): string | undefined {
  if (on > today) return `and the site is built for ${today}`;
  if (published !== undefined) {
    return on < earliestDayOf(published) ? `before the edition was published ${whenPublished(published)}` : undefined;
  }
  if (onset !== 'stated' || on >= effective.day) return undefined;
  return `before the edition took force on ${momentIso(effective)}, and no day of publication is given`;
}

/** The edition with the text in which the correction is declared alone. */
function textsSaying(edition: Edition, { language }: Correction): Edition {
  const text = edition.texts.find((one) => one.language === language);
  return text === undefined ? edition : { ...edition, texts: [text] };
}
