/** Two bodies and their redline go in; every way in which the redline does not hold both texts, to the word, comes out. */

const UNSPACED = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}]';
/** Scripts without spaces have no words that could run together. */
const WORD = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const INLINE = new Set('a abbr b cite code dfn em i kbd q s samp small span strong sub sup u var'.split(' '));
const CONTEXT = 30;

/**
 * What the redline holds is told by `readSide` of the library; what it should hold is read from the bodies by other means.
 * @param {import('../../../src/model/clause.ts').Body} older
 * @param {import('../../../src/model/clause.ts').Body} newer
 * @param {import('../../../src/model/redline.ts').Redline} redline
 * @param {typeof import('../../../src/diff/read-side.ts').readSide} readSide
 * @returns {string[]}
 */
export function violationsOf(older, newer, redline, readSide) {
  const withTitle = older.heading !== undefined && newer.heading !== undefined;
  return ['older', 'newer'].flatMap((side) => {
    const read = readSide(redline.blocks, side).map(({ side: { label = '' }, text }) => `${label} ${text}`);
    return differences(textOf(side === 'older' ? older : newer, withTitle), read.join('\n')).map(
      (difference) => `${side}: ${difference}`,
    );
  });
}

/** All text a reader sees, blocks parted by line ends. */
function textOf({ tree, heading = [] }, withTitle) {
  const parts = [];
  const visit = (nodes) => {
    for (const node of nodes) {
      if (node.type === 'text') parts.push(node.value);
      if (node.type !== 'element' || isMade(node)) continue;
      if (node.tagName === 'input') parts.push(node.properties.checked === true ? '☑' : '☐');
      const end = INLINE.has(node.tagName) ? '' : '\n';
      parts.push(end);
      visit(node.children);
      parts.push(end);
    }
  };
  if (withTitle) visit([{ type: 'element', tagName: 'h1', properties: {}, children: heading }]);
  visit(tree.children);
  return parts.join('');
}

/** The number of a note, the way back from it and the heading of the notes are made by rendering. */
function isMade({ tagName, properties }) {
  if ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) return true;
  return tagName === 'h2' && properties.id === 'footnote-label';
}

/** The same characters in order, white space aside; and the same words, so that none ran together or fell apart. */
function differences(expected, got) {
  const [bare, bareGot] = [expected, got].map((text) => text.replace(/[\s\uFFFC]+/g, ''));
  const [words, wordsGot] = [expected, got].map((text) => text.match(WORD) ?? []);
  const found = [];
  if (bare !== bareGot) {
    const at = firstDifference(bare, bareGot);
    const around = (text) => text.slice(Math.max(0, at - CONTEXT), at + CONTEXT);
    found.push(`"${around(bare)}" reads "${around(bareGot)}"`);
  }
  if (words.join(' ') !== wordsGot.join(' ')) {
    const at = firstDifference(words, wordsGot);
    const around = (list) => list.slice(Math.max(0, at - 3), at + 3).join(' ');
    found.push(`words "${around(words)}" read "${around(wordsGot)}"`);
  }
  return found;
}

function firstDifference(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
