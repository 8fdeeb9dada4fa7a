import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, latestByText, openLedger, tipsOf } from '../../src/ledger/chain.ts';
import { checkChain } from '../../src/ledger/check-chain.ts';
import { entryDigest } from '../../src/ledger/entry-digest.ts';
import { ledgerJson } from '../../src/ledger/ledger-json.ts';
import { LEDGER_SOURCE, OPENED_DIGEST } from '../../src/model/ledger.ts';
import { readLedger } from '../../src/parse/ledger-file.ts';
import { entryLine, sha256sum } from './independent-tools.ts';
import { editionFile, FILES, read, reread, sealed, textEntries } from './ledgered.ts';

const MORE = { ...FILES, 'policies/privacy/2021-01-01.md': editionFile('version: "2 «é»"\n') };
const TERMS = { ...FILES, 'policies/terms/2021-01-01.md': editionFile() };
const FIRST = sealed(FILES);
const LEDGER = sealed(MORE, FIRST);

describe('the chain', () => {
  it('begins with the same entry in every ledger', () => {
    const [opened] = openLedger().entries;
    expect(opened).toBeDefined();
    if (opened !== undefined) expect(entryDigest(opened)).toBe(OPENED_DIGEST);
  });

  it('is what sha256sum and jq make of the file', () => {
    const text = ledgerJson(LEDGER);
    LEDGER.entries.forEach(({ digest }, index) => {
      expect(sha256sum(entryLine(text, index))).toBe(digest);
    });
  });

  it('joins what two branches have added, and has one head again after the next entry', () => {
    const branches = [sealed(MORE, FIRST), sealed(TERMS, FIRST)];
    const entries = [...new Map(branches.flatMap((one) => one.entries).map((entry) => [entry.digest, entry])).values()];
    const merged = { version: 1 as const, entries };
    expect(checkChain(merged)).toEqual([]);
    expect(tipsOf(merged)).toEqual(branches.map(headOf).sort());
    const head = sha256sum(`${tipsOf(merged).join('\n')}\n`);
    expect(headOf(merged)).toBe(head);
    const files = { ...MORE, ...TERMS };
    expect(sealed(files, merged)).toEqual(merged);
    const next = sealed({ ...files, 'policies/terms/2022-01-01.md': editionFile() }, merged);
    expect(tipsOf(next)).toHaveLength(1);
    expect(textEntries(next).at(-1)?.previous).toEqual(tipsOf(merged));
  });

  it('keeps the latest entries of a text: one, or one from each branch', () => {
    const corrected = (was: string, now: string) => ({
      'policies/site.yaml': FILES['policies/site.yaml'] ?? '',
      'policies/privacy/2020-02-04.md': editionFile(
        `corrections: [{on: 2026-11-25, was: ${was}, now: ${now}, reason: Error}]\n`,
      ).replace(was, now),
    });
    const one = sealed(corrected('recieve', 'receive'), FIRST);
    const other = sealed(corrected('name', 'names'), FIRST);
    const latest = (entries: typeof one.entries) => latestByText({ version: 1, entries }).get('privacy/2020-02-04/en');
    expect(latest(one.entries)).toEqual([textEntries(one)[1]]);
    expect(latest([...one.entries].reverse())).toEqual([textEntries(one)[1]]);
    expect(latest([...one.entries, ...other.entries.slice(2)])).toEqual([textEntries(one)[1], textEntries(other)[1]]);
  });

  it('holds the joined corrections of two branches against both', () => {
    const settings = (list: string) => editionFile(`corrections: [${list}]\n`);
    const [a, b] = ['recieve, now: receive', 'your name, now: your names'].map(
      (words) => `{on: 2026-11-25, was: ${words}, reason: Error}`,
    );
    const file = 'policies/privacy/2020-02-04.md';
    const one = sealed({ ...FILES, [file]: settings(`${a}`).replace('recieve your', 'receive your') }, FIRST);
    const other = sealed({ ...FILES, [file]: settings(`${b}`).replace('your name.', 'your names.') }, FIRST);
    const merged = { version: 1 as const, entries: [...one.entries, ...other.entries.slice(2)] };
    const both = settings(`${a}, ${b}`).replace('recieve your', 'receive your').replace('your name.', 'your names.');
    const joined = sealed({ ...FILES, [file]: both }, merged);
    expect(textEntries(joined).map(({ kind }) => kind)).toEqual(['sealed', 'corrected', 'corrected', 'corrected']);
    expect(textEntries(joined).at(-1)?.previous).toHaveLength(2);
    expect(sealed({ ...FILES, [file]: both }, joined)).toEqual(joined);
  });

  it('finds any byte of the file that was changed', () => {
    const bytes = new TextEncoder().encode(ledgerJson(LEDGER));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = bytes.slice();
        altered[at] = (altered[at] ?? 0) ^ change;
        const { value, diagnostics } = readLedger({ path: LEDGER_SOURCE, bytes: altered });
        if (value === undefined) expect(diagnostics).not.toEqual([]);
        // White space between entries says nothing.
        else if (ledgerJson(value) !== ledgerJson(LEDGER)) expect(checkChain(value)).not.toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('finds any entry that was taken out, but for the last', () => {
    const gone = LEDGER.entries.slice(0, -1).map(({ digest }) => {
      return checkChain({ ...LEDGER, entries: LEDGER.entries.filter((entry) => entry.digest !== digest) }).length;
    });
    expect(gone).toEqual([2, 1]);
  });

  it('tells the line of an entry that was altered', () => {
    const altered = read(ledgerJson(LEDGER).replace('"effective":"2020-02-04"', '"effective":"2020-02-05"'));
    expect(checkChain(altered)).toMatchObject([
      { ruleId: 'ledger-chain-broken', place: { path: LEDGER_SOURCE, line: 3, column: 1 } },
    ]);
  });

  it('survives being written and read', () => {
    expect(reread(LEDGER)).toEqual({ ...LEDGER, lines: [2, 3, 4] });
    expect(ledgerJson(reread(LEDGER))).toBe(ledgerJson(LEDGER));
  });
});
