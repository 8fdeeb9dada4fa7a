import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import { plainText } from '../../src/diff/plain-text.ts';
import { traceClauses } from '../../src/diff/trace-clauses.ts';
import type { Body } from '../../src/model/clause.ts';
import type { ClauseStep } from '../../src/model/lineage.ts';
import { rendered } from '../render/rendered.ts';
import { body } from './compared.ts';
import { editedText } from './policies.ts';

function trace(older: Body, newer: Body): ClauseStep[] {
  return traceClauses(compare(older, newer), { older: older.clauses, newer: newer.clauses });
}

/** Each clause of the newer text as `anchor ← what it was`, with `*` if its own words changed. */
function traced(older: string, newer: string): string[] {
  return trace(body(older), body(newer)).map(
    ({ clause, older: was = 'new', isChanged }) => `${clause.anchor} ← ${was}${isChanged && was !== 'new' ? ' *' : ''}`,
  );
}

const ACCOUNT = 'You must tell us your correct name when you open an account.';
const PAYMENT = 'Payment is due on the first working day of every month.';
const REFUND = 'We refund what was paid in advance for a time after the contract ends.';
const COURT = 'The courts of Dublin decide on disputes that arise from this contract.';

describe('clauses of two texts', () => {
  it('are the same under other numbers', () => {
    expect(traced(`1. ${ACCOUNT}\n2. ${REFUND}\n`, `1. ${ACCOUNT}\n2. ${PAYMENT}\n3. ${REFUND}\n`)).toEqual([
      '1 ← 1',
      '2 ← new',
      '3 ← 2',
    ]);
  });

  it('are the same in another place', () => {
    const older = `1. ${ACCOUNT}\n2. ${PAYMENT}\n3. ${REFUND}\n4. ${COURT}\n`;
    expect(traced(older, `1. ${COURT}\n2. ${ACCOUNT}\n3. ${PAYMENT}\n4. ${REFUND}\n`)).toEqual([
      ...['1 ← 4', '2 ← 1', '3 ← 2', '4 ← 3'],
    ]);
  });

  it('are the same in other words under the same number', () => {
    expect(
      traced(`1. ${ACCOUNT}\n2. Fees are free.\n3. ${COURT}\n`, `1. ${ACCOUNT}\n2. ${PAYMENT}\n3. ${COURT}\n`),
    ).toEqual(['1 ← 1', '2 ← 2 *', '3 ← 3']);
  });

  it('are the same under another title, if what they say is', () => {
    const older = `## Money\n\n${PAYMENT} ${REFUND}\n\n## Courts\n\n${COURT}\n`;
    expect(traced(older, older.replace('Money', 'What you pay and get back'))).toEqual([
      'what-you-pay-and-get-back ← money *',
      'courts ← courts',
    ]);
  });

  it('are the same under an address that their author fixed, whatever they say', () => {
    const older = `1. ${ACCOUNT}\n2. ${PAYMENT} {#fees}\n3. ${COURT}\n`;
    const newer = `1. Everything is free of charge from now on. {#fees}\n2. ${PAYMENT}\n3. ${COURT}\n`;
    expect(traced(older, newer)).toEqual(['1 ← 2 *', '2 ← new', '3 ← 3']);
  });

  it('are not the same only because they stand under one number', () => {
    const older = `## 1. Payment\n\n${PAYMENT}\n\n## 2. Courts\n\n${COURT}\n`;
    expect(
      traced(older, `## 1. Accounts\n\n${ACCOUNT}\n\n## 2. Payment\n\n${PAYMENT}\n\n## 3. Courts\n\n${COURT}\n`),
    ).toEqual(['1 ← new', '2 ← 1', '3 ← 2']);
  });

  it('change if their own words do, not if those of clauses within them do', () => {
    const older = `1. You pay:\n   (a) the fee of ten euros;\n   (b) the postage.\n2. ${COURT}\n`;
    expect(traced(older, older.replace('ten', 'twelve'))).toEqual(['1 ← 1', '1-a ← 1-a *', '1-b ← 1-b', '2 ← 2']);
  });

  it('change if a paragraph leaves them for a new clause', () => {
    const older = `## Terms\n\n${PAYMENT}\n\n${REFUND}\n`;
    const steps = trace(body(older), body(`## Terms\n\n${PAYMENT}\n\n## Refunds\n\n${REFUND}\n`));
    expect(steps.map(({ clause, older: was }) => [clause.anchor, was])).toEqual([
      ['terms', 'terms'],
      ['refunds', undefined],
    ]);
    expect(plainText(steps[0]?.blocks ?? [])).toEqual(['  ## Terms', `  ${PAYMENT}`, `- ${REFUND}`]);
    // New: there is nothing to mark.
    expect(plainText(steps[1]?.blocks ?? [])).toEqual(['  ## Refunds', `  ${REFUND}`]);
  });

  it('change if a note to which they refer does, which they show below', () => {
    const older = `1. ${ACCOUNT}[^a]\n2. ${COURT}[^b]\n\n[^a]: For 2 years.\n\n[^b]: Or in Cork.\n`;
    const newer = older.replace('2 years', '5 years');
    expect(traced(older, newer)).toEqual(['1 ← 1 *', '2 ← 2']);
    const [step] = trace(body(older), body(newer));
    expect(plainText(step?.blocks ?? [])).toEqual([`  • 1. ${ACCOUNT}*`, '  For [-2-]{+5+} years. *']);
    expect(step?.blocks.at(-1)?.form).toEqual([{ kind: 'note-words' }]);
  });

  it('change if a link in them leads elsewhere, and not if it is only emphasised', () => {
    const older = `1. See [our prices](https://a.example/1) and rules.\n2. ${COURT}\n`;
    expect(traced(older, older.replace('example/1', 'example/2'))[0]).toBe('1 ← 1 *');
    expect(traced(older, older.replace('rules', '*rules*'))[0]).toBe('1 ← 1');
  });
});

