/** Builders for what authors write, and a short form of what is said of it. */
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { parseSources } from '../../src/parse/sources.ts';
import { sources } from '../builders.ts';

export const SITE = `title: Acme policies
url: https://legal.acme.example
timeZone: Europe/Moscow
languages: [en, ru]
`;

export const EFFECTIVE = 'effective: 2026-03-01';

/** An edition's file: lines of front matter, then text. */
export function written(front: string, body = 'Text.\n'): string {
  return `---\n${front}\n---\n${body}`;
}

export const EDITION = written(`title: Privacy policy\n${EFFECTIVE}`);

/** Parses files given by paths below `policies/`, with a site.yaml that is right unless another is given. */
export function parse(files: { readonly [path: string]: string }) {
  const all = { 'site.yaml': SITE, ...files };
  return parseSources(
    sources(Object.fromEntries(Object.entries(all).map(([path, text]) => [`policies/${path}`, text]))),
  );
}

/** Parses one edition, `policies/privacy/first.md`. */
export function parseEdition(text: string) {
  return parse({ 'privacy/first.md': text });
}

/** The only edition of the only policy. */
export function onlyEdition(text: string) {
  const { policies, diagnostics } = parseEdition(text);
  const edition = policies[0]?.editions[0];
  if (edition === undefined) throw new Error(brief(diagnostics).join('\n'));
  return edition;
}

/** Parses a site.yaml beside one edition that is right. */
export function parseSite(text: string, overrides: { base?: string; url?: string } = {}) {
  return parseSources(sources({ 'policies/site.yaml': text, 'policies/privacy/first.md': EDITION }), overrides);
}

/** `edition-value 3:12` for each diagnostic, in order. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ ruleId, place }) => `${ruleId} ${place?.line ?? '-'}:${place?.column ?? '-'}`);
}
