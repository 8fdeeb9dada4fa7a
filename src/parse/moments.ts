/** Two moments go in; whether they are one comes out. */
import { instantOf, type Moment, momentIso } from '../model/civil-date.ts';

/** While the zone is not known, a day and an instant are taken for different moments. */
export function isSameMoment(a: Moment, b: Moment, timeZone: string | undefined): boolean {
  if (timeZone === undefined) return momentIso(a) === momentIso(b);
  return instantOf(a, timeZone) === instantOf(b, timeZone);
}
