/** What is known while a Markdown text is read line by line, and where its passages are put down. */
import type { ContainerStart } from './block-starts.ts';
import type { Passage } from './passage.ts';

/** An open block that holds others. */
export interface Container {
  readonly kind: ContainerStart['kind'];
  /** Columns a later line must be indented to belong to it; 0 for quotes. */
  readonly width: number;
  /** Where its text goes: a note's stands apart. */
  readonly passages: Passage[];
  isEmpty: boolean;
}

/** The innermost open block, which holds text. */
export type Leaf =
  | { readonly kind: 'none' | 'table' }
  | { readonly kind: 'code'; readonly lines: number[] }
  | { readonly kind: 'paragraph'; readonly lines: number[]; readonly opensItem: boolean }
  | { readonly kind: 'html'; readonly lines: number[]; readonly until: RegExp | undefined }
  | { readonly kind: 'fence'; readonly closing: RegExp };

export interface Scan {
  readonly markdown: string;
  /** Numbers of list items as shown, if not as typed. */
  readonly markers: readonly string[] | undefined;
  markerCount: number;
  readonly main: Passage[];
  readonly notes: { label: string; passages: Passage[] }[];
  readonly links: Set<string>;
  /** How many indented blocks of prose it stands in. */
  readonly depth: number;
  /** The open ones, from the outermost. */
  readonly containers: Container[];
  leaf: Leaf;
}

export type ScanStart = Pick<Scan, 'markdown' | 'markers' | 'markerCount' | 'depth'>;

export function createScan(start: ScanStart): Scan {
  return { ...start, main: [], notes: [], links: new Set(), containers: [], leaf: { kind: 'none' } };
}

/** Adds a passage where the text goes at present. */
export function addPassage(scan: Scan, kind: Passage['kind'], lines: readonly number[], opensItem = false): void {
  passagesOf(scan).push({ kind, lines, opensItem });
}

/** Where the passages of the innermost container go. */
export function passagesOf({ containers, main }: Scan): Passage[] {
  return containers.at(-1)?.passages ?? main;
}

/** Notes that something has been put into the innermost container. */
export function fillContainer({ containers }: Scan): void {
  const innermost = containers.at(-1);
  if (innermost !== undefined) innermost.isEmpty = false;
}
