import { expect, it } from 'vitest';
import { differencesOf } from '../../src/ledger/compare-copy.ts';
import { type ReadWord, readText } from '../../src/ledger/plain-reading.ts';

const CLAUSES = ['1. We keep it for 30 days.', '2. You may ask us within 30 days.', '3. We answer.'];

/** Each clause with its number as its anchor. */
const published: ReadWord[] = CLAUSES.flatMap((text) =>
  readText(text).map((word) => ({ ...word, anchor: text.slice(0, 1) })),
);

function foundIn(copy: string): string[] | undefined {
  return differencesOf(published, readText(copy))?.map(
    ({ anchor, removed, added }) => `${anchor}: -${removed} +${added}`,
  );
}

it.each([
  ['words added at the end of a clause', [`${CLAUSES[0]} Not more.`, CLAUSES[1], CLAUSES[2]], ['1: - +Not more.']],
  [
    'words added at the beginning of a clause',
    [CLAUSES[0], '2. Then you may ask us within 30 days.', CLAUSES[2]],
    ['2: -You +Then you'],
  ],
  ['words added at the very end', [...CLAUSES, 'At once.'], ['3: - +At once.']],
  ['the last word of a clause', ['1. We keep it for 30 years.', CLAUSES[1], CLAUSES[2]], ['1: -days. +years.']],
  [
    'a clause that is gone and ends like the one before',
    [CLAUSES[0], CLAUSES[2]],
    ['2: -2. You may ask us within 30 days. +'],
  ],
  ['words before the first clause', ['Beware.', ...CLAUSES], ['1: - +Beware.']],
])('shows %s where they are', (_, copy, differences) => {
  expect(foundIn(copy.join(' '))).toEqual(differences);
});
