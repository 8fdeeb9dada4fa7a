/** An element's name and properties go in; its tags come out as hast-util-to-html prints them, or nothing where only that knows how. */
import type { Properties } from 'hast';

/** Elements that are printed as any other is: with both tags, and their content between. */
const PLAIN = new Set(
  `a abbr b blockquote cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 i ins kbd li ol p pre q s samp section small
  span strong sub summary sup table tbody td tfoot th thead tr u ul var`.split(/\s+/),
);

/** Properties that are no Booleans, with the attributes they are printed as; those of several values take a space between. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ...'align cite dir headers href id lang name role scope start title type value'
    .split(' ')
    .map((name) => [name, name] as const),
  ['ariaDescribedBy', 'aria-describedby'],
  ['ariaHidden', 'aria-hidden'],
  ['ariaLabel', 'aria-label'],
  ['className', 'class'],
  ['colSpan', 'colspan'],
  ['dataCite', 'data-cite'],
  ['dataClause', 'data-clause'],
  ['dataDepth', 'data-depth'],
  ['dataNote', 'data-note'],
  ['dataOnly', 'data-only'],
  ['dataRedline', 'data-redline'],
  ['rowSpan', 'rowspan'],
  ['tabIndex', 'tabindex'],
]);

/** A start tag; undefined for an element or a property that is not known here. */
export function startTag(tagName: string, properties: Properties): string | undefined {
  if (!PLAIN.has(tagName)) return undefined;
  let tag = `<${tagName}`;
  for (const key in properties) {
    const value = properties[key];
    if (value === undefined || value === null || value === false || Number.isNaN(value)) continue;
    const name = ATTRIBUTES.get(key);
    if (name !== undefined) tag += value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`;
    else if (key === 'hidden' && value === true) tag += ' hidden';
    else return undefined;
  }
  return `${tag}>`;
}

export function textHtml(value: string): string {
  return value.replace(/[<&]/g, reference);
}

function escaped(value: string | number | readonly (string | number)[]): string {
  const text = typeof value === 'object' ? value.join(' ').trim() : String(value);
  return text.replace(/[\0"&'`]/g, reference);
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
