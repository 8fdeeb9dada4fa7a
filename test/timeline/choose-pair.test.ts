import { expect, it } from 'vitest';
import { choosePair } from '../../src/timeline/choose-pair.ts';
import { arrangedTimeline } from '../arranged-site.ts';
import { edition } from '../builders.ts';

const OLD = edition('2020-01-01');
const NOW = edition('2025-01-01');
const NEXT = edition('2027-01-01');
const LATER = edition('2028-01-01');
const DRAFT = edition('2026-01-01', { declared: { kind: 'draft' } });

/** `older → newer`, or why not. As of 25 November 2026. */
function chosen(editions: Parameters<typeof arrangedTimeline>[0], ...ids: string[]): string {
  const pair = choosePair(arrangedTimeline(editions), ids);
  return pair.kind === 'pair' ? `${pair.older.id} → ${pair.newer.id}` : `${pair.kind} ${pair.id}`;
}

it('takes the edition in force and the next announced one', () => {
  expect(chosen([OLD, NOW, NEXT, LATER])).toBe('2025-01-01 → 2027-01-01');
});

it('takes the edition before the one in force if none is announced', () => {
  expect(chosen([OLD, NOW])).toBe('2020-01-01 → 2025-01-01');
});

it('takes the last two if none is in force', () => {
  expect(chosen([NEXT, LATER])).toBe('2027-01-01 → 2028-01-01');
});

it('takes one edition with the one before it, drafts aside', () => {
  expect(chosen([OLD, NOW, DRAFT, NEXT], '2027-01-01')).toBe('2025-01-01 → 2027-01-01');
});

it('passes over an edition that was withdrawn before the next one takes force', () => {
  const withdrawn = (on: string) => edition('2025-01-01', { declared: { kind: 'withdrawn', on, reason: 'A mistake' } });
  expect(chosen([OLD, withdrawn('2025-06-01'), NEXT])).toBe('2020-01-01 → 2027-01-01');
  // It is in force still, and will not be the one that is replaced.
  expect(chosen([OLD, withdrawn('2026-12-01'), NEXT])).toBe('2020-01-01 → 2027-01-01');
  expect(chosen([OLD, withdrawn('2027-01-01'), NEXT], '2027-01-01')).toBe('2025-01-01 → 2027-01-01');
  // It was replaced, and withdrawn only then.
  expect(chosen([OLD, withdrawn('2027-06-01'), NEXT], '2027-01-01')).toBe('2025-01-01 → 2027-01-01');
  // There is no other.
  expect(chosen([withdrawn('2025-06-01'), NEXT])).toBe('2025-01-01 → 2027-01-01');
});

it('takes two editions as they are named', () => {
  expect(chosen([OLD, NOW, NEXT], '2027-01-01', '2020-01-01')).toBe('2027-01-01 → 2020-01-01');
});

it('says which edition is unknown, and which has none before it', () => {
  expect(chosen([OLD, NOW], '2020-01-01', '2020')).toBe('unknown 2020');
  expect(chosen([OLD, NOW], '2020-01-01')).toBe('first 2020-01-01');
  expect(chosen([NOW])).toBe('first 2025-01-01');
});
