/** An edition's place in time goes in; the sentences a page says about it come out. Each is dated, so that it stays true unread and unbuilt. */
import type { Moment } from '../model/civil-date.ts';
import { type Language, type LocalText, localText } from '../model/config.ts';
import type { Edition } from '../model/policy.ts';
import type { DatedEdition, Period, Timeline } from '../model/timeline.ts';
import type { DateFormat } from './dates.ts';
import type { Words } from './strings.ts';

/** What sentences are made with, for one language. */
export interface Voice {
  readonly language: Language;
  readonly words: Words;
  readonly dates: DateFormat;
}

export interface Placement {
  readonly dated: DatedEdition;
  readonly timeline: Timeline;
}

/** The lines below the title: when it applies. */
export function sentencesOn(placement: Placement, voice: Voice): string[] {
  const { dated, timeline } = placement;
  const { words, dates } = voice;
  const { state, edition } = dated;
  switch (state.kind) {
    case 'draft':
      return [words.say('draft-sentence')];
    case 'withdrawn-before-effect':
      return [words.say('withdrawn-before-effect', { on: dates.day(state.on), reason: state.reason })];
    case 'retired-before-effect':
      return [words.say('retired-before-effect', { on: retiredOn(timeline, voice) })];
    case 'superseded-same-day':
      return [words.say('superseded-same-day', { from: dates.moment(edition.effective) })];
    case 'announced':
      return [...announcedSentences(placement, voice), ...stagingOf(dated, voice), ...withdrawalOf(dated, voice)];
    case 'in-force':
    case 'in-force-for-some':
    case 'superseded':
    case 'withdrawn':
    case 'retired':
      return [...periodSentences(dated, voice), ...stagingOf(dated, voice), ...withdrawalOf(dated, voice)];
  }
}

function announcedSentences({ dated }: Placement, voice: Voice): string[] {
  const { words, dates } = voice;
  const { edition, state, periods } = dated;
  const [first] = periods;
  if (first === undefined || first.isFromLatest || first.isUntilLatest || periods.length > 1) {
    return periodSentences(dated, voice);
  }
  const from = dates.moment(first.from);
  if (first.until !== undefined) {
    return [words.say('announced-applies-from-until', { from, until: untilText(first.until, voice) })];
  }
  if (state.kind === 'announced' && state.isFirst) return [words.say('applies-from-first', { from })];
  if (edition.published === undefined) return [words.say('announced-applies-from', { from })];
  return [words.say('published-applies-from', { published: dates.view(edition.published).text, from })];
}

function periodSentences({ periods, edition }: DatedEdition, voice: Voice): string[] {
  const { words, dates } = voice;
  const [first] = periods;
  if (first === undefined) return [words.say('perhaps-in-force')];
  const sentences = periods.map((period, index) => periodSentence(period, index > 0, voice));
  if (!edition.isRetroactive || edition.published === undefined || first.isFromLatest) return sentences;
  const published = dates.view(edition.published).text;
  return [words.say('published-with-effect-from', { published, from: dates.moment(first.from) }), ...sentences];
}

/** What is said of a time in force, by what is known of its ends. */
const IN_FORCE = {
  from: 'in-force-from',
  fromUntil: 'in-force-from-until',
  againFrom: 'in-force-again-from',
  againFromUntil: 'in-force-again-from-until',
  by: 'in-force-by',
  byUntil: 'in-force-by-until',
  byReplacedBy: 'in-force-by-replaced-by',
  fromReplacedBy: 'in-force-from-replaced-by',
} as const;

/** The same of the words of a clause. */
const IN_THESE_WORDS = {
  from: 'wording-from',
  fromUntil: 'wording-from-until',
  againFrom: 'wording-again-from',
  againFromUntil: 'wording-again-from-until',
  by: 'wording-by',
  byUntil: 'wording-by-until',
  byReplacedBy: 'wording-by-replaced-by',
  fromReplacedBy: 'wording-from-replaced-by',
} as const;

export function periodSentence(period: Period, isAgain: boolean, voice: Voice, of: 'edition' | 'words' = 'edition') {
  const { words, dates } = voice;
  const keys = of === 'edition' ? IN_FORCE : IN_THESE_WORDS;
  const from = dates.moment(period.from);
  if (period.until === undefined) {
    if (period.isFromLatest) return words.say(keys.by, { from });
    return words.say(isAgain ? keys.againFrom : keys.from, { from });
  }
  const until = untilText(period.until, voice);
  const by = dates.moment(period.until);
  if (period.isFromLatest) {
    return period.isUntilLatest
      ? words.say(keys.byReplacedBy, { from, until: by })
      : words.say(keys.byUntil, { from, until });
  }
  if (period.isUntilLatest) return words.say(keys.fromReplacedBy, { from, until: by });
  return words.say(isAgain ? keys.againFromUntil : keys.fromUntil, { from, until });
}

