/** The bytes of a file go in; its text comes out, decoded and with LF line ends, or the places where it is no plain text. */
import { type Diagnostic, isError, placeAt } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import { type ControlCharacter, findControlCharacters } from './control-characters.ts';
import type { Family, Reading, SourceText, Words } from './reading.ts';

/** What a file is that is no text at all, by the bytes it begins with. */
const FORMATS = [
  { name: 'a Word document or another zip archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'an old Word document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'a PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const SAVE_AS_UTF_8 = 'Save the file again as plain text with the encoding UTF-8.';

/** Reads `bytes` as UTF-8 (a byte order mark is dropped) and turns CRLF and CR into LF. */
export function readText({ path, bytes }: SourceFile, family: Family): Reading<SourceText> {
  const begins = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  const problem = { ruleId: `${family}-encoding`, severity: 'error' as const };
  const format = FORMATS.find((candidate) => begins(candidate.bytes));
  if (format !== undefined) {
    const message = `This is ${format.name}, not a text file.`;
    const hint = 'Open it in its own program, copy the text into a text file, and save that as UTF-8.';
    return { diagnostics: [{ ...problem, place: { path, line: 1, column: 1 }, message, hint }] };
  }
  if (UTF_16.some(begins)) {
    const message = 'The file is saved in the encoding UTF-16, which some editors call “Unicode”.';
    return { diagnostics: [{ ...problem, place: { path, line: 1, column: 1 }, message, hint: SAVE_AS_UTF_8 }] };
  }
  const decoded = decode(bytes);
  if (decoded === undefined) {
    const before = withLineFeeds(validStart(bytes));
    const place = placeAt({ path, text: before }, before.length);
    const message = 'The character here is not UTF-8: the file was saved in another encoding, or is damaged here.';
    return { diagnostics: [{ ...problem, place, message, hint: `${SAVE_AS_UTF_8} Then check this word.` }] };
  }
  const text = withLineFeeds(decoded);
  const diagnostics = controlProblems({ path, text, family });
  return diagnostics.some(isError) ? { diagnostics } : { value: { path, text, family }, diagnostics };
}

/** The text of bytes that `readText` found nothing wrong with. */
export function textOf(bytes: Uint8Array): string {
  return withLineFeeds(new TextDecoder('utf-8').decode(bytes));
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The strict decoder is slow: it is asked only where the other has put a replacement character (U+FFFD). */
function decode(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? decodeStrictly(bytes, { stream: false }) : text;
}

/** With `stream`, a character that is cut off at the end is no error, and is left out. */
function decodeStrictly(bytes: Uint8Array, options: { stream: boolean }): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
  } catch {
    return undefined;
  }
}

/** What can be read before the first byte that is wrong. TextDecoder does not tell where that is: it is found by halving. */
function validStart(bytes: Uint8Array): string {
  let valid = 0;
  let wrong = bytes.length + 1;
  while (wrong - valid > 1) {
    const middle = Math.floor((valid + wrong) / 2);
    if (decodeStrictly(bytes.subarray(0, middle), { stream: true }) === undefined) wrong = middle;
    else valid = middle;
  }
  return decodeStrictly(bytes.subarray(0, valid), { stream: true }) ?? '';
}

/** One diagnostic for each character that must not be there, at its first place; the others are related places. */
function controlProblems(source: SourceText): Diagnostic[] {
  const found = findControlCharacters(source.text);
  return [...new Set(found.map(({ code }) => code))].flatMap((code) => {
    const [first, ...others] = found.filter((character) => character.code === code);
    if (first === undefined) return [];
    const count = others.length === 0 ? '' : ` It stands ${others.length + 1} times in this file.`;
    const { message, hint } = wordsFor(first);
    const related = others.slice(0, 9).map(({ offset }) => ({ place: at(source, offset), message: code }));
    return {
      ruleId: `${source.family}-encoding`,
      severity: first.kind === 'c1' ? ('warning' as const) : ('error' as const),
      place: at(source, first.offset),
      message: `${message}${count}`,
      hint,
      ...(related.length === 0 ? {} : { related }),
    };
  });
}

function at(source: SourceText, offset: number) {
  return placeAt(source, offset, offset + 1);
}

function wordsFor({ code, kind }: ControlCharacter): Words {
  switch (kind) {
    case 'bidirectional':
      return {
        message: `An invisible character (${code}) stands here that changes the order in which the letters after it are shown.`,
        hint: 'Delete it; if you cannot see it, delete the words around it and type them anew. Right-to-left text needs no such character.',
      };
    case 'nul':
      return {
        message: `A NUL character (${code}) stands here: the file is damaged, or is no text file.`,
        hint: `${SAVE_AS_UTF_8} Then check this word.`,
      };
    case 'c1':
      return {
        message: `An invisible character (${code}) stands here, most likely in place of a dash or a quotation mark that was lost in a conversion.`,
        hint: 'Type the character that belongs here.',
      };
    case 'control':
      return {
        message: `An invisible control character (${code}) stands here.`,
        hint: 'Delete it; if you cannot see it, delete the words around it and type them anew.',
      };
  }
}
