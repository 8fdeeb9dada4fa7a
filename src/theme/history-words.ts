/** The words of the history of clauses, by key, with the placeholders each must hold. */

/** As in `WORDS`, of which they are a part. */
export const HISTORY_WORDS = {
  'history-of-clauses': [],
  'clause-unchanged': ['date'],
  'clause-changed': [],
  'clause-new': [],
  'clause-version': ['number', 'total'],
  'clauses-intro': [],
  'clauses-method': [],
  'clauses-none': [],
  'clauses-present': ['date'],
  'clauses-gone': [],
  versions: ['count'],
  'version-number': ['number'],
  'version-moved': [],
  'version-until': ['date'],
  'clause-gone': ['date'],
} as const;
