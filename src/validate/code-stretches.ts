/** Markdown goes in; the stretches of it that are code, where words stand for themselves, come out. */

/** UTF-16 offsets; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Fenced blocks, and spans that begin and end on one line (CommonMark 4.5 and 6.1). */
export function codeStretches(markdown: string): Stretch[] {
  const stretches: Stretch[] = [];
  let fence: { readonly mark: string; readonly start: number } | undefined;
  let start = 0;
  for (const line of markdown.split('\n')) {
    const end = start + line.length;
    const mark = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && mark !== undefined && !line.trimStart().slice(mark.length).includes('`')) {
      fence = { mark, start };
    } else if (fence === undefined) {
      stretches.push(...spansIn(line, start));
    } else if (mark?.startsWith(fence.mark) && /^[\s>]*[`~]+\s*$/.test(line)) {
      stretches.push({ start: fence.start, end });
      fence = undefined;
    }
    start = end + 1;
  }
  return fence === undefined ? stretches : [...stretches, { start: fence.start, end: markdown.length }];
}

function spansIn(line: string, offset: number): Stretch[] {
  return [...line.matchAll(/(?<!`)(`+)(?!`)[^`]+\1(?!`)/g)].map(({ 0: span, index }) => ({
    start: offset + index,
    end: offset + index + span.length,
  }));
}
