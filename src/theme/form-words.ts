/** The words that tell of changes which no word of a text tells of, by key, with the placeholders each must hold. */

/** As in `WORDS`, of which they are a part. */
export const FORM_WORDS = {
  'form-row': ['words'],
  'form-link': ['words', 'older', 'newer'],
  'form-link-set': ['words', 'newer'],
  'form-link-removed': ['words', 'older'],
  'form-reference': ['words', 'target', 'moved'],
  'form-note': [],
  'form-note-words': [],
  'form-emphasis': ['words'],
  'form-level': ['older', 'newer'],
  'form-date-set': ['date'],
  'form-date-removed': ['date'],
  'form-role': [],
  'form-parted': [],
  'form-joined': [],
  'form-label': ['older', 'newer'],
  'form-columns': ['inserted', 'deleted'],
  'form-cells': [],
} as const;
