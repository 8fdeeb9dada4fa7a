/** Everything that is published and the ledger go in; what is still to be entered, and every change that must not be, come out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Ledger, leftAddresses, type TextEntry } from '../model/ledger.ts';
import { latestByText, type Unchained } from './chain.ts';
import { clauseDigests } from './clause-digests.ts';
import { compareText } from './compare-text.ts';
import { missingTexts } from './missing-texts.ts';
import { type LedgerWork, type PublishedText, publishedTexts } from './published-texts.ts';
import { surveyRetirements } from './retirements.ts';

/** An entry to be made, and the file that it is about. */
export interface Pending {
  readonly part: Unchained;
  readonly path: string;
}

export interface Survey {
  /** In the order in which they are to be entered, which depends on names alone. */
  readonly pending: readonly Pending[];
  readonly problems: readonly Diagnostic[];
}

type Entries = readonly [TextEntry, ...TextEntry[]];

/** Holds every text against its latest entries: after a merge there may be several, and all must agree with it. */
export function survey(work: LedgerWork, ledger: Ledger): Survey {
  const sealed = latestByText(ledger);
  const left = leftAddresses(ledger);
  const present = publishedTexts(work).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const texts = present.map((text) => surveyText(text, entriesOf(text, { sealed, left, work }), work));
  const retirements = surveyRetirements(work, ledger);
  return {
    pending: [...texts.flatMap(({ pending }) => pending), ...retirements.pending],
    problems: [
      ...texts.flatMap(({ problems }) => problems),
      ...retirements.problems,
      ...(work.isComplete ? missingTexts({ work, ledger, sealed, present }) : []),
    ],
  };
}

interface Known {
  readonly sealed: ReadonlyMap<string, Entries>;
  /** Addresses that texts have left and not come back to. */
  readonly left: ReadonlySet<string>;
  readonly work: LedgerWork;
}

/** Those under its own name, else, or if it left that address and is back, under the name it had at an address that leads to it. */
function entriesOf(text: PublishedText, { sealed, left, work: { redirects } }: Known) {
  const own = sealed.get(text.key);
  if (own !== undefined && !own.some(({ address }) => left.has(address))) return own;
  const leads = (entries: Entries) => entries.some(({ address }) => redirects[address] === text.record.address);
  return (
    [...sealed.values()].find((entries) => leads(entries) && !entries.some(({ address }) => left.has(address))) ?? own
  );
}

function surveyText(
  text: PublishedText,
  entries: Entries | undefined,
  { config, asOf, redirects }: LedgerWork,
): Survey {
  const { path } = text.text;
  if (entries === undefined) {
    return {
      pending: text.isPublished
        ? [{ part: { kind: 'sealed', ...text.record, clauses: clauseDigests(text.body) }, path }]
        : [],
      problems: [],
    };
  }
  const isOneOfMany = config.languages.length > 1;
  const pairs = entries.map((entry) => ({ present: text, entry, today: asOf.day, isOneOfMany }));
  const comparisons = pairs.map((pair) => compareText(pair, redirects[pair.entry.address] === text.record.address));
  const problems = comparisons.flatMap((comparison) => comparison.problems);
  if (problems.length > 0) return { pending: [], problems };
  const kinds = [...new Set(comparisons.flatMap(({ events }) => events))];
  const former = entries.find(({ address }) => address !== text.record.address)?.address;
  const known = entries.find(({ withdrawn }) => withdrawn !== undefined)?.withdrawn;
  const record = { ...text.record, ...(known === undefined ? {} : { withdrawn: known }) };
  const pending = kinds.map((kind): Pending => {
    const moved = kind === 'address-changed' && former !== undefined ? { formerly: former } : {};
    return { part: { kind, ...record, clauses: clauseDigests(text.body), ...moved }, path };
  });
  return { pending, problems };
}
