/** Clauses go in as they open; which are open, the outermost first, comes out. */

export interface Outline<Entry> {
  /** The clause in which one of this depth would open. */
  readonly around: (depth: number) => Entry | undefined;
  /** Closes those of the same depth and deeper. */
  readonly open: (depth: number, entry: Entry) => void;
  readonly current: () => Entry | undefined;
}

export function createOutline<Entry>(): Outline<Entry> {
  let entries: { readonly depth: number; readonly entry: Entry }[] = [];
  return {
    around: (depth) => entries.findLast((each) => each.depth < depth)?.entry,
    open: (depth, entry) => {
      entries = [...entries.filter((each) => each.depth < depth), { depth, entry }];
    },
    current: () => entries.at(-1)?.entry,
  };
}
