/** A change of a clause goes in; the first words of the clause, by which a reader tells it from others, come out. */
import type { ElementContent } from 'hast';
import type { ClauseChange, RedlineBlock, Run } from '../../model/redline.ts';
import { isClass } from './hast.ts';
import { shorten } from './shorten.ts';

/** Characters. */
const LONGEST = 60;

/** Of the newer text, or of the older where there is none; empty for a table. */
export function excerptOf(blocks: readonly RedlineBlock[], { block, newer }: ClauseChange): string {
  const content = blocks[block]?.content;
  if (content?.kind !== 'text') return '';
  const left = newer === undefined && blocks[block]?.newer === undefined ? 'inserted' : 'deleted';
  const words = content.runs.map((run) => (run.kind === left ? '' : textOf(run.nodes))).join('');
  return shorten(words, LONGEST);
}

function textOf(nodes: Run['nodes']): string {
  return nodes.map(plain).join('');
}

/** Without the numbers of notes. */
function plain(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.tagName === 'sup' || isClass(node, 'sr-only')) return '';
  return textOf(node.children);
}
