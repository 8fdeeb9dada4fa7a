/** An edition's place in time goes in; what a reader must know before reading on comes out, dated. */
import type { Moment } from '../model/civil-date.ts';
import type { DatedEdition } from '../model/timeline.ts';
import { followerOf, lingeringSentences, type Placement, retiredOn, untilText, type Voice } from './statements.ts';

/** The edition is not the one in force, or another takes over on a known day. */
export interface Standing {
  readonly kind: 'past' | 'announced' | 'withdrawn' | 'draft' | 'coming';
  readonly text: string;
  /** The edition that takes over, if that moment is still to come. */
  readonly follower?: DatedEdition;
}

export function noticeOn(placement: Placement, voice: Voice): Standing | undefined {
  const { dated, timeline } = placement;
  const { words, dates } = voice;
  const { state, edition } = dated;
  const from = dates.moment(edition.effective);
  switch (state.kind) {
    case 'draft':
      return { kind: 'draft', text: words.say('notice-draft') };
    case 'withdrawn-before-effect': {
      const values = { on: dates.day(state.on), reason: state.reason };
      return { kind: 'withdrawn', text: words.say('notice-withdrawn-before-effect', values) };
    }
    case 'retired-before-effect':
      return { kind: 'past', text: words.say('notice-retired-before-effect', { on: retiredOn(timeline, voice) }) };
    case 'superseded-same-day':
      return { kind: 'past', text: words.say('notice-superseded-same-day', { from }) };
    case 'announced':
      return withdrawalNotice(placement, voice) ?? announcedNotice(state.isFirst, from, voice);
    case 'withdrawn':
      return withdrawalNotice(placement, voice);
    case 'in-force-for-some':
    case 'superseded':
    case 'retired':
      return withdrawalNotice(placement, voice) ?? pastNotice(placement, voice);
    case 'in-force':
      return withdrawalNotice(placement, voice) ?? comingNotice(placement, voice);
  }
}

function announcedNotice(isFirst: boolean, from: string, { words }: Voice): Standing {
  return { kind: 'announced', text: words.say(isFirst ? 'notice-announced-first' : 'notice-announced', { from }) };
}

function pastNotice({ dated, timeline }: Placement, voice: Voice): Standing | undefined {
  const end = dated.periods.findLast(({ untilInstant }) => untilInstant !== undefined && untilInstant <= timeline.asOf);
  if (end?.until === undefined) return undefined;
  const { words, dates } = voice;
  const text = end.isUntilLatest
    ? words.say('notice-past-by', { until: dates.moment(end.until) })
    : words.say('notice-past', { until: untilText(end.until, voice) });
  return { kind: 'past', text: [text, ...lingeringSentences(dated.lingering, voice)].join(' ') };
}

function comingNotice(placement: Placement, { words, dates }: Voice): Standing | undefined {
  const follower = followerOf(placement);
  const end: Moment | undefined = placement.dated.periods.at(-1)?.until;
  if (follower === undefined || end === undefined) return undefined;
  const key = follower.edition.cohorts.length > 0 ? 'notice-coming-staged' : 'notice-coming';
  return { kind: 'coming', text: words.say(key, { from: dates.moment(end) }), follower };
}

/** Said of an edition that is withdrawn, or will be, after it has been in force. */
function withdrawalNotice(placement: Placement, { words, dates }: Voice): Standing | undefined {
  const { dated, timeline } = placement;
  const { declared } = dated.edition;
  if (declared.kind !== 'withdrawn') return undefined;
  const text = words.say('notice-withdrawn', { on: dates.day(declared.on), reason: declared.reason });
  const follower = followerOf(placement);
  const isToCome = (dated.periods.at(-1)?.untilInstant ?? 0) > timeline.asOf;
  return { kind: 'withdrawn', text, ...(follower === undefined || !isToCome ? {} : { follower }) };
}
