/** An edition and a claim go in; the days that its front matter gives for what is claimed come out. */
import type { Edition } from '../model/policy.ts';
import type { Claim } from './date-words.ts';

/** `YYYY-MM-DD`; `YYYY-MM` or `YYYY` where no more is known; empty if nothing is. What was corrected was updated. */
export function knownDays({ onset, effective, published, cohorts, corrections }: Edition, claim: Claim): string[] {
  const applies = onset === 'unknown' ? [] : [effective, ...cohorts.map(({ from }) => from)].map(({ day }) => day);
  if (claim === 'effective') return applies;
  const posted = published === undefined ? [] : ['written' in published ? published.written : published.day];
  return [...posted, ...applies, ...corrections.map(({ on }) => on)];
}
