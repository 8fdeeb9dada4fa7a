import { describe, expect, it } from 'vitest';
import { termUndefined } from '../../../src/validate/rules/term-undefined.ts';
import { askOfText, shown } from '../diagnosed.ts';

const DEFINED = 'Acme LLC (the “Seller”) and its guest (the “Buyer”) agree. The Seller sells, the Buyer buys.\n\n';
const found = (markdown: string) => shown(DEFINED + markdown, askOfText(termUndefined, DEFINED + markdown));

describe('term-undefined', () => {
  it('points at a term that a text uses like its defined ones, and does not define', () => {
    const markdown = `${DEFINED}The Buyer keeps the “Confidential Information” and returns all Confidential Information.\n`;
    const problems = askOfText(termUndefined, markdown);
    expect(problems).toMatchObject([{ ruleId: 'term-undefined', severity: 'warning', place: { line: 7, column: 21 } }]);
    expect(shown(markdown, problems)).toEqual(['“Confidential Information”']);
    expect(problems[0]?.hint).toContain('Add a definition');
  });

  it('believes a text that says a term is defined in it, and looks for the definition', () => {
    const markdown = 'Buyers pay “Late Fees” (as defined below) on demand.';
    expect(shown(markdown, askOfText(termUndefined, markdown))).toEqual(['“Late Fees”']);
    expect(askOfText(termUndefined, `${markdown}\n\n“Late Fees” means one euro a day.`)).toEqual([]);
    expect(askOfText(termUndefined, `${markdown}\n\n## Late Fees\n\nOne euro a day.`)).toEqual([]);
    expect(
      askOfText(termUndefined, '„Gebühren“ (wie unten definiert) und «Сборы» (как определено ниже).'),
    ).toHaveLength(1);
  });

  it.each([
    ['a button', 'Press the “Delete Account” button; Delete Account is final.'],
    ['a tab', 'You find it in the “My Orders” section of My Orders.'],
    ['another text', 'The “Acme Cookie Policy” is part of it. Read the Acme Cookie Policy.'],
    ['a title', 'Read “Safety First” before use. Safety First is a book.'],
    ['scare quotes', 'The goods come “As Is”. As Is means what it says.'],
    ['key words', 'The words "MUST" and "SHALL" are used. The "MUST" is strict, MUST it not?'],
    ['small letters', 'The “service provider” is a service provider.'],
    ['a label of a table', 'The “Not After” date of a ticket. Not After is printed on it.'],
    ['a term used once', 'The Buyer keeps the “Confidential Information”.'],
    ['a bold entry', 'The “Late Fees” are due.\n\n**Late Fees**: one euro a day.'],
    ['a clause of its name', 'The “Late Fees” are due.\n\n4.2. Late Fees are one euro a day.'],
    ['a plural of a term', 'The “Sellers” are two. Both Sellers sell.'],
    ['a definition by its sentence', 'The “Account” is the name of a customer. An Account ends.'],
    ['a name', 'Tools called the “Big Five” and more. Big Five help.'],
    ['a link', 'The “[Late Fees](fees.md)” are due. Late Fees hurt.'],
    ['code', 'The `“Late Fees”` are due. Late Fees hurt.'],
  ])('leaves alone %s', (_what, markdown) => {
    expect(found(markdown)).toEqual([]);
  });

  it('takes nothing for a term in a text that does not define its terms in quotation marks', () => {
    expect(askOfText(termUndefined, 'The “Big Sale” is on. Big Sale!')).toEqual([]);
  });

  it('reports a term once', () => {
    expect(found('The “Late Fees” are due. All “Late Fees” are final. Late Fees hurt.')).toHaveLength(1);
  });
});
