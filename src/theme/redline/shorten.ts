/** Words and a length go in; as many of the words as fit come out, with dots if some are left off. */

/** `longest` in characters. */
export function shorten(words: string, longest: number): string {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text.length <= longest) return text;
  const end = text.lastIndexOf(' ', longest);
  return `${text.slice(0, end === -1 ? longest : end).replace(/[,;:.–—-]+$/u, '')} …`;
}
