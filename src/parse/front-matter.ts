/** The text of an edition's file goes in; its front matter, still YAML, and the Markdown below it come out. */
import matter from 'gray-matter';
import { type Diagnostic, type Place, placeAt } from '../model/diagnostic.ts';
import { frontMatterLineProblems } from './front-matter-lines.ts';
import { openingProblem } from './front-matter-opening.ts';
import type { Reading, SourceText, Words } from './reading.ts';
import { LONGEST_YAML } from './yaml-document.ts';

export interface SplitText {
  /** The YAML between the fences. It begins with a line feed, so that its lines count as those of the file. */
  readonly frontMatter: string;
  readonly markdown: string;
  /** How many lines of the file stand above the Markdown. */
  readonly lineOffset: number;
}

/** No front matter needs a longer run of blank space, and gray-matter's time grows with its square. In UTF-16 units. */
const LONGEST_BLANK = 1000;

/** gray-matter splits and nothing else: YAML is read elsewhere, and no other language may ever be run. */
const ENGINES = {
  yaml: () => ({}),
  ...Object.fromEntries(
    ['javascript', 'js', 'json', 'coffee', 'coffeescript', 'cson', 'toml'].map((name) => [name, refuse]),
  ),
};

/** Splits at the fences, two lines that are exactly `---`. Whatever could be split in another way is a problem. */
export function splitFrontMatter(source: SourceText): Reading<SplitText> {
  const problems = openingProblem(source) ?? blockProblems(source);
  if (problems.length > 0) return { diagnostics: problems };
  const { text } = source;
  const { matter: frontMatter, content: markdown } = matter(text, { engines: ENGINES });
  const lineOffset = text.slice(0, text.length - markdown.length).split('\n').length - 1;
  return { value: { frontMatter, markdown, lineOffset }, diagnostics: [] };
}

/** What is wrong between the opening fence and the next line that begins like one. */
function blockProblems(source: SourceText): Diagnostic[] {
  const { path, text } = source;
  const close = text.indexOf('\n---', 3);
  const block = text.slice(0, close === -1 ? Math.min(text.length, LONGEST_YAML) : close);
  const blank = [...block.matchAll(/\s+/g)].find(([run]) => run.length > LONGEST_BLANK);
  if (blank !== undefined) {
    return [
      problem(placeAt(source, blank.index), {
        message: `The front matter holds ${blank[0].length} blank characters in a row; at most ${LONGEST_BLANK} are read.`,
        hint: 'Delete the blank lines.',
      }),
    ];
  }
  const lines = frontMatterLineProblems({ ...source, text: block });
  if (lines.length > 0) return lines;
  const lineEnd = text.indexOf('\n', close + 1);
  const fence = text.slice(close + 1, lineEnd === -1 ? text.length : lineEnd);
  if (close !== -1 && fence === '---') return block.length > LONGEST_YAML ? [tooLong(source, block)] : [];
  if (close === -1) {
    return [
      problem(placeAt(source, text.trimEnd().length), {
        message: 'The front matter, which begins at the first line, is not closed.',
        hint: 'Put a line with only “---” between the settings and the text of the edition.',
      }),
    ];
  }
  return [
    problem(placeAt({ path, text }, close + 1, close + 1 + fence.length), {
      message: 'This line should close the front matter, but it is not exactly “---”.',
      hint: 'Write “---”, without a space or anything else after it.',
    }),
  ];
}

function tooLong(source: SourceText, block: string): Diagnostic {
  return problem(placeAt(source, LONGEST_YAML), {
    message: `The front matter is ${block.length} characters long; at most ${LONGEST_YAML} are read.`,
    hint: 'Move what is text below the line “---” that closes the front matter.',
  });
}

function problem(place: Place, words: Words): Diagnostic {
  return { ruleId: 'edition-front-matter', severity: 'error', place, ...words };
}

function refuse(): never {
  throw new Error('gray-matter asked for an engine, although a first line other than “---” never reaches it');
}
