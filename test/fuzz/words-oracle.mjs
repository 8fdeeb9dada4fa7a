/** The texts that went in and the pages that came out go in; the words that a plain Markdown program shows and our pages do not come out. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parse } from 'parse5';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSEEN = new Set(['script', 'style', 'template']);
const INLINE = new Set('a abbr b cite code del dfn em i kbd q s samp small span strong sub sup u var'.split(' '));

/** Words are counted, whatever their order: our clauses, notes and headings stand elsewhere than plain Markdown has them. */
export function lostWords(sources, files) {
  return Object.entries(sources).flatMap(([path, source]) => {
    const [, policy, edition] = /^policies\/([^/]+)\/([^/]+)\.md$/.exec(path) ?? [];
    const page = files.find((file) => file.path === `${policy}/${edition}/index.html`);
    if (page === undefined) return [];
    const shown = squash(textOf(parse(String(page.content)), 'main'));
    const body = bodyOf(source);
    const [asProse, asCode] = [counted(plainText(body, true)), counted(plainText(body, false))];
    // Indented prose is no code to us: what in it looks like mark-up is taken for it, unless it does look like code.
    const lost = [...asProse].filter(
      ([word, count]) => occurrences(shown, word) < Math.min(count, asCode.get(word) ?? 0),
    );
    return lost.length === 0
      ? []
      : [
          {
            oracle: 'words-lost',
            detail: `${path}: ${lost
              .map(([word]) => word)
              .slice(0, 5)
              .join(', ')}`,
          },
        ];
  });
}

function bodyOf(source) {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return text.replace(/^\s*---\n[\s\S]*?\n---[ \t]*(\n|$)/, '');
}

function plainText(markdown, isIndentedProse) {
  const disable = { null: isIndentedProse ? ['codeIndented'] : [] };
  const html = micromark(markdown, {
    extensions: [gfm(), { disable }],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return textOf(parse(`<!DOCTYPE html><body>${html}`), 'body');
}

function textOf(node, within, isInside = false) {
  if (node.nodeName === '#text') return isInside ? node.value : '';
  if (UNSEEN.has(node.tagName) || isNote(node)) return ' ';
  const inside = isInside || node.tagName === within;
  const text = (node.childNodes ?? []).map((child) => textOf(child, within, inside)).join('');
  return INLINE.has(node.tagName) ? text : ` ${text} `;
}

/** The heading of the notes and the numbers that lead to them and back are the program's own. */
function isNote({ attrs = [] }) {
  return attrs.some(({ name, value }) => /^data-footnote-/.test(name) || (name === 'id' && value === 'footnote-label'));
}

function counted(text) {
  const counts = new Map();
  for (const [word] of text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function squash(text) {
  return [...text.matchAll(WORD)].join('');
}

function occurrences(text, word) {
  let count = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}
