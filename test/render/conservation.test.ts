import { describe, expect, it } from 'vitest';
import { isError } from '../../src/model/diagnostic.ts';
import { checkConservation } from '../../src/render/conservation.ts';
import { createProblems } from '../../src/render/problems.ts';
import { text } from '../builders.ts';
import { bodyOf, replace, reports, reportsAfter, rewrite, textsOf } from './planted.ts';
import { rendered } from './rendered.ts';

const POLICY = `# Privacy policy

This policy says what we do with data[^1] for 5~7 days.

## 3 Transfer

3.3.1 We pass on the name.

3.3.2 We pass on the address.

7. seventh
8. eighth
9. ninth

| Datum | Reason |
|-------|--------|
| Name  | Order  |

<dl><dt>Processor</dt><dd>One who works for us</dd></dl>

The end of R&amp;D.

[^1]: Data are what identifies a person.
`;

const spoiled = (spoil: Parameters<typeof reportsAfter>[1]) => reportsAfter(POLICY, spoil);

describe('a page that says what its source says', () => {
  it('passes, and its words are counted', () => {
    const source = text(POLICY);
    const problems = createProblems(source);
    const { wordsIn, wordsOut } = checkConservation(source, bodyOf(POLICY), problems);
    expect(problems.diagnostics).toEqual([]);
    const typed = POLICY.replace(/\[\^1\]:?|<[^>]*>/g, ' ').match(/[^\s|]*[\p{L}\p{N}][^\s|]*/gu);
    expect([wordsIn, wordsOut]).toEqual([typed?.length, typed?.length]);
  });

  it('passes with an opening title that was taken out', () => {
    const body = bodyOf(POLICY);
    expect(body.heading).toBeDefined();
    expect(reports(POLICY, body)).toEqual([]);
  });

  it('passes with numbers that were counted', () => {
    const body = bodyOf('1. a\n2. b\n');
    rewrite(body, '1.', 'i.');
    rewrite(body, '2.', 'ii.');
    const source = text('1. a\n1. b\n');
    const problems = createProblems(source);
    checkConservation(source, body, problems, { markers: ['i.', 'ii.'] });
    expect(problems.diagnostics).toEqual([]);
  });
});

describe('a planted loss', () => {
  it('of a table is found', () => {
    expect(spoiled((body) => replace(body, 'table', 'Datum', () => []))).toEqual([
      '15 words-lost: These words are missing on the page: "Datum Reason Name Order".',
    ]);
  });

  it('of the notes is found', () => {
    expect(spoiled((body) => replace(body, 'section', 'identifies', () => []))).toEqual([
      '23 words-lost: These words are missing on the page: "Data are what identifies a person.".',
    ]);
  });

  it('of one list item is found', () => {
    expect(spoiled((body) => replace(body, 'li', 'eighth', () => []))).toEqual([
      '12 words-lost: These words are missing on the page: "8. eighth".',
    ]);
  });

  it('of the opening title is found', () => {
    expect(spoiled((body) => delete body.heading)).toEqual([
      '1 words-lost: These words are missing on the page: "Privacy policy".',
    ]);
  });

  it('of HTML is found', () => {
    expect(spoiled((body) => replace(body, 'dl', 'Processor', () => []))).toEqual([
      '19 words-lost: These words are missing on the page: "Processor One who works for us".',
    ]);
  });

  it('of one letter is found', () => {
    expect(spoiled((body) => rewrite(body, 'address', 'adress'))).toEqual([
      '9 words-lost: The source says "address.", but the page says "adress." instead.',
    ]);
  });

  it('of a tilde is found', () => {
    expect(spoiled((body) => rewrite(body, '5~7', '57'))).toEqual([
      '3 words-lost: The source says "5~7", but the page says "57" instead.',
    ]);
  });

  it('of a blank between two words is found', () => {
    expect(spoiled((body) => rewrite(body, 'the name', 'thename'))).toEqual([
      '7 words-lost: The source says "the name.", but the page says "thename." instead.',
    ]);
  });

  it('of everything is found', () => {
    expect(spoiled((body) => Object.assign(body, { tree: { type: 'root', children: [] } }))).toHaveLength(1);
  });
});