/** An edition that does not apply to everybody at once says so; and one that applies to some while another is in force, to whom and when. */
function stagingOf(dated: DatedEdition, voice: Voice): string[] {
  return [...(isStaged(dated) ? [voice.words.say('staged')] : []), ...lingeringSentences(dated, voice)];
}

/** True if it does not come to apply to all of its cohorts at once. */
export function isStaged({ cohorts }: DatedEdition): boolean {
  return cohorts.some(({ fromInstant }) => fromInstant !== cohorts[0]?.fromInstant);
}

export function lingeringSentences(
  { lingering, periods }: Pick<DatedEdition, 'lingering' | 'periods'>,
  voice: Voice,
): string[] {
  const { words, dates } = voice;
  return lingering.map(({ to, also = [], from, fromInstant, until }) => {
    const values = { to: cohortText([to, ...also], voice), until: untilText(until, voice) };
    const isOn = periods.some(({ untilInstant }) => untilInstant === fromInstant);
    if (isOn) return words.say('lingering-until', values);
    return words.say('lingering-from-until', { ...values, from: dates.moment(from) });
  });
}

/** Those who belong to all of these cohorts. */
export function cohortText([first = '', ...others]: readonly LocalText[], voice: Voice): string {
  return others.reduce<string>(
    (to, other) => voice.words.say('cohort-of-both', { to, also: inVoice(other, voice) }),
    inVoice(first, voice),
  );
}

function withdrawalOf({ edition: { declared } }: DatedEdition, { words, dates }: Voice): string[] {
  if (declared.kind !== 'withdrawn') return [];
  return [words.say('withdrawn-on', { on: dates.day(declared.on), reason: declared.reason })];
}

/** What follows, for lists; an edition's own page says it in a notice, with the way there. */
export function sequelOf(placement: Placement, voice: Voice): string[] {
  const { words, dates } = voice;
  const { timeline, dated } = placement;
  const end = dated.periods.at(-1);
  const follower = followerOf(end, placement);
  if (follower === undefined || end?.until === undefined || end.isUntilLatest) return [];
  const from = dates.moment(end.until);
  // One whose own day was earlier takes over because the edition after it is withdrawn.
  if (follower.effectiveInstant === end.untilInstant) {
    return [words.say(isStaged(follower) ? 'following-begins-to-apply' : 'following-applies-from', { from })];
  }
  const isBack = follower.periods[0]?.fromInstant !== end.untilInstant;
  if (!isBack) return [];
  return [words.say('returning-applies-from', { from, date: nameOf(follower.edition, timeline, voice) })];
}

/** A policy that ends says when, and why. */
export function retirementSentence({ retirement }: Timeline, voice: Voice): string[] {
  if (retirement === undefined) return [];
  const { on, reason } = retirement;
  return [voice.words.say('notice-retired', { on: voice.dates.day(on), reason: inVoice(reason, voice) })];
}

/** The date that names an edition, with its id where another of the same policy bears the same date. */
export function nameOf(edition: Edition, { editions }: Timeline, { words, dates }: Voice): string {
  const date = dateOf(edition);
  const isShared = editions.some(({ edition: other }) => other.id !== edition.id && dateOf(other) === date);
  return isShared ? words.say('edition-told-apart', { date, id: edition.id }) : date;

  function dateOf({ effective, onset }: Edition): string {
    const moment = dates.moment(effective);
    return onset === 'unknown' ? words.say('date-or-earlier', { date: moment }) : moment;
  }
}

/** The end of a half-open time: a whole last day is included, an instant is not. */
export function untilText(end: Moment, { words, dates }: Voice): string {
  return end.kind === 'day' ? words.say('last-day', { day: dates.lastOf(end) }) : dates.lastOf(end);
}

/** The day from which the policy is no longer in force. Throws if it is not retired. */
export function retiredOn({ retirement, policy }: Timeline, { dates }: Voice): string {
  if (retirement === undefined) throw new Error(`${policy.slug} is not retired`);
  return dates.day(retirement.on);
}

/** The edition that takes over at the very moment at which a time in force ends. */
export function followerOf(period: Period | undefined, { dated, timeline }: Placement): DatedEdition | undefined {
  const end = period?.untilInstant;
  if (end === undefined) return undefined;
  return timeline.editions.find(
    (other) =>
      other.edition !== dated.edition &&
      other.periods.some(({ fromInstant, untilInstant }) => fromInstant === end && untilInstant !== end),
  );
}

/** The time in force that ends next, if it has an end. */
export function nextEnd({ dated, timeline }: Placement): Period | undefined {
  return dated.periods.find(({ untilInstant }) => untilInstant !== undefined && untilInstant > timeline.asOf);
}

/** Text by language, in the language of the voice if there is any. */
export function inVoice(text: LocalText, { language }: Voice): string {
  return localText(text, language, []);
}
