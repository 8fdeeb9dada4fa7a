/** All places of a text where a label may stand go in; what the others say of one of them comes out. */
import type { Candidate } from './outline.ts';
import { hasSuccessor, type Successors, successorsIn } from './successors.ts';

/** What occurs in the text, for telling a sequence from a chance number: all paths and names. */
export interface Neighbourhood {
  readonly paths: ReadonlySet<string>;
  /** Levels of headings, each with a style in which a sequence begins right below such a heading. */
  readonly openings: ReadonlySet<string>;
  readonly successors: Successors;
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
  const successors = successorsIn(candidates);
  return { paths, openings: openingsOf(candidates, successors), successors };
}

function openingsOf(candidates: readonly Candidate[], successors: Successors): ReadonlySet<string> {
  const openings = new Set<string>();
  for (const [index, candidate] of candidates.entries()) {
    const { at, label } = candidate;
    const before = candidates[index - 1]?.at;
    if (at.kind === 'heading' || at.kind === 'item' || before?.kind !== 'heading') continue;
    for (const reading of label?.readings ?? []) {
      const isFirst = reading.kind === 'step' && reading.value === 1;
      if (isFirst && hasSuccessor(reading, { candidate, index }, successors))
        openings.add(`${before.level} ${reading.style}`);
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
