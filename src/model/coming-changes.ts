/** A timeline goes in; what is to happen after the moment it stands at comes out, in order. */
import { type Instant, instantOf, type Moment, startOfDay } from './civil-date.ts';
import type { LocalText, Retirement } from './config.ts';
import { type Answer, type DatedEdition, editionOf, type Timeline } from './timeline.ts';

/** Something that is to happen to a policy, as far as is known. */
export type ComingChange = {
  readonly moment: Moment;
  readonly instant: Instant;
} & (
  | {
      /** An edition begins to apply. */
      readonly kind: 'applies';
      readonly dated: DatedEdition;
      /** To these cohorts; to everybody if there is none. */
      readonly to: readonly LocalText[];
      /** 0 for the first day on which it applies to anybody, 1 for the next. */
      readonly round: number;
    }
  | {
      readonly kind: 'withdrawn';
      readonly dated: DatedEdition;
      readonly reason: string;
      /** The edition that applies again to everybody, if one does for that reason. */
      readonly returning?: string;
    }
  | { readonly kind: 'retired'; readonly retirement: Retirement }
);

/** The changes after `timeline.asOf`, soonest first; days begin in `timeZone`. */
export function comingChanges(timeline: Timeline, timeZone: string): ComingChange[] {
  const { editions, retirement, asOf } = timeline;
  const issued = editions.filter(({ state }) => state.kind !== 'draft');
  const changes = [
    ...issued.flatMap((dated) => applications(dated, timeline, timeZone)),
    ...issued.flatMap((dated) => withdrawal(dated, timeline, timeZone)),
  ];
  if (retirement !== undefined) {
    const moment: Moment = { kind: 'day', day: retirement.on };
    changes.push({ kind: 'retired', retirement, moment, instant: retirement.instant });
  }
  return changes.filter(({ instant }) => instant > asOf).sort((a, b) => a.instant - b.instant);
}

/** One for each moment from which the edition applies to more people than before. */
function applications(dated: DatedEdition, timeline: Timeline, timeZone: string): ComingChange[] {
  if (dated.cohorts.length > 0) return cohortApplications(dated, timeZone);
  const { effective: moment } = dated.edition;
  const instant = dated.effectiveInstant;
  const answer = answerAt(timeline, instant);
  // What was superseded the same day, withdrawn or retired by then does not come to apply.
  const applies = answer?.kind === 'edition' && answer.edition === dated.edition.id;
  return applies ? [{ kind: 'applies', dated, moment, instant, to: [], round: 0 }] : [];
}

function cohortApplications(dated: DatedEdition, timeZone: string): ComingChange[] {
  const declared = dated.edition.cohorts.map(({ from }) => instantOf(from, timeZone));
  const rounds = [...new Set(declared)];
  const changes = new Map<Instant, Extract<ComingChange, { kind: 'applies' }>>();
  for (const [index, { to, from: moment, fromInstant: instant }] of dated.cohorts.entries()) {
    if (moment === undefined || instant === undefined) continue;
    const round = rounds.indexOf(declared[index] ?? instant);
    const others = changes.get(instant) ?? { kind: 'applies', dated, moment, instant, to: [], round };
    changes.set(instant, { ...others, to: [...others.to, to] });
  }
  return [...changes.values()];
}

function withdrawal(dated: DatedEdition, timeline: Timeline, timeZone: string): ComingChange[] {
  const { declared } = dated.edition;
  if (declared.kind !== 'withdrawn' || dated.periods.length === 0) return [];
  const instant = startOfDay(declared.on, timeZone);
  const end = timeline.retirement?.instant ?? Number.POSITIVE_INFINITY;
  if (instant <= dated.effectiveInstant || instant >= end) return [];
  const moment: Moment = { kind: 'day', day: declared.on };
  const change = { kind: 'withdrawn', dated, reason: declared.reason, moment, instant } as const;
  const next = timeline.stretches.find(({ fromInstant }) => fromInstant === instant)?.answer;
  // One that takes force at that very moment follows on its own account.
  const isBack = next?.kind === 'edition' && editionOf(timeline, next.edition).effectiveInstant < instant;
  return [isBack ? { ...change, returning: next.edition } : change];
}

function answerAt({ stretches }: Timeline, instant: Instant): Answer | undefined {
  return stretches.find(({ fromInstant, untilInstant }) => fromInstant <= instant && instant < untilInstant)?.answer;
}
