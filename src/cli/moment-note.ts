/** The options of a build go in; the line that says for which moment it is made, and who said so, comes out. */
import { isoInstant } from '../model/civil-date.ts';
import type { CheckOptions } from './options.ts';

export function momentNote({ now: { asOf, origin } }: Pick<CheckOptions, 'now'>): string {
  return `Building as of ${typeof asOf === 'number' ? isoInstant(asOf) : asOf}, as ${origin} says.`;
}
