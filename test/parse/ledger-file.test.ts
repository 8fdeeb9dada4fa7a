import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ledgerJson } from '../../src/ledger/ledger-json.ts';
import { LEDGER_SOURCE, ledgerSchema } from '../../src/model/ledger.ts';
import { readLedger } from '../../src/parse/ledger-file.ts';
import { FILES, sealed } from '../ledger/ledgered.ts';

const SCHEMA = fileURLToPath(new URL('../../schemas/ledger.schema.json', import.meta.url));
const LEDGER = sealed(FILES);
const TEXT = ledgerJson(LEDGER);

const reading = (text: string) => readLedger({ path: LEDGER_SOURCE, bytes: new TextEncoder().encode(text) });
/** As `line rule: message`. */
const problems = (text: string) =>
  reading(text).diagnostics.map(({ place, ruleId, message }) => `${place?.line} ${ruleId}: ${message}`);

describe('readLedger', () => {
  it('reads what seal writes, with the line of each entry', () => {
    expect(reading(TEXT)).toEqual({ value: { ...LEDGER, lines: [2, 3] }, diagnostics: [] });
  });

  it('reads it in another layout, then without lines', () => {
    expect(reading(JSON.stringify(JSON.parse(TEXT), undefined, 2)).value).toEqual(LEDGER);
    expect(reading(TEXT.replaceAll('\n', '\r\n')).value).toEqual({ ...LEDGER, lines: [2, 3] });
  });

  it('reads an entry once that stands twice', () => {
    const lines = TEXT.split('\n');
    expect(reading(lines.toSpliced(2, 0, lines[2] ?? '').join('\n')).value).toEqual({ ...LEDGER, lines: [2, 3] });
  });

  it.each([
    ['', '1 ledger-json: The ledger cannot be read: here it is no JSON.'],
    [
      TEXT.replace('"kind":"sealed"', '"kind":sealed"'),
      '3 ledger-json: The ledger cannot be read: here it is no JSON.',
    ],
    [
      TEXT.replace('{"version":1', '{"version":2'),
      '1 ledger-version: The ledger is written in version 2 of its format; this version of Promulgate reads version 1.',
    ],
    [TEXT.replace('"kind":"sealed",', ''), '3 ledger-entry: “kind” is not what “promulgate seal” writes there.'],
    [TEXT.replace('"policy":"privacy",', ''), '3 ledger-entry: “policy” is missing.'],
    [TEXT.replace('"source":"', '"source":"x'), '3 ledger-entry: “source” is not what “promulgate seal” writes there.'],
    [TEXT.replace('"policy":', '"note":"x","policy":'), '3 ledger-entry: An entry has no member “note”.'],
    ['[]\n', '1 ledger-entry: This is not what “promulgate seal” writes there.'],
  ])('says what is wrong and where: %#', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  it('says so of a file that is no text', () => {
    const { value, diagnostics } = readLedger({ path: LEDGER_SOURCE, bytes: new Uint8Array([0xff, 0xfe, 0x7b]) });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ ruleId: 'ledger-encoding' }]);
  });
});

describe('the JSON Schema of the ledger', () => {
  it('follows the schema', () => {
    const schema = `${JSON.stringify(z.toJSONSchema(ledgerSchema, { io: 'input' }), undefined, 2)}\n`;
    if (process.env.UPDATE_EXPECTED === '1' && process.env.CI === undefined) writeFileSync(SCHEMA, schema);
    expect(readFileSync(SCHEMA, 'utf8')).toBe(schema);
  });
});
