/** Shows a row of words in the shortest form that can be read. */
import type { WordStream } from '../../../src/render/words/word-stream.ts';

/** The compared characters, words parted by blanks. */
export function shown({ codes, begins }: WordStream): string {
  return Array.from(codes, (code, at) => (begins[at] === 1 ? ' ' : '') + String.fromCharCode(code))
    .join('')
    .trimStart();
}
