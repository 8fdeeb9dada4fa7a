/** Blocks of indented code go in; what they say as Markdown comes out, placed where it stands in the source. */
import type { Code, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { parseMarkdown } from './markdown.ts';
import { visit } from './visit.ts';
import { sharedIndent } from './words/indented-text.ts';

export interface IndentedSource {
  readonly markdown: string;
  /** The lines of `markdown`. */
  readonly lines: readonly string[];
  /** What notes and link addresses are called, as their definitions begin (`[^1]:`), notes first: they count in the blocks too. */
  readonly names: readonly string[];
}

/** Ends every block but those of HTML and of fenced code. */
const DIVIDER = '***';
const MAY_SWALLOW = /[<`~]/;

interface Job {
  readonly index: number;
  /** Number of its first line in the source, from 0. */
  readonly first: number;
  readonly rows: readonly string[];
}

/** Parses all blocks at once, as far as none can take in the next: parsing has a price for each text, however short. */
export function parseIndented(codes: readonly Code[], source: IndentedSource): RootContent[][] {
  const jobs = codes.map((code, index): Job => {
    const written = code.value.split('\n');
    const indent = sharedIndent(written);
    return {
      index,
      first: (code.position?.start.line ?? 1) - 1,
      rows: written.map((row) => row.slice(indent)),
    };
  });
  const isAlone = ({ rows }: Job) => rows.some((row) => MAY_SWALLOW.test(row));
  const starts = startsOf(source.lines);
  const texts: RootContent[][] = codes.map(() => []);
  for (const group of [jobs.filter((job) => !isAlone(job)), ...jobs.filter(isAlone).map((job) => [job])]) {
    if (group.length > 0) parseGroup(group, { ...source, starts, texts });
  }
  return texts;
}

interface GroupWork extends IndentedSource {
  /** Offset of each line of the source. */
  readonly starts: readonly number[];
  /** By the index of the block. */
  readonly texts: RootContent[][];
}

/** A line of the joined text: which block it belongs to and which of its lines it is. */
interface Origin {
  readonly job: Job;
  readonly row: number;
}

function parseGroup(group: readonly Job[], work: GroupWork): void {
  const own = group.flatMap(({ rows }) => [...rows, '', DIVIDER]);
  const head = [...namesWithin(own.join('\n'), work.names).map((name) => `${name} #`), DIVIDER];
  const origins: (Origin | undefined)[] = head.map(() => undefined);
  for (const job of group) origins.push(...job.rows.map((_, row) => ({ job, row })), undefined, undefined);
  const tree = parseMarkdown([...head, ...own].join('\n'));
  const kept: Root = { type: 'root', children: [] };
  for (const node of tree.children) {
    const origin = origins[(node.position?.start.line ?? 1) - 1];
    if (origin === undefined) continue;
    kept.children.push(node);
    work.texts[origin.job.index]?.push(node);
  }
  visit(kept, ({ position }) => {
    if (position === undefined) return;
    place(position.start, origins, work);
    place(position.end, origins, work);
  });
}

function namesWithin(text: string, names: readonly string[]): readonly string[] {
  if (!text.includes('[')) return [];
  const upper = text.toUpperCase();
  return names.filter((name) => upper.includes(name.slice(0, -1).toUpperCase()));
}

function startsOf(lines: readonly string[]): number[] {
  let next = 0;
  return lines.map((line) => {
    const start = next;
    next += line.length + 1;
    return start;
  });
}

/** A line of a block is the end of a line of the source. */
function place(point: Point, origins: readonly (Origin | undefined)[], { lines, starts }: GroupWork): void {
  const origin = origins[point.line - 1];
  if (origin === undefined) return;
  const { job, row } = origin;
  const line = job.first + row;
  const column = point.column + Math.max(0, (lines[line] ?? '').length - (job.rows[row] ?? '').length);
  Object.assign(point, { line: line + 1, column, offset: (starts[line] ?? 0) + column - 1 });
}
