/** The sentences that visitors read in the receiver's own pages, by key; the words themselves come from the theme. */

export const RECEIVER_WORDS = [
  'receiver-arrived',
  'receiver-arrived-text',
  'receiver-failed',
  'receiver-not-stored',
  'receiver-fields',
  'receiver-empty',
  'receiver-email',
  'receiver-too-large',
  'receiver-origin',
  'receiver-rate',
  'receiver-unavailable',
  'receiver-type',
] as const;

/** The sentences in one language, whose tag (BCP 47) is `language`. */
export type PageWords = { readonly language: string } & { readonly [Key in (typeof RECEIVER_WORDS)[number]]: string };
