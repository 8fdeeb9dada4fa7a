/** The words that a redline is dressed in, wherever that is done: while building, or in a visitor's browser. */
import type { Words } from '../speak.ts';
import type { WordKey } from '../words.ts';

export const REDLINE_WORDS = [
  ...(['text-before', 'text-after'] as const),
  ...(['insertion-start', 'insertion-end', 'deletion-start', 'deletion-end'] as const),
  ...(['change-number', 'previous-change', 'next-change', 'moved-to', 'moved-from', 'shown-whole'] as const),
  ...([
    'unchanged',
    'changed-clauses',
    'no-change-in-wording',
    'opening-text',
    'number-before',
    'in-table',
    'notes-of',
  ] as const),
  ...(['title-changed', 'no-change-below-title'] as const),
  ...(['outside-text', 'outside-changed', 'outside-form', 'kind-outside', 'footnotes', 'clauses-within'] as const),
  ...(['corrections-undone'] as const),
  ...(['count-added', 'count-removed', 'count-moved', 'count-changed', 'count-form', 'count-renumbered'] as const),
  ...(['count-split', 'count-joined', 'kind-split', 'kind-joined', 'split-from', 'joined-to'] as const),
  ...(['kind-added', 'kind-removed', 'kind-moved', 'kind-changed', 'kind-form', 'kind-renumbered'] as const),
  ...(['form-link', 'form-link-set', 'form-link-removed', 'form-reference', 'form-note', 'form-emphasis'] as const),
  ...(['substance-found', 'substance-none', 'substance-listed', 'substance-note'] as const),
  ...(['substance-more', 'substance-changed', 'substance-put-in', 'substance-taken-out'] as const),
  ...(['substance-number', 'substance-amount', 'substance-date', 'substance-period', 'substance-negation'] as const),
  ...(['substance-modal', 'substance-party', 'substance-jurisdiction', 'substance-reference'] as const),
  ...(['substance-link', 'substance-clause-added', 'substance-clause-removed'] as const),
  ...(['substance-passage-added', 'substance-passage-removed'] as const),
  ...([
    'form-date-set',
    'form-date-removed',
    'form-row',
    'form-note-words',
    'row-moved-away',
    'row-moved-here',
  ] as const),
  ...(['form-level', 'form-role', 'form-parted', 'form-joined', 'form-label', 'form-columns', 'form-cells'] as const),
] as const satisfies readonly WordKey[];

export type RedlineSpeech = Pick<Words, 'say'>;
