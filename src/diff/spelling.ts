/** Text as typed goes in; the same words in one spelling, to be compared, come out. */

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // Marks that no reader sees: soft hyphen, zero-width space, word joiner, byte order mark.
  [/[\u00AD\u200B\u2060\uFEFF]/g, ''],
  [/[“”„‟«»″〝〞]/g, '"'],
  [/[‘’‚‛ʼ′`´]/g, "'"],
  [/[‐‑‒–—―−]|-{2,3}/g, '-'],
  [/\.{3}/g, '…'],
  [/\s+/g, ' '],
];

/** Most words are in one spelling as they are. */
const LEVEL = /^(?:[!-,/-_a-~]|[.-](?![.-])|(?<=\S) (?=\S))*$/;

/** Quotes, dashes, ellipses and spaces are levelled, letters composed (NFC). Case is kept: "Customer" may be a defined term. */
export function levelSpelling(text: string): string {
  if (LEVEL.test(text)) return text;
  let level = text.normalize('NFC');
  for (const [pattern, replacement] of SPELLINGS) level = level.replace(pattern, replacement);
  return level.trim();
}
