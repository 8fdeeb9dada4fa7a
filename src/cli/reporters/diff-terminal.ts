/** A comparison goes in; it comes out as text for a terminal: what changed with a little around it, in colour or with brackets. */
import { type Marks, plainText, type TextComparison } from '../../index.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { factsOf, headingOf, sectionsOf } from '../diff-words.ts';
import { type Paint, PLAIN } from '../paint.ts';
import { visibleLine } from '../visible-text.ts';

/** Unchanged blocks shown before and behind a changed one. */
const CONTEXT = 1;

export function diffTerminal(comparison: TextComparison, paint: Paint): string {
  const heading = paint.strong(visibleLine(headingOf(comparison)));
  if (comparison.kind !== 'compared') return `${heading}\n\n`;
  const sections = sectionsOf(comparison).flatMap((section) => [
    ...['', `${section.heading}:`],
    ...section.lines.map((line) => `  ${section.isWeighty ? paint.warning('!') : '–'} ${visibleLine(line)}`),
  ]);
  const facts = factsOf(comparison).map(visibleLine);
  return [heading, ...facts, ...sections, '', ...bodyLines(comparison.redline.blocks, paint), '']
    .map((line) => `${line}\n`)
    .join('');
}

/** Changed blocks with their neighbours; what lies between is counted. */
function bodyLines(blocks: readonly RedlineBlock[], paint: Paint): string[] {
  const lines: string[] = [];
  const marks = marksFor(paint);
  const isChanged = (index: number) => blocks[index] !== undefined && blocks[index].kind !== 'same';
  let skipped = 0;
  const settle = () => {
    if (skipped > 0) lines.push(paint.dim(`  … ${skipped} unchanged …`));
    skipped = 0;
  };
  if (!blocks.some((_, index) => isChanged(index))) return lines;
  for (const [index, block] of blocks.entries()) {
    const isNear = Array.from({ length: 2 * CONTEXT + 1 }, (_, at) => index - CONTEXT + at).some(isChanged);
    if (!isNear) {
      skipped += 1;
      continue;
    }
    settle();
    const shown = plainText([block], marks);
    lines.push(...(block.kind === 'same' ? shown.map(paint.dim) : shown));
  }
  settle();
  return lines;
}

function marksFor(paint: Paint): Marks {
  const same = visibleLine;
  if (paint === PLAIN) {
    return {
      same,
      deleted: (words) => `[-${words}-]`,
      inserted: (words) => `{+${words}+}`,
      restyled: (words) => `~${words}~`,
      lone: (words, side) => (side === 'older' ? `[-${words}-]` : `{+${words}+}`),
    };
  }
  const [deleted, inserted] = [paint.deleted, paint.inserted];
  return {
    same,
    deleted,
    inserted,
    restyled: paint.restyled,
    lone: (words, side) => (side === 'older' ? deleted(words) : inserted(words)),
  };
}
