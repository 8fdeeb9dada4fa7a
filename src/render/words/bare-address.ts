/** An offset in running text goes in; where the web address that stands there bare ends comes out (GitHub Flavored Markdown 0.29, 6.9). */

const START = /(?:https?:\/\/(?=[\p{L}\p{N}])|www\.(?=[^\s]))/iuy;
const BEFORE_WWW = /[\s(*_[\]~]/;
const LETTER = /[A-Za-z]/;
/** What may follow an address without belonging to it, up to the end of the words. */
const TRAIL = /(?:[!"')*,.:;?_~]|&[A-Za-z]+;|\](?![\s([]|$))*(?:\](?=[\s([]|$)|(?=[\s<]|$))/y;

/** Nothing in an address is mark-up, so it must be known where one is. Undefined if none begins at `at`. */
export function bareAddressEnd(text: string, at: number): number | undefined {
  START.lastIndex = at;
  const match = START.exec(text);
  if (match === null) return undefined;
  const before = text[at - 1];
  const isApart =
    match[0].startsWith('h') || match[0].startsWith('H') ? !LETTER.test(before ?? ' ') : BEFORE_WWW.test(before ?? ' ');
  if (!isApart) return undefined;
  let end = at + match[0].length;
  for (; end < text.length; end += 1) {
    const character = text[end] ?? '';
    if (/[\s<]/.test(character)) break;
    if (/[!"&')*,.:;?\]_~]/.test(character) && isTrail(text, end)) break;
  }
  return end;
}

function isTrail(text: string, at: number): boolean {
  TRAIL.lastIndex = at;
  return TRAIL.test(text);
}
