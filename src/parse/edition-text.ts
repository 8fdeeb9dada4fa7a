/** One Markdown file goes in; what its front matter says and the text below it come out. */
import type { Language } from '../model/config.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import type { EditionText } from '../model/policy.ts';
import { editionSchema, type FrontMatter } from './edition-schema.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Reading } from './reading.ts';
import { checkDocument } from './schema-issues.ts';
import { readText, textOf } from './source-text.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

/** A text, and what its front matter says of the edition as a whole, and where. */
export interface ReadText {
  readonly text: EditionText;
  readonly front: FrontMatter;
  readonly placeOf: YamlDocument['placeOf'];
}

/** A text whose front matter is wrong can still be looked at for what else is wrong. */
export interface TextReading extends Reading<ReadText> {
  readonly unplaced?: EditionText;
}

/** In bytes. The longest policies known are a fifth of it. */
const LARGEST_TEXT = 2_000_000;

/** Reads one language's text of an edition. */
export function readEditionText(file: SourceFile, language: Language): TextReading {
  if (file.bytes.length > LARGEST_TEXT) return { diagnostics: [tooLarge(file)] };
  const source = readText(file, 'edition');
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  const split = splitFrontMatter(source.value);
  if (split.value === undefined) return { diagnostics: [...source.diagnostics, ...split.diagnostics] };
  const { frontMatter, markdown, lineOffset } = split.value;
  const document = readYaml({ ...source.value, text: frontMatter });
  const front = document.value === undefined ? undefined : checkDocument(document.value, editionSchema);
  const empty = markdown.trim() === '' ? [noText(file.path, lineOffset)] : [];
  const diagnostics = [...source.diagnostics, ...document.diagnostics, ...(front?.diagnostics ?? []), ...empty];
  if (document.value === undefined || front?.value === undefined || empty.length > 0) {
    const unplaced = readAgain(
      { language, title: '', path: file.path, lineOffset, keyPlaces: {} },
      file,
      markdown.length,
    );
    return { diagnostics, unplaced };
  }
  const { placeOf } = document.value;
  const { title, summary } = front.value;
  const keyPlaces = Object.keys(Object(document.value.value)).map((key): [string, Place] => [
    key,
    placeOf([key], 'key'),
  ]);
  const text = {
    language,
    title,
    ...(summary === undefined ? {} : { summary }),
    path: file.path,
    lineOffset,
    keyPlaces: Object.fromEntries(keyPlaces),
  };
  return { value: { text: readAgain(text, file, markdown.length), front: front.value, placeOf }, diagnostics };
}

/** Where the Markdown is to be taken from. Not copied with a text: a copy has the Markdown itself. */
const SOURCE = Symbol('source');

interface Source {
  readonly file: SourceFile;
  /** Of the Markdown, which is the end of the file. In UTF-16 units. */
  readonly length: number;
}

/** One getter for all texts: one of its own would cost each text a hidden class. */
const MARKDOWN = {
  enumerable: true,
  get(this: { readonly [SOURCE]: Source }): string {
    const { file, length } = this[SOURCE];
    const whole = textOf(file.bytes);
    return whole.slice(whole.length - length);
  },
};

/** The Markdown is read from the bytes again whenever it is asked for: of a whole site, it would be too much to hold. */
function readAgain(text: Omit<EditionText, 'markdown'>, file: SourceFile, length: number): EditionText {
  const source: Source = { file, length };
  return Object.defineProperties({ ...text } as EditionText, { [SOURCE]: { value: source }, markdown: MARKDOWN });
}

function tooLarge({ path, bytes }: SourceFile): Diagnostic {
  const megabytes = Math.ceil(bytes.length / 100_000) / 10;
  return {
    ruleId: 'edition-too-large',
    severity: 'error',
    place: { path },
    message: `The file is ${megabytes} MB large; an edition may have at most ${LARGEST_TEXT / 1_000_000} MB.`,
    hint: 'Images and data pasted into the text are often the reason: take them out and link to them, or split the policy in two.',
  };
}

function noText(path: string, line: number): Diagnostic {
  return {
    ruleId: 'edition-empty',
    severity: 'error',
    place: { path, line, column: 1 },
    message: 'Below the front matter there is no text.',
    hint: 'Write the text of the edition below the line “---”.',
  };
}
