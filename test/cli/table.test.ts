import { expect, test } from 'vitest';
import { PLAIN } from '../../src/cli/paint.ts';
import { type Table, tableText } from '../../src/cli/table.ts';

const TABLE: Table = {
  headings: ['Policy', 'When', 'Text'],
  rows: [
    ['privacy', 'until noon', 'old'],
    ['privacy', 'from noon', 'new'],
    ['terms', '', '個人'],
  ],
};

const drawn = (table: Table, columns?: number) => tableText(table, { columns, paint: PLAIN });

test('aligns columns, names neighbours once, and ends no line with spaces', () => {
  expect(drawn(TABLE)).toBe(`\
Policy   When        Text
privacy  until noon  old
         from noon   new
terms                個人
`);
});

test('becomes a block for each row where the terminal is too narrow', () => {
  expect(drawn(TABLE, 25)).toBe(drawn(TABLE));
  expect(drawn(TABLE, 24)).toBe(`\
privacy
  When  until noon
  Text  old
  When  from noon
  Text  new
terms
  Text  個人
`);
});

test('leaves out columns without a word', () => {
  expect(drawn({ headings: ['Policy', 'When', 'Text'], rows: [['terms', '', 'a']] })).toBe('Policy  Text\nterms   a\n');
});

test('counts cells, not characters', () => {
  const text = drawn({
    headings: ['A', 'B', 'C'],
    rows: [
      ['a', '個人', 'x'],
      ['b', 'бв', 'y'],
    ],
  });
  expect(text).toBe('A  B     C\na  個人  x\nb  бв    y\n');
});

test('prints nothing that a terminal would obey', () => {
  const text = drawn({ headings: ['A', 'B'], rows: [['a', '\u001B[2J\nx']] });
  expect(text).toBe('A  B\na  ␛[2J␊x\n');
});
