import { describe, expect, it } from 'vitest';
import { findSubstance } from '../../src/diff/substance.ts';
import { compared, formOf, redlined } from './compared.ts';

const TABLE = `| Purpose | Kept for |
|---|---|
| Billing | 7 years |
| Support | 2 years |
`;

const substanceOf = (older: string, newer: string) =>
  findSubstance(compared(older, newer), 'en').map((one) => `${one.kind}: ${one.older} → ${one.newer}`);

describe('a redline of a table', () => {
  it('marks the words of a cell', () => {
    expect(redlined(TABLE, TABLE.replace('2 years', '3 years'))).toEqual([
      '  | Purpose | Kept for |',
      '  | Billing | 7 years |',
      '  | Support | [-2-]{+3+} years |',
    ]);
  });

  it('marks a row that came and one that went', () => {
    const newer = TABLE.replace('| Billing | 7 years |', '| Security logs | 90 days |');
    expect(redlined(TABLE, newer)).toEqual([
      '  | Purpose | Kept for |',
      '  [-| Billing | 7 years |-]',
      '  {+| Security logs | 90 days |+}',
      '  | Support | 2 years |',
    ]);
    expect(formOf(TABLE, newer)).toEqual([]);
  });

  it('tells of a column that came, and keeps the cells beside it in their columns', () => {
    const newer = `| Purpose | Basis | Kept for |
|---|---|---|
| Billing | Law | 7 years |
| Support | Consent | 2 years |
`;
    expect(redlined(TABLE, newer)).toEqual([
      '  | Purpose | {+Basis+} | Kept for |',
      '  | Billing | {+Law+} | 7 years |',
      '  | Support | {+Consent+} | 2 years |',
    ]);
    expect(formOf(TABLE, newer)).toEqual([{ kind: 'table', inserted: 1, deleted: 0, isRespanned: false }]);
    expect(formOf(newer, TABLE)).toEqual([{ kind: 'table', inserted: 0, deleted: 1, isRespanned: false }]);
  });

  it('takes a column under another head for the same one', () => {
    const newer = TABLE.replace('Kept for', 'Deleted after');
    expect(redlined(TABLE, newer)[0]).toBe('  | Purpose | [-Kept for-]{+Deleted after+} |');
    expect(formOf(TABLE, newer)).toEqual([]);
  });

  it('tells of cells that were joined', () => {
    const html = (row: string) => `<table><tr><th>A</th><th>B</th></tr><tr>${row}</tr></table>\n`;
    const [older, newer] = [html('<td>One two</td><td>Three</td>'), html('<td colspan="2">One two</td>')];
    expect(formOf(older, newer)).toEqual([{ kind: 'table', inserted: 0, deleted: 0, isRespanned: true }]);
  });

  const COSTS = `| Cost | Month |
|---|---|
| Heating | EUR 55 |
| Water | EUR 20 |
| Lift | EUR 10 |
`;
  const costs = (...rows: readonly string[]) => [COSTS.split('\n').slice(0, 2), rows, ''].flat().join('\n');
  const [HEATING, WATER, LIFT] = ['| Heating | EUR 55 |', '| Water | EUR 20 |', '| Lift | EUR 10 |'] as const;

  it('says of a row that stands elsewhere that it moved, and of nothing that it came or went', () => {
    const newer = costs(WATER, LIFT, HEATING);
    expect(redlined(COSTS, newer)).toEqual([
      '  | Cost | Month |',
      '< | Heating | EUR 55 |',
      '  | Water | EUR 20 |',
      '  | Lift | EUR 10 |',
      '> | Heating | EUR 55 |',
    ]);
    expect(formOf(COSTS, newer)).toEqual([{ kind: 'row', words: 'Heating | EUR 55' }]);
    expect(compared(COSTS, newer).sameWording).toBe(false);
    expect(substanceOf(COSTS, newer)).toEqual([]);
  });

  it('compares the cells of a row that moved', () => {
    const newer = costs(WATER, LIFT, '| Heating | EUR 65 |');
    expect(redlined(COSTS, newer)).toEqual([
      '  | Cost | Month |',
      '< | Heating | EUR 55 |',
      '  | Water | EUR 20 |',
      '  | Lift | EUR 10 |',
      '> | Heating | EUR [-55-]{+65+} |',
    ]);
    expect(substanceOf(COSTS, newer)).toEqual(['amount: EUR 55 → EUR 65']);
  });

  it('takes rows of which several begin alike for others, unless all their cells are the same', () => {
    const [older, newer] = [
      costs('| Fee | EUR 5 |', '| Fee | EUR 7 |', WATER),
      costs('| Fee | EUR 7 |', WATER, '| Fee | EUR 9 |'),
    ];
    expect(redlined(older, newer)).toEqual([
      '  | Cost | Month |',
      '  [-| Fee | EUR 5 |-]',
      '  | Fee | EUR 7 |',
      '  | Water | EUR 20 |',
      '  {+| Fee | EUR 9 |+}',
    ]);
  });

  it('knows a row that moved beside a column that came', () => {
    const newer = `| Cost | Paid to | Month |
|---|---|---|
| Lift | Owner | EUR 10 |
| Heating | City | EUR 55 |
| Water | City | EUR 20 |
`;
    expect(redlined(COSTS, newer)).toEqual([
      '  | Cost | {+Paid to+} | Month |',
      '> | Lift | {+Owner+} | EUR 10 |',
      '  | Heating | {+City+} | EUR 55 |',
      '  | Water | {+City+} | EUR 20 |',
      '< | Lift | EUR 10 |',
    ]);
    expect(substanceOf(COSTS, newer)).toEqual(['passage-added:  → Paid to Owner City City']);
    expect(substanceOf(newer, COSTS)).toEqual(['passage-removed: Paid to City City Owner → ']);
  });

  it('is never paired with a paragraph', () => {
    const older = 'Billing 7 years, Support 2 years, Purpose, Kept for\n';
    expect(redlined(older, TABLE).map((line) => line.slice(0, 2))).toEqual(['- ', '+ ', '+ ', '+ ']);
  });
});
