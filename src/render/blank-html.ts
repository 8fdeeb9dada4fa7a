/** HTML goes in; it comes out as long as it was, with blanks in the place of its comments, or of its tags. */

export function withoutComments(html: string): string {
  return blanked(html, { pattern: /<!--[\s\S]*?-->/g, end: '-->' });
}

export function withoutTags(html: string): string {
  return blanked(html, { pattern: /<[^>]*>/g, end: '>' });
}

/** Behind the last end nothing is looked for: of thousands that are never closed, each would be followed to the end of the text. */
function blanked(html: string, { pattern, end }: { readonly pattern: RegExp; readonly end: string }): string {
  const last = html.lastIndexOf(end);
  if (last === -1) return html;
  const closed = html.slice(0, last + end.length).replace(pattern, (found) => ' '.repeat(found.length));
  return closed + html.slice(last + end.length);
}
