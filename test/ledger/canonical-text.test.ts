import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/ledger/canonical-text.ts';
import type { Edition } from '../../src/model/policy.ts';
import { parseSources } from '../../src/parse/sources.ts';
import { sources } from '../builders.ts';
import { editionFile, SITE } from './ledgered.ts';

/** The only edition of a site whose only text is `file`. */
function editionFrom(file: string): Edition {
  const { policies, diagnostics } = parseSources(
    sources({ 'policies/site.yaml': SITE, 'policies/privacy/2020-02-04.md': file }),
  );
  const edition = policies[0]?.editions[0];
  if (edition === undefined) throw new Error(JSON.stringify(diagnostics));
  return edition;
}

function canonical(file: string): string {
  const edition = editionFrom(file);
  return canonicalText(edition, edition.texts[0]);
}

describe('canonicalText', () => {
  it('writes what bears on the law in a fixed order, then the Markdown as it is', () => {
    const file = `\ufeff---\r\nsummary: What is new\r\nretroactive: true\r\neffective: 2020-01-02T12:00+03:00\r\npublished: 2020-01-28\r\nversion: 1.10\r\ntitle: 'Privacy: "ours"'\r\n---\r\n\r\n1. A  b\r\n\r\n\r\n`;
    expect(canonical(file)).toBe(
      '---\n# language: en\ntitle: "Privacy: \\"ours\\""\nversion: "1.10"\npublished: 2020-01-28\neffective: 2020-01-02T12:00+03:00\nretroactive: true\n---\n\n1. A  b\n',
    );
  });

  it('says to whom it applies from when, or that it is not known', () => {
    const groups = 'applies: [{to: "old: accounts", from: 2026-09-01}, {to: new accounts, from: 2026-07-01}]';
    expect(canonical(`---\ntitle: T\n${groups}\n---\nText.\n`)).toBe(
      '---\n# language: en\ntitle: "T"\napplies:\n  - {to: "new accounts", from: 2026-07-01}\n  - {to: "old: accounts", from: 2026-09-01}\n---\nText.\n',
    );
    expect(canonical('---\ntitle: T\neffective: unknown\npublished: 2019-05\n---\nText.\n')).toContain(
      'published: 2019-05\neffective: unknown\n',
    );
    expect(canonical('---\ntitle: T\npublished: 2019-05-01\n---\nText.\n')).toContain('effective: on-publication\n');
  });

  it.each([
    'summary: Something else\n',
    'status: withdrawn\nwithdrawn: {on: 2021-01-01, reason: Error}\n',
    'corrections: [{on: 2021-01-01, was: a, now: b, reason: c}]\n',
    'announcedEffective: 2020-01-30\n',
    'retroactive: false\n',
    '# A note to colleagues\n',
  ])('does not hold %j', (settings) => {
    expect(canonical(editionFile(settings))).toBe(canonical(editionFile()));
  });

  it('reads back as the same text, and is its own canonical text', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => !/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u.test(text) && text.trim() !== '');
    const dates = fc.constantFrom(
      'effective: 2020-02-04',
      'effective: 2020-02-04T12:00:00Z\npublished: 2020-01',
      'published: 2020-01-28',
      'effective: unknown\npublished: 2020',
    );
    const markdown = fc.array(fc.oneof(line, fc.constantFrom('', '---', '# H', '    code', '1. a')), { minLength: 1 });
    fc.assert(
      fc.property(line, fc.option(line), dates, markdown, (title, version, when, lines) => {
        fc.pre(lines.join('').trim() !== '');
        const label = version === null ? '' : `version: ${JSON.stringify(version)}\n`;
        const file = `---\ntitle: ${JSON.stringify(title)}\n${label}${when}\n---\n${lines.join('\n')}\n\n`;
        const edition = editionFrom(file);
        const text = canonicalText(edition, edition.texts[0]);
        const again = editionFrom(text);
        expect(canonicalText(again, again.texts[0])).toBe(text);
        expect(again.texts[0].title).toBe(title.trim());
        expect(again.texts[0].markdown.trimEnd()).toBe(edition.texts[0].markdown.trimEnd());
        expect({ ...again, texts: [] }).toEqual({ ...edition, texts: [] });
      }),
      { numRuns: 50 },
    );
  });
});
