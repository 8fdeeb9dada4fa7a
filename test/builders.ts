/** Tiny builders that make a test's case one line. */
import { parseMoment } from '../src/model/civil-date.ts';
import type { SiteConfig } from '../src/model/config.ts';
import type { SourceFile } from '../src/model/file.ts';
import type { Edition, EditionText, Policy } from '../src/model/policy.ts';

export function moment(text: string) {
  const found = parseMoment(text);
  if (found === undefined) throw new Error(`No moment: ${text}`);
  return found;
}

export function text(markdown = 'Text.\n', more: Partial<EditionText> = {}): EditionText {
  return {
    language: 'en',
    title: 'Privacy policy',
    path: 'policies/privacy/2020-02-04.md',
    markdown,
    lineOffset: 0,
    keyPlaces: {},
    ...more,
  };
}

/** An edition that takes force at `effective` (a day or instant); its id is `effective` unless given. */
export function edition(effective: string, more: Partial<Edition> = {}): Edition {
  const id = more.id ?? effective;
  const path = `policies/privacy/${id}.md`;
  return {
    id,
    effective: moment(effective),
    onset: 'stated',
    isRetroactive: false,
    announcedEffective: [],
    cohorts: [],
    declared: { kind: 'issued' },
    corrections: [],
    texts: [text(undefined, { path })],
    ...more,
  };
}

export function withdrawn(effective: string, on: string): Edition {
  return edition(effective, { declared: { kind: 'withdrawn', on, reason: 'Issued in error' } });
}

export function policy(editions: readonly Edition[], slug = 'privacy'): Policy {
  return { slug, config: {}, editions };
}

export function siteConfig(more: Partial<SiteConfig> = {}): SiteConfig {
  return {
    title: 'Acme policies',
    url: 'https://legal.acme.example',
    base: '/',
    timeZone: 'Europe/Moscow',
    languages: ['en'],
    ...more,
  };
}

/** Source files from text, by path. */
export function sources(files: { readonly [path: string]: string }): SourceFile[] {
  const encoder = new TextEncoder();
  return Object.entries(files).map(([path, content]) => ({ path, bytes: encoder.encode(content) }));
}
