/** What an author wrote goes in; as much of it as a message can hold comes out. */
import { beginning } from '../model/shorten.ts';

const LONGEST = 80;

/** Line breaks become spaces; a long text ends in `…` after 80 UTF-16 units. */
export function shorten(text: string): string {
  const line = text.slice(0, 2 * LONGEST).replace(/\s*\n\s*/g, ' ');
  return line.length <= LONGEST ? line : `${beginning(line, LONGEST)}…`;
}
