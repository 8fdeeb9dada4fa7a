/** Plain text goes in; the words that stand in quotation marks come out, each with whether they are defined there. */
import { DEFINES, EXPLAINS, IN_PARENTHESES } from './term-words.ts';

export interface QuotedTerm {
  /** On one line, without its quotation marks. */
  readonly term: string;
  /** UTF-16 offsets, with the quotation marks. */
  readonly start: number;
  readonly end: number;
  readonly isDefinition: boolean;
}

/** What is looked at before and after a term, in UTF-16 units. */
const AROUND = 120;
const QUOTED = [
  '“[^“”]{1,80}”',
  '„[^„“”]{1,80}[“”]',
  '«[^«»]{1,80}»',
  '‘[^‘’]{1,80}’',
  '(?<![\\p{L}\\p{N}])"[^"\\n]{1,80}"',
  '「[^「」]{1,40}」',
].join('|');
const TERMS = new RegExp(QUOTED, 'gu');
const AMONG_TERMS = `(?:[\\s,/]|${QUOTED}|(?:or|and|und|oder|et|ou|y|o|e|i|en|of|lub|и|или|та|або)(?!\\p{L}))*`;
const spaced = (expression: string) => expression.replaceAll(' ', '\\s');

/** In parentheses after a clause's number stands its title: Section 6 (“Exceptions”). */
const TITLED =
  '(?<!(?:sections?|articles?|clauses?|paragraphs?|chapter|part|annex|§|abschnitt|ziffer|artikel|artículo|articolo|раздел\\p{L}*|стать\\p{L}*|пункт\\p{L}*|п\\.)\\s{0,2}[\\d.]{1,8}\\s{0,2})';
const OPENED = new RegExp(`${TITLED}[(（](?:[\\s,:;.–—-]|${QUOTED}|(?:${spaced(IN_PARENTHESES)})(?!\\p{L}))*$`, 'iu');
const CLOSED = /^[^()（）]{0,100}[)）]/;
const DEFINED = new RegExp(`^${AMONG_TERMS}(?:\\([^()]{0,60}\\)\\s?)?(?:${spaced(DEFINES)})(?!\\p{L})`, 'iu');
const EXPLAINED = new RegExp(`(?<!\\p{L})(?:${spaced(EXPLAINS)})(?!\\p{L})${AMONG_TERMS}$`, 'iu');
/** `“Site” – …` at the beginning of a sentence, a clause or a cell. */
const BEGINS = /(?:^|[.;:|]\s{1,3}|\n\s{0,8}(?:[-+]\s{1,3}|[\d.]{1,10}\)?\s{1,3}|\p{L}\)\s{1,3})?)\s*$/u;
const DASHED = /^\s{0,3}(?:[—–:|]|-\s|\([^()]{0,60}\)\s?[—–])/;

const DETERMINER = 'an?|the|any|each|every|all|ein|eine|der|die|das|un|une|le|la|les|el|los|las|il|gli|de|het|een';
/** An “Account” is the registration of a customer. */
const BEGINS_SENTENCE = new RegExp(`${BEGINS.source.replace('\\s*$', '')}\\s*(?:(?:${DETERMINER})\\s)?$`, 'iu');
const IS_SOMETHING = new RegExp(`^\\s(?:is|are|ist|sind|est|sont|es|son|è|sono|zijn)\\s(?:${DETERMINER})\\s`, 'iu');

/** In the order of the text. */
export function quotedTerms(text: string): QuotedTerm[] {
  return [...text.matchAll(TERMS)].flatMap(({ 0: quoted, index: start }) => {
    const term = quoted.slice(1, -1).replace(/\s+/g, ' ').trim().replace(/[,.]$/, '');
    const end = start + quoted.length;
    if (term === '' || /\n[^\S\n]*\n/.test(quoted)) return [];
    return [{ term, start, end, isDefinition: isDefinition(text, start, end) }];
  });
}

function isDefinition(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split(/\n[^\S\n]*\n/)
      .at(-1) ?? '';
  const after = text.slice(end, end + AROUND).split(/\n[^\S\n]*\n/)[0] ?? '';
  return (
    (OPENED.test(before) && CLOSED.test(after)) ||
    DEFINED.test(after) ||
    EXPLAINED.test(before) ||
    (BEGINS.test(before) && DASHED.test(after)) ||
    (BEGINS_SENTENCE.test(before) && IS_SOMETHING.test(after))
  );
}
