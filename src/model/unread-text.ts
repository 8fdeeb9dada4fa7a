/** A text that was read from a file goes in; all of it but the Markdown, which is taken from the file when it is asked for, comes out. */
import type { EditionText, TextGist } from './policy.ts';

export interface UnreadText extends Omit<EditionText, 'markdown' | 'gist'> {
  readonly gist: TextGist;
}

/** Does not ask for the Markdown. */
export function unread(text: UnreadText): UnreadText {
  const { language, title, summary, path, gist, lineOffset, keyPlaces } = text;
  return { language, title, ...(summary === undefined ? {} : { summary }), path, gist, lineOffset, keyPlaces };
}

/** True for a text that says what is known of its Markdown. */
export function hasGist(value: unknown): value is UnreadText {
  return typeof value === 'object' && value !== null && 'gist' in value && 'markdown' in value;
}
