/** The words of a language go in; the sentences of the calendar in it come out. */
import type { Words } from './strings.ts';

export function calendarWords({ say }: Words) {
  return {
    /** The calendar of the site called `site`. */
    name: (site: string) => say('title-page', { page: say('calendar-of-changes'), site }),
    /** An edition of `policy` begins to apply; `to` says to whom, and is empty if to everybody. */
    applies: (policy: string, to: string) =>
      to === '' ? say('event-applies', { policy }) : say('event-applies-to', { policy, to }),
    withdrawn: (policy: string) => say('event-withdrawn', { policy }),
    retired: (policy: string) => say('event-retired', { policy }),
  };
}
