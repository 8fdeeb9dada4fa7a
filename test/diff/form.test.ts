import { describe, expect, it } from 'vitest';
import type { FormChange } from '../../src/model/redline.ts';
import { compared, formOf, redlined } from './compared.ts';

const CASES: readonly (readonly [name: string, older: string, newer: string, form: readonly FormChange[]])[] = [
  [
    'a link that leads elsewhere',
    'See [the list](https://a.example).',
    'See [the list](https://b.example).',
    [{ kind: 'link', older: 'https://a.example', newer: 'https://b.example', words: 'the list' }],
  ],
  [
    'a link set',
    'See the list.',
    'See [the list](https://a.example).',
    [{ kind: 'link', newer: 'https://a.example', words: 'the list' }],
  ],
  [
    'a link taken off',
    'See [it](https://a.example).',
    'See it.',
    [{ kind: 'link', older: 'https://a.example', words: 'it' }],
  ],
  [
    'words made bold',
    'You shall pay.',
    'You **shall** pay.',
    [{ kind: 'emphasis', older: [], newer: ['strong'], words: 'shall' }],
  ],
  ['another level of a heading', '## Fees\n\nText.', '### Fees\n\nText.', [{ kind: 'level', older: 2, newer: 3 }]],
  [
    'a paragraph that became an item',
    'We keep names.',
    '- We keep names.',
    [{ kind: 'role', older: 'paragraph', newer: 'item' }],
  ],
  [
    'a reference to a note that is now another note',
    'A.[^a] B.[^b]\n\n[^a]: First note.\n[^b]: Second note.',
    'A.[^b] B.[^a]\n\n[^a]: First note.\n[^b]: Second note.',
    [
      { kind: 'note', older: 'fn-a', newer: 'fn-b' },
      { kind: 'note', older: 'fn-b', newer: 'fn-a' },
    ],
  ],
];

describe('a redline tells of', () => {
  it.each(CASES)('%s', (_, older, newer, form) => {
    expect(
      formOf(older, newer).filter(({ kind }) => kind !== 'link' || form.some((each) => each.kind === 'link')),
    ).toEqual(form);
    expect(redlined(older, newer).join('\n')).not.toMatch(/\[-|\{\+/);
  });

  it('a reference that is written as before and leads to another clause', () => {
    const older = '1. We collect names.\n2. We delete what [clause 1](#1) names.\n';
    const newer = '1. You may object.\n2. We collect names.\n3. We delete what [clause 1](#1) names.\n';
    const { blocks } = compared(older, newer);
    expect(blocks.flatMap(({ form }) => form)).toEqual([
      { kind: 'reference', target: '1', moved: '2', words: 'clause 1' },
    ]);
  });

  it('nothing where a link follows its clause to its new number', () => {
    const older = '1. We collect names.\n2. See [there](#1).\n';
    const newer = '1. You may object.\n2. We collect names.\n3. See [there](#2).\n';
    expect(formOf(older, newer)).toEqual([]);
  });

  it('nothing where a note only got another number', () => {
    const older = 'A. B.[^b]\n\n[^b]: Second note.\n';
    const newer = 'A.[^a] B.[^b]\n\n[^a]: First note.\n[^b]: Second note.\n';
    expect(formOf(older, newer)).toEqual([]);
    expect(redlined(older, newer)[0]).toBe('  A.{+*+} B.*');
  });

  it('a box that was ticked as a change of wording', () => {
    expect(redlined('- [ ] Consent given\n', '- [x] Consent given\n')).toEqual(['  • [-☐-]{+☑+} Consent given']);
  });

  it('no change where bold or not bold falls on a stop', () => {
    expect(formOf('**Note.** Text.', '**Note**. Text.')).toEqual([]);
  });
});
