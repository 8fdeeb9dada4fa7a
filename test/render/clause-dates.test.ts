import { describe, expect, it } from 'vitest';
import { html, problems, rendered } from './rendered.ts';

/** Clauses that have a date, as `anchor from`. */
function dated(markdown: string): string[] {
  const { body, diagnostics } = rendered(markdown);
  if (body === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return body.clauses.flatMap(({ anchor, from }) => (from === undefined ? [] : [`${anchor} ${from.day}`]));
}

describe('the date of a clause', () => {
  it.each([
    ['a numbered paragraph', '1.1. We use a new processor. {from=2027-01-01}\n\n1.2. More.\n', ['1.1 2027-01-01']],
    ['a heading', '## 2. Fees {from=2027-02-01}\n\nText.\n', ['2 2027-02-01']],
    ['an item of a list', '1. One. {from=2027-03-01}\n2. Two.\n', ['1 2027-03-01']],
    ['a line among others', '(a) one; {from=2027-04-01}\n(b) two;\n(c) three.\n', ['a 2027-04-01']],
    ['a paragraph with an address', 'A new fee. {from=2027-05-01} {#fee}\n', ['fee 2027-05-01']],
    ['a paragraph with an address before it', 'A new fee. {#fee} {from=2027-05-01}\n', ['fee 2027-05-01']],
    ['an address in another script', '## Сбор {#сбор} {from=2027-05-01}\n\nText.\n', ['сбор 2027-05-01']],
  ])('is read at the end of %s', (_, markdown, expected) => {
    expect(dated(markdown)).toEqual(expected);
    expect(html(markdown)).not.toContain('from=');
  });

  it('may be an instant', () => {
    const [clause] = rendered('1.1. Text. {from=2027-01-01T12:00:00+03:00}\n\n1.2. More.\n').body?.clauses ?? [];
    expect(clause?.from).toMatchObject({ kind: 'instant', day: '2027-01-01', time: '12:00:00' });
  });

  it('leaves one mark in the tree, with the place of its clause in the list', () => {
    expect(html('1.1. One.\n\n1.2. Two. {from=2027-01-01}\n')).toContain('<span data-clause="1"></span>');
  });

  it.each([
    ['names no day', '1.1. Text. {from=2027-02-30}\n', '1:12 clause-date'],
    ['is written as people write it', '1.1. Text. {from=1 March 2027}\n', '1:12 clause-date'],
    ['stands in a sentence', '1.1. From {from=2027-01-01} on.\n', '1:11 clause-date'],
    ['stands at a paragraph that is no clause', 'Text. {from=2027-01-01}\n', '1:1 clause-date'],
  ])('is refused where it %s', (_, markdown, problem) => {
    expect(problems(markdown)).toContain(problem);
  });

  it('is text in code', () => {
    expect(html('Write `{from=2027-01-01}` at the end.\n')).toContain('{from=2027-01-01}');
  });
});
