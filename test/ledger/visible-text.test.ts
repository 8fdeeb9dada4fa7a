import { describe, expect, it } from 'vitest';
import { clauseTexts } from '../../src/ledger/clause-digests.ts';
import { visibleText } from '../../src/ledger/visible-text.ts';
import type { Body } from '../../src/model/clause.ts';
import { rendered } from '../render/rendered.ts';
import { BODY } from './ledgered.ts';

function bodyOf(markdown: string): Body {
  const { body, diagnostics } = rendered(markdown);
  if (body === undefined) throw new Error(JSON.stringify(diagnostics));
  return body;
}

const seen = (markdown: string, title = 'Title') => visibleText(bodyOf(markdown), title);

describe('visibleText', () => {
  it('reads title, labels, tables and notes in order, without what rendering adds to notes', () => {
    expect(seen(BODY)).toBe(
      'Privacy policy What we do. 1. We recieve your name. 2. We keep it for 30 days. Your rights 7.1. You may ask. ' +
        '7.2. We answer within 30 days. Data Time Name 30 days In writing.',
    );
  });

  it('takes the title of the front matter where the text brings none', () => {
    expect(seen('Text.\n', 'Privacy')).toBe('Privacy Text.');
  });

  it.each([
    ['a  b', 'a\nb'],
    ['a b', 'a&nbsp;b'],
    ['**a** b', 'a b'],
    ['a<br>b', 'a b'],
    ['a\n\nb', 'a b'],
    ['un*believ*able', 'unbelievable'],
    ['[a](https://x.example)', 'a'],
    ['caf\u0065\u0301', 'caf\u00e9'],
    ['<details><summary>a</summary>\n\nb\n\n</details>', 'a b'],
  ])('does not tell %j from %j', (one, other) => {
    expect(seen(one)).toBe(seen(other));
  });

  it.each([
    ['10<sup>6</sup>', '106'],
    ['H<sub>2</sub>O', 'H2O'],
    ['We ~~never~~ sell it.', 'We never sell it.'],
    ['<ol><li>a</li></ol>', '<ol start="2"><li>a</li></ol>'],
    ['- [x] a', '- [ ] a'],
    ['a b', 'ab'],
    ['1. a', '1) a'],
    ['a', 'A'],
  ])('tells %j from %j', (one, other) => {
    expect(seen(one)).not.toBe(seen(other));
  });
});

describe('clauseTexts', () => {
  const words = (markdown: string) => clauseTexts(bodyOf(markdown)).map((one) => `${one.anchor}: ${one.words}`);

  it('gives each clause its own words and where they lead', () => {
    expect(words(BODY)).toEqual([
      ': Privacy policy What we do.',
      '1: 1. We recieve your name.',
      '2: 2. We keep it for 30 days <https://acme.example/days> .',
      'your-rights: Your rights',
      '7.1: 7.1. You may ask.',
      '7.2: 7.2. We answer within 30 days. Data Time Name 30 days',
      'footnote-label: In writing.',
    ]);
  });

  it('gives a clause what follows the clauses within it', () => {
    expect(words('## 3. Rights\n\n1. One\n   1. Deep\n\n   Still one.\n\n')).toEqual([
      ': ',
      '3: 3. Rights',
      '3-1: 1. One Still one.',
      '3-1-1: 1. Deep',
    ]);
  });

  it('loses no word of the text', () => {
    const body = bodyOf(BODY.replace(' <https://acme.example/days>', ''));
    const joined = clauseTexts(body).map((one) => one.words.replace(/ <\S+>/g, ''));
    const sorted = (text: string) => text.split(/\W+/).sort().join(' ');
    expect(sorted(joined.join(' '))).toBe(sorted(visibleText(body, 'Privacy policy')));
  });
});
