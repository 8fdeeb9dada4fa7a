/** A published text and an entry of it go in; what happened to it since, and what must not have happened, come out. */
import { momentIso } from '../model/civil-date.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { TextEntry } from '../model/ledger.ts';
import { sha256 } from '../model/sha256.ts';
import { writeCanonical } from './canonical-text.ts';
import { clauseDifferences } from './clause-changes.ts';
import { canonicalJson } from './entry-digest.ts';
import { factChanges, judgeFacts } from './fact-changes.ts';
import { isDeclared, isDeclaredInText } from './is-declared.ts';
import {
  addressChanged,
  correctionChanged,
  correctionInexact,
  factChanged,
  type Pair,
  renderingChanged,
  textChanged,
  withdrawalChanged,
} from './text-problems.ts';
import { visibleText } from './visible-text.ts';

export type TextEvent = Exclude<TextEntry['kind'], 'sealed' | 'edited'>;

export interface Comparison {
  /** What its author declared and the ledger does not hold yet. */
  readonly events: readonly TextEvent[];
  readonly problems: readonly Diagnostic[];
}

const NOTHING: Comparison = { events: [], problems: [] };

/** `isLed` is true if its former address leads to the present one. */
export function compareText(pair: Pair, isLed: boolean): Comparison {
  const parts = [compareAddress(pair, isLed), compareFacts(pair), compareWords(pair), compareDeclared(pair)];
  return {
    events: [...new Set(parts.flatMap(({ events }) => events))],
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function compareAddress(pair: Pair, isLed: boolean): Comparison {
  if (pair.entry.address === pair.present.record.address) return NOTHING;
  return isLed ? { events: ['address-changed'], problems: [] } : refused(addressChanged(pair));
}

/** What is said once for all languages of an edition is corrected once: in any of its texts. */
function compareFacts(pair: Pair): Comparison {
  const { present, entry } = pair;
  const changes = factChanges(entry, present.record);
  const announced = present.edition.announcedEffective.map(momentIso);
  const corrections = present.edition.corrections.map(({ language, ...correction }) => correction);
  const judged = judgeFacts(changes, { before: entry, corrections: notIn(entry, corrections), announced });
  const moved: TextEvent[] = judged.isMoved ? ['date-moved'] : [];
  const corrected: TextEvent[] = judged.isCorrected ? ['corrected'] : [];
  return {
    events: [...moved, ...corrected],
    problems: judged.undeclared.map((change) => factChanged(pair, change)),
  };
}

/**
 * The Markdown is held against the sealed source under the sealed front matter, so that a date which was moved is not taken for a
 * change of the text. Where the Markdown is the same, so must the words be that readers see.
 */
function compareWords(pair: Pair): Comparison {
  const { present, entry } = pair;
  const { text, body, record } = present;
  if (sha256(writeCanonical(entry, text)) === entry.source) {
    const isSeen = entry.title !== record.title || entry.text === record.text;
    return isSeen ? NOTHING : refused(renderingChanged(pair, clauseDifferences(entry.clauses, body)));
  }
  const differences = clauseDifferences(entry.clauses, body);
  const corrections = newCorrections(pair);
  if (corrections.length === 0) return refused(textChanged(pair, differences));
  const undeclared = differences.filter((difference) => !isDeclared(difference, corrections));
  if (undeclared.length === 0) return NOTHING;
  const words = { was: entry.text, now: visibleText(body, text.title) };
  return isDeclaredInText(words, corrections) ? NOTHING : refused(correctionInexact(pair, undeclared));
}

/** What is declared once stays declared; what is new is to be entered. */
function compareDeclared(pair: Pair): Comparison {
  const { present, entry } = pair;
  const declared = present.record.corrections.map(canonicalJson);
  const gone = entry.corrections.filter((correction) => !declared.includes(canonicalJson(correction)));
  const problems = gone.map((correction) => correctionChanged(pair, correction));
  const events: TextEvent[] = newCorrections(pair).length > 0 ? ['corrected'] : [];
  if (entry.withdrawn === undefined) {
    if (present.record.withdrawn !== undefined) events.push('withdrawn');
  } else if (!isStillWithdrawn(pair, entry.withdrawn)) problems.push(withdrawalChanged(pair, entry.withdrawn));
  return { events, problems };
}

function isStillWithdrawn({ present }: Pair, { on, reason }: NonNullable<TextEntry['withdrawn']>): boolean {
  const { declared } = present.edition;
  return declared.kind === 'withdrawn' && declared.on === on && declared.reason === reason;
}

function refused(problem: Diagnostic): Comparison {
  return { events: [], problems: [problem] };
}

function newCorrections({ present, entry }: Pair): TextEntry['corrections'] {
  return notIn(entry, present.record.corrections);
}

function notIn(entry: TextEntry, corrections: TextEntry['corrections']): TextEntry['corrections'] {
  const sealed = entry.corrections.map(canonicalJson);
  return corrections.filter((correction) => !sealed.includes(canonicalJson(correction)));
}
