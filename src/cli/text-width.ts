/** How many cells of a terminal a text takes, and the text cut into the units that a reader sees as one character. */

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** East Asian wide and fullwidth characters (UAX #11), by block, and what is drawn as a picture (UTS #51). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18CFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\uFE0F|\p{Emoji_Presentation}/u;
const MARKS_ONLY = /^[\p{Mn}\p{Me}\u200C\u200D]+$/u;

/** The grapheme clusters of `text` (UAX #29), in order. */
export function graphemesOf(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** Cells that one grapheme cluster takes: 0, 1 or 2. */
export function widthOfGrapheme(grapheme: string): 0 | 1 | 2 {
  if (MARKS_ONLY.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** Cells that `text` takes; it must hold no control characters. */
export function widthOf(text: string): number {
  return graphemesOf(text).reduce((sum, grapheme) => sum + widthOfGrapheme(grapheme), 0);
}
