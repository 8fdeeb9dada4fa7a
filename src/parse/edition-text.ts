/** One Markdown file goes in; what its front matter says and the text below it come out. */
import type { Language } from '../model/config.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import { mentionsIn } from '../model/mentions.ts';
import type { EditionText, TextGist } from '../model/policy.ts';
import { sha256 } from '../model/sha256.ts';
import type { UnreadText } from '../model/unread-text.ts';
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
      { language, title: '', path: file.path, gist: gistOf(markdown), lineOffset, keyPlaces: {} },
      file,
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
    gist: gistOf(markdown),
    lineOffset,
    keyPlaces: Object.fromEntries(keyPlaces),
  };
  return { value: { text: readAgain(text, file), front: front.value, placeOf }, diagnostics };
}

/** Where the Markdown is to be taken from. Not copied with a text: a copy has the Markdown itself. */
const SOURCE = Symbol('source');

type Unread = Pick<UnreadText, 'gist'> & { readonly [SOURCE]: SourceFile };

/** One getter for all texts: one of its own would cost each text a hidden class. */
const MARKDOWN = {
  enumerable: true,
  get(this: Unread): string {
    const whole = textOf(this[SOURCE].bytes);
    return whole.slice(whole.length - this.gist.length);
  },
};

/** The Markdown, the end of the file, is read from the bytes again whenever it is asked for: of a whole site, it would be too much to hold. */
export function readAgain(text: UnreadText, file: SourceFile): EditionText {
  // Spread, each would have a hidden class of its own.
  return Object.defineProperties(Object.assign({}, text) as EditionText, {
    [SOURCE]: { value: file },
    markdown: MARKDOWN,
  });
}

function gistOf(markdown: string): TextGist {
  return { sha256: sha256(markdown), length: markdown.length, mentions: mentionsIn(markdown) };
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
