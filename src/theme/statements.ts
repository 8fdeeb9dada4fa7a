/** An edition's place in time goes in; the sentences a page says about it come out. Each is dated, so that it stays true unread and unbuilt. */
import type { Moment } from '../model/civil-date.ts';
import type { Declared, Edition } from '../model/policy.ts';
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
  if (dated.state.kind === 'announced' && dated.periods.every(({ until }) => until === undefined)) {
    if (isFirst(placement)) return [words.say('applies-from-first', { from })];
    if (published !== undefined)
      return [words.say('published-applies-from', { published: dates.view(published).text, from })];
  }
  return periodSentences(placement, { words, dates });
}

function periodSentences({ dated }: Placement, { words, dates }: Voice): string[] {
  return dated.periods.map(({ from: start, until: end }, index) => {
    const from = dates.moment(start);
    if (end === undefined) return words.say(index === 0 ? 'in-force-from' : 'in-force-again-from', { from });
    const until = untilText(end, { words, dates });
    return words.say(index === 0 ? 'in-force-from-until' : 'in-force-again-from-until', { from, until });
  });
}

/** What follows, for lists; an edition's own page says it in a notice, with the way there. */
export function sequelOf(placement: Placement, { words, dates }: Voice): string[] {
  const follower = followerOf(placement);
  const end = placement.dated.periods.at(-1);
  if (follower === undefined || end?.until === undefined) return [];
  const from = dates.moment(end.until);
  // One whose own day was earlier takes over because the edition after it is withdrawn.
  if (follower.effectiveInstant === end.untilInstant) return [words.say('following-applies-from', { from })];
  return [
    words.say('returning-applies-from', { from, date: nameOf(follower.edition, placement.timeline, { words, dates }) }),
  ];
}

/** The date that names an edition, with its id where another of the same policy bears the same date. */
export function nameOf({ id, effective }: Edition, { editions }: Timeline, { words, dates }: Voice): string {
  const date = dates.moment(effective);
  const isShared = editions.some(({ edition }) => edition.id !== id && dates.moment(edition.effective) === date);
  return isShared ? words.say('edition-told-apart', { date, id }) : date;
}

/** The end of a half-open time: a whole last day is included, an instant is not. */
function untilText(end: Moment, { words, dates }: Voice): string {
  return end.kind === 'day' ? words.say('last-day', { day: dates.lastOf(end) }) : dates.lastOf(end);
}

/** The cell of an archive: its time in force in a few words. */
export function intervalOf({ dated }: Placement, { words, dates }: Voice): string {
  const { declared, effective } = dated.edition;
  if (declared.kind === 'draft') return words.say('interval-draft');
  if (declared.kind === 'withdrawn' && dated.periods.length === 0) {
    return words.say('interval-withdrawn-before-effect', { on: dates.day(declared.on) });
  }
  if (dated.periods.length === 0) return words.say('interval-superseded-same-day', { from: dates.moment(effective) });
  const parts = dated.periods.map((period) => interval(period, { words, dates }));
  if (declared.kind === 'withdrawn') parts.push(words.say('interval-withdrawn', { on: dates.day(declared.on) }));
  return parts.join('. ');
}

function interval({ from: start, until: end }: Period, { words, dates }: Voice): string {
  const from = dates.moment(start);
  return end === undefined
    ? words.say('interval-from', { from })
    : words.say('interval-from-until', { from, until: untilText(end, { words, dates }) });
}

/** What a reader must know before reading on: the edition is not the one in force, or another takes over on a known day. */
export interface Standing {
  readonly kind: 'past' | 'announced' | 'withdrawn' | 'draft' | 'coming';
  readonly text: string;
  /** The edition that takes over, if that moment is still to come. */
  readonly follower?: DatedEdition;
}

export function noticeOn(placement: Placement, voice: Voice): Standing | undefined {
  const { dated, timeline } = placement;
  const { words, dates } = voice;
  const { declared, effective } = dated.edition;
  const from = dates.moment(effective);
  if (declared.kind === 'draft') return { kind: 'draft', text: words.say('notice-draft') };
  if (declared.kind === 'withdrawn') return withdrawnNotice(placement, { declared, voice });
  if (dated.periods.length === 0) return { kind: 'past', text: words.say('notice-superseded-same-day', { from }) };
  if (dated.state.kind === 'announced') {
    const key = isFirst(placement) ? 'notice-announced-first' : 'notice-announced';
    return { kind: 'announced', text: words.say(key, { from }) };
  }
  if (dated.state.kind === 'superseded') {
    const end = dated.periods.findLast(
      ({ untilInstant }) => untilInstant !== undefined && untilInstant <= timeline.asOf,
    );
    if (end?.until === undefined) return undefined;
    return { kind: 'past', text: words.say('notice-past', { until: untilText(end.until, voice) }) };
  }
  const follower = followerOf(placement);
  const end = dated.periods.at(-1)?.until;
  if (follower === undefined || end === undefined) return undefined;
  return { kind: 'coming', text: words.say('notice-coming', { from: dates.moment(end) }), follower };
}

interface Withdrawal {
  readonly declared: Extract<Declared, { kind: 'withdrawn' }>;
  readonly voice: Voice;
}

function withdrawnNotice(placement: Placement, { declared, voice: { words, dates } }: Withdrawal): Standing {
  const { dated, timeline } = placement;
  const values = { on: dates.day(declared.on), reason: declared.reason };
  if (dated.periods.length === 0)
    return { kind: 'withdrawn', text: words.say('notice-withdrawn-before-effect', values) };
  const follower = followerOf(placement);
  const isToCome = (dated.periods.at(-1)?.untilInstant ?? 0) > timeline.asOf;
  const notice = { kind: 'withdrawn', text: words.say('notice-withdrawn', values) } as const;
  return follower === undefined || !isToCome ? notice : { ...notice, follower };
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
