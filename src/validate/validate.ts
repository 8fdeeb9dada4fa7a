/** Policies go in; what is wrong with them as a whole comes out. */
import type { SiteConfig } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Policy } from '../model/policy.ts';

export function validate(_policies: readonly Policy[], _site: SiteConfig): readonly Diagnostic[] {
  return [];
}
