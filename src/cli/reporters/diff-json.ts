/** Comparisons go in; one JSON document for programs comes out. */
import { plainText, summarize, type TextComparison } from '../../index.ts';
import { isDifferent } from '../../model/comparison.ts';
import type { ClauseName } from '../../model/redline.ts';
import { moveOf } from '../diff-words.ts';
import { escapeUnprintable } from './json.ts';

/** Counts up when a member changes its meaning or goes away; new members may come at any time. */
const FORMAT = 1;

/**
 * The document, indented, with a line feed at its end. Members, always all of them:
 * - `version`: 1, the version of this format; `isDifferent`: whether the exit code is 1;
 * - `comparisons`: `{policy, language, kind, isDifferent, older, newer, authors, passedOver, corrections, sameWording, counts,
 *   clauses, outside, substance, links, blocks}`. `kind` is `compared`, `added` or `removed`; for the latter two all behind `newer`
 *   is null. `older` and `newer` are null or `{edition, title, path, applies, revision, withdrawn}`, `applies` being sentences. `authors`: what is said of each edition
 *   after the older one, `{edition, summary, change}`. `passedOver`: `{edition, withdrawn}`, editions withdrawn before the newer one
 *   takes force. `corrections`: those before which both texts are read, `{edition, on, clause, was, now, reason}`. `counts`: clauses
 *   by kind of change. `clauses`: `{kind, older, newer, whole}`, of which `whole` is the clause that another was split off from or joined to; `substance`: `{kind, words: {older, newer}, older, newer}`, a clause being
 *   null or `{anchor, citation, title}`. `outside`: `{place, kind}`, what changed in no clause. `links`: a sentence each.
 *   `blocks`: those that changed, `{kind, lines, notes}`, with `[-words-]` taken out and `{+words+}` put in; `notes` are sentences about what no word tells of.
 */
export function diffJson(comparisons: readonly TextComparison[]): string {
  const document = {
    version: FORMAT,
    isDifferent: comparisons.some(isDifferent),
    comparisons: comparisons.map(comparisonJson),
  };
  return `${escapeUnprintable(JSON.stringify(document, null, 2))}\n`;
}

function comparisonJson(comparison: TextComparison) {
  const { policy, language, kind } = comparison;
  const side = (name: 'older' | 'newer') => {
    const found = name in comparison ? Object.entries(comparison).find(([key]) => key === name)?.[1] : undefined;
    return found === undefined
      ? null
      : { ...found, revision: found.revision ?? null, withdrawn: found.withdrawn ?? null };
  };
  const base = {
    policy,
    language,
    kind,
    isDifferent: isDifferent(comparison),
    older: side('older'),
    newer: side('newer'),
  };
  if (comparison.kind !== 'compared') {
    const nothing = { authors: null, passedOver: null, corrections: null, sameWording: null, counts: null };
    return { ...base, ...nothing, clauses: null, outside: null, substance: null, links: null, blocks: null };
  }
  const { redline, substance, authors, passedOver, undone, notes } = comparison;
  return {
    ...base,
    authors: authors.map(({ edition, summary = null, change = null }) => ({ edition, summary, change })),
    passedOver,
    corrections: undone.map(({ edition, on, clause = null, was, now, reason }) => ({
      edition,
      on,
      clause,
      was,
      now,
      reason,
    })),
    sameWording: redline.sameWording,
    counts: summarize(redline),
    clauses: redline.changes.map((change) => ({
      kind: change.kind,
      older: clauseJson(change.older),
      newer: clauseJson(change.newer),
      whole: clauseJson(change.whole),
    })),
    outside: redline.outside.map(({ place, kind: what }) => ({ place, kind: what })),
    substance: substance.map(({ kind: what, older, newer, clause }) => ({
      kind: what,
      words: { older, newer },
      older: clauseJson(clause.older),
      newer: clauseJson(clause.newer),
    })),
    links: notes.filter(({ isLink }) => isLink).map(({ sentence }) => sentence),
    blocks: redline.blocks.flatMap((block, index) => {
      if (block.kind === 'same') return [];
      const own = notes.filter((note) => note.block === index).map(({ sentence }) => sentence);
      const isTable = block.content.kind === 'table';
      const lines = plainText([block]).map((line) => {
        const moved = isTable && block.kind === 'changed' ? moveOf(line) : undefined;
        return moved === undefined ? line.slice(2) : `${moved}: ${line.slice(2)}`;
      });
      return [{ kind: block.kind, lines, notes: own }];
    }),
  };
}

function clauseJson(clause: ClauseName | undefined) {
  if (clause === undefined) return null;
  const { anchor, citation, label, title } = clause;
  return { anchor, citation: citation ?? label ?? null, title };
}
