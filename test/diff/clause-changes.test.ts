import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import { traceClauses } from '../../src/diff/trace-clauses.ts';
import type { Body } from '../../src/model/clause.ts';
import type { Redline } from '../../src/model/redline.ts';
import { disagreementsOf } from '../real/redlines/disagreements.mjs';
import { rendered } from '../render/rendered.ts';
import { body, changesOf, compared } from './compared.ts';
import { editedText } from './policies.ts';

const HOST = 'One company processes data for us, on our instructions and under a written contract: ';
const FIRST = 'Kestrel Hosting GmbH, Germany, which runs the servers of the Services and their backups';
const SECOND = 'Postivirta Oy, Finland, which sends our e-mail, the electronic newsletter included';

/** Which of the newer clauses are new, and which of the older ones are gone, as the history of clauses has it. */
function cameAndWent(older: Body, newer: Body, redline: Redline): { added: string[]; removed: string[] } {
  const steps = traceClauses(redline, { older: older.clauses, newer: newer.clauses });
  const kept = new Set(steps.flatMap((step) => step.older ?? []));
  return {
    added: steps.filter((step) => step.older === undefined).map(({ clause }) => clause.anchor),
    removed: older.clauses.map(({ anchor }) => anchor).filter((anchor) => !kept.has(anchor)),
  };
}

describe('the changes of clauses', () => {
  it('name each new clause by its own number, though it took its words from another', () => {
    const older = `4.1. ${HOST}${FIRST}.\n\n4.2. We keep lists.\n`;
    const newer = `4.1. These companies process data for us:\n\n4.1.1. ${FIRST};\n\n4.1.2. ${SECOND}.\n\n4.2. We keep lists.\n`;
    expect(changesOf(older, newer).filter((change) => change.startsWith('added'))).toEqual([
      'added - → 4.1',
      'added - → 4.1.2',
    ]);
    expect(changesOf(older, newer)).toContain('renumbered 4.1 → 4.1.1');
  });

  it('tell of a clause that was split off, and of one that was joined, with which it was or is one', () => {
    const one = '1.1. The tenant uses the flat as a home only.';
    const other = 'In an emergency the landlord need give no notice.';
    const joined = `## 1. Use\n\n${one} ${other}\n`;
    const apart = `## 1. Use\n\n${one}\n\n1.2. ${other}\n\n1.3. No pets.\n`;
    const told = (older: string, newer: string) =>
      compared(older, newer).changes.map(({ kind, older: was, newer: is, whole }) =>
        [kind, (is ?? was)?.citation, whole?.citation ?? ''].join(' ').trim(),
      );
    expect(told(joined, apart)).toEqual(expect.arrayContaining(['split 1.2 1.1', 'added 1.3']));
    expect(told(apart, joined)).toEqual(expect.arrayContaining(['joined 1.2 1.1', 'removed 1.3']));
  });

  it('count every clause within one that came, went or got another number', () => {
    const scope = '## 1. Scope\n\nThese terms apply to all our shops.\n\n';
    const fees = (number: number) =>
      `## ${number}. Fees\n\n${number}.1. Five euros a month.\n\n${number}.2. Fifty euros a year.\n`;
    expect(changesOf(scope, scope + fees(2))).toEqual(['added - → 2', 'added - → 2.1', 'added - → 2.2']);
    expect(changesOf(scope + fees(2), scope)).toEqual(['removed 2 → -', 'removed 2.1 → -', 'removed 2.2 → -']);
    expect(
      changesOf(scope + fees(2), `${scope}## 2. Law\n\nAustrian law governs everything here.\n\n${fees(3)}`),
    ).toEqual([...['added - → 2', 'renumbered 2 → 3', 'renumbered 2.1 → 3.1', 'renumbered 2.2 → 3.2']]);
    expect(compared(scope, scope + fees(2)).changes.map(({ isWithin }) => isWithin)).toEqual([false, true, true]);
  });

  it('leave out the text before the first clause and the notes, which are told of apart', () => {
    const text = (month: string, note: string) =>
      `Last updated in ${month}.\n\n## 1. Data\n\nWe keep names.[^1]\n\n[^1]: ${note}\n`;
    const { changes, outside } = compared(text('May', 'As a list.'), text('June', 'As a table.'));
    expect(changes).toEqual([]);
    expect(outside.map(({ place, kind }) => [place, kind])).toEqual([
      ['opening', 'changed'],
      ['notes', 'changed'],
    ]);
  });

  it('tell of a clause in which paragraphs changed places', () => {
    const [one, other] = [
      'You must tell us your correct name when you open an account with us.',
      'Payment is due on the first working day of every month, in euros.',
    ];
    expect(changesOf(`## Terms\n\n${one}\n\n${other}\n`, `## Terms\n\n${other}\n\n${one}\n`)).toEqual([
      'changed Terms → Terms',
    ]);
  });

  it('are those of the history of clauses in any two texts, each once', () => {
    const bodies = editedText
      .map((texts) => texts.map((text) => rendered(text).body))
      .filter((pair): pair is [Body, Body] => pair.every((one) => one !== undefined));
    fc.assert(
      fc.property(bodies, ([older, newer]) => {
        const redline = compare(older, newer);
        expect(disagreementsOf({ older, newer, redline, ...cameAndWent(older, newer, redline) })).toEqual([]);
      }),
      { numRuns: 40, seed: 20261128 },
    );
  });

  it('are those of the history of clauses where one is written as an HTML list', () => {
    const older = body('## Rules\n\n<ol><li>One thing is forbidden here.</li><li>Another one is allowed.</li></ol>\n');
    const newer = body('## Rules\n\n<ol><li>One thing is forbidden here.</li></ol>\n');
    const redline = compare(older, newer);
    expect(disagreementsOf({ older, newer, redline, ...cameAndWent(older, newer, redline) })).toEqual([]);
  });
});
