/** A redline goes in; it comes out as lines of text, with `[-words-]` for what was taken out and `{+words+}` for what was put in, or other marks. */
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

/** How words are written: `same` gets them as they stand in the text, the others as `same` writes them. */
export interface Marks {
  readonly same: (words: string) => string;
  readonly deleted: (words: string) => string;
  readonly inserted: (words: string) => string;
  readonly restyled: (words: string) => string;
  /** The words of a block that stands in one text alone. */
  readonly lone: (words: string, side: 'older' | 'newer') => string;
}

const BRACKETS: Marks = {
  same: (words) => words,
  deleted: (words) => `[-${words}-]`,
  inserted: (words) => `{+${words}+}`,
  restyled: (words) => `~${words}~`,
  lone: (words) => words,
};

/**
 * A line per block, a row of a table with its cells between `|` and, if it moved, the sign of that. Words of a block that stands in one text alone are not marked
 * apart; `~words~` have other mark-up than before. `¶` is the end of a paragraph that was parted from, or joined to, the one before.
 */
export function plainText(blocks: readonly RedlineBlock[], marks: Marks = BRACKETS): string[] {
  return blocks.flatMap((block) => {
    const sign = SIGNS[block.kind];
    if (block.content.kind === 'table')
      return block.content.rows.map((row) => (rowSign(row) ?? sign) + rowText(row, marks));
    const isLone = block.kind === 'inserted' || block.kind === 'deleted' || block.kind === 'moved-away';
    const side = block.kind === 'inserted' ? 'newer' : 'older';
    const words = isLone
      ? marks.lone(marks.same(block.content.runs.map(plain).join('').trim()), side)
      : block.content.runs.map((run) => runText(run, marks)).join('');
    return [
      sign +
        [opening(block), seam(block, marks), labelText(block, marks), words].filter((part) => part !== '').join(' '),
    ];
  });
}

function opening({ older, newer }: RedlineBlock): string {
  const role = (newer ?? older)?.role;
  if (role?.kind === 'heading') return '#'.repeat(role.level);
  if (role?.kind === 'rule') return '---';
  return role?.kind === 'item' ? '•' : '';
}

/** The end of the paragraph before that was put in or taken out. */
function seam({ kind, older, newer }: RedlineBlock, marks: Marks): string {
  if (kind === 'moved-away') return '';
  if (older?.continues) return marks.inserted('¶');
  return newer?.continues ? marks.deleted('¶') : '';
}

function labelText({ older, newer }: RedlineBlock, marks: Marks): string {
  const [before, after] = [marks.same(labelOf(older)), marks.same(labelOf(newer))];
  if (older === undefined) return after === '' ? '' : marks.lone(after, 'newer');
  if (newer === undefined) return before === '' ? '' : marks.lone(before, 'older');
  if (before === after) return after;
  return `${before === '' ? '' : marks.deleted(before)}${after === '' ? '' : marks.inserted(after)}`;
}

function labelOf(side: BlockSide | undefined): string {
  return side?.label ?? '';
}

function rowSign({ kind }: RedlineRow): string | undefined {
  return kind === 'moved-here' || kind === 'moved-away' ? SIGNS[kind] : undefined;
}

function rowText({ kind, cells }: RedlineRow, marks: Marks): string {
  const isWhole = kind === 'inserted' || kind === 'deleted';
  const parts = cells.map((cell) => {
    const isLone = isWhole || cell.kind === 'inserted' || cell.kind === 'deleted';
    // Within what is marked as a whole, nothing is marked apart.
    const inner = isLone ? unmarked(marks) : marks;
    const text = plainText(cell.blocks, inner)
      .map((line) => line.slice(2))
      .join(' / ');
    if (isWhole || !isLone) return text;
    return cell.kind === 'inserted' ? marks.inserted(text) : marks.deleted(text);
  });
  const row = `| ${parts.join(' | ')} |`;
  return kind === 'inserted' ? marks.inserted(row) : kind === 'deleted' ? marks.deleted(row) : row;
}

function runText(run: Run, marks: Marks): string {
  const words = marks.same(plain(run));
  return run.kind === 'same' ? words : marks[run.kind](words);
}

function unmarked({ same }: Marks): Marks {
  const asIs = (words: string) => words;
  return { same, deleted: asIs, inserted: asIs, restyled: asIs, lone: asIs };
}

function plain({ nodes }: Run): string {
  return textOf(nodes).replaceAll(STAND_IN, '*').replace(/\s+/g, ' ');
}
