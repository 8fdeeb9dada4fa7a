/** The bytes of a posted form (application/x-www-form-urlencoded, WHATWG URL) go in; its fields in their order come out. */

export interface Form {
  readonly entries: readonly { readonly name: string; readonly value: string }[];
  /** False if something in it is not UTF-8 or not percent-encoded as it must be; that stands as U+FFFD, or as it came. */
  readonly isWellEncoded: boolean;
}

/** Lines end with a line feed, whatever the browser sent. */
export function readForm(body: Uint8Array): Form {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  const entries = [...new URLSearchParams(text)].map(([name, value]) => ({
    name,
    value: value.replace(/\r\n?/g, '\n'),
  }));
  return { entries, isWellEncoded: isUtf8(body) && isPercentEncoded(text) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
