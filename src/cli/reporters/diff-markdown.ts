/** Comparisons go in; one Markdown text for a comment on a pull request comes out. */
import { type Marks, plainText, type TextComparison } from '../../index.ts';
import { factsOf, headingOf, moveOf, sectionsOf } from '../diff-words.ts';
import { visibleLine } from '../visible-text.ts';

/** In characters: GitHub takes 65,536 in a comment. */
const LONGEST = 60_000;

/** Only what changed. Where it would grow too long for a comment it ends early, and says so. */
export function diffMarkdown(comparisons: readonly TextComparison[]): string {
  const lines = comparisons.length === 0 ? ['No text differs.'] : comparisons.flatMap(linesOf);
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > LONGEST;
  });
  const shown =
    end === -1 ? lines : [...lines.slice(0, end), '', '*The rest is left out: it is too long for a comment.*'];
  return `${shown.join('\n').trimEnd()}\n`;
}

function linesOf(comparison: TextComparison): string[] {
  const heading = `### ${escaped(headingOf(comparison))}`;
  if (comparison.kind !== 'compared') return [heading, ''];
  const facts = factsOf(comparison).flatMap((fact) => [escaped(fact), '']);
  const sections = sectionsOf(comparison).flatMap(({ heading: name, lines }) => [
    ...[`**${name}:**`, ''],
    ...[...lines.map((line) => `- ${escaped(line)}`), ''],
  ]);
  const blocks = comparison.redline.blocks.filter(({ kind }) => kind !== 'same');
  const changes = blocks.flatMap((block) =>
    plainText([block], MARKS).flatMap((line) => {
      const text = line.replace(/^..(?:#+ |• )?/, '');
      const moved = moveOf(line);
      const sign = moved === undefined ? '' : `*${moved}:* `;
      return text.trim() === '' ? [] : [`> ${sign}${text}`, ''];
    }),
  );
  return [heading, '', ...facts, ...sections, ...changes];
}

const MARKS: Marks = {
  same: escaped,
  deleted: (words) => `<del>${words}</del>`,
  inserted: (words) => `<ins>${words}</ins>`,
  restyled: (words) => words,
  lone: (words, side) => (words === '' ? '' : side === 'older' ? `<del>${words}</del>` : `<ins>${words}</ins>`),
};

/** Nothing in a policy's words is taken for mark-up, for a person to notify (`@name`) or for an issue (`#1`). */
function escaped(words: string): string {
  return visibleLine(words)
    .replace(/[\\`*_{}[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[@#](?=[\p{L}\p{N}])/gu, '$&<!-- -->');
}
