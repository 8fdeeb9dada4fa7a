/** The inline content of a block in both texts goes in; what is the same and what changed in it comes out. */
import type { ElementContent } from 'hast';
import type { FormChange, TextContent } from '../model/redline.ts';
import { editsOf } from './edits.ts';
import type { Line } from './line.ts';
import { runsOf } from './runs.ts';
import { simplify } from './simplify.ts';
import type { Judge } from './targets.ts';

export interface TextSide {
  readonly inline: readonly ElementContent[];
  readonly line: () => Line;
}

export interface ComparedText {
  readonly content: TextContent;
  readonly form: readonly FormChange[];
  /** True if a block of many words was not worth, or was beyond, comparing word by word. */
  readonly isReplaced: boolean;
}

/** In words; a shorter block that changed altogether is simply changed. */
const LARGE = 600;

export function compareText(older: TextSide, newer: TextSide, judge: Judge): ComparedText {
  if (isAlike(older.inline, newer.inline) && !leadsWithin(newer.inline)) {
    const runs = newer.inline.length === 0 ? [] : [{ kind: 'same', nodes: newer.inline } as const];
    return { content: { kind: 'text', runs }, form: [], isReplaced: false };
  }
  const lines = { older: older.line(), newer: newer.line(), judge };
  const sides = { older: lines.older.tokens, newer: lines.newer.tokens };
  const edits = simplify(editsOf(sides), sides);
  const { runs, form } = runsOf(edits, lines);
  const isLarge = Math.min(sides.older.length, sides.newer.length) > LARGE;
  return { content: { kind: 'text', runs }, form, isReplaced: isLarge && !edits.some(({ kind }) => kind === 'same') };
}

/** The same text under the same mark-up, to the character; addresses aside. */
function isAlike(older: readonly ElementContent[], newer: readonly ElementContent[]): boolean {
  if (older === newer) return true;
  if (older.length !== newer.length) return false;
  return older.every((one, index) => {
    const other = newer[index];
    if (one === other) return true;
    if (one.type === 'text') return other?.type === 'text' && one.value === other.value;
    if (one.type !== 'element' || other?.type !== 'element' || one.tagName !== other.tagName) return false;
    const { href, title, checked } = one.properties;
    const isSame = href === other.properties.href && title === other.properties.title;
    return isSame && checked === other.properties.checked && isAlike(one.children, other.children);
  });
}

/** Whether a link leads within the text: the same address may mean another place. */
export function leadsWithin(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => {
    if (node.type !== 'element') return false;
    return String(node.properties.href ?? '').startsWith('#') || leadsWithin(node.children);
  });
}
