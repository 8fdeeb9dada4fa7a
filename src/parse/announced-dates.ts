/** The texts of one edition go in; the dates for which it had been announced before come out. */
import { type Moment, momentIso } from '../model/civil-date.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { agreed, placeIn, placeWithin, type Texts } from './agreed.ts';
import { isSameMoment } from './moments.ts';
import type { Start } from './onset.ts';
import type { Reading } from './reading.ts';

interface Known {
  readonly texts: Texts;
  /** Absent if it could not be told; then nothing is compared with it. */
  readonly start: Start | undefined;
  readonly timeZone: string | undefined;
}

/** As written. Each is a date that no longer holds, and is given once; anything else is an error, `edition-announced`. */
export function announcedDatesOf({ texts, start, timeZone }: Known): Reading<readonly Moment[]> {
  const announced = agreed(texts, 'announcedEffective', ({ announcedEffective }) =>
    announcedEffective?.map(momentIso).join(', '),
  );
  const moments = announced.value ?? [];
  if (start?.onset === 'unknown' && moments.length > 0) {
    return { diagnostics: [...announced.diagnostics, unknownStart(texts)] };
  }
  const isSame = (a: Moment, b: Moment) => isSameMoment(a, b, timeZone);
  const problems = moments.flatMap((moment, index): Diagnostic[] => {
    const problem = {
      ruleId: 'edition-announced',
      severity: 'error' as const,
      place: placeWithin(texts, 'announcedEffective', index),
    };
    const date = momentIso(moment);
    if (start !== undefined && isSame(moment, start.effective)) {
      const message = `“announcedEffective” gives ${date}, from which the edition does apply: the date has not been moved.`;
      const hint = 'Give only the dates that no longer hold, or delete “announcedEffective”.';
      return [{ ...problem, message, hint }];
    }
    const before = moments.findIndex((other) => isSame(moment, other));
    if (before === index) return [];
    const message = `“announcedEffective” gives ${date} twice.`;
    const related = [{ place: placeWithin(texts, 'announcedEffective', before), message: 'It stands here already.' }];
    return [{ ...problem, message, hint: 'Delete it here.', related }];
  });
  return { value: moments, diagnostics: [...announced.diagnostics, ...problems] };
}

function unknownStart(texts: Texts): Diagnostic {
  return {
    ruleId: 'edition-announced',
    severity: 'error',
    place: placeIn(texts, 'announcedEffective'),
    message:
      '“announcedEffective” and “effective: unknown” do not go together: a date that is not known has not been moved.',
    hint: 'Write the day from which the edition applies in “effective”, or delete “announcedEffective”.',
    related: [{ place: placeIn(texts, 'effective'), message: 'It is called unknown here.' }],
  };
}
