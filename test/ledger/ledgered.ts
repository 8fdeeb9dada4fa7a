/** A site's files in a few words, and what the ledger makes of them at a moment. */

import { checkLedger } from '../../src/ledger/check-ledger.ts';
import { ledgerJson } from '../../src/ledger/ledger-json.ts';
import type { LedgerWork } from '../../src/ledger/published-texts.ts';
import { seal } from '../../src/ledger/seal.ts';
import { dayOf } from '../../src/model/civil-date.ts';
import type { Body } from '../../src/model/clause.ts';
import { isError } from '../../src/model/diagnostic.ts';
import { LEDGER_SOURCE, type Ledger, type TextEntry } from '../../src/model/ledger.ts';
import { readLedger } from '../../src/parse/ledger-file.ts';
import { parseSources } from '../../src/parse/sources.ts';
import { render } from '../../src/render/render.ts';
import { sources } from '../builders.ts';

export interface Files {
  readonly [path: string]: string;
}

const NOW = Date.parse('2026-11-25T09:00:00Z');

const WORDS = { footnotes: 'Footnotes', backToText: 'Back to reference {number}', table: 'Table {number}' };

export const SITE = 'title: Acme policies\nurl: https://legal.acme.example\ntimeZone: Europe/Moscow\n';
export const TWO_LANGUAGES = `${SITE}languages: [en, ru]\n`;

/** Three clauses, a table, a note and a link. */
export const BODY = `# Privacy policy

What we do.

1. We recieve your name.
2. We keep it for [30 days](https://acme.example/days).

## Your rights

7.1. You may ask.[^1]

7.2. We answer within 30 days.

| Data | Time |
| --- | --- |
| Name | 30 days |

[^1]: In writing.
`;

export function editionFile(settings = '', body = BODY): string {
  return `---\ntitle: Privacy policy\neffective: 2020-02-04\npublished: 2020-01-28\n${settings}---\n${body}`;
}

export const FILES: Files = {
  'policies/site.yaml': SITE,
  'policies/privacy/2020-02-04.md': editionFile(),
};

export const PRIVACY = 'policies/privacy/2020-02-04.md';

/** Throws if the files themselves have errors, unless they may be `broken`. */
export function workOf(files: Files, more: Partial<LedgerWork> & { asOf?: LedgerWork['asOf'] } = {}): LedgerWork {
  const { site: config, policies, diagnostics } = parseSources(sources(files));
  if (config === undefined) throw new Error('No site');
  const bodies = new Map<string, Body>();
  const found = [...diagnostics];
  for (const { slug, config: own, editions } of policies) {
    for (const text of editions.flatMap(({ texts }) => texts)) {
      const numbering = own.numbering ?? { kind: 'as-typed' as const };
      const rendered = render(text, { policy: slug, words: WORDS, numbering });
      if (rendered.body !== undefined) bodies.set(text.path, rendered.body);
      found.push(...rendered.diagnostics);
    }
  }
  const isComplete = !found.some(isError);
  const asOf = { instant: NOW, day: dayOf(NOW, config.timeZone) };
  return { policies, bodies, config, asOf, ledger: undefined, redirects: {}, isComplete, ...more };
}

/** The ledger after sealing; throws with the problems if there are any. */
export function sealed(files: Files, ledger?: Ledger, more: Partial<LedgerWork> = {}): Ledger {
  const sealing = seal(workOf(files, { ledger, ...more }));
  if (sealing.diagnostics.length > 0) throw new Error(JSON.stringify(sealing.diagnostics, null, 2));
  return sealing.ledger;
}

/** What is wrong with `files` by the ledger, as `severity rule: message`. */
export function checked(files: Files, ledger: Ledger, more: Partial<LedgerWork> = {}): string[] {
  return checkLedger(workOf(files, { ledger, ...more })).map(
    ({ severity, ruleId, message }) => `${severity === 'error' ? '' : 'warning '}${ruleId}: ${message}`,
  );
}

export function read(text: string): Ledger {
  const { value, diagnostics } = readLedger({ path: LEDGER_SOURCE, bytes: new TextEncoder().encode(text) });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** As it would be read from disk. */
export function reread(ledger: Ledger): Ledger {
  return read(ledgerJson(ledger));
}

export function textEntries({ entries }: Ledger): TextEntry[] {
  return entries.flatMap((entry) => (entry.kind === 'opened' || entry.kind === 'retired' ? [] : [entry]));
}

/** `files` with `old` replaced in one of them; fails if it is not there. */
export function edited(files: Files, path: string, old: string, fresh: string): Files {
  const text = files[path] ?? '';
  if (!text.includes(old)) throw new Error(`No “${old}” in ${path}`);
  return { ...files, [path]: text.replace(old, () => fresh) };
}

export function without(files: Files, path: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}
