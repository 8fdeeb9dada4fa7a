/** A policy goes in; its editions that are no drafts come out, in the order of taking force. */
import { type Instant, instantOf } from '../model/civil-date.ts';
import type { SiteConfig } from '../model/config.ts';
import { compareIds, type Edition, type Policy } from '../model/policy.ts';

export interface IssuedEdition {
  readonly edition: Edition;
  readonly effective: Instant;
}

/** By (effective instant, id); days begin in the site's zone. */
export function issuedEditions({ editions }: Policy, { timeZone }: SiteConfig): IssuedEdition[] {
  return editions
    .filter(({ declared }) => declared.kind !== 'draft')
    .map((edition) => ({ edition, effective: instantOf(edition.effective, timeZone) }))
    .sort((a, b) => a.effective - b.effective || compareIds(a.edition.id, b.edition.id));
}
