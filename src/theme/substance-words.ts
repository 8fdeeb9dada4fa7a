/** The words that tell what may change the meaning of a text, by key, with the placeholders each must hold. */

/** As in `WORDS`, of which they are a part. */
export const SUBSTANCE_WORDS = {
  'substance-found': ['list'],
  'substance-none': [],
  'substance-listed': [],
  'substance-note': [],
  'substance-more': ['count'],
  'substance-changed': ['older', 'newer'],
  'substance-put-in': ['newer'],
  'substance-taken-out': ['older'],
  'substance-number': [],
  'substance-amount': [],
  'substance-date': [],
  'substance-period': [],
  'substance-negation': [],
  'substance-modal': [],
  'substance-party': [],
  'substance-jurisdiction': [],
  'substance-reference': [],
  'substance-link': [],
  'substance-clause-added': [],
  'substance-clause-removed': [],
  'substance-passage-added': [],
  'substance-passage-removed': [],
} as const;
