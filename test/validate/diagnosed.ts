/** One rule and one policy go in; what the rule says of it comes out. */
import { startOfDay } from '../../src/model/civil-date.ts';
import type { SiteConfig } from '../../src/model/config.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Edition, EditionText, Policy } from '../../src/model/policy.ts';
import type { Rule } from '../../src/validate/rule.ts';
import { edition, policy, siteConfig, text } from '../builders.ts';

const ASKED_ON = '2026-11-25';

export function ask(rule: Rule, editions: readonly Edition[], site: Partial<SiteConfig> = {}) {
  return askOfPolicy(rule, policy(editions), { site });
}

/** Asks at the beginning of a day, in the site's zone. */
export function askOfPolicy(rule: Rule, asked: Policy, { site = {}, on = ASKED_ON }: Asking = {}) {
  const config = siteConfig(site);
  return rule.check(asked, config, { day: on, instant: startOfDay(on, config.timeZone) });
}

interface Asking {
  readonly site?: Partial<SiteConfig>;
  readonly on?: string;
}

/** What a rule says of one text, the only one of an edition of 1 March 2026. */
export function askOfText(rule: Rule, markdown: string, more: Partial<Edition> = {}, language = 'en') {
  return ask(rule, [placed('2026-03-01', more, { markdown, language, lineOffset: 4 })]);
}

/** What stands at the places of `diagnostics` in a text that `askOfText` was asked about. */
export function shown(markdown: string, diagnostics: readonly Diagnostic[]): string[] {
  const lines = markdown.split('\n');
  return diagnostics.map(({ place }) => {
    const { line = 5, column = 1, endLine = line, endColumn = column } = place ?? {};
    const span = lines.slice(line - 5, endLine - 4);
    const last = span.length - 1;
    return span
      .map((text, index) => text.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined))
      .join('\n');
  });
}

/** An edition whose front matter's keys stand on lines 2, 3 … of its file. */
export function placed(effective: string, more: Partial<Edition> = {}, words: Partial<EditionText> = {}): Edition {
  const path = `policies/privacy/${more.id ?? effective}.md`;
  const keys = ['title', 'effective', 'published', 'summary', 'version', 'withdrawn', 'retroactive', 'applies'];
  const keyPlaces = Object.fromEntries(keys.map((key, index) => [key, { path, line: index + 2, column: 1 }]));
  return edition(effective, { texts: [text(undefined, { path, keyPlaces, ...words })], ...more });
}

export const draft = { declared: { kind: 'draft' } } as const;