describe('any trace', () => {
  const bodies = editedText
    .map((texts) => texts.map((text) => rendered(text).body))
    .filter((pair): pair is [Body, Body] => pair.every((one) => one !== undefined));

  it('gives each clause of the older text to one of the newer at most, and changes nothing in a text that stayed', () => {
    fc.assert(
      fc.property(bodies, ([older, newer]) => {
        const was = trace(older, newer).flatMap((step) => step.older ?? []);
        expect(new Set(was).size).toBe(was.length);
        expect(was.filter((anchor) => !older.clauses.some((clause) => clause.anchor === anchor))).toEqual([]);
        const own = trace(older, older);
        expect(own.map((step) => [step.older, step.isChanged])).toEqual(
          own.map(({ clause }) => [clause.anchor, false]),
        );
      }),
      { numRuns: 25, seed: 20261128 },
    );
  });

  it('follows every clause through insertion, renumbering and moves', () => {
    const texts = Array.from({ length: 12 }, (_, index) => sentenceOf(index));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...texts.keys()], { minLength: 1 }),
        fc.array(fc.nat({ max: 12 }), { maxLength: 3 }),
        (order, added) => {
          const newer = order.map((index) => ({ was: String(index + 1), text: texts[index] ?? '' }));
          for (const [index, at] of added.entries()) newer.splice(at, 0, { was: '', text: sentenceOf(100 + index) });
          const steps = trace(numbered(texts), numbered(newer.map(({ text }) => text)));
          const isGone = (label: string) => !order.includes(Number(label) - 1);
          for (const [index, { older: found = '', isChanged }] of steps.entries()) {
            const was = newer[index]?.was ?? '';
            // What is new may pass for the clause that had its number, written anew, if that is gone.
            const isRewritten = was === '' && found === String(index + 1) && isGone(found);
            expect([found, isChanged]).toEqual([isRewritten ? found : was, was === '']);
          }
          expect(steps.length).toBe(newer.length);
        },
      ),
      { numRuns: 200, seed: 20261128 },
    );
  });
});

/** No two have a word in common. */
function sentenceOf(index: number): string {
  return `${['Alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'].map((word) => `${word}${index}`).join(' ')}.`;
}

function numbered(texts: readonly string[]): Body {
  return body(texts.map((text, index) => `${index + 1}. ${text}\n`).join(''));
}
