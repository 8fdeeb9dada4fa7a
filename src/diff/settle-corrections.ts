/** Two texts and the corrections that were declared of each go in; both come out as they are to be compared, with the corrections that had to be undone for it. */
import type { Body } from '../model/clause.ts';
import { clauseNamed } from '../model/clause-named.ts';
import type { CorrectedBody, DeclaredCorrection, SettledTexts } from '../model/redline.ts';
import { findPlaces, type Replacement } from './corrections/find-places.ts';
import { type FlatText, flatText, type Stretch, type TextChange } from './corrections/flat-text.ts';

/**
 * What a correction repaired is no difference between editions. So where one text was corrected and the other reads at that place as
 * the first did before, both are compared as they read before; else both as they stand. A correction that cannot be found in its text
 * is left alone: what differs is then shown.
 */
export function settleCorrections<C extends DeclaredCorrection>(
  older: CorrectedBody<C>,
  newer: CorrectedBody<C>,
): SettledTexts<C> {
  if (older.corrections.length + newer.corrections.length === 0) {
    return { older: older.body, newer: newer.body, undone: [] };
  }
  const after = settle(newer, flatText(older.body));
  const before = settle(older, flatText(after.body));
  return { older: before.body, newer: after.body, undone: [...before.undone, ...after.undone] };
}

interface Settled<C> {
  readonly body: Body;
  readonly undone: readonly C[];
}

/** The last one is undone first: it may be of what an earlier one had put in. */
function settle<C extends DeclaredCorrection>({ body, corrections }: CorrectedBody<C>, other: FlatText): Settled<C> {
  let [present, undone]: [Body, readonly C[]] = [body, []];
  let text = flatText(body);
  for (const [index, correction] of [...corrections.entries()].reverse()) {
    if (undone.includes(correction)) continue;
    for (const chain of chainsOf(correction, corrections.slice(0, index))) {
      const changes = changesFor(chain, { body: present, text, other });
      if (changes.length === 0) continue;
      present = text.replaced(changes);
      text = flatText(present);
      undone = [...undone, ...chain];
      break;
    }
  }
  return { body: present, undone: corrections.filter((each) => undone.includes(each)) };
}

/** The correction alone, and with those before it whose words it replaced. */
function chainsOf<C extends DeclaredCorrection>(correction: C, earlier: readonly C[]): (readonly C[])[] {
  const before = earlier.findLastIndex(({ now }) => now === correction.was);
  const one = earlier[before];
  if (one === undefined) return [[correction]];
  return [[correction], ...chainsOf(one, earlier.slice(0, before)).map((chain) => [...chain, correction])];
}

interface Sides {
  readonly body: Body;
  /** Its words. */
  readonly text: FlatText;
  readonly other: FlatText;
}

function changesFor(chain: readonly DeclaredCorrection[], { body, text, other }: Sides): readonly TextChange[] {
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return [];
  const named = last.clause === undefined ? undefined : stretchOf(last.clause, body, text);
  const within = named ?? { start: 0, end: text.words.length };
  const raw = { was: first.was, now: last.now };
  for (const replacement of [raw, { was: asRead(raw.was), now: asRead(raw.now) }]) {
    const places = findPlaces(text.words, other.words, spaced(replacement), within);
    // In the whole text the same words may stand for something else.
    if (places.length > 0 && (named !== undefined || places.length === 1)) {
      return places.map((place) => ({ kind: 'words' as const, ...place }));
    }
  }
  return addressesIn(raw).flatMap(({ was, now }): TextChange[] => {
    const isNow = text.links.some(({ href, at }) => href === now && at >= within.start && at < within.end);
    const isWas = other.links.some(({ href }) => href === was) && !other.links.some(({ href }) => href === now);
    return isNow && isWas ? [{ kind: 'link', ...within, from: now, to: was }] : [];
  });
}

/** From the clause's beginning to that of the next one that is not within it. */
function stretchOf(name: string, body: Body, { words, anchors }: FlatText): Stretch | undefined {
  const clause = clauseNamed(body, name);
  const start = anchors.get(clause?.anchor ?? '');
  if (clause === undefined || start === undefined) return undefined;
  const rest = body.clauses.slice(body.clauses.indexOf(clause) + 1);
  const next = rest.find(({ depth }) => depth <= clause.depth);
  return { start, end: anchors.get(next?.anchor ?? '') ?? words.length };
}

/** Corrections quote the text as it is read or as it is typed. */
function asRead(typed: string): string {
  return typed.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '');
}

function spaced({ was, now }: Replacement): Replacement {
  const tidy = (words: string) => words.replace(/\s+/g, ' ').trim();
  return { was: tidy(was), now: tidy(now) };
}

/** The whole of what is quoted, or what stands in it as `[words](address)`, one by one. */
function addressesIn({ was, now }: Replacement): Replacement[] {
  const [before, after] = [was, now].map((typed) => {
    const inBrackets = [...typed.matchAll(/\]\(([^)\s]*)/g)].map(([, address = '']) => address);
    return inBrackets.length > 0 ? inBrackets : [typed.trim()];
  });
  return (after ?? []).flatMap((address, index) => {
    const one = { was: before?.[index] ?? '', now: address };
    return one.was === '' || one.was === one.now ? [] : [one];
  });
}
