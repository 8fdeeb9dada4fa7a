/** From a number of days to the words for a day that many days from this one. */
import { counted } from './counted.ts';

/** `in 3 days`, `tomorrow`, `today`, `yesterday`, `3 days ago`. */
export function daysText(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
}
