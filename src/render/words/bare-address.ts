/** An offset in running text goes in; where the web address that stands there bare ends comes out (GitHub Flavored Markdown 0.29, 6.9). */

const START = /(?:https?:\/\/(?=[\p{L}\p{N}])|www\.(?=\S))/iuy;
const BEFORE_WWW = /[\s(*_[\]~]/;
const INSIDE = /[^\s<!"&')*,.:;?\]_~]*/y;
/** Signs that belong to an address only if more of it follows. */
const SIGNS = /(?:[!"')*,.:;?_~]|&[A-Za-z]+;|\](?![\s([]|$))*/y;
const END = /[\s<]|$|\]/y;

/** Nothing in an address is mark-up, so it must be known where one is. Undefined if none begins at `at`. */
export function bareAddressEnd(text: string, at: number): number | undefined {
  const prefix = lengthOf(START, text, at);
  if (prefix === 0) return undefined;
  const before = text[at - 1] ?? ' ';
  if (/^h/i.test(text[at] ?? '') ? /[A-Za-z]/.test(before) : !BEFORE_WWW.test(before)) return undefined;
  for (let end = at + prefix; ; ) {
    end += lengthOf(INSIDE, text, end);
    const signs = lengthOf(SIGNS, text, end);
    END.lastIndex = end + signs;
    if (END.test(text)) return end;
    end += Math.max(1, signs);
  }
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
