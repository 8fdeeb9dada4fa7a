/** The words of the page that compares any two editions, by key, with the placeholders each must hold. */

/** As in `WORDS`, of which they are a part. */
export const COMPARE_WORDS = {
  'compare-intro': [],
  'compare-from': [],
  'compare-to': [],
  'compare-show': [],
  'compare-not-in-language': [],
  'compare-busy': [],
  'compare-done': ['from', 'to'],
  'compare-one': [],
  'compare-unknown': ['id'],
  'compare-languages': ['id'],
  'compare-missing': ['edition', 'status'],
  'compare-failed': [],
  'compare-neighbours': [],
  'compare-in-a-row': [],
  'compare-none': [],
  'choice-announced': ['edition', 'from'],
  'choice-withdrawn': ['edition', 'on'],
  'title-compared': ['policy', 'from', 'to'],
  'imprint-of': ['page', 'address'],
} as const;
