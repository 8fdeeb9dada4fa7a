/** A block that changed goes in; the changes of substance in its words come out. */
import { diffArrays } from 'diff';
import type { SubstanceKind } from '../../model/substance.ts';
import { type Change, type ChangedText, passagesOf } from './changed-text.ts';
import { findMentions, findMentionsNear, type Mention, overlaps, type Stretch } from './find-mentions.ts';
import type { Lexicon } from './lexicon.ts';
import { newNames } from './new-names.ts';
import type { Pattern } from './pattern.ts';

/** A finding before it is known in which block and clause. */
export interface TextFinding {
  readonly kind: SubstanceKind;
  readonly older: string;
  readonly newer: string;
}

export interface Around {
  readonly lexicon: Lexicon;
  /** True if `words` stand in the other text as a whole: of the older one's words, in the newer one. */
  readonly isKept: (words: string, from: 'older' | 'newer') => boolean;
  /** True if the clause that had the number `older` has `newer` now. */
  readonly isRenumbered: (older: string, newer: string) => boolean;
  /** True if `name` stands in that text, or stands there as an ordinary word. */
  readonly isKnown: (name: string, text: 'older' | 'newer') => boolean;
}

export function textFindings(text: ChangedText, around: Around): TextFinding[] {
  const passages = text.changes.map((change) => passagesOf(text, change));
  const gone = {
    older: passages.flatMap(({ older }) => older ?? []),
    newer: passages.flatMap(({ newer }) => newer ?? []),
  };
  const rest = text.changes.filter((_, index) => Object.keys(passages[index] ?? {}).length === 0);
  const { negations, modals, pronouns } = around.lexicon;
  const found = {
    negations: bothIn(text, negations),
    modals: withoutDates(text, bothIn(text, modals), around.lexicon),
    pronouns: bothIn(text, pronouns),
  };
  const findings = [
    ...valueFindings(text, gone, around),
    ...nameFindings(text, gone, around),
    ...rest.flatMap((change) => [
      ...wordFindings(text, change, found.negations),
      ...wordFindings(text, change, found.modals),
      ...pronounFindings(change, found.pronouns),
    ]),
  ];
  return [...gone.older.flatMap(passage('older')), ...gone.newer.flatMap(passage('newer')), ...findings];

  function passage(side: 'older' | 'newer') {
    return ({ start, end }: Stretch): TextFinding[] => {
      const words = text[side].slice(start, end).replace(/\s+/g, ' ').trim();
      if (around.isKept(words, side) || isNote(words, around.lexicon)) return [];
      return [
        side === 'older'
          ? { kind: 'passage-removed', older: words, newer: '' }
          : { kind: 'passage-added', older: '', newer: words },
      ];
    };
  }
}

interface Both {
  readonly older: readonly Mention[];
  readonly newer: readonly Mention[];
}

/** In what changed and close by, which is all that these are asked for. */
function bothIn(text: ChangedText, patterns: readonly Pattern[]): Both {
  const near = (side: 'older' | 'newer') =>
    findMentionsNear(
      text[side],
      text.changes.map((change) => change[side]),
      patterns,
    );
  return { older: near('older'), newer: near('newer') };
}

/** May is a month too. */
function withoutDates(text: ChangedText, both: Both, { values }: Lexicon): Both {
  if (both.older.length + both.newer.length === 0) return both;
  const dates = bothIn(
    text,
    values.filter(({ kind }) => kind === 'date'),
  );
  const outside = (side: 'older' | 'newer') =>
    both[side].filter((mention) => !dates[side].some((date) => overlaps(date, mention)));
  return { older: outside('older'), newer: outside('newer') };
}

/** A remark in brackets on where the wording comes from. */
function isNote(words: string, { openingStamp }: Lexicon): boolean {
  return words.startsWith('(') && openingStamp?.test(words) === true;
}

interface Passages {
  readonly older: readonly Stretch[];
  readonly newer: readonly Stretch[];
}

/** Numbers, dates and the like count by their order in the block, wherever the words between them went. */
function valueFindings(text: ChangedText, gone: Passages, { lexicon, isRenumbered }: Around): TextFinding[] {
  const mentionsIn = (side: 'older' | 'newer') =>
    findMentions(text[side], lexicon.values).filter(
      (mention) => !gone[side].some((stretch) => overlaps(stretch, mention)) && !isStamp(text[side], mention, lexicon),
    );
  return pairUp(mentionsIn('older'), mentionsIn('newer')).flatMap(([older, newer]) => {
    const isSameClause =
      older?.kind === 'reference' && newer?.kind === 'reference' && isRenumbered(older.key, newer.key);
    return isSameClause ? [] : [finding(older, newer)];
  });
}

type MentionPair = readonly [older: Mention | undefined, newer: Mention | undefined];

function pairUp(older: readonly Mention[], newer: readonly Mention[]): MentionPair[] {
  const keyOf = ({ kind, key }: Mention) => `${kind} ${key}`;
  const parts = diffArrays(older.map(keyOf), newer.map(keyOf));
  const pairs: MentionPair[] = [];
  let [from, to] = [0, 0];
  let [removed, added]: [Mention[], Mention[]] = [[], []];
  const settle = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      pairs.push([removed[index], added[index]]);
    }
    [removed, added] = [[], []];
  };
  for (const part of parts) {
    if (!part.added && !part.removed) settle();
    if (part.removed) removed.push(...older.slice(from, from + part.value.length));
    if (part.added) added.push(...newer.slice(to, to + part.value.length));
    from += part.added ? 0 : part.value.length;
    to += part.removed ? 0 : part.value.length;
  }
  settle();
  return pairs;
}

