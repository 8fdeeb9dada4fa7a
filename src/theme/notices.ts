/** An edition's place in time goes in; what a reader must know before reading on comes out, dated. */
import type { DatedEdition } from '../model/timeline.ts';
import {
  followerOf,
  isStaged,
  lingeringSentences,
  nextEnd,
  type Placement,
  periodSentence,
  retiredOn,
  untilText,
  type Voice,
} from './statements.ts';

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
      return { kind: 'past', text: words.say('notice-superseded-same-day', { from: dates.moment(edition.effective) }) };
    case 'announced':
      return withdrawalNotice(placement, voice) ?? announcedNotice(placement, state.isFirst, voice);
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

function announcedNotice({ dated }: Placement, isFirst: boolean, voice: Voice): Standing | undefined {
  const { words, dates } = voice;
  const [first] = dated.periods;
  if (first === undefined) return undefined;
  // It may have applied before, or even first: nobody knows from when.
  if (dated.edition.onset === 'unknown') return { kind: 'announced', text: periodSentence(first, false, voice) };
  const from = dates.moment(first.from);
  return { kind: 'announced', text: words.say(isFirst ? 'notice-announced-first' : 'notice-announced', { from }) };
}

function pastNotice({ dated, timeline }: Placement, voice: Voice): Standing | undefined {
  const end = dated.periods.findLast(({ untilInstant }) => untilInstant !== undefined && untilInstant <= timeline.asOf);
  if (end?.until === undefined) return undefined;
  const { words, dates } = voice;
  const by = dates.moment(end.until);
  if (end.isUntilLatest) return { kind: 'past', text: words.say('notice-past-by', { until: by }) };
  // For some it did not end then.
  const isPartial = dated.lingering.some(({ fromInstant }) => fromInstant === end.untilInstant);
  const text = isPartial
    ? words.say('notice-coming-staged', { from: by })
    : words.say('notice-past', { until: untilText(end.until, voice) });
  return { kind: 'past', text: [text, ...lingeringSentences(dated, voice)].join(' ') };
}

function comingNotice(placement: Placement, { words, dates }: Voice): Standing | undefined {
  const end = nextEnd(placement);
  const follower = followerOf(end, placement);
  if (follower === undefined || end?.until === undefined) return undefined;
  const from = dates.moment(end.until);
  if (end.isUntilLatest) return { kind: 'coming', text: words.say('notice-coming-by', { from }), follower };
  return {
    kind: 'coming',
    text: words.say(isStaged(follower) ? 'notice-coming-staged' : 'notice-coming', { from }),
    follower,
  };
}

/** Said of an edition that is withdrawn, or will be, after it has been in force. */
function withdrawalNotice(placement: Placement, { words, dates }: Voice): Standing | undefined {
  const { declared } = placement.dated.edition;
  if (declared.kind !== 'withdrawn') return undefined;
  const text = words.say('notice-withdrawn', { on: dates.day(declared.on), reason: declared.reason });
  const follower = followerOf(nextEnd(placement), placement);
  return { kind: 'withdrawn', text, ...(follower === undefined ? {} : { follower }) };
}
