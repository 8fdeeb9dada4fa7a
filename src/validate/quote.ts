/** A stretch of a text goes in; its words as a message can repeat them come out. */

const LONGEST = 80;

/** On one line, without marks of emphasis and links, cut after 80 characters. */
export function quote(text: string): string {
  const words = text
    .replace(/\]\([^()\n]*\)/g, '')
    .replace(/[*_`[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`;
}
