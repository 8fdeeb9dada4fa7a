/** A policy goes in; the texts that its publisher can still mend come out. */
import type { SiteConfig } from '../model/config.ts';
import type { Edition, EditionText, Policy } from '../model/policy.ts';
import { issuedEditions } from './issued-editions.ts';

/** Every text of the edition that takes force last, unless it is withdrawn: earlier ones must stay as they were published. */
export function latestTexts(
  policy: Policy,
  site: SiteConfig,
): { readonly edition: Edition; readonly text: EditionText }[] {
  const edition = issuedEditions(policy, site).at(-1)?.edition;
  if (edition === undefined || edition.declared.kind === 'withdrawn') return [];
  return edition.texts.map((text) => ({ edition, text }));
}
