/** The HTML an author may write in Markdown, as data: elements, their attributes, and the schemes a link may lead to. */
import type { Schema } from 'hast-util-sanitize';

const EVERYWHERE = ['id', 'lang', 'dir', 'title'] as const;

/** Attributes each allowed element may carry besides those allowed everywhere. `ins` and `del` are not here: they mean a redline. */
const ELEMENTS: { readonly [tag: string]: readonly string[] } = {
  a: ['href', 'name'],
  abbr: [],
  b: [],
  blockquote: ['cite'],
  br: [],
  caption: [],
  cite: [],
  code: [],
  col: ['span'],
  colgroup: ['span'],
  dd: [],
  details: ['open'],
  dfn: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  i: [],
  kbd: [],
  li: ['value'],
  ol: ['start', 'type', 'reversed'],
  p: [],
  pre: [],
  q: ['cite'],
  s: [],
  samp: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['colspan', 'rowspan', 'headers', 'align'],
  tfoot: [],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'align'],
  thead: [],
  tr: [],
  u: [],
  ul: [],
  var: [],
};

/** Elements without an end tag (HTML Living Standard, void elements). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'col']);

/** Elements whose end tag may be left out (HTML Living Standard, optional tags). */
export const OPTIONAL_END: ReadonlySet<string> = new Set([
  ...['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'colgroup', 'caption'],
]);

/** Schemes of links that leave the site. */
export const SCHEMES: readonly string[] = ['https', 'http', 'mailto', 'tel'];

export function isAllowedElement(tag: string): boolean {
  return Object.hasOwn(ELEMENTS, tag);
}

export function isAllowedAttribute(tag: string, attribute: string): boolean {
  return EVERYWHERE.includes(attribute as (typeof EVERYWHERE)[number]) || (ELEMENTS[tag]?.includes(attribute) ?? false);
}

/** hast names of attributes whose HTML name differs. */
const HAST_NAMES: { readonly [attribute: string]: string } = { colspan: 'colSpan', rowspan: 'rowSpan' };

/**
 * The same allow-list for rehype-sanitize, which runs after our own check as a second lock, plus the mark-up that
 * Markdown itself brings: footnotes, task lists and the language of code.
 */
export const SANITIZE_SCHEMA: Schema = {
  tagNames: [...Object.keys(ELEMENTS), 'input', 'section'],
  attributes: {
    '*': [...EVERYWHERE],
    ...Object.fromEntries(
      Object.entries(ELEMENTS).map(([tag, names]) => [tag, names.map((name) => HAST_NAMES[name] ?? name)]),
    ),
    a: [
      'href',
      'name',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaDescribedBy',
      'ariaLabel',
      ['className', 'data-footnote-backref', 'label'],
      'dataCite',
    ],
    code: [['className', /^language-./]],
    h2: [['className', 'sr-only']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: ['value', ['className', 'task-list-item']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    // An author's own attributes are checked before: this one is ours.
    span: [['className', 'label'], 'dataClause'],
    div: [['className', 'text', 'clause'], 'dataDepth'],
    ul: [
      ['className', 'contains-task-list', 'numbered'],
      ['role', 'list'],
    ],
  },
  protocols: { href: [...SCHEMES], cite: ['https', 'http'] },
  // Ids keep their names: they are public addresses, and a prefix would break footnotes.
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
};
