import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain } from '../../src/ledger/check-chain.ts';
import { LEDGER_ATTRIBUTES, ledgerJson } from '../../src/ledger/ledger-json.ts';
import { seal } from '../../src/ledger/seal.ts';
import { LEDGER_SOURCE, type Ledger } from '../../src/model/ledger.ts';
import { readLedger } from '../../src/parse/ledger-file.ts';
import { checked, editionFile, FILES, type Files, read, sealed, textEntries, workOf } from './ledgered.ts';

const PRIVACY_1 = { 'policies/privacy/2021-01-01.md': editionFile() };
const PRIVACY_2 = { 'policies/privacy/2022-01-01.md': editionFile() };
const TERMS_1 = { 'policies/terms/2020-01-01.md': editionFile() };
const TERMS_2 = { 'policies/terms/2021-01-01.md': editionFile() };

let folder = '';
const file = () => join(folder, 'ledger.json');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@acme.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', HOME: folder },
  });

function commit(ledger: Ledger | undefined): void {
  if (ledger !== undefined) writeFileSync(file(), ledgerJson(ledger));
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '-m', 'Seal');
}

/** Seals `one` and `other` on two branches that part after `base`, and merges them. True if Git could. */
function merge({ base, one, other }: { base: Files | undefined; one: Files; other: Files }): boolean {
  const start = base === undefined ? undefined : sealed(base);
  commit(start);
  git('branch', 'other');
  commit(sealed({ ...base, ...one }, start));
  git('checkout', '--quiet', 'other');
  const later = Date.parse('2026-12-01T09:00:00Z');
  commit(sealed({ ...base, ...other }, start, { asOf: { instant: later, day: '2026-12-01' } }));
  try {
    git('merge', '--quiet', '--no-edit', 'main');
    return true;
  } catch {
    return false;
  }
}

const merged = () => read(readFileSync(file(), 'utf8'));
const editions = (ledger: Ledger) => textEntries(ledger).map(({ policy, edition }) => `${policy}/${edition}`);

function expectWhole(files: Files): void {
  const ledger = merged();
  expect(checkChain(ledger)).toEqual([]);
  expect(checked(files, ledger)).toEqual([]);
  expect(seal(workOf(files, { ledger })).appended).toEqual([]);
  expect([...new Set(editions(ledger))].sort()).toEqual(editions(sealed(files)).sort());
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  git('init', '--quiet', '-b', 'main');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the ledger in Git', () => {
  it('merges by itself where branches sealed editions of different policies', () => {
    const base = { ...FILES, ...TERMS_1 };
    expect(merge({ base, one: PRIVACY_1, other: TERMS_2 })).toBe(true);
    expectWhole({ ...base, ...PRIVACY_1, ...TERMS_2 });
  });

  describe('with the attribute', () => {
    beforeEach(() => writeFileSync(join(folder, '.gitattributes'), LEDGER_ATTRIBUTES));

    it.each([
      ['editions of one policy', FILES, PRIVACY_1, PRIVACY_2],
      ['new policies', FILES, TERMS_1, { 'policies/cookies/1.md': editionFile() }],
      ['the same edition', FILES, PRIVACY_1, PRIVACY_1],
      ['several editions, some the same', FILES, { ...PRIVACY_1, ...TERMS_1 }, { ...PRIVACY_1, ...PRIVACY_2 }],
    ])('merges where branches sealed %s', (_, base, one, other) => {
      expect(merge({ base, one, other })).toBe(true);
      expectWhole({ ...base, ...one, ...other });
    });

    it('merges where each branch began a ledger', () => {
      expect(merge({ base: undefined, one: FILES, other: { ...FILES, ...TERMS_1 } })).toBe(true);
      expectWhole({ ...FILES, ...TERMS_1 });
    });
  });

  it('is mended by keeping both sides where Git asks, and says so with the line', () => {
    expect(merge({ base: FILES, one: PRIVACY_1, other: PRIVACY_2 })).toBe(false);
    const text = readFileSync(file(), 'utf8');
    const { diagnostics } = readLedger({ path: LEDGER_SOURCE, bytes: new TextEncoder().encode(text) });
    expect(diagnostics).toMatchObject([{ ruleId: 'ledger-conflict', place: { path: LEDGER_SOURCE, line: 4 } }]);
    writeFileSync(file(), text.replace(/^(<{7}|={7}|>{7}).*\n/gm, ''));
    expectWhole({ ...FILES, ...PRIVACY_1, ...PRIVACY_2 });
  });
});
