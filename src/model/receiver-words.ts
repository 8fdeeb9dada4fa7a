/** The sentences that visitors read in the pages of the feedback receiver, where the site has none: keys of the theme's words. */

/** With their placeholders. */
export const RECEIVER_WORDS = {
  'receiver-arrived': [],
  'receiver-arrived-text': [],
  'receiver-failed': [],
  'receiver-not-stored': [],
  'receiver-fields': [],
  'receiver-empty': [],
  'receiver-missing': ['field'],
  'receiver-email': [],
  'receiver-too-large': [],
  'receiver-origin': [],
  'receiver-rate': [],
  'receiver-unavailable': [],
  'receiver-type': [],
} as const;

/** The sentences in one language, whose tag (BCP 47) is `language`. */
export type ReceiverWords = { readonly language: string } & { readonly [Key in keyof typeof RECEIVER_WORDS]: string };
