/** A comparison goes in; what is said of it in words, whatever the format, comes out. */
import { type ComparedSide, summarize, type TextComparison } from '../index.ts';
import type { FormChange, Redline, RedlineBlock } from '../model/redline.ts';
import { counted } from './counted.ts';

/** `privacy: 2023-03-01 → 2025-02-01 (en)`. */
export function headingOf(comparison: TextComparison): string {
  const { policy, language } = comparison;
  switch (comparison.kind) {
    case 'compared':
      return `${policy}: ${sideName(comparison.older)} → ${sideName(comparison.newer)} (${language})`;
    case 'added':
      return `${policy}: ${sideName(comparison.newer)} (${language}) is new, and there is no edition before it`;
    case 'removed':
      return `${policy}: ${sideName(comparison.older)} (${language}) is there no more`;
  }
}

function sideName({ edition, revision }: ComparedSide): string {
  return revision === undefined ? edition : `${edition} at ${revision}`;
}

/** `Title: “A” → “B”.`, or nothing. */
export function titleChange({ older, newer }: TextComparison & { kind: 'compared' }): string[] {
  return older.title === newer.title ? [] : [`Title: “${older.title}” → “${newer.title}”.`];
}

const KINDS = [
  ...([
    ['added', 'added'],
    ['removed', 'removed'],
    ['changed', 'changed'],
    ['moved', 'moved'],
  ] as const),
  ...([
    ['renumbered', 'renumbered'],
    ['form', 'with changes of links or form only'],
  ] as const),
] as const;

/** A few sentences. */
export function countedChanges(redline: Redline): string[] {
  const counts = summarize(redline);
  const parts = KINDS.flatMap(([kind, words]) => (counts[kind] === 0 ? [] : [`${counts[kind]} ${words}`]));
  if (redline.sameWording) {
    const isSame = redline.blocks.every(({ kind }) => kind === 'same');
    return [isSame ? 'The texts are the same.' : 'No change in wording.'];
  }
  const clauses = parts.length === 0 ? [] : [`Clauses: ${parts.join(', ')}.`];
  const blocks = redline.blocks.filter(({ kind }) => kind !== 'same' && kind !== 'moved-away').length;
  const outside = redline.outside.some(({ kind }) => kind === 'changed') ? ['Text outside the clauses changed.'] : [];
  return [...clauses, ...outside, `${counted(blocks, 'paragraph')} differ${blocks === 1 ? 's' : ''}.`];
}

/** A line for each link that changed though its words did not. */
export function linkChanges({ blocks }: Redline): string[] {
  return formChanges(blocks).flatMap((change) => {
    if (change.kind !== 'link') return [];
    const { words, older, newer } = change;
    if (older === undefined) return [`“${words}” is now a link to ${newer}.`];
    if (newer === undefined) return [`“${words}” is no link any more; it led to ${older}.`];
    return [`The link “${words}” leads to ${newer}, no longer to ${older}.`];
  });
}

/** Those in tables too. */
function formChanges(blocks: readonly RedlineBlock[]): FormChange[] {
  return blocks.flatMap(({ form, content }) => {
    const cells = content.kind === 'table' ? content.rows.flatMap((row) => row.cells) : [];
    return [...form, ...cells.flatMap((cell) => formChanges(cell.blocks))];
  });
}
