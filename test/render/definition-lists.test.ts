import { describe, expect, it } from 'vitest';
import { html } from './rendered.ts';

describe('definition lists', () => {
  it.each([
    ['Term\n: Meaning', '<dl><dt>Term</dt><dd>Meaning</dd></dl>'],
    ['Term\n\n: Meaning', '<dl><dt>Term</dt><dd>Meaning</dd></dl>'],
    [
      'One\nOther\n: Meaning *of both*\n: and more',
      '<dl><dt>One</dt><dt>Other</dt><dd>Meaning <em>of both</em></dd><dd>and more</dd></dl>',
    ],
    ['One\nOther\n\n: Meaning', '<dl><dt>One</dt><dt>Other</dt><dd>Meaning</dd></dl>'],
    ['A\n: a\n\nB\n: b', '<dl><dt>A</dt><dd>a</dd><dt>B</dt><dd>b</dd></dl>'],
    ['A\n: a\nB\n: b\ngoes on', '<dl><dt>A</dt><dd>a</dd><dt>B</dt><dd>b\ngoes on</dd></dl>'],
  ])('are made of %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it.each(['At 9:30, ratio 3:1', 'We keep:\nnames and dates', ': not a definition', 'Time\n:30'])(
    'are not made of %j',
    (markdown) => {
      expect(html(markdown)).toBe(`<p>${markdown}</p>`);
    },
  );
});
