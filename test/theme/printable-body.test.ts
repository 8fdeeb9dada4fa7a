import { describe, expect, it } from 'vitest';
import { type PrintableBlocks, printableBody } from '../../src/theme/redline/printable-body.ts';
import { body } from '../diff/compared.ts';

const TEXT =
  '## A\n\nPlain words.\n\nSee [terms](/terms/2020-02-04.md#3) and [a](https://a.example).\n\n- One [x](/x/).\n- Two.\n';
const settle = (by: string) => (sitePath: string) => `${sitePath}${by}`;
const dateNote = () => '';

describe('a body as it reads on its page', () => {
  it('is the same whether or not other pages of it were made before', () => {
    const text = body(TEXT);
    const kept: PrintableBlocks = new WeakMap();
    for (const by of ['?one', '?two', '?one']) {
      expect(printableBody(text, { settle: settle(by), dateNote, kept })).toEqual(
        printableBody(text, { settle: settle(by), dateNote }),
      );
    }
  });

  it('has the very blocks in which nothing is filled in, and one object for each way that others are', () => {
    const text = body(TEXT);
    const kept: PrintableBlocks = new WeakMap();
    const [one, two, again] = ['?one', '?two', '?one'].map((by) => {
      const printed = printableBody(text, { settle: settle(by), dateNote, kept });
      return printed.tree.children.filter(({ type }) => type === 'element');
    });
    const blocks = text.tree.children.filter(({ type }) => type === 'element');
    expect(one?.map((block, at) => block === blocks[at])).toEqual([true, true, false, false]);
    expect(one?.map((block, at) => block === two?.[at])).toEqual([true, true, false, false]);
    expect(one?.map((block, at) => block === again?.[at])).toEqual([true, true, true, true]);
  });
});
