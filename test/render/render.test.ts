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

describe('definitions', () => {
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

describe('the title', () => {
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
    expect(problems('| a |\n|---|\n| 1 | lost |\n')).toEqual(['3:7 words-lost']);
    expect(rendered('| a |\n|---|\n| 1 | lost |\n').body).toBeUndefined();
  });

  it('counts the words that went in and came out', () => {
    expect(rendered('## 1. Scope\n\n1.1. One two.\n').conservation).toEqual({ wordsIn: 5, wordsOut: 5 });
  });

  it('knows numbers that are counted from numbers that are typed', () => {
    const numbering = { kind: 'styles', styles: ['a.', 'i.'] } as const;
    const { diagnostics } = rendered('1. one\n   1. deep\n1. two\n', {}, numbering);
    expect(diagnostics).toEqual([]);
  });
});
