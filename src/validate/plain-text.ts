/** Markdown goes in; text of the same length comes out in which marks, code, tags and addresses are blank, so that offsets stay true. */
import { codeStretches, type Stretch } from './code-stretches.ts';

/** What is no word of the text. Each expression is linear: where it fails, it has read no further than its next possible beginning. */
const NOT_TEXT = [
  /<!--[\s\S]*?(?:-->|$)/g,
  /<\/?[A-Za-z][^<>]*>/g,
  /^ {0,3}\[(?!\^)[^[\]\n]+\]:.*$/gm,
  /(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[^\S\n]+"[^"\n]*"[^\S\n]*)?\)/g,
  /(?<=\])\[[^[\]\n]*\]/g,
  /\{#[\w.-]+\}/g,
  /[*_~`[\]\\]|^ {0,3}#{1,6}(?=\s)/gm,
];

/** Line ends stay, and so do the marks of lists, quotes and tables, which part what is said. */
export function plainText(markdown: string): string {
  return NOT_TEXT.reduce(
    (text, expression) => text.replace(expression, blank),
    blankOut(markdown, codeStretches(markdown)),
  );
}

/** `text` with `stretches` of it blank; they must be in order and apart. */
export function blankOut(text: string, stretches: readonly Stretch[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of stretches) {
    parts.push(text.slice(done, start), blank(text.slice(start, end)));
    done = end;
  }
  return [...parts, text.slice(done)].join('');
}

/** Nothing but blanks and line ends, of the length of `text`. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
