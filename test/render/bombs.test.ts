import { describe, expect, it } from 'vitest';
import { problems, rendered } from './rendered.ts';

describe('Markdown that would overturn the parser', () => {
  it.each([
    ['quotes', `${'>'.repeat(10_000)} x`, '1:1 markdown-nesting'],
    ['bullets', `Text.\n\n${'* '.repeat(10_000)}x`, '3:1 markdown-nesting'],
    ['numbers', `${'1. '.repeat(500)}x`, '1:1 markdown-nesting'],
    [
      'lists each further in',
      Array.from({ length: 500 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n'),
      '101:1 markdown-nesting',
    ],
    ['brackets', '['.repeat(100_000), '1:1 markdown-brackets'],
    ['brackets over many lines', '[[[[ word\n'.repeat(5000), '501:1 markdown-brackets'],
  ])('of %s is refused where it stands', (_, markdown, expected) => {
    expect(problems(`${markdown}\n`)).toEqual([expected]);
  });

  it.each([
    ['a long rule', `Text.\n\n${'- '.repeat(500)}\n\nText.\n`],
    ['deep but human lists', Array.from({ length: 12 }, (_, n) => `${'  '.repeat(n)}- item\n`).join('')],
    ['many links', `${'[a](#x) '.repeat(5000)}\n`],
    ['indented cells', `| a |${' '.repeat(300)}b |\n`],
  ])('is not %s', (_, markdown) => {
    const found = rendered(markdown).diagnostics.map(({ ruleId }) => ruleId);
    expect(found.filter((ruleId) => ruleId.startsWith('markdown-'))).toEqual([]);
  });
});
