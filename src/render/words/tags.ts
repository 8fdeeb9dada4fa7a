/** The forms an HTML tag takes in Markdown, and which elements part the words around them. */

/** `space` is the white space that may part an attribute from the next, `except` what may not stand in its value. */
const OPEN = (space: string, except: string) => {
  const value = `[^\\s"'=<>\`]+|'[^'${except}]*'|"[^"${except}]*"`;
  const attribute = `${space}+[A-Za-z_:][\\w.:-]*(?:${space}*=${space}*(?:${value}))?`;
  return `<([A-Za-z][A-Za-z0-9-]*)(?:${attribute})*${space}*/?>`;
};
const CLOSE = (space: string) => `</([A-Za-z][A-Za-z0-9-]*)${space}*>`;

/** A whole tag in running text; it may go on over lines (CommonMark 0.31, section 6.6). */
export const INLINE_TAG = new RegExp(`${OPEN('\\s', '')}|${CLOSE('\\s')}`, 'y');

/** A line that holds one whole tag and nothing else. */
export const TAG_LINE = new RegExp(`(?:${OPEN('[ \\t]', '\\n')}|${CLOSE('[ \\t]')})[ \\t]*$`, 'my');

/** A tag as the HTML parser sees it (HTML Living Standard, 13.2.5). */
export const HTML_TAG = /<\/?([A-Za-z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/y;

const INSIDE_WORDS = new Set([
  ...['a', 'abbr', 'b', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'q', 's', 'samp', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'u', 'var'],
]);

/** True for elements at whose edges a word ends; false for those that may stand within one (`m<sup>2</sup>`). */
export function partsWords(tagName: string): boolean {
  return !INSIDE_WORDS.has(tagName) && !INSIDE_WORDS.has(tagName.toLowerCase());
}

/** The end of a comment that begins at `at`; undefined if none begins there or it never ends. */
export function commentEnd(text: string, at: number): number | undefined {
  if (!text.startsWith('<!--', at)) return undefined;
  const short = /^<!---?>/.exec(text.slice(at, at + 6))?.[0];
  if (short !== undefined) return at + short.length;
  const end = text.indexOf('-->', at + 4);
  return end === -1 ? undefined : end + 3;
}
