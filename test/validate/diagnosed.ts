/** One rule and one policy go in; what the rule says of it comes out. */
import type { SiteConfig } from '../../src/model/config.ts';
import type { Edition, EditionText } from '../../src/model/policy.ts';
import type { Rule } from '../../src/validate/rule.ts';
import { edition, policy, siteConfig, text } from '../builders.ts';

export function ask(rule: Rule, editions: readonly Edition[], site: Partial<SiteConfig> = {}) {
  return rule.check(policy(editions), siteConfig(site));
}

/** An edition whose front matter's keys stand on lines 2, 3 … of its file. */
export function placed(effective: string, more: Partial<Edition> = {}, words: Partial<EditionText> = {}): Edition {
  const path = `policies/privacy/${more.id ?? effective}.md`;
  const keys = ['title', 'effective', 'published', 'summary', 'version', 'withdrawn'];
  const keyPlaces = Object.fromEntries(keys.map((key, index) => [key, { path, line: index + 2, column: 1 }]));
  return edition(effective, { texts: [text(undefined, { path, keyPlaces, ...words })], ...more });
}

export const draft = { declared: { kind: 'draft' } } as const;
