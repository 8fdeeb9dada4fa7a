import { describe, expect, it } from 'vitest';
import { html, problems } from './rendered.ts';

const CLAUSES = '## 1. Use\n\n1.1. One.\n\n1.2. Two:\n\n(a) x;\n\n(b) y.\n\n## § 5 Widerruf\n\n## Статья 7. Право\n\n';

/** The links within the text of `sentence`, as `words target`. */
function linksIn(sentence: string): string[] {
  const out = html(`${CLAUSES}${sentence}\n`).split('</h2>').at(-1) ?? '';
  return [...out.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(
    ([, href = '', words]) => `${words} ${decodeURIComponent(href)}`,
  );
}

describe('mentions of the text’s own clauses', () => {
  it.each([
    ['See clause 1.1.', 'clause 1.1 #1.1'],
    ['See Section 1.2(b).', 'Section 1.2(b) #1.2-b'],
    ['See § 5.', '§ 5 #5'],
    ['По пункту 1.2 и иным.', 'пункту 1.2 #1.2'],
    ['По статье 7 закон молчит.', 'статье 7 #статья-7'],
  ])('become links in %j', (sentence, expected) => {
    expect(linksIn(sentence)).toEqual([expected]);
  });

  it.each([
    'Section 5 of the GDPR applies.',
    'clause 1.2 of the Terms of Service',
    'Regulation (EU) 2016/679, section 1',
    '1.1 times',
  ])('are not seen in %j', (sentence) => {
    expect(linksIn(sentence)).toEqual([]);
  });

  it('that lead nowhere are warned of, where they stand', () => {
    expect(problems(`${CLAUSES}See clause 1.9.\n`)).toEqual(['15:5 cross-reference-nowhere']);
  });

  it('are left alone within a link of the author’s own', () => {
    expect(linksIn('[clause 1.1](https://x.example/)')).toEqual(['clause 1.1 https://x.example/']);
    expect(linksIn('<a href="https://x.example/">clause 1.1</a> and clause 1.2')).toEqual([
      ...['clause 1.1 https://x.example/', 'clause 1.2 #1.2'],
    ]);
  });
});
