/** A redline, as data or as HTML, goes in; it comes out as text with `[-taken out-]` and `{+put in+}`, block by block. */
import rehypeParse from 'rehype-raw';
import { plainText } from '../../../../lib/diff/plain-text.js';

const BRACKETS = {
  same: (words) => words,
  deleted: (words) => `[-${words}-]`,
  inserted: (words) => `{+${words}+}`,
  restyled: (words) => words,
  lone: (words, side) => (side === 'older' ? `[-${words}-]` : `{+${words}+}`),
};
const INLINE = new Set('a abbr b cite code dfn em i kbd q s samp small span strong sub sup u var ins del'.split(' '));
const parse = rehypeParse();

/** Of our own; the end of a paragraph that came or went is no word. */
export function PLAIN_TEXT({ blocks }) {
  return plainText(blocks, BRACKETS)
    .map((line) =>
      line
        .slice(2)
        .replace(/^#+ |• |---$/, '')
        .replace(/\[-¶-\] ?|\{\+¶\+\} ?/g, ''),
    )
    .join('\n');
}

export function textOfHtml(html) {
  const tree = parse({ type: 'root', children: [{ type: 'raw', value: html }] });
  const parts = [];
  const visit = (nodes, mark) => {
    for (const node of nodes) {
      if (node.type === 'text' && node.value !== '') {
        parts.push(mark === undefined ? node.value : mark === 'del' ? `[-${node.value}-]` : `{+${node.value}+}`);
      }
      if (node.type !== 'element') continue;
      const own = node.tagName === 'ins' || node.tagName === 'del' ? node.tagName : mark;
      const end = INLINE.has(node.tagName) ? '' : '\n';
      parts.push(end);
      visit(node.children, own);
      parts.push(end);
    }
  };
  visit(tree.children, undefined);
  return parts
    .join('')
    .replace(/\n\s*\n+/g, '\n')
    .trim();
}
