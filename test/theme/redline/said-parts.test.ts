import { describe, expect, it } from 'vitest';
import type { Body } from '../../../src/model/clause.ts';
import { createBlockSharing } from '../../../src/render/share-blocks.ts';
import type { SaidBody } from '../../../src/theme/redline/dress-redline.ts';
import { partsOf } from '../../../src/theme/redline/said-parts.ts';
import { rendered } from '../../render/rendered.ts';

const TEXT = '# 1. Data\n\nWe keep your name.\n\n1. One.\n2. Two.\n\n## 2. Rights\n\nYou may ask.\n';
const sharing = createBlockSharing();

function said(markdown: string, others: Partial<SaidBody> = {}): SaidBody {
  const { body } = rendered(markdown);
  if (body === undefined) throw new Error(markdown);
  return { title: 'Privacy', corrections: [], body: { ...body, tree: sharing.share(body.tree) }, ...others };
}

/** As a memory finds a job. */
function keyOf(...texts: readonly SaidBody[]): string {
  return texts
    .flatMap(partsOf)
    .map((part) => JSON.stringify(part))
    .join(' ');
}

function changed(change: (body: Body) => Body): SaidBody {
  const text = said(TEXT);
  return { ...text, body: change(text.body) };
}

describe('the parts of a text that is compared', () => {
  it('are the same objects where texts have the same blocks', () => {
    const [, ...blocks] = partsOf(said(TEXT));
    const [, ...others] = partsOf(said(TEXT.replace('may ask', 'must ask')));
    const same = blocks.map((block, at) => block === others[at]);
    expect(same).toEqual([...blocks.slice(1).map(() => true), false]);
  });

  it('differ for texts that differ in anything', () => {
    const texts = [
      said(TEXT),
      said(TEXT.replace('your name', 'nothing')),
      said(TEXT.replace('One.', 'Three.')),
      said(`${TEXT}\nMore.\n`),
      said(TEXT, { title: 'Terms' }),
      changed((body) => ({ ...body, clauses: body.clauses.slice(1) })),
      changed((body) => ({ ...body, anchors: [] })),
      changed((body) => ({ ...body, tree: { ...body.tree, children: body.tree.children.toReversed() } })),
      changed((body) => ({ ...body, tree: { ...body.tree, children: body.tree.children.slice(0, -1) } })),
      changed((body) => ({
        ...body,
        tree: { ...body.tree, children: [{ type: 'text', value: 'Bare.' }, ...body.tree.children] },
      })),
    ];
    expect(new Set(texts.map((text) => keyOf(text))).size).toBe(texts.length);
  });

  it('tell the older text from the newer', () => {
    const [one, more] = [said(TEXT), said(`${TEXT}\nMore.\n`)];
    expect(keyOf(one, more)).not.toBe(keyOf(more, one));
  });
});
