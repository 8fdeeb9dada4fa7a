/** Blocks of a redline that are one clause's on one side or both go in; the redline of that clause alone comes out. */
import type { BlockSide, Container, RedlineBlock, RedlineCell, RedlineRow, Run } from '../model/redline.ts';
import type { OwnedBlock } from './owned-blocks.ts';
import type { SideName } from './read-side.ts';

/** What came from another clause is put in, and what went to another one is taken out, whether or not it is new to the text. */
export function ownRedline(owned: readonly OwnedBlock[], opening: RedlineBlock | undefined): RedlineBlock[] {
  const around = containersAround(opening?.within ?? []);
  return owned.map(({ block, part }) => {
    const { counterpart: _, ...own } = { ...block, within: block.within.slice(around) };
    if (part !== 'both') return oneSided(own, part, part === 'older' ? 'deleted' : 'inserted');
    return own.kind === 'moved-here' ? { ...own, kind: 'changed' } : own;
  });
}

/** The newer text of a clause that was not there before: there is nothing to compare it with. */
export function ownText(owned: readonly RedlineBlock[], opening: RedlineBlock | undefined): RedlineBlock[] {
  const around = containersAround(opening?.within ?? []);
  return owned.map(({ counterpart: _, ...block }) =>
    oneSided({ ...block, within: block.within.slice(around) }, 'newer', 'same'),
  );
}

/** How many elements hold the clause and others: a list and its item, if it is an item, are its own. */
function containersAround(within: readonly Container[]): number {
  const own = within.findLastIndex(({ isLabelled }) => isLabelled);
  if (own === -1) return within.length;
  return within[own]?.tagName === 'li' ? Math.max(0, own - 1) : own;
}

type OneSided = 'deleted' | 'inserted' | 'same';

function oneSided(block: RedlineBlock, side: SideName, kind: OneSided): RedlineBlock {
  const { older, newer, content, ...rest } = block;
  const own = ownSide(side === 'older' ? (older ?? newer) : (newer ?? older), kind);
  const around = { ...rest, ...own, kind, form: [] };
  if (content.kind === 'table') {
    return { ...around, content: { ...content, rows: content.rows.flatMap((row) => rowOn(row, side, kind)) } };
  }
  return { ...around, content: { ...content, runs: runsOn(content.runs, side, kind) } };
}

function ownSide(side: BlockSide | undefined, kind: OneSided): Pick<RedlineBlock, 'older' | 'newer'> {
  if (side === undefined) return {};
  return kind === 'deleted' ? { older: side } : { newer: side };
}

function runsOn(runs: readonly Run[], side: SideName, kind: OneSided): Run[] {
  const nodes = runs.flatMap((run) => {
    if (side === 'older' && 'older' in run) return run.older ?? run.nodes;
    return isOn(run.kind, side) ? run.nodes : [];
  });
  return nodes.length === 0 ? [] : [{ kind, nodes }];
}

function rowOn(row: RedlineRow, side: SideName, kind: OneSided): RedlineRow[] {
  if (!isOn(row.kind, side)) return [];
  return [{ ...row, kind, cells: row.cells.flatMap((cell) => cellOn(cell, side, kind)) }];
}

function cellOn(cell: RedlineCell, side: SideName, kind: OneSided): RedlineCell[] {
  if (!isOn(cell.kind, side)) return [];
  const own = cell.blocks.filter((block) => isOn(block.kind, side));
  return [{ ...cell, kind, blocks: own.map((block) => oneSided(block, side, kind)) }];
}

function isOn(kind: string, side: SideName): boolean {
  const others = side === 'older' ? ['inserted', 'moved-here'] : ['deleted', 'moved-away'];
  return !others.includes(kind);
}
