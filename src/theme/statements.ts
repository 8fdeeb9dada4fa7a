/** An edition's place in time goes in; the sentences a page says about it come out. Each is dated, so that it stays true unread and unbuilt. */
import type { Moment } from '../model/civil-date.ts';
import type { DatedEdition, Period, Timeline } from '../model/timeline.ts';
import type { DateFormat } from './dates.ts';
import type { Words } from './strings.ts';

/** What sentences are made with, for one language. */
export interface Voice {
  readonly words: Words;
  readonly dates: DateFormat;
}

export interface Placement {
  readonly dated: DatedEdition;
  readonly timeline: Timeline;
}

/** The lines below the title: when it applies. */
export function sentencesOn(placement: Placement, { words, dates }: Voice): string[] {
  const { dated } = placement;
  const { declared, published } = dated.edition;
  const from = dates.moment(dated.edition.effective);
  if (declared.kind === 'draft') return [words.say('draft-sentence')];
  if (declared.kind === 'withdrawn') {
    const on = dates.day(declared.on);
    if (dated.periods.length === 0) return [words.say('withdrawn-before-effect', { on, reason: declared.reason })];
    return [
      ...periodSentences(placement, { words, dates }),
      words.say('withdrawn-on', { on, reason: declared.reason }),
    ];
  }
  if (dated.periods.length === 0) return [words.say('superseded-same-day', { from })];
  if (dated.status === 'announced' && dated.periods.every(({ until }) => until === undefined)) {
    if (isFirst(placement)) return [words.say('applies-from-first', { from })];
    if (published !== undefined)
      return [words.say('published-applies-from', { published: dates.moment(published), from })];
  }
  return periodSentences(placement, { words, dates });
}

function periodSentences({ dated }: Placement, { words, dates }: Voice): string[] {
  return dated.periods.map(({ from: start, until: end }, index) => {
    const from = dates.moment(start);
    if (end === undefined) return words.say(index === 0 ? 'in-force-from' : 'in-force-again-from', { from });
    const until = dates.lastOf(end);
    return words.say(index === 0 ? 'in-force-from-until' : 'in-force-again-from-until', { from, until });
  });
}

/** What follows, for lists; an edition's own page says it in a notice, with the way there. */
export function sequelOf(placement: Placement, { words, dates }: Voice): string[] {
  const follower = followerOf(placement);
  return follower === undefined
    ? []
    : [words.say('following-applies-from', { from: dates.moment(follower.edition.effective) })];
}

/** The cell of an archive: its time in force in a few words. */
export function intervalOf({ dated }: Placement, { words, dates }: Voice): string {
  const { declared, effective } = dated.edition;
  if (declared.kind === 'draft') return words.say('interval-draft');
  if (declared.kind === 'withdrawn' && dated.periods.length === 0) {
    return words.say('interval-withdrawn-before-effect', { on: dates.day(declared.on) });
  }
  if (dated.periods.length === 0) return words.say('interval-superseded-same-day', { from: dates.moment(effective) });
  return dated.periods.map((period) => interval(period, { words, dates })).join('. ');
}

function interval({ from: start, until: end }: Period, { words, dates }: Voice): string {
  const from = dates.moment(start);
  return end === undefined
    ? words.say('interval-from', { from })
    : words.say('interval-from-until', { from, until: dates.lastOf(end) });
}

/** What a reader must know before reading on: the edition is not the one in force, or a later one is announced. */
export type Standing =
  | { readonly kind: 'past' | 'announced' | 'withdrawn' | 'draft'; readonly text: string }
  | { readonly kind: 'coming'; readonly text: string; readonly follower: DatedEdition };

export function noticeOn(placement: Placement, { words, dates }: Voice): Standing | undefined {
  const { dated } = placement;
  const { declared } = dated.edition;
  const from = dates.moment(dated.edition.effective);
  if (declared.kind === 'draft') return { kind: 'draft', text: words.say('notice-draft') };
  if (declared.kind === 'withdrawn') {
    const values = { on: dates.day(declared.on), reason: declared.reason };
    const text =
      dated.periods.length === 0
        ? words.say('notice-withdrawn-before-effect', values)
        : words.say('notice-withdrawn', values);
    return { kind: 'withdrawn', text };
  }
  if (dated.status === 'announced') {
    return {
      kind: 'announced',
      text: words.say(isFirst(placement) ? 'notice-announced-first' : 'notice-announced', { from }),
    };
  }
  if (dated.status === 'superseded') {
    const end = lastEnd(dated.periods);
    const text =
      end === undefined
        ? words.say('notice-superseded-same-day', { from })
        : words.say('notice-past', { until: dates.lastOf(end) });
    return { kind: 'past', text };
  }
  const follower = followerOf(placement);
  if (follower === undefined) return undefined;
  return {
    kind: 'coming',
    text: words.say('notice-coming', { from: dates.moment(follower.edition.effective) }),
    follower,
  };
}

/** The edition that takes over at the very moment at which this one's time ends. */
function followerOf({ dated, timeline }: Placement): DatedEdition | undefined {
  const end = dated.periods.at(-1)?.untilInstant;
  if (end === undefined) return undefined;
  return timeline.editions.find(({ periods }) => periods.some(({ fromInstant }) => fromInstant === end));
}

function isFirst({ dated, timeline }: Placement): boolean {
  const start = dated.periods[0]?.fromInstant ?? dated.effectiveInstant;
  return !timeline.editions.some(({ periods }) => periods.some(({ fromInstant }) => fromInstant < start));
}

function lastEnd(periods: readonly Period[]): Moment | undefined {
  return periods.at(-1)?.until;
}
