/** A policy, its editions in one language and the moment of the build go in; the edition whose text is the state of things then, and the place of a clause by which it is named then, come out. */
import type { Lineage, Stand } from '../../model/lineage.ts';
import type { PageContext } from '../page-context.ts';
import type { Histories } from './lineages.ts';

/** The editions of `editions` up to the one at the stable address, the last being the state of things; without any, the first that follows. */
export function editionsUntilPresent(editions: readonly string[], policy: string, context: PageContext): string[] {
  const own = context.standingOf(policy).edition.id;
  const order = context.timelineOf(policy).editions.map(({ edition }) => edition.id);
  const until = new Set(order.slice(0, order.indexOf(own) + 1));
  const past = editions.filter((id) => until.has(id));
  return past.length === 0 ? editions.slice(0, 1) : past;
}

/** In that edition; where it does not have the clause, in the last one before it, or else in the first after it. */
export function presentStand({ stands }: Lineage, { past }: Histories): Stand | undefined {
  return stands.findLast(({ edition }) => past.has(edition)) ?? stands[0];
}
