import type { Element, ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import type { Body } from '../../src/model/clause.ts';
import { createBlockSharing } from '../../src/render/share-blocks.ts';
import { clauseEnds } from '../../src/theme/history/clause-ends.ts';
import { createKeptHtml, type Printing, toHtml } from '../../src/theme/html.ts';
import { rendered } from '../render/rendered.ts';

const TEXT = `# 1. Data

1.1. We keep your name; see [the terms](/terms/#3).

1.2. We keep *little* else. {from=2027-01-01}

1. First.
   - Inner one.
   - Inner two, as [the cookies](../cookies/) say.
2. Second.

| What | How long |
|---|---|
| Name | [a year](/terms/) |

> Quoted.

None.

## 2. Rights

2.1. You may ask.[^1]

None.

[^1]: In writing.
`;
const EDITIONS = [
  TEXT,
  TEXT.replace('little', 'nothing').replace('Inner one', 'Inner first'),
  `Before.\n\n${TEXT}`,
  TEXT,
];

const sharing = createBlockSharing();
const bodies = EDITIONS.map((markdown): Body => {
  const { body, diagnostics } = rendered(markdown);
  if (body === undefined) throw new Error(JSON.stringify(diagnostics));
  return { ...body, tree: sharing.share(body.tree) };
});

/** As pages do: each leads elsewhere, dates clauses in its words, and says something else at the ends of clauses. */
const printings: readonly ((body: Body) => Printing)[] = [
  () => ({ link: (path) => `..${path}`, dateNote: (clause) => [{ type: 'text', value: `from (${clause})` }] }),
  () => ({ link: (path) => `../..${path}`, dateNote: () => [] }),
  (body) => ({ link: (path) => `..${path}`, dateNote: () => [], notes: notesOn(body, 'unchanged') }),
  (body) => ({ link: (path) => `..${path}`, dateNote: () => [], notes: notesOn(body, 'new') }),
];

function notesOn(body: Body, words: string): Map<Element, ElementContent> {
  const note = (anchor: string): Element => {
    return { type: 'element', tagName: 'a', properties: { href: `#${anchor}`, dataNote: words }, children: [] };
  };
  return new Map([...clauseEnds(body)].map(([anchor, end]) => [end, note(anchor)]));
}

describe('HTML of blocks that stand on several pages', () => {
  it('is the same whether or not it was printed before, whatever pages say at them', () => {
    const kept = createKeptHtml();
    for (const body of [...bodies, ...bodies.toReversed()]) {
      for (const printingOf of printings) {
        const printing = printingOf(body);
        expect(toHtml(body.tree.children, { ...printing, kept })).toBe(toHtml(body.tree.children, printing));
      }
    }
  });

  it('holds what each page says', () => {
    const [body] = bodies as [Body, ...Body[]];
    const kept = createKeptHtml();
    const [far, near] = printings.map((printingOf) => toHtml(body.tree.children, { ...printingOf(body), kept }));
    expect(far).toContain('href="../terms/#3"');
    expect(far).toContain('from (');
    expect(near).toContain('href="../../terms/#3"');
    expect(near).not.toContain('from (');
  });

  it('leads from both of two clauses that end alike to their own histories', () => {
    const [body] = bodies as [Body, ...Body[]];
    const html = toHtml(body.tree.children, { ...(printings[2]?.(body) as Printing), kept: createKeptHtml() });
    expect(html.match(/<p>None\. <a href="#[^"]+" data-note="unchanged"><\/a><\/p>/g)).toHaveLength(2);
  });
});
