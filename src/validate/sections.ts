/** Markdown and the names of a kind of section go in; where such sections stand comes out. */
import type { Stretch } from './code-stretches.ts';

const LONGEST_NAME = 80;
/** Deeper than any heading: a line that stands alone. */
const LINE = 7;

/** Chinese and Japanese put nothing between words. */
const LETTER = '[\\p{Script=Latin}\\p{Script=Cyrillic}]';

/** A regular expression for any of `names`, where it is not part of a longer word. A space stands for one blank. */
export function anyOf(names: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<!${LETTER})(?:${names.replaceAll(' ', '\\s')})(?!${LETTER})`, flags);
}

/** From each heading that has one of the names in it, or line that is one, to the next heading that is not below it. */
export function sectionsNamed(markdown: string, name: RegExp): Stretch[] {
  const found: Stretch[] = [];
  let open: { readonly start: number; readonly level: number } | undefined;
  let start = 0;
  for (const line of markdown.split('\n')) {
    const level = line === '' ? undefined : /^ {0,3}(#{1,6})\s/.exec(line)?.[1]?.length;
    if (open !== undefined && level !== undefined && level <= open.level) {
      found.push({ start: open.start, end: start });
      open = undefined;
    }
    if (open === undefined && isNamed(line, name, level !== undefined)) open = { start, level: level ?? LINE };
    start += line.length + 1;
  }
  return open === undefined ? found : [...found, { start: open.start, end: markdown.length }];
}

function isNamed(line: string, name: RegExp, isHeading: boolean): boolean {
  if (line === '' || line.length > LONGEST_NAME) return false;
  const match = name.exec(line);
  return match !== null && (isHeading || !/[\p{L}\p{N}]/u.test(line.replace(match[0], '')));
}
