import { describe, expect, it } from 'vitest';
import { append, type Unchained } from '../../src/ledger/chain.ts';
import { checkChain } from '../../src/ledger/check-chain.ts';
import { verifyHistory } from '../../src/ledger/verify-history.ts';
import type { Ledger, TextEntry } from '../../src/model/ledger.ts';
import { edited, FILES, PRIVACY, sealed, textEntries } from './ledgered.ts';

const LATER = '2027-01-01T00:00:00.000Z';
const first = sealed(FILES);
const [entry] = textEntries(first);

/** The ledger with an entry more, chained as it should be. */
function grown(kind: TextEntry['kind'], changes: Partial<TextEntry>): Ledger {
  if (entry === undefined) throw new Error('Nothing is sealed');
  const { previous: _, digest: __, sealedAsOf: ___, ...part } = { ...entry, ...changes, kind };
  const { ledger } = append(first, [part as Unchained], LATER);
  expect(checkChain(ledger)).toEqual([]);
  return ledger;
}

const said = (ledger: Ledger) => verifyHistory(ledger).map(({ ruleId, message }) => `${ruleId}: ${message}`);
const OTHER = { source: 'ab'.repeat(32), text: 'cd'.repeat(32) };
const CORRECTION = { on: '2026-12-01', was: 'recieve', now: 'receive', reason: 'Typo' };

describe('verifyHistory', () => {
  it('has nothing to say of what seal enters', () => {
    const corrections = `corrections: [{on: 2026-12-01, was: recieve, now: receive, reason: Typo}]\n---\n#`;
    const corrected = edited(edited(FILES, PRIVACY, 'recieve', 'receive'), PRIVACY, '---\n#', corrections);
    expect(said(sealed(corrected, first, { asOf: { instant: Date.parse(LATER), day: '2027-01-01' } }))).toEqual([]);
  });

  it.each([
    ['sealed', OTHER, 'was entered a second time, as if it were new'],
    [
      'withdrawn',
      { ...OTHER, withdrawn: { on: '2026-12-01', reason: 'x' } },
      'has other words than before, and no correction says so',
    ],
    ['corrected', OTHER, 'has other words than before, and no correction says so'],
    ['date-moved', OTHER, 'has other words than before, and no correction says so'],
    ['address-changed', { source: OTHER.source }, 'is another text than before, and nothing says why'],
  ] as const)('finds words that an entry “%s” changes in silence', (kind, changes, what) => {
    expect(said(grown(kind, changes))).toEqual([
      `verify-silent-change: privacy 2020-02-04 (en) ${what}: by the entry of 2027-01-01 in ledger.json.`,
    ]);
  });

  it('allows what was declared, and tells of what was edited', () => {
    expect(said(grown('corrected', { ...OTHER, corrections: [CORRECTION] }))).toEqual([]);
    expect(said(grown('date-moved', { source: OTHER.source }))).toEqual([]);
    expect(said(grown('edited', OTHER))).toEqual([
      'verify-edited: privacy 2020-02-04 (en) was edited without a correction; the ledger says so since 2027-01-01.',
    ]);
  });
});
