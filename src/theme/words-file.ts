/** One `strings/<lang>.yaml` goes in; its words, checked against the list a theme must have, and what is wrong with them come out. */
import { closest } from 'fastest-levenshtein';
import { isMap, isScalar, LineCounter, parseDocument, type Scalar } from 'yaml';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import { readPlainWords } from './plain-words.ts';
import { WORDS, type WordKey } from './words.ts';

export interface WordsFile {
  /** Path from the root folder, `templates/strings/ru.yaml`. */
  readonly path: string;
  readonly words: ReadonlyMap<WordKey, string>;
  /** Errors, all `site-words`: not YAML, not a flat list, unknown keys, placeholders lost or invented. */
  readonly diagnostics: readonly Diagnostic[];
}

const KEYS = Object.keys(WORDS).filter(isWordKey);

/** Reads a file of words. Empty values count as missing. */
export function readWords(file: SourceFile): WordsFile {
  const path = `templates/${file.path}`;
  const text = new TextDecoder().decode(file.bytes);
  const words = plainWords(text);
  return words === undefined ? readYaml(text, path) : { path, words, diagnostics: [] };
}

/** The words of a file without faults, in which nothing is to be told from anything but its lines: a tenth of the time. */
function plainWords(text: string): ReadonlyMap<WordKey, string> | undefined {
  const words = new Map<WordKey, string>();
  for (const [key, value] of readPlainWords(text) ?? []) {
    const word = value.trim();
    if (!isWordKey(key) || checkPlaceholders(key, word) !== undefined) return undefined;
    if (word !== '') words.set(key, word);
  }
  return words.size > 0 ? words : undefined;
}

function readYaml(text: string, path: string): WordsFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, line, column: col };
  };
  const problems: Diagnostic[] = document.errors.map(({ message, pos }) =>
    problem(at(pos[0]), `This is not valid YAML: ${message.split('\n')[0]?.replace(/ at line .*$/, '')}.`, QUOTE_HINT),
  );
  const words = new Map<WordKey, string>();
  if (problems.length > 0) return { path, words, diagnostics: problems };
  const { contents } = document;
  if (!isMap(contents))
    return {
      path,
      words,
      diagnostics: [problem(at(0), 'This file holds no words.', 'Write lines like "archive: Archive".')],
    };
  for (const { key, value } of contents.items) {
    if (!isScalar<string>(key)) continue;
    const read = readPair(key, value);
    if (read.kind === 'word') words.set(read.key, read.text);
    else if (read.kind === 'wrong') problems.push(problem(at(read.offset), read.message, read.hint));
  }
  return { path, words, diagnostics: problems };
}

const QUOTE_HINT = 'Correct the line; put a text that contains ": " or begins with { or " between quotation marks.';

type ReadPair =
  | { readonly kind: 'word'; readonly key: WordKey; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly offset: number; readonly message: string; readonly hint: string };

function readPair(key: Scalar<string>, value: unknown): ReadPair {
  const name = key.value;
  const offset = key.range?.[0] ?? 0;
  if (!isWordKey(name))
    return {
      kind: 'wrong',
      offset,
      message: `The theme has no word called "${name}".`,
      hint: `Did you mean "${closest(name, KEYS)}"?`,
    };
  if (!isScalar<string>(value))
    return {
      kind: 'wrong',
      offset,
      message: `"${name}" is not a text.`,
      hint: 'Write the text on the same line, after the colon.',
    };
  const text = value.value.trim();
  if (text === '') return { kind: 'empty' };
  const wrong = checkPlaceholders(name, text);
  return wrong === undefined
    ? { kind: 'word', key: name, text }
    : { kind: 'wrong', offset: value.range?.[0] ?? offset, ...wrong };
}

function checkPlaceholders(key: WordKey, text: string): Pick<Diagnostic, 'message' | 'hint'> | undefined {
  const expected: readonly string[] = WORDS[key];
  const found = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const invented = found.find((name) => !expected.includes(name));
  if (invented !== undefined)
    return {
      message: `"${key}" holds {${invented}}, which nothing fills in.`,
      hint: expected.length === 0 ? 'Take it out.' : `Did you mean {${closest(invented, expected)}}?`,
    };
  const lost = expected.find((name) => !found.includes(name));
  if (lost !== undefined)
    return { message: `"${key}" has lost {${lost}}.`, hint: `Write {${lost}} where it belongs in the sentence.` };
  return undefined;
}

function isWordKey(name: string): name is WordKey {
  return Object.hasOwn(WORDS, name);
}

function problem(place: Place, message: string, hint: string): Diagnostic {
  return { ruleId: 'site-words', severity: 'error', place, message, hint };
}
