/** A file of a site goes in that says for which moment the site was built; the same comes out as it is for another moment. */
import { type Instant, isoInstant } from './civil-date.ts';

/** Where what the pages say of time stands for programs, below the root of a site. */
export const POLICIES_PATH = 'policies.json';

/** Where the calendar of changes stands, below the root of a site. */
export const CALENDAR_PATH = 'changes.ics';

/** The files that hold the moment of the build itself, and the whole line in which each says it. */
const LINES: { readonly [path: string]: (moment: Instant) => string } = {
  // A member of the outermost object, which no text can look like: JSON has no line ends in texts.
  [POLICIES_PATH]: (moment) => `\n  "asOf": "${isoInstant(moment)}",\n`,
  // RFC 5545, 3.8.7.2; a line of a text that was folded begins with a space.
  [CALENDAR_PATH]: (moment) => `\nDTSTAMP:${isoInstant(moment).replace(/[-:]|\.\d+/g, '')}\r\n`,
};

export const MOMENT_FILES: readonly string[] = Object.keys(LINES);

/** `content`: of the file at `path`, one of `MOMENT_FILES`. It must not differ in anything else at those two moments. */
export function movedTo(content: string, path: string, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const line = LINES[path];
  return line === undefined ? content : content.replaceAll(line(from), line(to));
}
