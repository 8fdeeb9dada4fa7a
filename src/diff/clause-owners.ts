/** The blocks of a redline and the clauses of both texts go in; whose own words each block is, on either side, comes out. */
import type { Clause } from '../model/clause.ts';
import type { Owners } from '../model/clause-match.ts';
import type { RedlineBlock } from '../model/redline.ts';
import type { SideName } from './read-side.ts';

interface Open {
  readonly anchor: string;
  readonly depth: number;
  /** The item of a list that holds the clause: what follows the item is not the clause's. */
  readonly item: string | undefined;
}

export function ownersOf(
  blocks: readonly RedlineBlock[],
  clauses: { readonly older: readonly Clause[]; readonly newer: readonly Clause[] },
): Owners {
  const older = ownersOn('older', blocks, clauses.older);
  // A block that moved is the older clause's where it stood.
  const stood = blocks.map(
    ({ kind, counterpart = -1 }, index) => older[kind === 'moved-here' ? counterpart : index] ?? null,
  );
  return { older: stood, newer: ownersOn('newer', blocks, clauses.newer) };
}

function ownersOn(name: SideName, blocks: readonly RedlineBlock[], clauses: readonly Clause[]): (string | null)[] {
  const elsewhere = name === 'older' ? 'moved-here' : 'moved-away';
  const depths = new Map(clauses.map(({ anchor, depth }) => [anchor, depth]));
  let open: readonly Open[] = [];
  return blocks.map((block) => {
    const side = block[name];
    if (side === undefined || block.kind === elsewhere) return null;
    const items = block.within.filter(({ tagName }) => tagName === 'li').map(({ key }) => key);
    open = open.filter(({ item }) => item === undefined || items.includes(item));
    if (side.role.kind === 'note') return null;
    const depth = depths.get(side.anchor ?? '');
    if (side.anchor !== undefined && depth !== undefined) {
      const own = { anchor: side.anchor, depth, item: items.at(-1) };
      open = [...open.filter((each) => each.depth < depth), own];
    }
    return open.at(-1)?.anchor ?? null;
  });
}
