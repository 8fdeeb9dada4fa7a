/** A redline goes in; one of the two texts it compares comes out, read from the redline alone. */
import type { ElementContent } from 'hast';
import type { BlockSide, RedlineBlock, RedlineRow, Run } from '../model/redline.ts';
import { textOf } from './pieces.ts';

export type SideName = 'older' | 'newer';

/** A block of a text, as plain words. */
export interface ReadBlock {
  readonly side: BlockSide;
  readonly text: string;
}

/**
 * Every word, number and mark of that text, block by block, as it spells them. White space is that of either text; a note's number
 * is a U+FFFC.
 */
export function readSide(blocks: readonly RedlineBlock[], name: SideName): ReadBlock[] {
  return blocks.flatMap((block) => {
    const side = block[name];
    return side === undefined || !standsIn(block, name) ? [] : [{ side, text: textOn(block, name) }];
  });
}

/** Whether the block is one of that text. */
export function standsIn(block: RedlineBlock, name: SideName): boolean {
  return block[name] !== undefined && block.kind !== (name === 'older' ? 'moved-here' : 'moved-away');
}

/** The words of a block as one of the texts has them. */
export function textOn({ content }: RedlineBlock, name: SideName): string {
  if (content.kind === 'text') return content.runs.map((run) => plain(nodesOn(run, name))).join('');
  const elsewhere = name === 'older' ? 'moved-here' : 'moved-away';
  const rows = content.rows.filter(({ kind }) => kind !== elsewhere);
  return rows.map((row) => rowOn(row, name)).join('\n');
}

function rowOn({ cells }: RedlineRow, name: SideName): string {
  const read = cells.flatMap(({ blocks }) => readSide(blocks, name));
  return read.map(({ side: { label = '' }, text }) => `${label} ${text}`.trim()).join(' ');
}

function nodesOn(run: Run, name: SideName): readonly ElementContent[] {
  switch (run.kind) {
    case 'same':
      return name === 'older' ? (run.older ?? run.nodes) : run.nodes;
    case 'restyled':
      return name === 'older' ? run.older : run.nodes;
    case 'deleted':
      return name === 'older' ? run.nodes : [];
    case 'inserted':
      return name === 'newer' ? run.nodes : [];
  }
}

function plain(nodes: readonly ElementContent[]): string {
  return textOf(nodes);
}
