/** All places of a text where a label may stand go in; what the others say of one of them comes out. */
import type { Reading } from './label.ts';
import type { Candidate } from './outline.ts';

/** What occurs in the text, for telling a sequence from a chance number: all paths and names. */
export interface Neighbourhood {
  readonly paths: ReadonlySet<string>;
  /** Levels of headings, each with a style in which a sequence begins right below such a heading. */
  readonly openings: ReadonlySet<string>;
}

export function neighbourhood(candidates: readonly Candidate[]): Neighbourhood {
  const paths = new Set<string>();
  for (const { label } of candidates) {
    for (const reading of label?.readings ?? []) {
      if (reading.kind === 'path') paths.add(reading.path.join('.'));
      // "Section 1" is also what 1.1 stands in.
      else if (reading.kind === 'named') {
        paths.add(`${reading.name} ${reading.path.join('.')}`).add(reading.path.join('.'));
      } else if (reading.style.startsWith('digit')) paths.add(String(reading.value));
    }
  }
  return { paths, openings: openingsOf(candidates) };
}

function openingsOf(candidates: readonly Candidate[]): ReadonlySet<string> {
  const openings = new Set<string>();
  for (const [index, { at, label }] of candidates.entries()) {
    const before = candidates[index - 1]?.at;
    if (at.kind === 'heading' || at.kind === 'item' || before?.kind !== 'heading') continue;
    for (const reading of label?.readings ?? []) {
      const isFirst = reading.kind === 'step' && reading.value === 1;
      if (isFirst && hasSuccessor(reading, { candidates, index })) openings.add(`${before.level} ${reading.style}`);
    }
  }
  return openings;
}

/** Whether the number before, the one after or the one above occurs too; `prefix` is the name and a blank, if it has one. */
export function hasNeighbour(path: readonly number[], prefix: string, { paths }: Neighbourhood): boolean {
  const last = path.at(-1) ?? 0;
  const head = path.slice(0, -1);
  const near = [[...head, last - 1], [...head, last + 1], ...(head.length === 0 ? [] : [head])];
  return near.some((neighbour) => paths.has(prefix + neighbour.join('.')));
}

/** In candidates. No section of a real text is as long; a text of ten thousand labels that lead nowhere would take minutes. */
const FURTHEST = 1_000;

/** Looks for the next label of the same style at the same place, until a heading ends the search. */
export function hasSuccessor(
  reading: Extract<Reading, { kind: 'step' }>,
  from: { candidates: readonly Candidate[]; index: number },
): boolean {
  const start = from.candidates[from.index];
  const end = Math.min(from.candidates.length, from.index + FURTHEST);
  for (let index = from.index + 1; index < end; index += 1) {
    const later = from.candidates[index];
    if (later === undefined) return false;
    if (later.at.kind === 'heading' && start?.at.kind !== 'heading') return false;
    if (start !== undefined && later.nesting < start.nesting) return false;
    const found = later.label?.readings.some(
      (next) => next.kind === 'step' && next.style === reading.style && next.value === reading.last + 1,
    );
    if (found === true && later.nesting === start?.nesting) return true;
  }
  return false;
}
