/** A text as a page shows it and as it is rendered go in; mark-up that it has beyond that, which may hide words or show others, comes out. */
import type { Element, Root, RootContent } from 'hast';
import { DATE_NOTE, NOTES } from '../model/clause.ts';
import { collapse } from './visible-text.ts';

/** The heading above the notes is a word or two of the theme. */
const LONGEST_HEADING = 60;

/** Each as it would be said of a page: `has a <details> that the text has not`. Empty if there is nothing. */
export function strangeMarkup(shown: Root, expected: Root): string[] {
  const [found, known] = [marksOf(shown), marksOf(expected)];
  const more = [...found].filter(([mark, count]) => count > (known.get(mark) ?? 0)).map(([mark]) => mark);
  const heading = headingsOf(shown.children);
  return [
    ...(more.length === 0 ? [] : [`marks up the text as it was not: ${more.slice(0, 5).join(', ')}`]),
    ...(noted(shown) === noted(expected) ? [] : ['numbers or places the notes of the text otherwise']),
    ...(heading.every((words) => words.length <= LONGEST_HEADING) ? [] : ['says more than a heading above the notes']),
  ];
}

/** How often each element, class and property that a browser heeds is there. Themes print the text as it is: so there can be no more. */
function marksOf(tree: Root): Map<string, number> {
  const marks = new Map<string, number>();
  const count = (mark: string) => marks.set(mark, (marks.get(mark) ?? 0) + 1);
  walk(tree.children, ({ tagName, properties }) => {
    const isDateNote = properties[DATE_NOTE] !== undefined;
    count(`<${tagName}>`);
    for (const [name, value] of Object.entries(isDateNote ? { className: ['clause-date'] } : properties)) {
      if (/^(href|id|title|lang|cite|data[A-Z]|aria)/.test(name)) continue;
      if (!Array.isArray(value)) count(`${name}="${String(value)}"`);
      else for (const part of value) count(`class “${String(part)}”`);
    }
  });
  return marks;
}

/** The words with the numbers of notes where they stand. */
function noted(tree: Root): string {
  const words: string[] = [];
  const read = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type === 'text') words.push(node.value);
      if (node.type !== 'element' || node.properties.id === NOTES || isDateNote(node)) continue;
      read(node.children);
    }
  };
  read(tree.children);
  return collapse(words.join('')).replace(/ /g, '');
}

function isDateNote({ properties: { className, [DATE_NOTE]: clause } }: Element): boolean {
  return clause !== undefined || (Array.isArray(className) && className.includes('clause-date'));
}

/** What a theme says at the end of a clause about its past: without words of its own, alone in a paragraph where need be. */
function isHistoryNote({ tagName, properties: { className }, children }: Element): boolean {
  if (Array.isArray(className) && className.join() === 'clause-history') {
    return ['a', 'span'].includes(tagName) && children.length === 0;
  }
  return (
    tagName === 'p' && children.length > 0 && children.every((node) => node.type === 'element' && isHistoryNote(node))
  );
}

function headingsOf(nodes: readonly RootContent[]): string[] {
  const headings: string[] = [];
  walk(nodes, (element) => {
    if (element.properties.id === NOTES) headings.push(wordsIn(element));
  });
  return headings;
}

function wordsIn({ children }: Element): string {
  return children
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? wordsIn(node) : ''))
    .join('');
}

function walk(nodes: readonly RootContent[], visit: (element: Element) => void): void {
  for (const node of nodes) {
    if (node.type !== 'element' || isHistoryNote(node)) continue;
    visit(node);
    walk(node.children, visit);
  }
}
