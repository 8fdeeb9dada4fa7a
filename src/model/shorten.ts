/** Words and a length go in; as many of the words as fit come out, with dots if some are left off. */

/**
 * `longest` in UTF-16 units; white space becomes single spaces. Ends at a space, unless that would leave less than a third: not all
 * writing has spaces between words.
 */
export function shorten(words: string, longest: number): string {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest);
  return `${beginning(text, space < longest / 3 ? longest : space).replace(/[,;:.–—-]+$/u, '')} …`;
}

/** At most `longest` UTF-16 units, and no half of a character. */
export function beginning(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
