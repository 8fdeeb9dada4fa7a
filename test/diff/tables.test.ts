import { describe, expect, it } from 'vitest';
import { formOf, redlined } from './compared.ts';

const TABLE = `| Purpose | Kept for |
|---|---|
| Billing | 7 years |
| Support | 2 years |
`;

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

  it('is never paired with a paragraph', () => {
    const older = 'Billing 7 years, Support 2 years, Purpose, Kept for\n';
    expect(redlined(older, TABLE).map((line) => line.slice(0, 2))).toEqual(['- ', '+ ', '+ ', '+ ']);
  });
});
