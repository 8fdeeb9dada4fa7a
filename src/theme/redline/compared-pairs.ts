/** Two editions of a policy go in; what follows from comparing their texts comes out, each pair compared once for all pages that need it. */
import { addresses, relativeSitePath } from '../../model/address.ts';
import type { Language } from '../../model/config.ts';
import type { ClauseStep } from '../../model/lineage.ts';
import { editionOf } from '../../model/timeline.ts';
import type { PageContext } from '../page-context.ts';
import { bodyToPrint } from './body-to-print.ts';
import { type DressedRedline, dress, type SaidBody } from './dress-redline.ts';
import { saidCorrections, withCorrections } from './said-corrections.ts';
import { partsOf } from './said-parts.ts';

export interface ComparedPair {
  /** For the page of what the newer edition changed, if there is one. */
  readonly dressed?: DressedRedline;
  /** What became of the clauses. */
  readonly steps: readonly ClauseStep[];
}

/** Of one policy in one language at a time, as pages are laid out: a redline is large. */
export interface Comparisons {
  of(key: string): ComparedTexts;
}

interface ComparedTexts {
  readonly pairs: Map<string, ComparedPair>;
  /** The newer text of the last pair: mostly it is the older one of the next. */
  last: { readonly edition: string; readonly side: Side | undefined };
}

interface Side {
  readonly said: SaidBody;
  /** All that it says, for a job: blocks apart, since those that stand in many texts are one object. */
  readonly parts: readonly object[];
}

export function createComparisons(): Comparisons {
  const nothing = (): ComparedTexts => ({ pairs: new Map(), last: { edition: '', side: undefined } });
  let held = { key: '', compared: nothing() };
  return {
    of(key) {
      if (held.key !== key) held = { key, compared: nothing() };
      return held.compared;
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
  const { pairs } = comparedIn(language, policy, context);
  const key = `${older} ${newer}`;
  const compared = pairs.get(key) ?? comparePair(pair, context);
  pairs.set(key, compared);
  return compared;
}

function comparedIn(language: Language, policy: string, { comparisons }: PageContext): ComparedTexts {
  return comparisons.of(`${language} ${policy}`);
}

function comparePair({ policy, language, older: from, newer: to }: PairOfEditions, context: PageContext): ComparedPair {
  const { engine, voice, site, index, memory } = context;
  const compared = comparedIn(language, policy, context);
  const sideOf = (edition: string) =>
    compared.last.edition === edition ? compared.last.side : readSide({ policy, language, edition }, context);
  const sides = { older: sideOf(from), newer: sideOf(to) };
  compared.last = { edition: to, side: sides.newer };
  if (sides.older === undefined || sides.newer === undefined) return { steps: [] };
  const [older, newer] = [sides.older.said, sides.newer.said];
  const path = addresses(site.config, language).changes(policy, to);
  const page = index.byPath.get(path);
  const isShown = page?.kind === 'changes' && page.older === from;
  const input = [...sides.older.parts, ...sides.newer.parts, { path, isShown, language }, voice.words.words];
  return memory.recall({ stage: 'redline', group: policy, input }, () => {
    const settled = engine.settleCorrections(older, newer);
    const redline = engine.compare(settled.older, settled.newer);
    const traced = engine.traceClauses(redline, { older: settled.older.clauses, newer: settled.newer.clauses });
    const steps = withCorrections(traced, settled.undone, { older, newer });
    if (!isShown) return { steps };
    const compared = { redline, undone: settled.undone, titles: [older.title, newer.title] as const };
    const link = (sitePath: string) => relativeSitePath(path, sitePath);
    return {
      steps,
      dressed: dress(compared, { engine, language, words: voice.words, link, kept: context.kept }),
    };
  });
}

interface TextOfEdition {
  readonly policy: string;
  readonly language: Language;
  readonly edition: string;
}

function readSide({ policy, language, edition }: TextOfEdition, context: PageContext): Side | undefined {
  const { texts } = editionOf(context.timelineOf(policy), edition).edition;
  const text = texts.find((each) => each.language === language);
  if (text === undefined) return undefined;
  const corrections = saidCorrections(policy, edition, context);
  const said = { body: bodyToPrint(text, context), corrections, title: text.title };
  return { said, parts: partsOf(said) };
}
