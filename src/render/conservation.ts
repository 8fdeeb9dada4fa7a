/**
 * A text and its finished body go in; every place where the page says other words than the source is reported.
 *
 * Both sides are read apart: the source character by character (words/source-words.ts), never through the tree that became
 * the page, and the page as a reader sees it (words/visible-words.ts). Compared are all letters, digits, signs and symbols
 * in order, and that words do not run together. Not compared is what words/word-stream.ts leaves out, because Markdown makes
 * it mark-up in one place and text in another; emphasis, links' addresses and the tags of HTML are no words; comments are
 * dropped knowingly; the numbers that lead to notes, the way back and the notes' heading are made by rendering.
 */
import type { Point } from 'unist';
import type { EditionText } from '../model/policy.ts';
import { beginning } from '../model/shorten.ts';
import { countKnownWords, type WordStore } from './blocks/known-words.ts';
import type { Problem, Problems, Stretch } from './problems.ts';
import { type Difference, findDifferences, isSame } from './words/differences.ts';
import { sourceWords } from './words/source-words.ts';
import { type VisibleBody, visibleWords } from './words/visible-words.ts';
import { countWords } from './words/word-stream.ts';

export interface ConservationCount {
  /** Words of the source that hold a letter or a digit, numbers and labels included. */
  readonly wordsIn: number;
  /** The same on the page, each counted once where the source writes it as one. */
  readonly wordsOut: number;
}

export interface ConservationOptions {
  /**
   * If items of ordered lists are counted instead of shown as typed: their numbers as shown (`1.`, `1.1.`), of all lists, in the
   * order of the source.
   */
  readonly markers?: readonly string[];
  /** What was read of texts that are likely to repeat each other; the result is the same without it. */
  readonly known?: WordStore;
}

/** More differences than this in one text have one cause. */
const MOST_REPORTED = 20;
const QUOTED_WORDS = 12;
const QUOTED_LENGTH = 160;

const REPORT_IT =
  'This is probably a fault of Promulgate, or mark-up that it does not know: please report it with this line. To go on now, write the place more simply, for example as plain paragraphs.';

/** Reports `words-lost` (missing, changed, run together or out of order) and `words-added` to `problems`; both are errors. */
export function checkConservation(
  text: EditionText,
  body: VisibleBody,
  problems: Problems,
  { markers, known }: ConservationOptions = {},
): ConservationCount {
  // Numbers that were counted go on from one piece to the next.
  const count = known === undefined || markers !== undefined ? undefined : countKnownWords(text.markdown, body, known);
  if (count !== undefined) return { wordsIn: count, wordsOut: count };
  const source = sourceWords(text.markdown, markers);
  const page = visibleWords(body, text.markdown.length);
  const wordsIn = countWords(source);
  // A label set apart from the word it stood against (`一、督促`) makes two of one, and no word more.
  if (isSame(source, page)) return { wordsIn, wordsOut: wordsIn };
  reportDifferences(text.markdown, findDifferences(source, page), problems);
  return { wordsIn, wordsOut: countWords(page) };
}

function reportDifferences(markdown: string, differences: readonly Difference[], problems: Problems): void {
  const lost = new Set(differences.filter(({ added }) => added === '').map((difference) => difference.lost));
  const added = new Set(differences.filter(({ lost }) => lost === '').map((difference) => difference.added));
  // Words that only changed their place are reported once, where the source has them.
  const places = differences.filter((difference) => difference.lost !== '' || !lost.has(difference.added));
  for (const difference of places.slice(0, MOST_REPORTED)) {
    const isMoved = difference.added === '' && added.has(difference.lost);
    problems.at(stretchOf(markdown, difference), isMoved ? movedProblem(difference) : problemOf(difference));
  }
  const rest = places.length - MOST_REPORTED;
  if (rest > 0) {
    problems.at(undefined, {
      ruleId: 'words-lost',
      message: `The page differs from the source in ${rest} more places.`,
      hint: 'Mend the places named before; these have most likely the same cause.',
    });
  }
}

function problemOf({ lost, added }: Difference): Problem {
  if (lost === '') {
    return {
      ruleId: 'words-added',
      message: `After this word the page says what the source does not: "${quote(added)}".`,
      hint: REPORT_IT,
    };
  }
  if (added === '') {
    return {
      ruleId: 'words-lost',
      message: `These words are missing on the page: "${quote(lost)}".`,
      hint: `In a table, see that no row has more cells than the head. A note must be referred to from the text, and a comment that begins with "<!--" must end with "-->". Otherwise: ${REPORT_IT}`,
    };
  }
  return {
    ruleId: 'words-lost',
    message: `The source says "${quote(lost)}", but the page says "${quote(added)}" instead.`,
    hint: REPORT_IT,
  };
}

function movedProblem({ lost }: Difference): Problem {
  return {
    ruleId: 'words-lost',
    message: `These words stand in another place on the page than in the source: "${quote(lost)}".`,
    hint: `In HTML tables, see that all text stands in cells. Otherwise: ${REPORT_IT}`,
  };
}

function quote(words: string): string {
  const parts = words.split(' ');
  const first = parts.slice(0, QUOTED_WORDS).join(' ');
  const shown = beginning(first, QUOTED_LENGTH);
  return shown.length < words.length ? `${shown} …` : shown;
}

function stretchOf(markdown: string, { start, end }: Difference): Stretch {
  return { start: pointAt(markdown, start), end: pointAt(markdown, end) };
}

function pointAt(markdown: string, offset: number): Point {
  const before = markdown.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), offset };
}
