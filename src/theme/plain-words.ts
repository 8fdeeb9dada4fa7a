/** The text of a file of words goes in; its words come out if every line of it is of the plain kind that needs no reader of YAML. */

/** Nothing but a comment. */
const COMMENT = /^(?:#.*)?$/;

/**
 * `key: Text` or `key: "text"` (YAML 1.2.2, chapters 7.3.1 and 7.3.3, far from their corners): a plain text begins with a letter or
 * a round bracket and has neither `:` nor `#`; one between quotation marks has no escapes. Neither has control characters.
 */
const PAIR =
  /^([a-z][a-z\d-]{0,99}): (?:([\p{L}(](?:[^:#\p{C}\p{Zl}\p{Zp}]*[^:#\p{C}\p{Z}])?)|"([^"\\\p{C}\p{Zl}\p{Zp}]*)")$/u;

/** Each key with its text, in order; undefined if the file must be read as YAML, because it is more than this or wrong. */
export function readPlainWords(text: string): ReadonlyMap<string, string> | undefined {
  const words = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (COMMENT.test(line)) continue;
    const [, key, plain, quoted] = PAIR.exec(line) ?? [];
    const value = plain ?? quoted;
    if (key === undefined || value === undefined || words.has(key)) return undefined;
    words.set(key, value);
  }
  return words.size > 0 ? words : undefined;
}
