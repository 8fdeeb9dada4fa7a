import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../src/ledger/check-ledger.ts';
import { publishedTexts } from '../../src/ledger/published-texts.ts';
import { isError } from '../../src/model/diagnostic.ts';
import { parseSources } from '../../src/parse/sources.ts';
import { checked, editionFile, FILES, PRIVACY, SITE, sealed, workOf } from './ledgered.ts';

const FILE = editionFile('version: "2"\nsummary: What is new\n');
const SEALED = { ...FILES, [PRIVACY]: FILE };
const LEDGER = sealed(SEALED);
const SOURCE = publishedTexts(workOf(SEALED))[0]?.record.source;

describe('a sealed text', () => {
  it('cannot change by a byte without an error, but where the canonical text stays the same', () => {
    const bytes = new TextEncoder().encode(FILE);
    const config = { path: 'policies/site.yaml', bytes: new TextEncoder().encode(SITE) };
    let found = 0;
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0x20, max: 0x7e }), (at, byte) => {
        const altered = bytes.slice();
        altered[at] = byte;
        // A name that is misspelt or a date that is none is an error before the ledger is asked.
        const { diagnostics } = parseSources([config, { path: PRIVACY, bytes: altered }]);
        if (diagnostics.some(isError)) return;
        const work = workOf({ ...SEALED, [PRIVACY]: new TextDecoder().decode(altered) }, { ledger: LEDGER });
        if (!work.isComplete) return;
        const isSame = publishedTexts(work)[0]?.record.source === SOURCE;
        if (!isSame) found += 1;
        expect(checkLedger(work).some(isError)).toBe(!isSame);
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('cannot move to another day', () => {
    const day = fc
      .tuple(fc.integer({ min: 2019, max: 2028 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
    fc.assert(
      fc.property(day, day, (effective, published) => {
        fc.pre(effective !== '2020-02-04' || published !== '2020-01-28');
        const file = FILE.replace('2020-02-04', effective).replace('2020-01-28', published);
        const rules = checked({ ...SEALED, [PRIVACY]: file }, LEDGER).map((line) => line.split(':')[0]);
        expect(new Set(rules)).toEqual(new Set(['ledger-date-changed']));
      }),
      { numRuns: 30 },
    );
  });
});
