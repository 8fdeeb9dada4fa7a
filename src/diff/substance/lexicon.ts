/** Words of legal weight, as data, go in; patterns that find them in a text, each with what it finds, come out. */
import type { Language } from '../../model/config.ts';
import { lazy } from '../../model/lazy.ts';
import type { SubstanceKind } from '../../model/substance.ts';
import { SUBSTANCE_WORDS } from '../substance-words/by-language.ts';
import type { SubstanceWords } from '../substance-words/words.ts';
import { type DateWords, datePatterns, yearPattern } from './date-patterns.ts';
import {
  amountPatterns,
  NUMBER,
  numberKey,
  numberWordPattern,
  periodPatterns,
  referencePattern,
} from './number-patterns.ts';
import { HAS_DIGIT, type Pattern, whole } from './pattern.ts';

export interface Lexicon {
  /** Of what has a value and a place in the order of the text; the first that finds something has it. */
  readonly values: readonly Pattern[];
  /** What says by its presence alone: courts, laws, companies, roles. The first that finds something has it. */
  readonly names: readonly Pattern[];
  readonly negations: readonly Pattern[];
  readonly modals: readonly Pattern[];
  readonly pronouns: readonly Pattern[];
  readonly stamp: RegExp | undefined;
  readonly openingStamp: RegExp | undefined;
  /** True for a language in which a capital letter within a sentence is the sign of a name. */
  readonly hasNames: boolean;
  readonly notNames: RegExp | undefined;
  /** The words that open a name and are none of it, with the space behind them. */
  readonly notInNames: RegExp | undefined;
  /** At the end of what stands before a name, and at the start of what stands behind it: it is part of a postal address. */
  readonly addressBefore: RegExp | undefined;
  readonly addressBehind: RegExp | undefined;
}

const NO_DATES: DateWords = { months: [], daySuffix: '', yearSuffix: '' };

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'’»]|(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

const HAS_ADDRESS = /:\/\/|www\.|@/;

const LEXICONS = new Map(Object.entries(SUBSTANCE_WORDS).map(([tag, words]) => [tag, lazy(() => compile(words))]));
const WORDLESS = lazy(() => compile(undefined));

/** Of a language whose words are not known: numbers, dates in digits and addresses. */
export function lexiconOf(language: Language): Lexicon {
  const [primary = ''] = language.toLowerCase().split('-');
  return (LEXICONS.get(primary) ?? WORDLESS)();
}

function compile(words: SubstanceWords | undefined): Lexicon {
  const stamps = words === undefined ? [] : [...words.stamps];
  return {
    values: [
      { kind: 'link', pattern: ADDRESS, sign: HAS_ADDRESS, keyOf: ([text]) => addressKey(text) },
      ...(words === undefined ? [] : [referencePattern(words)]),
      ...datePatterns(words ?? NO_DATES),
      // 1990 roubles are money, and 2020 with its word behind it is a year before it is a period.
      ...amountPatterns(words),
      yearPattern(words ?? NO_DATES),
      ...(words === undefined ? [] : periodPatterns(words)),
      { kind: 'number', pattern: new RegExp(whole(NUMBER), 'gu'), sign: HAS_DIGIT, keyOf: ([text]) => numberKey(text) },
      ...(words === undefined ? [] : [numberWordPattern(words)]),
    ],
    names:
      words === undefined
        ? []
        : [
            { kind: 'link', pattern: ADDRESS, sign: HAS_ADDRESS, keyOf: ([text]) => addressKey(text) },
            ...words.companies.map((source): Pattern => found('party', source)),
            ...words.jurisdictions.map((source): Pattern => found('jurisdiction', source)),
            ...named('jurisdiction', words.jurisdictionStems),
            ...named('party', words.roles),
          ],
    negations: named('negation', words?.negations ?? {}),
    modals: named('modal', words?.modals ?? {}),
    pronouns: named('party', words?.pronouns ?? {}),
    stamp: oneOf(stamps, (source) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})\\s*\\S{0,2}$`, 'iu')),
    openingStamp: oneOf(
      [...stamps, ...(words?.openingStamps ?? [])],
      (source) => new RegExp(`^\\P{L}*(?:${source})`, 'iu'),
    ),
    hasNames: words !== undefined,
    notNames: oneOf(
      words === undefined ? [] : [...words.notNames, ...words.months, ...words.referenceNouns],
      (source) => new RegExp(`(?:^|\\s)(?:${source})$`, 'iu'),
    ),
    notInNames: words && new RegExp(`^(?:(?:${words.notInNames})\\s+)+`, 'u'),
    addressBefore: words && new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.addressBefore})\\s*$`, 'iu'),
    addressBehind: words && new RegExp(`^(?:${words.addressBehind})`, 'u'),
  };
}

function oneOf(sources: readonly string[], compiled: (source: string) => RegExp): RegExp | undefined {
  return sources.length === 0 ? undefined : compiled(sources.join('|'));
}

/** One pattern for all words of a kind that are told apart by their names: to compile and to run many costs more than to compare. */
function named(kind: SubstanceKind, sources: { readonly [name: string]: string }): Pattern[] {
  const names = Object.keys(sources);
  const marked = Object.values(sources).map((source, index) => ({ source, text: `(?<k${index}>${source})` }));
  return (['gu', 'giu'] as const).flatMap((flags): Pattern[] => {
    const some = marked.filter(({ source }) => flagsOf(source) === flags);
    if (some.length === 0) return [];
    const pattern = new RegExp(whole(some.map(({ text }) => text).join('|')), flags);
    const keyOf: Pattern['keyOf'] = ({ groups = {} }) =>
      names.find((_, index) => groups[`k${index}`] !== undefined) ?? '';
    return [{ kind, pattern, keyOf }];
  });
}

function found(kind: SubstanceKind, source: string): Pattern {
  return {
    kind,
    pattern: new RegExp(whole(source), flagsOf(source)),
    keyOf: ([text]) => text.toLowerCase().replaceAll('.', '').replace(/\s+/g, ' ').trim(),
  };
}

/** Names that are told apart by their capital letters are matched with them: us, US. */
function flagsOf(source: string): 'gu' | 'giu' {
  return /\p{Lu}/u.test(source.replace(/\\p\{\w+\}/g, '')) || source.includes('\\p{Lu}') ? 'gu' : 'giu';
}

/** How an address is reached, and a slash at its end, make no difference. */
export function addressKey(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?|^mailto:/, '')
    .replace(/\/$/, '');
}
