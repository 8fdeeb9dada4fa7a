/** What an author calls a change, and what was found in it, go in; what is said of either, in a sentence, comes out. */
import type { Edition } from '../../model/policy.ts';
import type { ClauseChange, ClauseChangeKind } from '../../model/redline.ts';
import type { SubstanceFinding, SubstanceKind } from '../../model/substance.ts';
import type { RedlineSpeech } from './redline-words.ts';

/** In the order of what weighs most. */
export const SUBSTANCE_KINDS: readonly SubstanceKind[] = [
  ...(['clause-removed', 'clause-added', 'modal', 'negation', 'party', 'amount', 'period', 'date', 'number'] as const),
  ...(['jurisdiction', 'passage-removed', 'passage-added', 'reference', 'link'] as const),
];

const CAME_OR_WENT: { readonly [kind in SubstanceKind]?: ClauseChangeKind } = {
  'clause-removed': 'removed',
  'clause-added': 'added',
};

/** Whether the author calls the change editorial; nothing if the author does not say. */
export function authorJudgement(change: Edition['change'], { say }: RedlineSpeech): string | undefined {
  return change === undefined ? undefined : say(`author-${change}`);
}

/**
 * `May change what the text means: periods (2), parties (1).` Nothing if nothing was found. Clauses that came or went are as many as
 * `changes` has, for they are counted there, too: a heading among them, which alone is not found to matter, makes no second number.
 */
export function substanceSentence(
  findings: readonly Pick<SubstanceFinding, 'kind'>[],
  changes: readonly Pick<ClauseChange, 'kind'>[],
  { say }: RedlineSpeech,
): string | undefined {
  const list = SUBSTANCE_KINDS.flatMap((kind) => {
    const found = findings.filter((finding) => finding.kind === kind).length;
    const counted = CAME_OR_WENT[kind];
    const count =
      found === 0 || counted === undefined ? found : changes.filter((change) => change.kind === counted).length;
    return count === 0 ? [] : [`${say(`substance-${kind}`)} (${count})`];
  });
  return list.length === 0 ? undefined : say('substance-found', { list: list.join(', ') });
}
