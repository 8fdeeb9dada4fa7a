/** Two editions of a policy go in; what follows from comparing their texts comes out, each pair compared once for all pages that need it. */
import { addresses, relativeSitePath } from '../../model/address.ts';
import type { Language } from '../../model/config.ts';
import type { ClauseStep } from '../../model/lineage.ts';
import { editionOf } from '../../model/timeline.ts';
import type { PageContext } from '../page-context.ts';
import { bodyToPrint } from './body-to-print.ts';
import { type DressedRedline, dress } from './dress-redline.ts';
import { saidCorrections, withCorrections } from './said-corrections.ts';

export interface ComparedPair {
  /** For the page of what the newer edition changed, if there is one. */
  readonly dressed?: DressedRedline;
  /** What became of the clauses. */
  readonly steps: readonly ClauseStep[];
}

/** Of one policy in one language at a time, as pages are laid out: a redline is large. */
export interface Comparisons {
  pairs(key: string): Map<string, ComparedPair>;
}

export function createComparisons(): Comparisons {
  let held = { key: '', pairs: new Map<string, ComparedPair>() };
  return {
    pairs(key) {
      if (held.key !== key) held = { key, pairs: new Map() };
      return held.pairs;
    },
  };
}

export interface PairOfEditions {
  readonly policy: string;
  /** Of both texts. */
  readonly language: Language;
  /** Ids; both have a text in the language. */
  readonly older: string;
  readonly newer: string;
}

export function comparedPair(pair: PairOfEditions, context: PageContext): ComparedPair {
  const { policy, language, older, newer } = pair;
  const known = context.comparisons.pairs(`${language} ${policy}`);
  const key = `${older} ${newer}`;
  const compared = known.get(key) ?? comparePair(pair, context);
  known.set(key, compared);
  return compared;
}

function comparePair({ policy, language, older: from, newer: to }: PairOfEditions, context: PageContext): ComparedPair {
  const { engine, voice, site, index, memory } = context;
  const [older, newer] = [from, to].map((id) => {
    const { texts } = editionOf(context.timelineOf(policy), id).edition;
    const text = texts.find((each) => each.language === language);
    const corrections = saidCorrections(policy, id, context);
    return text === undefined ? undefined : { body: bodyToPrint(text, context), corrections, title: text.title };
  });
  if (older === undefined || newer === undefined) return { steps: [] };
  const path = addresses(site.config, language).changes(policy, to);
  const page = index.byPath.get(path);
  const isShown = page?.kind === 'changes' && page.older === from;
  const input = [[older, newer], { path, isShown, language, words: voice.words.words }];
  return memory.recall({ stage: 'redline', group: `${policy} ${language}`, input }, () => {
    const settled = engine.settleCorrections(older, newer);
    const redline = engine.compare(settled.older, settled.newer);
    const traced = engine.traceClauses(redline, { older: settled.older.clauses, newer: settled.newer.clauses });
    const steps = withCorrections(traced, settled.undone, { older, newer });
    if (!isShown) return { steps };
    const compared = { redline, undone: settled.undone, titles: [older.title, newer.title] as const };
    const link = (sitePath: string) => relativeSitePath(path, sitePath);
    return { steps, dressed: dress(compared, { engine, language, words: voice.words, link }) };
  });
}
