/** Documents put together from all kinds of blocks: none may raise a false alarm, and no text taken away may go unnoticed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, reports, rewrite, textsOf } from './planted.ts';

const WORDS = [
  ...['data', 'Person', 'Статья', 'политика', 'χρήση', '政策', 'القانون', 'naïve', "don't", '“quoted”', '5~7', '50%'],
  ...['€100', '§5', '3.3.2', '9:30', '-5', 'R&D', 'a<b', '2014.', 'e.g.', '1.10', '(sic)', '\\*', '\\[', '&nbsp;'],
  ...['&amp;', '&sect;', '—'],
];

const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => `some ${words.join(' ')} words`);

/** Running text with all inline marks; it begins and ends with plain words. */
const prose = fc
  .array(
    fc.oneof(
      phrase,
      phrase.map((text) => `**${text}**`),
      phrase.map((text) => `*${text}*`),
      phrase.map((text) => `~~${text}~~`),
      phrase.map((text) => `[${text}](https://acme.example/a_(b) "title")`),
      phrase.map((text) => `[${text}][terms]`),
      fc.constantFrom('`[a](b) &amp; <i>`', '`` a`b ``', 'm<sup>2</sup>', '<u>under</u>', 'one<br>two'),
      fc.constantFrom(
        'https://acme.example/?a=1&b_c',
        '<https://acme.example/a>',
        'me@acme.example',
        '<!-- unseen -->',
      ),
      fc.constantFrom('<abbr title="x">y</abbr>', 'hard  \nbreak', 'hard\\\nbreak', 'soft\nbreak'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `Text ${parts.join(' ')} text.`);

const line = prose.map((text) => text.replace(/(?: {2}|\\)?\n/g, ' '));
const number = fc.nat({ max: 30 });

const indented = (text: string, columns: number) => text.replace(/\n/g, `\n${' '.repeat(columns)}`);

const list = fc
  .array(fc.tuple(number, fc.constantFrom('.', ')'), prose), { minLength: 1, maxLength: 4 })
  .map((items) => items.map(([value, mark, text]) => `${value}${mark} ${indented(text, 4)}`).join('\n'));

const block: fc.Arbitrary<string> = fc.oneof(
  prose,
  list,
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  phrase.map((text) => `${text}\n=====`),
  fc.tuple(prose, prose, number).map(([a, b, n]) => `- ${indented(a, 2)}\n\n  ${n}. ${indented(b, 6)}\n- [x] done`),
  prose.map((text) => `> ${text.replace(/\n/g, '\n> ')}\n> > deeper`),
  fc.tuple(line, line).map(([a, b]) => `${a}\n\n| head | second |\n|:-----|-------:|\n| ${a} | ${b} |\n| less |`),
  phrase.map((text) => `\`\`\`text\n${text} [a](b) <i> &amp;\n\`\`\``),
  phrase.map((text) => `<table>\n<tr><th>${text.replaceAll('<', '&lt;')}</th><td>*cell*</td></tr>\n</table>`),
  prose.map((text) => `<details>\n<summary>More</summary>\n\n${text}\n\n</details>`),
  fc.tuple(number, line).map(([n, text]) => `${n}.1. ${text}\n${n}.1.1 ${text}`),
  fc.tuple(line, line).map(([a, b]) => `(a) ${a};\n(b) ${b}`),
  fc.tuple(phrase, line).map(([term, text]) => `${term}\n: ${text}`),
  fc.constantFrom('* * *', '<!-- unseen\n\nover lines -->', 'See the [terms].'),
);

/** Blocks in a row; every third is followed by a reference to a note, which stands right there or at the end. */
const policy = fc.array(fc.tuple(block, fc.boolean()), { minLength: 1, maxLength: 8 }).map((blocks) => {
  const end = ['[terms]: https://acme.example/terms "title"', 'Read the [terms].', '## Fixed {#fixed-place}'];
  const parts = blocks.flatMap(([text, isNoteHere], index) => {
    if (index % 3 !== 0) return [text];
    const note = `[^n${index}]: Note ${index} says\n    more.\n\n    - and an item`;
    if (!isNoteHere) end.push(note);
    return [text, `Reference[^n${index}] to a note.`, ...(isNoteHere ? [note] : [])];
  });
  return `${[...parts, ...end].join('\n\n')}\n`;
});

describe('the conservation check', () => {
  it('raises no false alarm', () => {
    fc.assert(
      fc.property(policy, (markdown) => {
        expect(reports(markdown, bodyOf(markdown))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('notices whatever text is taken away', () => {
    fc.assert(
      fc.property(policy, fc.nat(), (markdown, choice) => {
        const body = bodyOf(markdown);
        const texts = textsOf(body).filter(({ value }) => /[\p{L}\p{N}]/u.test(value));
        const node = texts[choice % texts.length];
        if (node === undefined) throw new Error('No text');
        node.value = '';
        expect(reports(markdown, body)).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('names the line of a number that is changed', () => {
    fc.assert(
      fc.property(policy, (markdown) => {
        const source = markdown.replace('[terms]: ', 'Here is 3.3.2 typed.\n\n[terms]: ');
        const body = bodyOf(source);
        rewrite(body, 'Here is 3.3.2 typed', 'Here is 3.3.3 typed');
        const at = source.slice(0, source.indexOf('Here is')).split('\n').length;
        expect(reports(source, body)).toEqual([
          `${at} words-lost: The source says "3.3.2", but the page says "3.3.3" instead.`,
        ]);
      }),
      { numRuns: 50 },
    );
  });
});
