/** The places of a text where a label may stand go in, in order; which of them open a clause, with its address, comes out. */
import type { Label, Reading } from './label.ts';
import { hasNeighbour, type Neighbourhood, neighbourhood } from './neighbourhood.ts';
import { hasSuccessor } from './successors.ts';

/** A place where a label may stand. */
export interface Candidate {
  readonly label: Label | undefined;
  /**
   * `heading` with its level; `item` of an ordered list; `block`, the start of a paragraph; `line`, a later line of one.
   * `list` is the same value for all items of a list; `isDate` if the number is the day of a date (`15. März 2014`).
   */
  readonly at:
    | { readonly kind: 'heading'; readonly level: number; readonly slug: string }
    | { readonly kind: 'item'; readonly list: number; readonly size: number; readonly isDate: boolean }
    | { readonly kind: 'block' | 'line' };
  /** How many list items enclose it: labels inside one item know nothing of those in another. */
  readonly nesting: number;
}

/** What a candidate turned out to be. */
export interface Outlined {
  /** The fragment its label asks for, before it is made unique. */
  readonly anchor: string;
  /** As a lawyer cites it: `3.3.2`, `2(b)(1)`. */
  readonly citation: string;
  /** 1 for a section, 2 for a clause in it. */
  readonly depth: number;
  readonly reading: Reading;
  /** True for a clause put between two items of a list later (`9.1)`): it stands beside the item, not in it. */
  readonly isInserted: boolean;
  /** True within a sequence that begins again below the same clause (`i.` after `iii.` and other text). */
  readonly isAgain: boolean;
  /** How many list items rightly enclose it: fewer than `Candidate.nesting` for a line that Markdown took into the item before. */
  readonly nesting: number;
}

type Step = Extract<Reading, { kind: 'step' }>;

interface Frame extends Omit<Outlined, 'reading' | 'isInserted'> {
  readonly reading?: Reading;
  /** A heading's level; absent for clauses in running text. */
  readonly level?: number;
  readonly list?: number;
}

/** Above this a number counts years or things, not clauses. */
const LARGEST = 999;
/** How far a hand-typed sequence may jump and still be one: a gap is reported, not hidden. */
const LARGEST_GAP = 3;

export function outline(candidates: readonly Candidate[]): (Outlined | undefined)[] {
  const known = neighbourhood(candidates);
  let frames: Frame[] = [];
  return candidates.map((candidate, index) => {
    frames = frames.filter((frame) => frame.nesting <= candidate.nesting);
    if (candidate.at.kind === 'heading') {
      const { level } = candidate.at;
      frames = frames.filter((frame) => frame.level !== undefined && frame.level < level);
    }
    const found = accept({ candidate, index, candidates, frames, known });
    if (candidate.at.kind === 'heading') {
      const { level, slug } = candidate.at;
      const frame = found?.outlined ?? { anchor: slug, citation: '', depth: Math.max(1, level - 1), isAgain: false };
      frames = [...frames, { ...frame, level, nesting: candidate.nesting }];
    } else if (found !== undefined) {
      frames = [...found.outer, { ...found.outlined, ...listOf(candidate) }];
    }
    return found?.outlined;
  });
}

interface Question {
  readonly candidate: Candidate;
  readonly index: number;
  readonly candidates: readonly Candidate[];
  readonly frames: readonly Frame[];
  readonly known: Neighbourhood;
}

interface Answer {
  readonly outlined: Outlined;
  /** The frames it stands in. */
  readonly outer: readonly Frame[];
}

