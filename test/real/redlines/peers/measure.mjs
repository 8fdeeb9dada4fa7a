/** A redline as text, and the words of both texts, go in; how it reads, in numbers, comes out. */

const MARKED = /\[-([\s\S]*?)-\]|\{\+([\s\S]*?)\+\}/g;

export function wordsOf(text) {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

export function measure(text, { before, after }) {
  const marks = [...text.matchAll(MARKED)];
  const isLetter = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  // A letter within a mark beside one outside, or beside another mark’s: a word that is cut in two.
  const bare = text.replace(/-\]\{\+|\+\}\[-/g, '\u0000');
  const cut = [...bare.matchAll(/(\S)(?:\[-|\{\+|-\]|\+\})(\S)/g)].filter(
    ([, one, other]) => isLetter(one) && isLetter(other),
  );
  const without = (side) =>
    wordsOf(text.replace(MARKED, (_, gone, come) => (side === 'older' ? (gone ?? '') : (come ?? ''))));
  const isSame = (one, other) => one.join(' ') === other.join(' ');
  return {
    stretches: marks.length,
    'words marked': marks.reduce((sum, [, gone = '', come = '']) => sum + wordsOf(gone + come).length, 0),
    'words cut': cut.length,
    'texts lost': Number(!isSame(without('older'), before)) + Number(!isSame(without('newer'), after)),
  };
}
