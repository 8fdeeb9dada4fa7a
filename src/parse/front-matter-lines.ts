/** The front matter's lines go in; those that cannot be settings come out: mostly the edition's text, where the closing `---` is missing. */
import { type Diagnostic, placeAt } from '../model/diagnostic.ts';
import type { SourceText, Words } from './reading.ts';
import { shorten } from './shorten.ts';

interface Line {
  readonly text: string;
  readonly start: number;
}

/** Whoever has more of these has another problem. */
const MOST = 20;

/** Each setting that is not written as `name: value`; or the first line of text, after which nothing can be told. */
export function frontMatterLineProblems(source: SourceText): Diagnostic[] {
  const problems: Diagnostic[] = [];
  let hasSettings = false;
  // A heading is a note to YAML, but where text follows, the text begins with it.
  let heading: Line | undefined;
  for (const line of linesOf(source.text).slice(1)) {
    if (isSetting(line.text)) {
      hasSettings = true;
      heading = undefined;
    } else if (isContinuation(line.text)) {
      heading ??= line.text.startsWith('#') ? line : undefined;
    } else {
      const words = wordsForSetting(line.text);
      if (words === undefined) return [...problems, problemOf(source, heading ?? line, wordsForText(hasSettings))];
      problems.push(problemOf(source, line, words));
    }
    if (problems.length === MOST) break;
  }
  return problems;
}

/** A name of up to three words, a colon, a space. */
function isSetting(line: string): boolean {
  return /^(["']?)[\p{L}_][\p{L}\d_-]*(?: [\p{L}\d_-]+){0,2}\1:([ \t]|$)/u.test(line);
}

/** Blank, indented, a note, an entry of a list, or the end of a bracket: all may follow a setting. */
function isContinuation(line: string): boolean {
  return /^([ \t#}\]]|-( |$)|$)/.test(line);
}

/** For `title:Terms`, `title = Terms` and the like. */
function wordsForSetting(line: string): Words | undefined {
  if (/^[^\S\n]/.test(line)) {
    return {
      message: 'The line begins with a no-break space, as word processors put it in.',
      hint: 'Delete the blank space at the beginning of the line and type it again.',
    };
  }
  const [, name, value = ''] = /^([A-Za-z]\w*)(?:[:：](?!\/\/)\s*|\s*=\s*)(.*)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  return {
    message: 'After the name of a setting there must be a colon and an ordinary space.',
    hint: `Write “${shorten(`${name}: ${value}`.trimEnd())}”.`,
  };
}

function wordsForText(hasSettings: boolean): Words {
  if (!hasSettings) {
    return {
      message: 'The file begins with “---”, and what follows is not front matter.',
      hint: 'Put the settings between two lines “---” at the top: “title: Privacy policy” and “effective: 2026-03-01”, for example. A rule at the top of the text can be “***”.',
    };
  }
  return {
    message: 'The front matter is not closed: this line is no setting, it seems to belong to the text.',
    hint: 'Put a line with only “---” between the settings and the text. If the line belongs to the value above it, indent it by two spaces.',
  };
}

function problemOf(source: SourceText, { text, start }: Line, words: Words): Diagnostic {
  const place = placeAt(source, start, start + text.length);
  return { ruleId: 'edition-front-matter', severity: 'error', place, ...words };
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const placed = { text: line, start };
    start += line.length + 1;
    return placed;
  });
}
