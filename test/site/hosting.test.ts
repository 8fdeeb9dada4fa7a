import { describe, expect, it } from 'vitest';
import { headersFor, parseHeadersFile } from '../../src/io/headers-file.ts';
import { hostingFiles } from '../../src/site/hosting.ts';
import { arrangedSite } from '../arranged-site.ts';
import { edition } from '../builders.ts';

const feedback = { endpoint: 'https://forms.acme.example/policy', kind: 'generic', fields: [] } as const;

/** The headers of a site with so many policies, some with names like those of our own folders; each header by its name. */
function headersOf(policies: number) {
  const slugs = [
    ...Array.from({ length: policies }, (_, index) => `policy-${index}`),
    'feedback-rules',
    'fees',
    'as-is',
  ];
  const names = slugs.map((slug) => [slug, [edition('2020-02-04')]]);
  const site = arrangedSite(Object.fromEntries(names), { config: { languages: ['en', 'ru', 'de'], feedback } });
  const file = String(hostingFiles(site).find(({ path }) => path === '_headers')?.content);
  const rules = parseHeadersFile(file);
  const at = (path: string) => Object.fromEntries(headersFor(rules, path).map(({ name, value }) => [name, value]));
  const paths = file.split('\n').filter((line) => line.startsWith('/'));
  return { at, paths, count: paths.length };
}

const FEEDS = ['/feed.xml', '/ru/feed.xml', '/policy-1/feed.xml', '/de/policy-1/feed.xml'];
const PAGES = [
  ...['/', '/archive/', '/policy-1/', '/ru/policy-1/2020-02-04/', '/404.html', ...FEEDS, '/thanks/', '/ru/thanks/'],
  ...['/feedback-rules/', '/fees/', '/as-is/2020-02-04/', '/policies.json', '/ru/', '/de/policy-1/clauses/'],
];

describe.each([
  ['a small site', 3],
  ['a site of very many policies', 200],
])('the headers of %s', (_, policies) => {
  const { at, paths, count } = headersOf(policies);

  it('stay within the hundred rules that Cloudflare Pages reads', () => {
    expect(count).toBeLessThanOrEqual(100);
  });

  it('are given once each to all pages and feeds', () => {
    for (const path of PAGES) {
      const found = at(path);
      expect([path, found['Content-Security-Policy']?.match(/default-src 'none'/g)?.length]).toEqual([path, 1]);
      expect([path, found['Cache-Control']]).toEqual([path, 'public, max-age=300, must-revalidate, no-transform']);
      expect([path, found['Referrer-Policy']]).toEqual([path, 'no-referrer']);
      expect([path, found['Content-Security-Policy']?.match(/form-action .*/)?.[0]]).toEqual([
        path,
        "form-action 'none'",
      ]);
    }
  });

  it('let the form be sent, from its pages in all languages', () => {
    for (const path of ['/feedback/', '/feedback/ru/', '/feedback/policy-1/2020-02-04/', '/feedback/ru/policy-1/']) {
      const found = at(path);
      expect([path, found['Content-Security-Policy']?.match(/form-action .*/)?.[0]]).toEqual([
        path,
        "form-action 'self' https://forms.acme.example https://legal.acme.example",
      ]);
      expect([path, found['Referrer-Policy']]).toEqual([path, 'strict-origin']);
    }
    expect(at('/assets/site.0123.css')['Cache-Control']).toBe('public, max-age=31536000, immutable, no-transform');
  });

  it('name no path twice', () => {
    expect(new Set(paths).size).toBe(count);
  });

  it('give feeds and texts their types, and let programs of other sites read feeds', () => {
    for (const path of FEEDS) {
      expect([path, at(path)]).toMatchObject([
        path,
        { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
      ]);
    }
    for (const path of ['/policy-1/2020-02-04/text.md', '/ru/policy-1/2020-02-04/text.md']) {
      expect([path, at(path)['Content-Type']]).toEqual([path, 'text/markdown; charset=utf-8']);
    }
    expect(at('/policies.json')['Access-Control-Allow-Origin']).toBe('*');
    expect(at('/policy-1/')['Content-Type']).toBeUndefined();
  });
});