function accept(question: Question): Answer | undefined {
  const { label } = question.candidate;
  if (label === undefined) return undefined;
  for (const reading of byLikelihood(label, question)) {
    const answer =
      reading.kind === 'step'
        ? acceptStep(reading, question)
        : reading.kind === 'path'
          ? acceptPath(reading, question)
          : acceptNamed(reading, question);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** `i.` after `h.` is a letter: a reading that continues an open sequence comes before one that begins another. */
function byLikelihood({ readings }: Label, { frames }: Question): readonly Reading[] {
  if (readings.length < 2) return readings;
  const continues = (reading: Reading) =>
    reading.kind === 'step' &&
    frames.some(
      ({ reading: last }) => last?.kind === 'step' && last.style === reading.style && reading.value === last.last + 1,
    );
  return readings.toSorted((a, b) => Number(continues(b)) - Number(continues(a)));
}

function acceptStep(reading: Step, question: Question): Answer | undefined {
  const { candidate, frames } = question;
  const { at } = candidate;
  if (reading.value > LARGEST) return undefined;
  const alike = frames.findLastIndex(
    (frame, index) =>
      isSibling(frame, reading, candidate) || (index === frames.length - 1 && goesOn(frame, reading, candidate)),
  );
  const siblingIndex = alike === -1 ? frames.findLastIndex((frame) => isOtherHand(frame, reading, candidate)) : alike;
  const sibling = frames[siblingIndex];
  const isItem = at.kind === 'item';
  const isInOpenList = isItem && sibling?.list === at.list;
  if (sibling === undefined && !mayBegin(reading, question)) return undefined;
  const isRestart = sibling === undefined && restarts(frames.at(-1), reading, candidate);
  const outer =
    sibling === undefined ? frames.slice(0, frames.length - Number(isRestart)) : frames.slice(0, siblingIndex);
  const isAgain = sibling === undefined ? isRestart || outer.at(-1)?.isAgain === true : sibling.isAgain;
  if (sibling !== undefined && !isInOpenList && reading.value <= lastValue(sibling)) return undefined;
  return { outer, outlined: { ...stepIn(outer, reading, sibling?.nesting ?? candidate.nesting), isAgain } };
}

function stepIn(outer: readonly Frame[], reading: Step, nesting: number): Outlined {
  const parent = outer.at(-1);
  const { numeral } = reading;
  return {
    reading,
    nesting,
    isInserted: false,
    isAgain: false,
    anchor: parent === undefined || parent.anchor === '' ? numeral : `${parent.anchor}-${numeral}`,
    citation: parent === undefined || parent.citation === '' ? numeral : `${parent.citation}(${numeral})`,
    depth: (parent?.depth ?? 0) + 1,
  };
}

function isSibling(frame: Frame, reading: Step, { at, nesting }: Candidate): boolean {
  if (frame.nesting !== nesting) return false;
  if (at.kind === 'item' && frame.list === at.list) return true;
  // An inserted `9.1)` stands between `9)` and `10)` without ending their sequence.
  if (frame.reading?.kind !== 'step' || frame.reading.style !== reading.style) return false;
  const ahead = reading.value - frame.reading.last;
  return ahead >= 1 && ahead <= LARGEST_GAP;
}

/** For want of an empty line Markdown takes the next number into the item before: `1. one` / `    2. two`. */
function goesOn(frame: Frame, reading: Step, { at, nesting }: Candidate): boolean {
  if (at.kind !== 'line' || frame.nesting >= nesting || frame.reading?.kind !== 'step') return false;
  return frame.reading.style === reading.style && reading.value === frame.reading.last + 1;
}

/** Nobody puts `i.` below `iii.`: such a sequence follows the one before. */
function restarts(innermost: Frame | undefined, reading: Step, { nesting }: Candidate): boolean {
  const last = innermost?.reading;
  return (
    innermost?.level === undefined &&
    innermost?.nesting === nesting &&
    last?.kind === 'step' &&
    last.style === reading.style
  );
}

/** `9)` goes on where `8.` ended: nothing begins with nine. */
function isOtherHand(frame: Frame, reading: Step, { nesting }: Candidate): boolean {
  if (frame.nesting !== nesting || frame.reading?.kind !== 'step' || reading.value < 2) return false;
  return numeralStyle(frame.reading) === numeralStyle(reading) && reading.value === frame.reading.last + 1;
}

function numeralStyle({ style }: Step): string {
  return style.replace(/[().（）、．]/gu, '');
}

function lastValue({ reading }: Frame): number {
  return reading?.kind === 'step' ? reading.last : 0;
}

/** Whether a step may open a sequence of its own. */
function mayBegin(reading: Step, question: Question): boolean {
  const { candidate, index, known } = question;
  const { at, label } = candidate;
  if (at.kind === 'item') return at.size > 1 || (reading.value === 1 && !at.isDate);
  const isFollowed = hasSuccessor(reading, { candidate, index }, known.successors);
  if (at.kind === 'heading') return label?.isBare === false || isFollowed;
  return reading.value === 1 && (isFollowed || opensLikeOthers(reading, question));
}

/** A section of one clause, `A.` alone below its heading, where other sections begin so and go on with `B.` */
function opensLikeOthers(reading: Step, { index, candidates, known }: Question): boolean {
  const before = candidates[index - 1]?.at;
  return before?.kind === 'heading' && known.openings.has(`${before.level} ${reading.style}`);
}

function acceptPath(reading: Extract<Reading, { kind: 'path' }>, question: Question): Answer | undefined {
  const { frames, known, candidate } = question;
  const { path } = reading;
  const isFirstOfHeading = candidate.at.kind === 'heading' && path.at(-1) === 1;
  if (!isFirstOfHeading && !hasNeighbour(path, '', known)) return undefined;
  const holder = frames.findLastIndex(({ reading: open, level }) => level === undefined && isHead(open, path));
  const step = frames[holder];
  // Inside a numbered list that itself stands in a clause, `9.1` is numbered with that list.
  const prefix = step?.reading?.kind === 'step' ? step.anchor.slice(0, -step.reading.numeral.length) : '';
  const cited = path.join('.');
  const outer = holder === -1 ? frames.filter(({ level }) => level !== undefined) : frames.slice(0, holder + 1);
  const isInserted = step?.reading?.kind === 'step' && candidate.label?.typed.endsWith(')') === true;
  const beside = isInserted
    ? stepIn(frames.slice(0, holder), { ...step.reading, numeral: cited }, step.nesting)
    : undefined;
  const outlined = {
    reading,
    isInserted,
    isAgain: false,
    nesting: candidate.at.kind === 'line' ? rightfulNesting(question, step, path) : candidate.nesting,
    anchor: prefix + cited,
    citation: beside?.citation ?? cited,
    depth: beside?.depth ?? path.length,
  };
  return { outer: dropPaths(outer, path), outlined };
}

/** A line stands where the clause it belongs to stands, or its neighbours do. */
function rightfulNesting({ frames, candidate }: Question, step: Frame | undefined, path: readonly number[]): number {
  const neighbour = frames.findLast(({ reading }) => reading?.kind === 'path' && reading.path.length === path.length);
  return Math.min(candidate.nesting, (step ?? neighbour)?.nesting ?? candidate.nesting);
}

/** Whether an open clause is the beginning of `path`: `9)` of `9.1`, `3.3` of `3.3.2`. */
function isHead(open: Reading | undefined, path: readonly number[]): boolean {
  if (open?.kind === 'step') return open.style.includes('digit') && path.length === 2 && open.value === path[0];
  return (
    open?.kind === 'path' && open.path.length < path.length && open.path.every((part, index) => part === path[index])
  );
}

function dropPaths(frames: readonly Frame[], path: readonly number[]): readonly Frame[] {
  return frames.filter(
    ({ reading, level }) => level !== undefined || reading?.kind !== 'path' || isHead(reading, path),
  );
}

function acceptNamed(reading: Extract<Reading, { kind: 'named' }>, question: Question): Answer | undefined {
  const { frames, candidate, known } = question;
  const { name, path, anchor } = reading;
  const isHeading = candidate.at.kind === 'heading';
  // "п. 3.3.2 настоящего договора" does not begin a paragraph, and "п. 3.3.2 передать товар" does.
  const isBare = candidate.label?.isBare === true && !(name === 'п' && candidate.at.kind === 'block');
  if (!isHeading && (isBare || !hasNeighbour(path, `${name} `, known))) return undefined;
  const outer = frames.filter(({ level }) => level !== undefined);
  return {
    outer,
    outlined: {
      reading,
      isInserted: false,
      isAgain: false,
      nesting: candidate.nesting,
      anchor,
      citation: candidate.label?.typed.replace(/[.:)：．、]$/u, '') ?? anchor,
      depth: (outer.at(-1)?.depth ?? 0) + 1,
    },
  };
}

function listOf({ at }: Candidate): { list?: number } {
  return at.kind === 'item' ? { list: at.list } : {};
}
