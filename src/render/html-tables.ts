/** The raw HTML of a text goes in; a problem for words in a table that stand in no cell, and so would be moved in front of it, comes out. */
import type { Html, Root } from 'mdast';
import { withoutComments } from './blank-html.ts';
import type { Problem, Problems } from './problems.ts';
import { visit } from './visit.ts';
import { HTML_TAG } from './words/tags.ts';

const STRUCTURE = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup']);
const CELLS = new Set(['td', 'th', 'caption']);

const STRAY: Problem = {
  ruleId: 'html-table-text',
  message: 'These words stand in a table, but in none of its cells: a browser would move them in front of the table.',
  hint: 'Put them between <td> and </td>, in <caption>…</caption>, or outside of the table.',
};

/** Browsers move such words (HTML Living Standard, 13.2.6.1, foster parenting). */
export function checkHtmlTables(tree: Root, problems: Problems): void {
  /** For each open table, whether a cell is open in it. */
  const tables: boolean[] = [];
  visit(tree, (node) => {
    if (node.type === 'html') readTags(node, tables, problems);
    else if (node.type === 'text' && tables.at(-1) === false && node.value.trim() !== '')
      problems.at(node.position, STRAY);
  });
}

function readTags(node: Html, tables: boolean[], problems: Problems): void {
  const html = withoutComments(node.value);
  for (let at = 0; at < html.length; ) {
    HTML_TAG.lastIndex = at;
    const tag = html[at] === '<' ? HTML_TAG.exec(html) : null;
    const next = html.indexOf('<', at + 1);
    const end = tag === null ? (next === -1 ? html.length : next) : at + tag[0].length;
    if (tag !== null) noteTag(tag[0].startsWith('</'), (tag[1] ?? '').toLowerCase(), tables);
    else if (tables.at(-1) === false) reportWords(node, { at, words: html.slice(at, end) }, problems);
    at = end;
  }
}

function noteTag(isEnd: boolean, name: string, tables: boolean[]): void {
  if (name === 'table' && isEnd) tables.pop();
  else if (name === 'table') tables.push(false);
  else if (tables.length > 0 && (STRUCTURE.has(name) || CELLS.has(name)))
    tables[tables.length - 1] = CELLS.has(name) && !isEnd;
}

function reportWords(node: Html, { at, words }: { at: number; words: string }, problems: Problems): void {
  const lead = words.length - words.trimStart().length;
  const [line = ''] = words.slice(lead).split('\n');
  if (line !== '') problems.inHtml(node, { offset: at + lead, length: line.trimEnd().length }, STRAY);
}