describe('a planted change', () => {
  it('of a clause number is found', () => {
    expect(spoiled((body) => rewrite(body, '3.3.2', '3.3.3'))).toEqual([
      '9 words-lost: The source says "3.3.2", but the page says "3.3.3" instead.',
    ]);
  });

  it('of the numbers of a list is found', () => {
    const renumber = (body: Parameters<typeof rewrite>[0]) => {
      for (const [was, now] of [
        ['7.', '1.'],
        ['8.', '2.'],
        ['9.', '3.'],
      ] as const)
        rewrite(body, was, now);
    };
    expect(spoiled(renumber)).toEqual([
      '11 words-lost: The source says "7. seventh 8. eighth 9.", but the page says "1. seventh 2. eighth 3." instead.',
    ]);
  });

  it('of a delimiter after a number is found', () => {
    expect(reportsAfter('1) a\n', (body) => rewrite(body, '1)', '1.'))).toEqual([
      '1 words-lost: The source says "1)", but the page says "1." instead.',
    ]);
  });

  it('of the order of two paragraphs is found', () => {
    const markdown = 'One stands first.\n\nTwo stands second here.\n\nThree stands last.\n';
    const swap = (body: Parameters<typeof rewrite>[0]) => {
      const [one, gap, two, ...rest] = body.tree.children;
      body.tree.children = [two, gap, one, ...rest].filter((node) => node !== undefined);
    };
    expect(reportsAfter(markdown, swap)).toEqual([
      '1 words-lost: These words stand in another place on the page than in the source: "One stands first.".',
    ]);
  });

  it('that shows a paragraph twice is found', () => {
    expect(reportsAfter('One.\n\nTwo.\n', (body) => replace(body, 'p', 'One.', (one) => [one, one]))).toEqual([
      '1 words-added: After this word the page says what the source does not: "One.".',
    ]);
  });

  it('of an entity is found', () => {
    expect(spoiled((body) => rewrite(body, 'R&D', 'R&amp;D'))).toEqual([
      '21 words-lost: The source says "R&D.", but the page says "R&amp;D." instead.',
    ]);
  });
});

describe('a report', () => {
  it('covers the words and counts the lines of the front matter', () => {
    const source = text('a\n\nlost words here\n', { lineOffset: 5 });
    const problems = createProblems(source);
    checkConservation(source, bodyOf('a\n'), problems);
    expect(problems.diagnostics.map(({ place, severity }) => [severity, place])).toEqual([
      ['error', { path: source.path, line: 8, column: 1, endLine: 8, endColumn: 16 }],
    ]);
    expect(problems.diagnostics[0]?.hint).toMatch(/fault of Promulgate/);
  });

  it('quotes no more than a dozen words', () => {
    const words = Array.from({ length: 30 }, (_, index) => `w${index}`);
    expect(reports(words.join(' '), bodyOf('')).join()).toContain(`"${words.slice(0, 12).join(' ')} …"`);
  });

  it('names every place, but not more than twenty', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `Line ${index} says something here.\n\n`);
    const drop = (body: Parameters<typeof rewrite>[0]) => {
      for (const node of textsOf(body)) node.value = node.value.replace(' says', '');
    };
    const found = reportsAfter(lines.join(''), drop);
    expect(found.slice(0, 20).map((report) => Number.parseInt(report, 10))).toEqual(
      Array.from({ length: 20 }, (_, index) => 1 + 2 * index),
    );
    expect(found.slice(20)).toEqual(['undefined words-lost: The page differs from the source in 10 more places.']);
  });
});

describe('a loss that Markdown itself brings about', () => {
  it.each([
    ['cells beyond the head of a table', '| a |\n|---|\n| b | lost |\n'],
    ['a note that only itself refers to', 'a\n\n[^n]: lost [^n]\n'],
    ['a comment without an end', 'a\n\n<!-- lost\n'],
    ['a processing instruction', 'a <?lost?>\n'],
    ['an image by reference', 'a ![lost][b]\n\n[b]: c.png\n'],
    ['a character that no font has', 'a &#150; b\n'],
  ])('never passes unseen: %s', (_, markdown) => {
    const { body, diagnostics } = rendered(markdown);
    const found = body === undefined ? diagnostics.filter(isError) : reports(markdown, body);
    expect(found).not.toEqual([]);
  });
});
