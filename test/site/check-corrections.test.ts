import { expect, test } from 'vitest';
import { editionFile, FILES, PRIVACY } from '../ledger/ledgered.ts';
import { built } from '../site-wide/ledgered-site.ts';

async function warned(clause: string): Promise<string[]> {
  const corrections = `corrections: [{on: 2021-02-01, clause: "${clause}", was: recieve, now: receive, reason: Typing error}]\n`;
  const { diagnostics } = await built({ ...FILES, [PRIVACY]: editionFile(corrections) });
  return diagnostics.filter(({ ruleId }) => ruleId === 'correction-clause').map(({ severity }) => severity);
}

test('warns of a correction of a clause that the text does not have', async () => {
  for (const clause of ['99', '7.3', 'Our rights']) expect(await warned(clause)).toEqual(['warning']);
});

test('takes a clause by its number, with a word or sign before it, or by its heading', async () => {
  for (const clause of ['7.1', '7.2.', '§ 7.1', 'Clause 7.1', '1', 'Your rights'])
    expect(await warned(clause)).toEqual([]);
});
