/** The words of the calendar and of the feeds, by key, with the placeholders their sentences must hold: a part of `WORDS`. */

export const EVENT_WORDS = {
  // Events of the calendar
  'event-applies': ['policy'],
  'event-applies-to': ['policy', 'to'],
  'event-withdrawn': ['policy'],
  'event-retired': ['policy'],

  // Entries of the feeds
  'feed-corrected': ['edition'],
  'feed-withdrawn': ['edition'],
  'feed-moved': ['edition'],
  'feed-of-site': [],
  'feed-of-policy': [],
  'feed-about': [],

  // What happened to a text
  'text-before-corrections': [],
  'page-moved': [],
  'page-moved-to': [],
} as const satisfies { readonly [key: string]: readonly string[] };
