/** Blocks of a redline go in; a sentence for each clause that was given a date of its own, or lost it, comes out. */
import type { ElementContent } from 'hast';
import type { RedlineBlock, Run } from '../../model/redline.ts';
import { isClass } from './hast.ts';
import type { RedlineSpeech } from './redline-words.ts';

/** Without such a date a clause applies with its edition, which no word of the text says. Another date is marked as such. */
export function dateNotes(blocks: readonly RedlineBlock[], { say }: RedlineSpeech): string[] {
  return blocks.flatMap(({ older, newer, content }) => {
    if (older === undefined || newer === undefined || content.kind !== 'text') return [];
    const before = content.runs
      .map((run) => (run.kind === 'inserted' ? '' : dateIn(nodesBefore(run))))
      .join('')
      .trim();
    const after = content.runs
      .map((run) => (run.kind === 'deleted' ? '' : dateIn(run.nodes)))
      .join('')
      .trim();
    if ((before === '') === (after === '')) return [];
    return [after === '' ? say('form-date-removed', { date: before }) : say('form-date-set', { date: after })];
  });
}

function nodesBefore(run: Run): readonly ElementContent[] {
  return run.kind === 'same' || run.kind === 'restyled' ? (run.older ?? run.nodes) : run.nodes;
}

function dateIn(nodes: readonly ElementContent[], isWithin = false): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return isWithin ? node.value : '';
      return node.type === 'element' ? dateIn(node.children, isWithin || isClass(node, 'clause-date')) : '';
    })
    .join('');
}
