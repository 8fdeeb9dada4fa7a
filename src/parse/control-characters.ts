/** Text goes in; the characters in it that a reader cannot see and that a policy must not hold come out. */

export interface ControlCharacter {
  /** UTF-16 offset in the text. */
  readonly offset: number;
  /** E.g. `U+202E`. */
  readonly code: string;
  /** Bidirectional controls reorder what is read; C1 controls are left over from a wrong conversion. */
  readonly kind: 'nul' | 'bidirectional' | 'c1' | 'control';
}

const CONTROLS = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/**
 * Every control character of `text` but tab and line feed: NUL and the rest of Cc, U+202A–202E, U+2066–2069 (UAX #9); and
 * the code points that are no characters, which XML and so feeds cannot hold (Unicode 23.7); and halves of surrogate pairs, which an
 * escape in YAML can write and no file can hold.
 */
export function findControlCharacters(text: string): ControlCharacter[] {
  return [...text.matchAll(CONTROLS)].map(({ 0: character, index }) => {
    const code = character.codePointAt(0) ?? 0;
    const written = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return { offset: index, code: written, kind: kindOf(code) };
  });
}

function kindOf(code: number): ControlCharacter['kind'] {
  if (code === 0) return 'nul';
  if (code > 0x2000 && code < 0x2070) return 'bidirectional';
  return code >= 0x80 && code < 0xa0 ? 'c1' : 'control';
}
