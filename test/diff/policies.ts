/** Random texts and random edits of them, for properties. */
import fc from 'fast-check';

const WORDS = [
  ...['we', 'you', 'the', 'of', 'data', 'Service', 'shall', 'not', '30', '90', '1,000.50', 'third-party', 'and/or'],
  ...[
    '"quoted"',
    '“curly”',
    "don't",
    '**bold**',
    '*so*',
    '[link](https://a.example)',
    '[in](#1)',
    '`code`',
    'e.g.',
    '—',
  ],
  ...['данные', '数据保存', 'データ', 'ข้อมูล', 'بيانات', 'a@b.example', 'https://c.example/d', 'x[^n]', '(or)', 'end;'],
];
const word = fc.constantFrom(...WORDS);
const glue = fc.constantFrom(' ', ' ', ' ', '\n', '. ', ', ');
/** White space and marks between words are random too. */
const sentence = fc.array(fc.tuple(word, glue), { minLength: 1, maxLength: 14 }).map(
  (parts) =>
    `${parts
      .map(([one, mark]) => one + mark)
      .join('')
      .trim()}.`,
);
const line = sentence.map((text) => text.replaceAll('\n', ' '));
const cell = line.map((text) => text.replaceAll('x[^n]', 'x'));

const item = fc.tuple(fc.constantFrom('- ', '1. ', '2. ', '(a) ', '3) '), line).map(([marker, text]) => marker + text);
const list = fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => items.join('\n'));
const nested = fc.tuple(line, line, line).map(([a, b, c]) => `1. ${a}\n   1. ${b}\n   2. ${c}\n`);
const table = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }).map((rows) => {
    const [head = [], ...others] = rows.map((cells) => `| ${cells.join(' | ')} |`);
    return [head, `|${'---|'.repeat(width)}`, ...others].join('\n');
  }),
);
const heading = fc
  .tuple(fc.constantFrom('## ', '### ', '## 1. ', '### 2.1. '), cell)
  .map(([mark, text]) => mark + text);
const block = fc.oneof(
  { weight: 4, arbitrary: sentence },
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: list },
  nested,
  table,
  line.map((text) => `> ${text}`),
  line.map((text) => `Term\n: ${text}`),
  fc.constantFrom('---', 'Reserved.', '```\nlet x = 1;\n```', '<p id="own">Own.</p>'),
);

type Edit =
  | { readonly kind: 'delete' | 'repeat'; readonly at: number }
  | { readonly kind: 'insert' | 'replace'; readonly at: number; readonly block: string }
  | { readonly kind: 'move' | 'move-row'; readonly at: number; readonly to: number }
  | { readonly kind: 'reword'; readonly at: number; readonly word: number; readonly by: string };

const place = fc.nat({ max: 20 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete' as const, 'repeat' as const), at: place }),
  fc.record({ kind: fc.constantFrom('insert' as const, 'replace' as const), at: place, block }),
  fc.record({ kind: fc.constantFrom('move' as const, 'move-row' as const), at: place, to: place }),
  fc.record({ kind: fc.constant('reword' as const), at: place, word: place, by: word }),
);

/** Markdown of a text and of what an editor made of it. */
export const editedText: fc.Arbitrary<readonly [older: string, newer: string]> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 12 }), fc.array(edit, { maxLength: 6 }))
  .map(([blocks, edits]) => [blocks, edits.reduce(apply, blocks)] as const)
  .map(([older, newer]) => [markdown(older), markdown(newer)] as const);

function apply(blocks: readonly string[], change: Edit): string[] {
  const at = change.at % Math.max(1, blocks.length);
  const one = blocks[at] ?? 'New.';
  switch (change.kind) {
    case 'delete':
      return blocks.toSpliced(at, 1);
    case 'repeat':
      return blocks.toSpliced(at, 0, one);
    case 'insert':
      return blocks.toSpliced(at, 0, change.block);
    case 'replace':
      return blocks.toSpliced(at, 1, change.block);
    case 'move':
      return blocks.toSpliced(at, 1).toSpliced(change.to % Math.max(1, blocks.length), 0, one);
    case 'move-row':
      return blocks.map((text) => (text.startsWith('|') ? withRowMoved(text, change) : text));
    case 'reword': {
      const words = one.split(' ');
      return blocks.toSpliced(at, 1, words.with(change.word % words.length, change.by).join(' '));
    }
  }
}

/** Below its head, in a table of any size. */
function withRowMoved(text: string, { at, to }: { readonly at: number; readonly to: number }): string {
  const [head = '', rule = '', ...rows] = text.split('\n');
  const from = at % Math.max(1, rows.length);
  const row = rows[from];
  if (row === undefined) return text;
  return [head, rule, ...rows.toSpliced(from, 1).toSpliced(to % rows.length, 0, row)].join('\n');
}

function markdown(blocks: readonly string[]): string {
  const text = `${blocks.join('\n\n')}\n`;
  return text.includes('[^n]') ? `${text}\n[^n]: A note on ${blocks.length}.\n` : text;
}
