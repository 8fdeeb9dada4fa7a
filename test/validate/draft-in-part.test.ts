import { expect, test } from 'vitest';
import type { Edition, EditionText } from '../../src/model/policy.ts';
import { draftsInPart } from '../../src/validate/draft-in-part.ts';
import { policy, text } from '../builders.ts';
import { draft, placed } from './diagnosed.ts';

const file = (name: string, line?: number): EditionText => {
  const path = `policies/privacy/${name}`;
  return text(undefined, { path, keyPlaces: line === undefined ? {} : { status: { path, line, column: 1 } } });
};
const found = (texts: Edition['texts'], more: object = draft) =>
  draftsInPart([policy([placed('2027-02-01', { texts, ...more })])]);

test('an edition that one language calls a draft and another does not is told, with the place and the other file', () => {
  expect(found([file('2027-02-01.md'), file('2027-02-01.ru.md', 4)])).toMatchObject([
    { severity: 'warning', place: { path: 'policies/privacy/2027-02-01.ru.md', line: 4 } },
  ]);
  expect(found([file('2027-02-01.md', 4), file('2027-02-01.ru.md')])[0]?.message).toContain(
    'not in “2027-02-01.ru.md”',
  );
});

test('nothing is told of one that all languages call a draft, or none does', () => {
  expect(found([file('2027-02-01.md', 4), file('2027-02-01.ru.md', 4)])).toEqual([]);
  expect(found([file('2027-02-01.md'), file('2027-02-01.ru.md')], {})).toEqual([]);
});
