/** The editions that have a clause in the same words go in; the sentences that say when it applies in them come out, true whenever they are read. */
import { type CivilDate, instantOf, type Moment } from '../../model/civil-date.ts';
import type { Stand } from '../../model/lineage.ts';
import { type DatedEdition, editionOf, type Period, type Timeline } from '../../model/timeline.ts';
import { isStaged, lingeringSentences, nameOf, periodSentence, type Voice } from '../statements.ts';

export interface PolicyTime {
  readonly timeline: Timeline;
  /** In which its days begin (IANA). */
  readonly timeZone: string;
}

/** Editions that follow each other, at least one. They say nothing of the day of the build. */
export function whenApplied(
  stands: readonly Pick<Stand, 'edition' | 'from'>[],
  { timeline, timeZone }: PolicyTime,
  voice: Voice,
): string[] {
  if (stands.length > 1 && isDoubtful(stands.map(({ edition }) => editionOf(timeline, edition)))) {
    return stands.flatMap((stand) => [
      voice.words.say('edition-of', { date: nameOf(editionOf(timeline, stand.edition).edition, timeline, voice) }),
      ...whenApplied([stand], { timeline, timeZone }, voice),
    ]);
  }
  const placed = stands.map(({ edition, from }) => ({ dated: editionOf(timeline, edition), from }));
  const editions = placed.map(({ dated }) => dated);
  const periods = joined(placed.flatMap(({ dated, from }) => dated.periods.flatMap((p) => begunBy(p, from, timeZone))));
  const withdrawals = editions.flatMap(({ edition }) => {
    const { declared } = edition;
    // Words that others go on with are not ended by it.
    if (declared.kind !== 'withdrawn' || (editions.length > 1 && !isEnd(declared.on, periods))) return [];
    const values = {
      date: nameOf(edition, timeline, voice),
      on: voice.dates.day(declared.on),
      reason: declared.reason,
    };
    return [voice.words.say('wording-withdrawn', values)];
  });
  if (periods.length === 0)
    return [voice.words.say(isNever(editions) ? 'wording-never' : 'wording-perhaps'), ...withdrawals];
  const [first] = editions;
  return [
    ...periods.map((period, index) => periodSentence(period, index > 0, voice, 'words')),
    ...(first !== undefined && isStaged(first) ? [voice.words.say('staged')] : []),
    ...lingeringSentences({ lingering: beside(editions, periods), periods }, voice),
    ...withdrawals,
  ];
}

/** What is left of a period where the clause applies from a day of its own. */
function begunBy(period: Period, from: Moment | undefined, timeZone: string): Period[] {
  if (from === undefined) return [period];
  const fromInstant = instantOf(from, timeZone);
  if (fromInstant <= period.fromInstant) return [period];
  return fromInstant < endOf(period) ? [{ ...period, from, fromInstant, isFromLatest: false }] : [];
}

/** What one edition ends and another takes up is one time for words that both have. */
function joined(periods: readonly Period[]): Period[] {
  const all: Period[] = [];
  for (const period of periods.toSorted((a, b) => a.fromInstant - b.fromInstant || endOf(a) - endOf(b))) {
    const last = all.at(-1);
    if (last === undefined || endOf(last) < period.fromInstant) all.push(period);
    else if (endOf(last) <= endOf(period)) all[all.length - 1] = { ...period, ...beginningOf(last) };
  }
  return all;
}

function beginningOf({
  from,
  fromInstant,
  isFromLatest,
}: Period): Pick<Period, 'from' | 'fromInstant' | 'isFromLatest'> {
  return { from, fromInstant, isFromLatest };
}

function endOf({ untilInstant = Number.POSITIVE_INFINITY }: Period): number {
  return untilInstant;
}

function isEnd(day: CivilDate, periods: readonly Period[]): boolean {
  return periods.length === 0 || periods.some(({ until }) => until?.kind === 'day' && until.day === day);
}

/** Where some still come under one of the editions while the words apply to others no more, or not yet. */
function beside(editions: readonly DatedEdition[], periods: readonly Period[]): DatedEdition['lingering'] {
  return editions
    .flatMap(({ lingering }) => lingering)
    .filter(
      ({ fromInstant, untilInstant }) =>
        !periods.some((period) => period.fromInstant <= fromInstant && untilInstant <= endOf(period)),
    );
}

/** Then each edition speaks for itself: it is not known when they took turns, or several go on for some. */
function isDoubtful(editions: readonly DatedEdition[]): boolean {
  const isUnknown = (dated: DatedEdition) =>
    dated.periods.length === 0
      ? !isNever([dated])
      : dated.periods.some(({ isFromLatest, isUntilLatest }) => isFromLatest || isUntilLatest);
  return editions.some(isUnknown) || editions.filter(({ lingering }) => lingering.length > 0).length > 1;
}

/** Else it is not known. */
function isNever(editions: readonly DatedEdition[]): boolean {
  return editions.every(
    ({ periods, state: { kind } }) =>
      periods.length > 0 || ['superseded-same-day', 'withdrawn-before-effect', 'retired-before-effect'].includes(kind),
  );
}
