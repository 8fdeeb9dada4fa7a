/** A redline goes in; it comes out as plain text, with `[-words-]` for what was taken out and `{+words+}` for what was put in. */
import type { BlockSide, RedlineBlock, RedlineRow, Run } from '../model/redline.ts';
import { STAND_IN, textOf } from './pieces.ts';

/** What opens the line of a block. A block that stayed or changed within opens with a space. */
const SIGNS: { readonly [kind in RedlineBlock['kind']]: string } = {
  same: '  ',
  changed: '  ',
  replaced: '  ',
  inserted: '+ ',
  deleted: '- ',
  'moved-here': '> ',
  'moved-away': '< ',
};

/**
 * A line per block, a row of a table with its cells between `|`. Words of a block that stands in one text alone are not marked
 * apart; `~words~` have other mark-up than before.
 */
export function plainText(blocks: readonly RedlineBlock[]): string[] {
  return blocks.flatMap((block) => {
    const sign = SIGNS[block.kind];
    if (block.content.kind === 'table') return block.content.rows.map((row) => sign + rowText(row));
    const isLone = block.kind === 'inserted' || block.kind === 'deleted' || block.kind === 'moved-away';
    const words = block.content.runs.map((run) => (isLone ? plain(run) : runText(run))).join('');
    return [
      sign + [opening(block), labelText(block), words.replace(/\s+/g, ' ')].filter((part) => part !== '').join(' '),
    ];
  });
}

function opening({ older, newer }: RedlineBlock): string {
  const role = (newer ?? older)?.role;
  if (role?.kind === 'heading') return '#'.repeat(role.level);
  if (role?.kind === 'rule') return '---';
  return role?.kind === 'item' ? '•' : '';
}

function labelText({ older, newer }: RedlineBlock): string {
  const [before, after] = [labelOf(older), labelOf(newer)];
  if (older === undefined || before === after) return after;
  if (newer === undefined) return before;
  return `${before === '' ? '' : `[-${before}-]`}${after === '' ? '' : `{+${after}+}`}`;
}

function labelOf(side: BlockSide | undefined): string {
  return side?.label ?? '';
}

function rowText({ kind, cells }: RedlineRow): string {
  const sign = kind === 'inserted' ? '{+' : kind === 'deleted' ? '[-' : '';
  const parts = cells.map((cell) => {
    const text = plainText(cell.blocks)
      .map((line) => line.slice(2))
      .join(' / ');
    if (sign !== '' || cell.kind === 'same' || cell.kind === 'changed') return text;
    return cell.kind === 'inserted' ? `{+${text}+}` : `[-${text}-]`;
  });
  return `${sign}| ${parts.join(' | ')} |${sign === '{+' ? '+}' : sign === '[-' ? '-]' : ''}`;
}

function runText(run: Run): string {
  const text = plain(run);
  switch (run.kind) {
    case 'same':
      return text;
    case 'restyled':
      return `~${text}~`;
    case 'deleted':
      return `[-${text}-]`;
    case 'inserted':
      return `{+${text}+}`;
  }
}

function plain({ nodes }: Run): string {
  return textOf(nodes).replaceAll(STAND_IN, '*');
}
