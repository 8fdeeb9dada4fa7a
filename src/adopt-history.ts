/** The states that `policies/` has had go in, one after the other; what happened to each published text, and a ledger that says so, come out. */
import { append, openLedger, type Unchained } from './ledger/chain.ts';
import { clauseDigests } from './ledger/clause-digests.ts';
import { compareText } from './ledger/compare-text.ts';
import { type LedgerWork, type PublishedText, publicationBegin, publishedTexts } from './ledger/published-texts.ts';
import { visibleText } from './ledger/visible-text.ts';
import { wordRedline } from './ledger/word-redline.ts';
import { dayOf, type Instant, isoInstant } from './model/civil-date.ts';
import type { SourceFile } from './model/file.ts';
import type { Ledger, TextEntry } from './model/ledger.ts';
import { earlierWork, type RenderBody, renderBody } from './sealed-history.ts';

/** A state of the files. */
export interface HistoricState {
  /** The name of the commit. */
  readonly commit: string;
  readonly instant: Instant;
  readonly sources: readonly SourceFile[];
}

/** What became of a text, and the commit in which that is seen. */
export interface AdoptedEvent {
  readonly kind: TextEntry['kind'] | 'removed';
  readonly policy: string;
  readonly edition: string;
  readonly language: string;
  readonly commit: string;
  readonly instant: Instant;
  /** The places where its words changed; empty if no word did. */
  readonly redline: readonly string[];
}

interface Known {
  readonly entry: TextEntry;
  readonly words: string;
  readonly isThere: boolean;
}

/** What is known after some states. */
export interface Adoption {
  /** In the order of time. */
  readonly events: readonly AdoptedEvent[];
  readonly parts: readonly { readonly key: string; readonly part: Unchained; readonly instant: Instant }[];
  /** By the key of a text. */
  readonly known: ReadonlyMap<string, Known>;
  /** The last state, which may have been published only later than it was committed. */
  readonly last?: { readonly work: LedgerWork; readonly committed: Committed };
}

interface Committed {
  readonly commit: string;
  readonly since: Instant;
}

/** Before the first state. */
export function beginAdoption(): Adoption {
  return { events: [], parts: [], known: new Map() };
}

/** Renders each distinct text once, however many states it stands in. */
export function createRenderer(): RenderBody {
  const rendered = new Map<string, ReturnType<RenderBody>>();
  return (text, policy) => {
    const key = JSON.stringify([policy.slug, policy.config.numbering, text.title, text.language, text.markdown]);
    if (!rendered.has(key)) rendered.set(key, renderBody(text, policy));
    return rendered.get(key);
  };
}

/** Goes on by one state, later than all before. A state whose files cannot be read is passed over. */
export function adoptState(before: Adoption, state: HistoricState, render: RenderBody): Adoption {
  const work = earlierWork(state.sources, state.instant, render);
  if (work === undefined) return before;
  const { last } = before;
  // What has become public since the last commit was public as it stood until this one.
  const ripe = last === undefined ? before : take(before, at(last.work, state.instant - 1), last.committed);
  const committed = { commit: state.commit, since: state.instant };
  return { ...take(ripe, work, committed), last: { work, committed } };
}

/** The ledger of all texts that are still there. */
export function adoptedLedger({ parts, known }: Adoption): Ledger {
  return parts
    .filter(({ key }) => known.get(key)?.isThere === true)
    .reduce((ledger, { part, instant }) => append(ledger, [part], iso(instant)).ledger, openLedger());
}

function at(work: LedgerWork, instant: Instant): LedgerWork {
  return { ...work, asOf: { instant, day: dayOf(instant, work.config.timeZone) } };
}

/** Looks at a state that was committed at `since`, as it stood at the moment of `work`. */
function take(adoption: Adoption, work: LedgerWork, { commit, since }: Committed): Adoption {
  const known = new Map(adoption.known);
  const events: AdoptedEvent[] = [];
  const parts: Adoption['parts'][number][] = [];
  const present = publishedTexts(work).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const text of present) {
    const before = known.get(text.key);
    const kinds =
      before === undefined ? (text.isPublished ? ['sealed' as const] : []) : eventsOf(text, before.entry, work);
    const words = visibleText(text.body, text.text.title);
    const instant = before === undefined ? firstSeen(text, work, since) : work.asOf.instant;
    for (const kind of kinds) {
      const part = { kind, ...text.record, clauses: clauseDigests(text.body) };
      const redline = before === undefined || kind === 'withdrawn' ? [] : wordRedline(before.words, words);
      events.push({ kind, ...nameOf(text.record), commit, instant, redline });
      parts.push({ key: text.key, part, instant });
      known.set(text.key, {
        entry: { ...part, sealedAsOf: iso(instant), previous: [], digest: '' },
        words,
        isThere: true,
      });
    }
    const now = known.get(text.key);
    if (now !== undefined && !now.isThere) known.set(text.key, { ...now, isThere: true });
  }
  const keys = new Set(present.map(({ key }) => key));
  for (const [key, one] of known) {
    // A text with errors has no body and is not among those present: only where all could be read is one gone.
    if (keys.has(key) || !one.isThere || !work.isComplete) continue;
    known.set(key, { ...one, isThere: false });
    events.push({ kind: 'removed', ...nameOf(one.entry), commit, instant: work.asOf.instant, redline: [] });
  }
  return { ...adoption, events: [...adoption.events, ...events], parts: [...adoption.parts, ...parts], known };
}

/** A text was made public when it says so, but not before it was committed. */
function firstSeen({ edition }: PublishedText, { config }: LedgerWork, since: Instant): Instant {
  return Math.max(since, publicationBegin(edition, config) ?? since);
}

/** What its author declared; else, if anything differs, that it was edited. */
function eventsOf(present: PublishedText, entry: TextEntry, { asOf, config }: LedgerWork): TextEntry['kind'][] {
  const pair = { present, entry, today: asOf.day, isOneOfMany: config.languages.length > 1 };
  const { events, problems } = compareText(pair, false);
  return problems.length > 0 ? ['edited'] : [...events];
}

function nameOf({ policy, edition, language }: Pick<TextEntry, 'policy' | 'edition' | 'language'>) {
  return { policy, edition, language };
}

function iso(instant: Instant): string {
  return isoInstant(instant);
}
