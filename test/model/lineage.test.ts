import { expect, it } from 'vitest';
import type { Clause } from '../../src/model/clause.ts';
import { type ClauseStep, lineagesOf } from '../../src/model/lineage.ts';

function clause(anchor: string, depth = 1): Clause {
  return { anchor, depth, title: '', headed: false, label: `${anchor}.` };
}

function step(anchor: string, older?: string, more: Partial<ClauseStep> = {}): ClauseStep {
  const isChanged = older === undefined;
  return {
    clause: clause(anchor),
    isChanged,
    isMoved: false,
    blocks: [],
    ...(older === undefined ? {} : { older }),
    ...more,
  };
}

it('follows a clause through its numbers, and tells its wordings', () => {
  const [lineage] = lineagesOf([
    { edition: '2019', steps: [step('2')] },
    { edition: '2020', older: '2019', steps: [step('3', '2')] },
    { edition: '2021', older: '2020', steps: [step('4', '3', { isChanged: true })] },
  ]);
  expect(lineage?.id).toBe('2');
  expect(lineage?.versions.map(({ from, until }) => `${from}–${until}`)).toEqual(['2019–2020', '2021–2021']);
  expect(lineage?.stands.map(({ edition, clause, version }) => `${edition} #${clause.anchor} ${version}`)).toEqual([
    ...['2019 #2 0', '2020 #3 0', '2021 #4 1'],
  ]);
  expect(lineage?.goneIn).toBeUndefined();
});

it('names the edition that lacks a clause, and tells apart clauses that had one number first', () => {
  const lineages = lineagesOf([
    { edition: '2019', steps: [step('1'), step('2')] },
    { edition: '2020', older: '2019', steps: [step('2', '1'), step('1')] },
    { edition: '2021', older: '2020', steps: [step('1', '1')] },
  ]);
  expect(lineages.map(({ id, goneIn }) => [id, goneIn])).toEqual([
    ['1', '2021'],
    ['2', '2020'],
    ['1~2020', undefined],
  ]);
});

it('goes on from the edition that was replaced, past one that had been withdrawn', () => {
  const [lineage] = lineagesOf([
    { edition: '2019', steps: [step('1')] },
    { edition: '2020', older: '2019', steps: [step('1', '1', { isChanged: true })] },
    { edition: '2021', older: '2019', steps: [step('1', '1')] },
  ]);
  expect(lineage?.versions.map(({ from, until }) => `${from}–${until}`)).toEqual(['2019–2021', '2020–2020']);
  expect(lineage?.stands.map(({ edition, version }) => `${edition} ${version}`)).toEqual([
    '2019 0',
    '2020 1',
    '2021 0',
  ]);
});

it('keeps the outermost clause in which a clause stood first', () => {
  const lineages = lineagesOf([
    { edition: '2019', steps: [step('1'), step('1.1', undefined, { clause: clause('1.1', 2) }), step('2')] },
    {
      edition: '2020',
      older: '2019',
      steps: [step('1', '1'), step('2', '2'), step('2.1', '1.1', { clause: clause('2.1', 2) })],
    },
  ]);
  expect(lineages.map(({ id, root }) => `${id} in ${root}`)).toEqual(['1 in 1', '1.1 in 1', '2 in 2']);
});

it('dates a clause by itself, or else by the clause around it', () => {
  const dated = (anchor: string, depth: number, day?: string): Clause => {
    const from = day === undefined ? {} : { from: { kind: 'day' as const, day } };
    return { ...clause(anchor, depth), ...from };
  };
  const clauses = [dated('1', 1, '2027-01-01'), dated('1.1', 2), dated('1.2', 2, '2027-06-01'), dated('2', 1)];
  const lineages = lineagesOf([
    { edition: '2026', steps: clauses.map((each) => step(each.anchor, undefined, { clause: each })) },
  ]);
  expect(lineages.map(({ id, stands }) => [id, stands[0]?.from?.day])).toEqual([
    ['1', '2027-01-01'],
    ['1.1', '2027-01-01'],
    ['1.2', '2027-06-01'],
    ['2', undefined],
  ]);
});
