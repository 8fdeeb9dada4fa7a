import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/ledger/canonical-text.ts';
import { headOf, openLedger } from '../../src/ledger/chain.ts';
import { ledgerJson } from '../../src/ledger/ledger-json.ts';
import { seal } from '../../src/ledger/seal.ts';
import { visibleText } from '../../src/ledger/visible-text.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { sha256sum } from './independent-tools.ts';
import {
  edited,
  editionFile,
  FILES,
  type Files,
  PRIVACY,
  SITE,
  sealed,
  TWO_LANGUAGES,
  textEntries,
  workOf,
} from './ledgered.ts';

const kinds = ({ entries }: Ledger) => entries.map(({ kind }) => kind);
const rulesOf = (files: Files, ledger: Ledger) =>
  seal(workOf(files, { ledger })).diagnostics.map(({ ruleId }) => ruleId);

const CORRECTED = edited(
  edited(FILES, PRIVACY, 'recieve', 'receive'),
  PRIVACY,
  'published: 2020-01-28\n',
  'published: 2020-01-28\ncorrections: [{on: 2026-11-25, clause: "1", was: recieve, now: receive, reason: Typing error}]\n',
);

describe('seal', () => {
  it('enters a text with digests that sha256sum gives too', () => {
    const [entry] = textEntries(sealed(FILES));
    const { policies, bodies } = workOf(FILES);
    const edition = policies[0]?.editions[0];
    const [text, body] = [edition?.texts[0], bodies.get(PRIVACY)];
    if (edition === undefined || text === undefined || body === undefined) throw new Error('No text');
    expect(entry).toMatchObject({
      kind: 'sealed',
      policy: 'privacy',
      edition: '2020-02-04',
      language: 'en',
      address: 'privacy/2020-02-04/',
      source: sha256sum(canonicalText(edition, text)),
      text: sha256sum(visibleText(body, text.title)),
      title: 'Privacy policy',
      effective: '2020-02-04',
      published: '2020-01-28',
      sealedAsOf: '2026-11-25T09:00:00.000Z',
    });
  });

  it('enters each language of an edition', () => {
    const files = { ...FILES, 'policies/site.yaml': TWO_LANGUAGES, 'policies/privacy/2020-02-04.ru.md': editionFile() };
    expect(textEntries(sealed(files)).map(({ address }) => address)).toEqual([
      'privacy/2020-02-04/',
      'ru/privacy/2020-02-04/',
    ]);
  });

  it.each([
    ['status: draft\n', 'effective: 2020-02-04\n'],
    ['', 'published: 2026-11-26\n'],
    ['', 'effective: 2027-02-01\npublished: 2026-12\n'],
  ])('leaves out what is not published yet: %j %j', (settings, dates) => {
    const file = `---\ntitle: Privacy policy\n${dates}${settings}---\nText.\n`;
    const files = { ...FILES, 'policies/privacy/later.md': file };
    expect(textEntries(sealed(files)).map(({ edition }) => edition)).toEqual(['2020-02-04']);
  });

  it.each(['effective: 2027-01-01\n', 'effective: 2027-01-01\npublished: 2026-11\n', 'published: 2026-11-25\n'])(
    'enters what was announced or published today: %j',
    (dates) => {
      const files = { 'policies/site.yaml': SITE, 'policies/privacy/next.md': `---\ntitle: T\n${dates}---\nText.\n` };
      expect(textEntries(sealed(files))).toHaveLength(1);
    },
  );

  it('changes nothing when it is run again, at any later time', () => {
    const ledger = sealed(FILES);
    const again = seal(workOf(FILES, { ledger, asOf: { instant: Date.parse('2030-01-01'), day: '2030-01-01' } }));
    expect(again).toEqual({ ledger, appended: [], diagnostics: [] });
  });

  it('enters nothing at all while anything sealed was changed without a word', () => {
    const ledger = sealed(FILES);
    const files = { ...edited(FILES, PRIVACY, '30 days.', '60 days.'), 'policies/terms/2026-01-01.md': editionFile() };
    const sealing = seal(workOf(files, { ledger }));
    expect(sealing.ledger).toBe(ledger);
    expect(sealing.appended).toEqual([]);
    expect(sealing.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['ledger-text-changed']);
  });

  it('enters a declared correction once, with its words and the new digests', () => {
    const before = sealed(FILES);
    const after = sealed(CORRECTED, before);
    const [old, entry] = textEntries(after);
    expect(kinds(after)).toEqual(['opened', 'sealed', 'corrected']);
    expect(entry?.corrections).toEqual([
      { on: '2026-11-25', clause: '1', was: 'recieve', now: 'receive', reason: 'Typing error' },
    ]);
    expect(entry?.source).not.toBe(old?.source);
    expect(entry?.previous).toEqual([old?.digest]);
    expect(seal(workOf(CORRECTED, { ledger: after })).appended).toEqual([]);
  });

  it('enters a moved date whose former value is declared', () => {
    const before = sealed(FILES);
    const files = edited(
      FILES,
      PRIVACY,
      'effective: 2020-02-04',
      'effective: 2020-03-01\nannouncedEffective: 2020-02-04',
    );
    const after = sealed(files, before);
    expect(kinds(after)).toEqual(['opened', 'sealed', 'date-moved']);
    expect(textEntries(after)[1]).toMatchObject({ effective: '2020-03-01', corrections: [] });
  });

  it('enters a withdrawal and the end of a policy once their days have begun', () => {
    const before = sealed(FILES);
    const withdrawnOn = (day: string) =>
      edited(
        { ...FILES, 'policies/privacy/policy.yaml': `retired: {on: ${day}, reason: Over}\n` },
        PRIVACY,
        'title:',
        `status: withdrawn\nwithdrawn: {on: ${day}, reason: Error}\ntitle:`,
      );
    expect(kinds(sealed(withdrawnOn('2026-11-26'), before))).toEqual(['opened', 'sealed']);
    const after = sealed(withdrawnOn('2026-11-25'), before);
    expect(kinds(after)).toEqual(['opened', 'sealed', 'withdrawn', 'retired']);
    expect(kinds(sealed(withdrawnOn('2026-11-25'), after))).toEqual(kinds(after));
    expect(rulesOf(withdrawnOn('2026-11-24'), after)).toEqual([
      'ledger-withdrawal-changed',
      'ledger-retirement-changed',
    ]);
    expect(rulesOf(FILES, after)).toEqual(['ledger-withdrawal-changed', 'ledger-retirement-changed']);
  });

  it('enters a new address if the old one leads to it', () => {
    const before = sealed(FILES);
    const files: Files = { 'policies/site.yaml': SITE, 'policies/data/2020-02-04.md': editionFile() };
    const redirects = { 'privacy/2020-02-04/': 'data/2020-02-04/' };
    const after = sealed(files, before, { redirects });
    expect(textEntries(after)[1]).toMatchObject({
      kind: 'address-changed',
      policy: 'data',
      formerly: 'privacy/2020-02-04/',
      address: 'data/2020-02-04/',
    });
    expect(seal(workOf(files, { ledger: after, redirects }))).toMatchObject({ appended: [], diagnostics: [] });
  });

  it('does not depend on the order of files', () => {
    const files = {
      ...FILES,
      'policies/terms/2021-01-01.md': editionFile(),
      'policies/privacy/2021-01-01.md': editionFile(),
    };
    const work = workOf(files);
    const policies = work.policies.toReversed().map((one) => ({ ...one, editions: one.editions.toReversed() }));
    expect(seal({ ...work, policies }).ledger).toEqual(seal(work).ledger);
    const shuffled = Object.fromEntries(Object.entries(files).toReversed());
    expect(ledgerJson(sealed(shuffled))).toBe(ledgerJson(sealed(files)));
  });

  it('has a head that changes with every entry', () => {
    const first = sealed(FILES);
    const heads = [openLedger(), first, sealed(CORRECTED, first)].map(headOf);
    expect(new Set(heads).size).toBe(3);
    expect(heads[1]).toBe(first.entries[1]?.digest);
  });
});
