/** A Markdown tree goes in; a problem for every character reference that stands for no character, or for one nobody may see, comes out. */
import { decodeHTML } from 'entities/decode';
import type { Root } from 'mdast';
import type { Problem, Problems } from './problems.ts';
import { visit } from './visit.ts';

const NUMBER = /&#(?:([0-9]{1,7})|[xX]([0-9A-Fa-f]{1,6}));/g;
/** What Markdown puts for it (CommonMark 0.31, 2.5). */
const REPLACEMENT = '\uFFFD';
/** They change the order in which the letters after them are shown (UAX #9); as themselves they are refused before. */
const BIDIRECTIONAL = /[\u202a-\u202e\u2066-\u2069]/;

/** Old programs count dashes and quotes as 128 to 159, where Unicode has none: browsers know what was meant, Markdown does not. */
export function checkCharacterReferences(tree: Root, markdown: string, problems: Problems): void {
  const reported = new Set<number>();
  visit(tree, ({ position, ...node }) => {
    // What browsers make of the rest of HTML is looked at where HTML is.
    const isHtml = node.type === 'html';
    if (position === undefined || (!isHtml && !isMarred(node))) return;
    const from = position.start.offset ?? 0;
    const source = markdown.slice(from, position.end.offset);
    for (const { 0: written, 1: decimal, 2: hexadecimal = '', index } of source.matchAll(NUMBER)) {
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      const isRight = isHtml ? !isBidirectional(code) : isCharacter(code) && !isBidirectional(code);
      if (isRight || markdown[from + index - 1] === '\\' || reported.has(from + index)) continue;
      reported.add(from + index);
      const before = source.slice(0, index).split('\n');
      const line = position.start.line + before.length - 1;
      const column = (before.length === 1 ? position.start.column : 1) + (before.at(-1)?.length ?? 0);
      problems.at({ start: { line, column }, end: { line, column: column + written.length } }, problemOf(written));
    }
  });
}

/** Looks at a node's own text, not into those it holds. */
function isMarred(node: object): boolean {
  return Object.entries(node).some(
    ([name, value]) =>
      /^(?:value|url|title|alt)$/.test(name) &&
      (String(value).includes(REPLACEMENT) || BIDIRECTIONAL.test(String(value))),
  );
}

function isCharacter(code: number): boolean {
  if (code > 0x10ffff) return false;
  const character = String.fromCodePoint(code);
  return /[\t\n\f\r]/.test(character) || !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(character);
}

function isBidirectional(code: number): boolean {
  return code <= 0xffff && BIDIRECTIONAL.test(String.fromCharCode(code));
}

function problemOf(written: string): Problem {
  const meant = decodeHTML(written);
  if (BIDIRECTIONAL.test(meant)) {
    return {
      ruleId: 'character-reference',
      message: `"${written}" stands for an invisible character that changes the order in which the letters after it are shown.`,
      hint: 'Delete it. Right-to-left text needs no such character.',
    };
  }
  if (/^[\p{Cc}\p{Noncharacter_Code_Point}\uFFFD]$/u.test(meant)) {
    return {
      ruleId: 'character-reference',
      message: `"${written}" stands for no character: the page would show "${REPLACEMENT}" in its place.`,
      hint: 'Write the character that is meant, or remove it.',
    };
  }
  return {
    ruleId: 'character-reference',
    message: `"${written}" stands for no character: the page would show "${REPLACEMENT}" where "${meant}" was probably meant.`,
    hint: `Write the character itself: ${meant}`,
  };
}
