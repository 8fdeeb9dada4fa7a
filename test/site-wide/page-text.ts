/** HTML of a page goes in; what it says comes out, in a few plain lines that outlive a change of the theme's mark-up. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, type Element, elementsOf, first, isElement, isText, parsePage } from './html.ts';

/** Title, language, standing with search engines, then the page's main part: headings, notices, facts, rows, links. */
export function pageText(html: string): string {
  const root = parsePage(html);
  const head = [
    `title: ${line(first(root, 'title'))}`,
    `language: ${attribute(root, 'lang')}, ${attribute(root, 'dir')}`,
    ...named(root, 'meta', 'robots').map((meta) => `robots: ${attribute(meta, 'content')}`),
    ...named(root, 'link', 'canonical').map((link) => `canonical: ${attribute(link, 'href')}`),
  ];
  return `${[head.join('\n'), ...blocksOf(first(root, 'main'))].join('\n\n')}\n`;
}

function named(root: Element, tag: string, name: string): Element[] {
  return elementsOf(root, (element) => {
    return element.tagName === tag && [attribute(element, 'name'), attribute(element, 'rel')].includes(name);
  });
}

/** One entry for each part that stands on lines of its own. */
function blocksOf(element: Element): string[] {
  const { tagName } = element;
  if (attribute(element, 'hidden') !== undefined) return [];
  if (tagName === 'template') return [later(element)];
  if (/^h[1-6]$/.test(tagName)) return [`${'#'.repeat(Number(tagName[1]))} ${foreign(element)}${line(element)}`];
  if (attribute(element, 'role') === 'note') return [`> ${line(element)}`];
  if (tagName === 'dl') return [elementsOf(element, isPair).map(pair).join('\n')];
  if (tagName === 'ul' || tagName === 'ol')
    return [
      childrenOf(element)
        .map((item) => `- ${line(item)}`)
        .join('\n'),
    ];
  if (tagName === 'tr') return [childrenOf(element).map(line).join(' | ')];
  if (tagName === 'p' || childrenOf(element).length === 0) return line(element) === '' ? [] : [line(element)];
  const blocks = childrenOf(element).flatMap(blocksOf);
  return tagName === 'article' ? [`--- ${foreign(element)}text ---`, ...blocks, '---'] : blocks;
}

const childrenOf = (element: Element) => element.childNodes.filter(isElement);
const isPair = (element: Element) => childrenOf(element).some(({ tagName }) => tagName === 'dt');

function pair(element: Element): string {
  const [term, ...rest] = childrenOf(element).map(line);
  return `${term}: ${rest.join(' ')}`;
}

/** Language and direction, where an element says them itself. */
function foreign(element: Element): string {
  const dir = attribute(element, 'dir');
  return dir === undefined ? '' : `(${attribute(element, 'lang')}, ${dir}) `;
}

/** What the page keeps ready for a later instant. */
function later(template: Element): string {
  const words = (template as DefaultTreeAdapterTypes.Template).content.childNodes.map((child) =>
    isText(child) ? child.value : isElement(child) ? line(child) : '',
  );
  return `[from ${attribute(template, 'data-from')}: ${words.join(' ').replace(/\s+/g, ' ').trim()}]`;
}

/** All on one line, links as `[text](address)`. */
function line(element: Element): string {
  return inner(element).replace(/\s+/g, ' ').trim();
}

function inner(element: Element): string {
  return element.childNodes
    .map((child) => {
      if (isText(child)) return child.value;
      if (!isElement(child)) return '';
      if (child.tagName === 'template') return ` ${later(child)} `;
      if (child.tagName !== 'a') return ['p', 'div', 'li'].includes(child.tagName) ? ` ${inner(child)} ` : inner(child);
      return `[${line(child)}](${attribute(child, 'href')})`;
    })
    .join('');
}
