import { describe, expect, it } from 'vitest';
import { html, problems, rendered } from './rendered.ts';

describe('links', () => {
  it.each([
    ['[t](../terms/)', 'href="/terms/"'],
    ['[t](2020-02-04.md#3)', 'href="/privacy/2020-02-04.md#3"'],
    ['[t](#scope)', 'href="#scope"'],
    ['[t](/terms/)', 'href="/terms/"'],
    ['[t](mailto:a@b.example)', 'href="mailto:a@b.example"'],
    ['[t](https://x.example/)', 'href="https://x.example/" rel="noreferrer noopener external"'],
  ])('%s leads where its author meant', (markdown, expected) => {
    expect(html(markdown)).toContain(expected);
  });

  it.each([
    ['[x](javascript:alert(1))', 'link-scheme'],
    ['[x](JaVaScript:alert(1))', 'link-scheme'],
    ['[x](data:text/html;base64,AAAA)', 'link-scheme'],
    ['[x](vbscript:x)', 'link-scheme'],
    ['[x][r]\n\n[r]: javascript:alert(1)', 'link-scheme'],
    ['[x](//x.example/a)', 'link-scheme'],
    ['[x](/\\x.example/a)', 'link-scheme'],
    ['<a href=" \\\\x.example/a">x</a>', 'link-scheme'],
    ['[x](https://)', 'link-address'],
  ])('%j is refused', (markdown, rule) => {
    expect(problems(markdown).map((problem) => problem.split(' ')[1])).toContain(rule);
  });
});

describe('outward links', () => {
  it.each(['utm_source=x', 'a=1&gclid=2', 'yclid=3', 'fbclid=4'])('with ?%s are warned about', (query) => {
    expect(problems(`[x](https://x.example/?${query})`)).toEqual(['1:1 link-tracking']);
    expect(problems(`<a href="https://x.example/?${query}">x</a>`)).toEqual(['1:1 link-tracking']);
  });

  it('with other parameters are left alone', () => {
    expect(problems('[x](https://x.example/?id=utm_source)')).toEqual([]);
  });
});