/** The date or number of the edition itself, which is no term of it. */
function isStamp(text: string, { kind, start }: Mention, { stamp, openingStamp }: Lexicon): boolean {
  if (kind !== 'date' && kind !== 'number') return false;
  const isShort = text.length < 160 && openingStamp?.test(text) === true;
  return isShort || stamp?.test(text.slice(Math.max(0, start - 60), start)) === true;
}

/** Courts, laws, roles and names count by being in the block or not. */
function nameFindings(text: ChangedText, gone: Passages, { lexicon, isKnown }: Around): TextFinding[] {
  const mentionsIn = (side: 'older' | 'newer') => findMentions(text[side], lexicon.names);
  const near = bothIn(text, lexicon.names);
  const isQuiet = near.older.length + near.newer.length === 0;
  const mentions = isQuiet ? near : { older: mentionsIn('older'), newer: mentionsIn('newer') };
  const only = (side: 'older' | 'newer', other: 'older' | 'newer') => {
    const names =
      lexicon.hasNames && !text.isTitle ? newNames(text, side, { mentions: mentions[side], isKnown, lexicon }) : [];
    const all = [...mentions[side], ...names].filter(
      (mention, index, list) =>
        list.findIndex(({ key }) => key === mention.key) === index && !isInAddress(text[side], mention, lexicon),
    );
    return all.filter(
      (mention) =>
        !mentions[other].some(({ key }) => key === mention.key) &&
        !gone[side].some((stretch) => overlaps(stretch, mention)),
    );
  };
  const [removed, added] = [only('older', 'newer'), only('newer', 'older')];
  const kinds = ['party', 'jurisdiction'] as const;
  return kinds.flatMap((kind) => {
    const [before, after] = [removed.filter((one) => one.kind === kind), added.filter((one) => one.kind === kind)];
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => finding(before[index], after[index]));
  });
}

/** Where somebody lives is no party, and no law. */
function isInAddress(text: string, { start, end }: Stretch, { addressBefore, addressBehind }: Lexicon): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)];
  return addressBefore?.test(before) === true || addressBehind?.test(behind) === true;
}

/** In characters. */
const NEAR = 30;

/** Within one change: the words that only one side of it has. */
function wordFindings(text: ChangedText, change: Change, both: Both): TextFinding[] {
  const [older, newer] = within(both, change);
  return pairUp(withoutShared(older, newer), withoutShared(newer, older)).map(([one, other]) => ({
    ...finding(one, other),
    older: withNext(text.older, one),
    newer: withNext(text.newer, other),
  }));
}

/** Words in both, as often, are the same whatever their order. */
function withoutShared(mentions: readonly Mention[], others: readonly Mention[]): Mention[] {
  const counts = new Map<string, number>();
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return mentions.filter(({ key }) => {
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

/** In characters. */
const SHORT = 40;

/** Within one short change: somebody in another's place. */
function pronounFindings(change: Change, both: Both): TextFinding[] {
  const [older, newer] = within(both, change);
  const [gone, came] = [withoutShared(older, newer), withoutShared(newer, older)];
  const [one, other] = [gone[0], came[0]];
  const isOneForOther = one !== undefined && other !== undefined && one.key !== other.key;
  const isShared = gone.every(({ key }) => newer.some((mention) => mention.key === key));
  // In a sentence that was recast, who does what is said in other ways.
  const isShort = change.older.end - change.older.start < SHORT && change.newer.end - change.newer.start < SHORT;
  return isOneForOther && isShort && !isShared ? [finding(one, other)] : [];
}

function within(both: Both, change: Change): readonly [older: Mention[], newer: Mention[]] {
  const on = (side: 'older' | 'newer') => both[side].filter((mention) => overlaps(mention, change[side]));
  return [on('older'), on('newer')];
}

function finding(older: Mention | undefined, newer: Mention | undefined): TextFinding {
  return { kind: kindOf(older, newer), older: older?.text ?? '', newer: newer?.text ?? '' };
}

/** The word alone says little: with the next two. */
function withNext(text: string, mention: Mention | undefined): string {
  if (mention === undefined) return '';
  const [next = ''] = /^(?:\s+[\p{L}\p{N}'’-]+){0,2}/u.exec(text.slice(mention.end)) ?? [];
  return (text.slice(mention.start, mention.end) + next).replace(/\s+/g, ' ').trim();
}

/** What became a year, or was one, without being written as a date, is a number like the other. */
function kindOf(older: Mention | undefined, newer: Mention | undefined): SubstanceKind {
  const both = [older, newer].flatMap((mention) => mention ?? []);
  const isNumber = both.some(({ kind }) => kind === 'number') && both.every(({ text }) => /^\d+$/.test(text));
  return isNumber ? 'number' : (both.at(-1)?.kind ?? 'number');
}
