/** An edition's place in time goes in; what it is at a moment comes out. */
import type { Instant } from '../model/civil-date.ts';
import type { Lingering, Period, State } from '../model/timeline.ts';
import type { Course, Placed } from './placed.ts';

export interface StateFacts {
  readonly placed: Placed;
  readonly periods: readonly Period[];
  readonly lingering: readonly Lingering[];
  readonly course: Course;
  /** The first instant at which any edition is in force, or may be. */
  readonly beginning: Instant;
  readonly inForce: Placed | undefined;
  readonly asOf: Instant;
}

export function stateOf({ placed, periods, lingering, course: { end }, beginning, inForce, asOf }: StateFacts): State {
  const { effective, earliest, withdrawn } = placed;
  const { declared } = placed.edition;
  if (declared.kind === 'draft') return { kind: 'draft' };
  if (declared.kind === 'withdrawn' && withdrawn <= earliest) return { ...declared, kind: 'withdrawn-before-effect' };
  if (end !== undefined && end.instant <= earliest) return { kind: 'retired-before-effect' };
  // Of one that may have been in force before its end nobody can say that it never was.
  if (declared.kind === 'withdrawn' && withdrawn <= effective) return { ...declared, kind: 'withdrawn' };
  if (end !== undefined && end.instant <= effective) return { kind: 'retired' };
  if (periods.length === 0) return { kind: 'superseded-same-day' };
  if (declared.kind === 'withdrawn' && withdrawn <= asOf) return { ...declared, kind: 'withdrawn' };
  if (placed === inForce) return { kind: 'in-force' };
  if (effective > asOf) return { kind: 'announced', isFirst: periods[0]?.fromInstant === beginning };
  if (lingering.some(({ fromInstant, untilInstant }) => fromInstant <= asOf && asOf < untilInstant))
    return { kind: 'in-force-for-some' };
  const isLast = end !== undefined && periods.at(-1)?.untilInstant === end.instant;
  return isLast && end.instant <= asOf ? { kind: 'retired' } : { kind: 'superseded' };
}
