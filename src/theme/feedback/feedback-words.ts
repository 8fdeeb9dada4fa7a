/** The words that the script of the form says. */
import type { WordKey } from '../words.ts';

/** Keys of `WORDS`, as templates/assets/feedback.js knows them. */
export const FEEDBACK_WORDS = [
  ...(['form-problems', 'form-error', 'form-empty', 'form-email', 'form-long', 'form-left', 'form-over'] as const),
  ...([
    'form-sending',
    'form-sent',
    'form-number',
    'form-another',
    'form-unsure',
    'form-refused',
    'form-unsent',
  ] as const),
  ...(['form-why-refused', 'form-why-reported', 'form-why-busy', 'form-why-fault', 'form-why-unclear'] as const),
  ...(['form-why-late', 'form-why-offline', 'form-why-unread', 'form-kept', 'form-once', 'form-twice'] as const),
  ...(['form-retry', 'form-copy', 'form-mail', 'copied', 'copy-failed'] as const),
] as const satisfies readonly WordKey[];
