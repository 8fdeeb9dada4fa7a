/** The beginning of a line goes in; the name and number it opens with, if it is a label such as `Article 3`, `§ 5` or `第三条`, come out. */
import type { Label } from './label.ts';
import { readNumeral } from './numerals.ts';

export const SPACE = '[ \\t\\u00A0\\u202F\\u3000]';
/** What ends a label: white space, the end of the text, or asterisks that were to make it bold. */
export const END = `(?:${SPACE}+|$|(?=\\*\\*))`;

/** Names of numbered units in the languages of the corpora and their neighbours, in lower case. */
const NAMES = [
  ...['article', 'section', 'clause', 'chapter', 'part', 'annex', 'appendix', 'schedule', 'title', 'rule'],
  ...['art\\.', 'sec\\.', 'статья', 'глава', 'раздел', 'часть', 'пункт', 'приложение', 'ст\\.', 'п\\.', 'гл\\.'],
  ...['стаття', 'розділ', 'додаток'],
  ...['artikel', 'abschnitt', 'kapitel', 'ziffer', 'anlage', 'artículo', 'sección', 'cláusula', 'capítulo', 'anexo'],
  ...['chapitre', 'annexe', 'artigo', 'seção', 'articolo', 'sezione', 'artykuł', 'rozdział', 'čl\\.', 'článek', '§§?'],
];
/** Mistyped for the nominative, as by a hand that wrote "in Article 42" before; in a heading it is meant. */
const INFLECTED: { readonly [form: string]: string } = {
  статьи: 'статья',
  главы: 'глава',
  раздела: 'раздел',
  части: 'часть',
  пункта: 'пункт',
  приложения: 'приложение',
};
/** "Annex No. 2", "Anlage Nr. 3", "Приложение №1", and N for № on keyboards that lack it. */
const NUMBER_SIGN = `(?:(?:№|N[o°º]\\.?|Nr\\.?|N|#)${SPACE}*)?`;

const NAMED = new RegExp(
  `^(${[...NAMES, ...Object.keys(INFLECTED)].join('|')})` +
    `(?:${SPACE}*${NUMBER_SIGN}(\\d{1,4}(?:\\.\\d{1,3})*)|${SPACE}+([IVXLC]{1,7}|[A-Z]))([.:)]|${SPACE}?[–—-](?=${SPACE}))?${END}`,
  'iu',
);

/** `第三条`, `第2章`, `第12条の2`, `제3조`, `제3조의2`: the name stands behind the number. */
const EAST_ASIAN = new RegExp(
  `^[第제]${SPACE}*([0-9０-９]{1,4}|[〇零一二三四五六七八九十百]{1,7})${SPACE}*` +
    `(条|條|章|节|節|编|編|款|项|項|部分|조|장|절|항|편|관)(?:[の之의]${SPACE}*([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}))?` +
    `([.:：．])?(${SPACE}+|$)?`,
  'u',
);

export function readNamed(text: string, { isHeading }: { readonly isHeading: boolean }): Label | undefined {
  const match = NAMED.exec(text);
  if (match === null) return readEastAsian(text);
  const [whole, written = '', digits, letters = '', close = ''] = match;
  const numeral = digits ?? letters;
  const path = pathOf(numeral);
  if (path === undefined) return undefined;
  // "Section 4 applies" goes on in lower case; a label is followed by a stop, a title or nothing.
  const isBare = close === '' && /^[\p{Ll}\d,;(]/u.test(text.slice(whole.length));
  const form = written.toLowerCase();
  if (INFLECTED[form] !== undefined && (!isHeading || isBare)) return undefined;
  const name = (INFLECTED[form] ?? form).replace('.', '');
  const anchor = name.startsWith('§') ? numeral.toLowerCase() : `${name}-${numeral.toLowerCase()}`;
  return { typed: whole.trimEnd(), length: whole.length, readings: [{ kind: 'named', name, path, anchor }], isBare };
}

function pathOf(numeral: string): number[] | undefined {
  if (/^\d/.test(numeral)) return numeral.split('.').map(Number);
  const uppers = readNumeral(numeral).filter(({ style }) => style === 'upper-roman' || style === 'upper-latin');
  const likeliest = uppers.at(-1);
  return likeliest === undefined ? undefined : [likeliest.value];
}

function readEastAsian(text: string): Label | undefined {
  const match = EAST_ASIAN.exec(text);
  if (match === null) return undefined;
  const [whole, number = '', name = '', further, close, end] = match;
  const path = [number, ...(further === undefined ? [] : [further])].flatMap((written) =>
    readNumeral(written.normalize('NFKC')).map(({ value }) => value),
  );
  const typed = whole.trimEnd();
  return {
    typed,
    length: whole.length,
    readings: [{ kind: 'named', name, path, anchor: typed.replace(/[.:：．]$/u, '') }],
    // "第三条规定" is running text; a label is followed by a blank, a stop, a bracket or nothing.
    isBare: close === undefined && end === undefined && !/^[（(【「『]/u.test(text.slice(whole.length)),
  };
}
