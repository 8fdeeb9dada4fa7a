/** An edition goes in; the date by which it is called, in words, comes out. */
import { editionOf } from '../../model/timeline.ts';
import type { PageContext } from '../page-context.ts';
import { nameOf } from '../statements.ts';

/** With its id where another edition of the policy bears the same date. */
export function dateOf(policy: string, edition: string, context: PageContext): string {
  const timeline = context.timelineOf(policy);
  return nameOf(editionOf(timeline, edition).edition, timeline, context.voice);
}