describe('footnotes', () => {
  it('lead to their note and back', () => {
    const out = html('A[^1] and B[^note].\n\n[^1]: First.\n[^note]: Second.\n');
    const ids = new Set([...out.matchAll(/id="([^"]+)"/g)].map((match) => match[1]));
    const targets = [...out.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(targets).toHaveLength(4);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    expect(out).toContain('Footnotes');
  });

  it('that nothing refers to would vanish, and are refused', () => {
    expect(problems('Text.\n\n[^1]: Lost words.\n')).toEqual(['3:1 reference-unused']);
  });

  it('with one name are refused, as only the first would be seen', () => {
    expect(problems('A[^1].\n\n[^1]: First.\n\n[^1]: Second.\n')).toEqual(['5:1 reference-repeated']);
  });
});

describe('notes that lead to each other only', () => {
  it('would vanish, and are refused', () => {
    expect(problems('Text.\n\n[^1]: See [^1].\n')).toEqual(['3:1 reference-circular']);
    expect(problems('Text.\n\n[^a]: See [^b].\n\n[^b]: See [^a].\n')).toEqual([
      '3:1 reference-circular',
      '5:1 reference-circular',
    ]);
  });

  it('appear where the text leads to one of them', () => {
    expect(problems('Text[^a].\n\n[^a]: See [^b].\n\n[^b]: See [^a] and [^b].\n')).toEqual([]);
  });
});

describe('a note', () => {
  it('may not be referred to within the text of a link', () => {
    expect(problems('[see[^1]](https://x.example/)\n\n[^1]: Note.\n')).toEqual(['1:5 reference-in-link']);
  });
});

describe('definitions', () => {
  it('whose words would become an address are refused where they are referred to', () => {
    expect(problems('[Buyer]: Acme\n\nThe [Buyer] pays.\n')).toEqual(['1:1 reference-target']);
    expect(problems('[t]: ../terms/\n[m]: mailto:a@b.example\n[p]: #1\n\n[t] [m] [p]\n')).toEqual([]);
  });

  it('that are words read as an address are refused', () => {
    expect(problems('[Note]: Important\n')).toEqual(['1:1 reference-unused']);
    expect(rendered('[Note]: Important\n').body).toBeUndefined();
  });

  it('that are leftovers are a warning', () => {
    expect(rendered('Text.\n\n[support]: https://x.example/\n').body).toBeDefined();
  });
});

describe('text', () => {
  it('keeps single tildes and times', () => {
    expect(html('5~7 … 100~200 at 9:30, ratio 3:1')).toBe('<p>5~7 … 100~200 at 9:30, ratio 3:1</p>');
  });

  it('shows struck text without calling it a deletion', () => {
    expect(html('~~old~~')).toBe('<p><s>old</s></p>');
  });

  it('gives tables a region that can be reached and scrolled', () => {
    expect(html('| a |\n|---|\n| 1 |\n')).toContain(
      '<section class="table-scroll" tabindex="0" aria-label="Table 1"><table>',
    );
  });
});

describe('a row of a table', () => {
  it('with more cells than the head is refused, where the first of them stands', () => {
    expect(problems('| a |\n|---|\n| 1 | lost |\n')).toEqual(['3:5 table-row-too-long']);
    expect(problems('> | a | b |\n> |---|---|\n> | 1 | 2 | | lost |\n')).toEqual(['3:13 table-row-too-long']);
    expect(rendered('| a |\n|---|\n| 1 | lost |\n').body).toBeUndefined();
  });

  it('may end in empty cells, and in a bar that is text', () => {
    expect(problems('| a |\n|---|\n| 1 | |\n| 2 \\| 3 |\n')).toEqual([]);
  });
});

describe('a character reference', () => {
  it.each([
    ['Dash &#150; here', '1:6', '–'],
    ['Say &#x93;yes&#148;', '1:5', '“'],
    ['1. one\n2. two &#153;', '2:8', '™'],
    ['> a\n> b &#128; c', '2:5', '€'],
  ])('of old programs is refused in %j, with the character that was meant', (markdown, place, meant) => {
    const [first] = rendered(markdown).diagnostics;
    expect(problems(markdown)[0]).toBe(`${place} character-reference`);
    expect(first?.hint).toBe(`Write the character itself: ${meant}`);
  });

  it.each(['&#129;', '&#0;', '&#xD800;', '&#x110000;', '&#xFFFE;'])(
    '%s stands for nothing and is refused',
    (written) => {
      expect(problems(`a ${written}`)).toEqual(['1:3 character-reference']);
    },
  );

  it.each(['a &#x202e;b', 'a &#8238;b', '<p title="&#x2066;">b</p>', '<p>a &#x202E;b</p>', '[a](#x "&#x202e;")'])(
    'may not reorder what is read: %s',
    (markdown) => {
      expect(problems(markdown).map((problem) => problem.split(' ')[1])).toContain('character-reference');
    },
  );

  it('is found in a link’s title', () => {
    expect(problems('[x](https://x.example/ "a &#150; b")')).toEqual(['1:27 character-reference']);
  });

  it.each(['&#8211; &ndash; &#xe9; &#9;', '`&#150;`', '\\&#150;', '<p>a &#150; b</p>', '\uFFFD'])(
    'is left alone in %j',
    (markdown) => {
      expect(problems(markdown)).toEqual([]);
    },
  );

  it('is read in HTML as browsers read it', () => {
    expect(html('<p>a &#150; b</p>')).toBe('<p>a – b</p>');
  });
});

describe('the title', () => {
  it('may have an address of its own', () => {
    const { body } = rendered('# Privacy policy {#top}\n\nText.\n');
    expect(
      body?.heading?.map((node) => (node.type === 'element' ? node.properties.id : node.type === 'text' && node.value)),
    ).toEqual([...['top', 'Privacy policy']]);
    expect(body?.anchors).toContain('top');
  });

  const heading = (markdown: string) => rendered(markdown, { title: 'Privacy policy' }).body?.heading;

  it('of the text itself is the page’s, once', () => {
    expect(heading('# Privacy *policy*\n\nText.\n')).toHaveLength(2);
    expect(html('# Privacy policy\n\nText.\n')).not.toContain('Privacy policy');
  });

  it('is left in the text where other headings share its level, and all go down one', () => {
    expect(heading('# Scope\n\n# Use\n')).toBeUndefined();
    expect(html('# Scope\n\n## Part\n\n# Use\n').match(/<h\d/g)).toEqual(['<h2', '<h3', '<h2']);
  });

  it('is the front matter’s where the text brings none', () => {
    expect(heading('Text.\n')).toBeUndefined();
  });
});

describe('a body', () => {
  it('survives being cloned, as caches and threads need', () => {
    const { body } = rendered('## 1. A\n\n1.1. b\n\n| t |\n|---|\n| 1 |\n');
    expect(structuredClone(body)).toEqual(body);
  });
});

describe('conservation', () => {
  it('refuses a text of which Markdown itself would lose words, and names the line', () => {
    const table = '<table>\n<tr><td>cell</td></tr>\nlost in front\n</table>\n';
    expect(problems(table)).toEqual(['3:1 html-table-text']);
    expect(rendered(table).body).toBeUndefined();
  });

  it('counts the words that went in and came out', () => {
    expect(rendered('## 1. Scope\n\n1.1. One two.\n').conservation).toEqual({ wordsIn: 5, wordsOut: 5 });
  });

  it('counts a label and the word it stands against as the source writes them', () => {
    expect(rendered('一、甲方。\n\n二、乙方。\n').conservation).toEqual({ wordsIn: 2, wordsOut: 2 });
    expect(rendered('## 1.Scope of it\n').conservation).toEqual({ wordsIn: 3, wordsOut: 3 });
  });

  it('knows numbers that are counted from numbers that are typed', () => {
    const numbering = { kind: 'styles', styles: ['a.', 'i.'] } as const;
    const { diagnostics } = rendered('1. one\n   1. deep\n1. two\n', {}, numbering);
    expect(diagnostics).toEqual([]);
  });
});
