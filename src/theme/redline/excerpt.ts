/** A change of a clause goes in; the first words of the clause, by which a reader tells it from others, come out. */
import type { ClauseChange, RedlineBlock, Run } from '../../model/redline.ts';
import { shorten } from '../../model/shorten.ts';
import { plainText } from './hast.ts';

/** Characters. */
const LONGEST = 60;

/** As the clause has them in the newer text, or in the older if it is gone from there; empty where no words open it. */
export function excerptOf(blocks: readonly RedlineBlock[], { older, newer }: ClauseChange): string {
  const [name, elsewhere, left] =
    newer === undefined
      ? (['older', 'moved-here', 'inserted'] as const)
      : (['newer', 'moved-away', 'deleted'] as const);
  const { anchor } = newer ?? older ?? {};
  const opening = blocks.find((block) => block.kind !== elsewhere && block[name]?.anchor === anchor);
  if (anchor === undefined || opening?.content.kind !== 'text') return '';
  return shorten(opening.content.runs.map((run) => wordsOf(run, left)).join(''), LONGEST);
}

/** `left` are runs that the text does not have. */
function wordsOf(run: Run, left: 'inserted' | 'deleted'): string {
  if (run.kind === left) return '';
  // The older text may spell it otherwise.
  const isOlder = left === 'inserted' && (run.kind === 'same' || run.kind === 'restyled');
  return textOf((isOlder ? run.older : undefined) ?? run.nodes);
}

function textOf(nodes: Run['nodes']): string {
  return nodes.map(plainText).join('');
}
