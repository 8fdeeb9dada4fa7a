import { describe, expect, it } from 'vitest';
import { fileOf, relativeLink } from '../../src/model/address.ts';
import type { Policy } from '../../src/model/policy.ts';
import { hostingFiles } from '../../src/site/hosting.ts';
import { plan } from '../../src/site/plan.ts';
import { robots, sitemap } from '../../src/site/sitemap.ts';
import { arrange } from '../../src/timeline/arrange.ts';
import { edition, policy, siteConfig, text } from '../builders.ts';

const asOf = { instant: Date.UTC(2026, 10, 25), day: '2026-11-25' };
const ru = text(undefined, { language: 'ru', path: 'policies/privacy/2020-02-04.ru.md' });
const bilingual = edition('2020-02-04', { texts: [text(), ru] });

function planned(policies: readonly Policy[], config = siteConfig({ languages: ['en', 'ru'] })) {
  const timelines = policies.flatMap((one) => arrange(one, { asOf: asOf.instant, timeZone: config.timeZone }) ?? []);
  return plan(config, timelines, asOf);
}

const pathsOf = (site: ReturnType<typeof planned>) => site.pages.map(({ path }) => path);

describe('plan', () => {
  it('gives every edition a permanent page, and the policy a stable one', () => {
    const site = planned([policy([edition('2018-05-25'), edition('2020-02-04'), edition('2027-01-01')])], siteConfig());
    expect(pathsOf(site)).toEqual([
      ...['', 'archive/', 'verify/', '404.html', 'privacy/', 'privacy/archive/'],
      ...['privacy/2018-05-25/', 'privacy/2020-02-04/', 'privacy/2027-01-01/'],
      ...['privacy/2020-02-04/changes/', 'privacy/2027-01-01/changes/', 'privacy/compare/'],
      'privacy/clauses/',
    ]);
    expect(site.pages.find(({ kind }) => kind === 'policy')).toMatchObject({ edition: '2020-02-04' });
  });

  it('shows the announced edition at the stable address where none is in force', () => {
    const site = planned([policy([edition('2027-01-01'), edition('2028-01-01')])], siteConfig());
    expect(site.pages.find(({ kind }) => kind === 'policy')).toMatchObject({ edition: '2027-01-01' });
  });

  it('mirrors in another language only what exists in it', () => {
    const paths = pathsOf(
      planned([policy([edition('2018-05-25'), bilingual]), policy([edition('2019-01-01')], 'terms')]),
    );
    expect(paths.filter((path) => path.startsWith('ru/'))).toEqual([
      ...['ru/', 'ru/archive/', 'ru/verify/', 'ru/privacy/', 'ru/privacy/archive/', 'ru/privacy/2020-02-04/'],
    ]);
  });

  it('shows what changed in each language in which both texts are', () => {
    const later = edition('2021-01-01', { texts: [text(undefined, { path: 'policies/privacy/2021-01-01.md' }), ru] });
    const paths = pathsOf(planned([policy([edition('2018-05-25'), bilingual, later])]));
    expect(paths.filter((path) => /changes|compare/.test(path))).toEqual([
      ...['privacy/2020-02-04/changes/', 'privacy/2021-01-01/changes/', 'privacy/compare/'],
      ...['ru/privacy/2021-01-01/changes/', 'ru/privacy/compare/'],
    ]);
  });

  it('compares a draft with what was issued, and nothing with a draft', () => {
    const draft = edition('2019-01-01', { declared: { kind: 'draft' } });
    const site = planned([policy([edition('2018-05-25'), draft, edition('2020-02-04')])], siteConfig());
    const compared = site.pages.flatMap((page) => (page.kind === 'changes' ? [[page.older, page.newer]] : []));
    expect(compared).toEqual([
      ['2018-05-25', '2019-01-01'],
      ['2018-05-25', '2020-02-04'],
    ]);
    expect(site.pages.find(({ kind }) => kind === 'compare')).toMatchObject({ editions: ['2018-05-25', '2020-02-04'] });
  });

  it('knows each page’s counterpart in the other language', () => {
    const site = planned([policy([edition('2018-05-25'), bilingual])]);
    const alternatesOf = (path: string) => site.pages.find((page) => page.path === path)?.alternates;
    expect(alternatesOf('privacy/2020-02-04/')).toEqual([
      { language: 'en', path: 'privacy/2020-02-04/' },
      { language: 'ru', path: 'ru/privacy/2020-02-04/' },
    ]);
    expect(alternatesOf('privacy/2018-05-25/')).toEqual([]);
  });

  it('has a form only where there is somewhere to send it', () => {
    const feedback = { endpoint: 'https://forms.acme.example/x', kind: 'generic', fields: [] } as const;
    expect(pathsOf(planned([], siteConfig({ feedback })))).toContain('feedback/');
    expect(pathsOf(planned([], siteConfig()))).not.toContain('feedback/');
  });

  it('has a form for each edition, in each language that has it or shows it at the stable page', () => {
    const feedback = { endpoint: 'https://forms.acme.example/x', kind: 'generic', fields: [] } as const;
    const editions = [edition('2018-05-25'), bilingual, edition('2021-01-01')];
    const paths = pathsOf(planned([policy(editions)], siteConfig({ feedback, languages: ['en', 'ru'] })));
    expect(paths.filter((path) => /feedback|thanks/.test(path))).toEqual([
      ...['feedback/', 'thanks/', 'feedback/privacy/', 'feedback/privacy/2018-05-25/'],
      ...['feedback/privacy/2020-02-04/', 'feedback/privacy/2021-01-01/'],
      ...['feedback/ru/', 'ru/thanks/', 'feedback/ru/privacy/', 'feedback/ru/privacy/2020-02-04/'],
      'feedback/ru/privacy/2021-01-01/',
    ]);
  });
});

describe('addresses', () => {
  it.each([
    ['', 'privacy/', 'privacy/'],
    ['privacy/2020-02-04/', 'privacy/', '../'],
    ['privacy/2020-02-04/', 'privacy/2021-01-01/', '../2021-01-01/'],
    ['privacy/', '', '../'],
    ['', '', './'],
    ['ru/privacy/', 'privacy/', '../../privacy/'],
    ['privacy/', 'assets/site.css', '../assets/site.css'],
    ['privacy/', 'privacy/', './'],
  ])('from %j to %j is %j', (from, to, expected) => {
    expect(relativeLink(from, to)).toBe(expected);
    const base = 'https://legal.acme.example/base/';
    expect(new URL(relativeLink(from, to), base + from).href).toBe(base + to);
  });

  it('are files that any static host serves', () => {
    expect(['', 'privacy/', '404.html'].map(fileOf)).toEqual(['index.html', 'privacy/index.html', '404.html']);
  });
});

describe('hosting', () => {
  const feedback = { endpoint: 'https://forms.acme.example/policy', kind: 'generic', fields: [] } as const;
  const headers = (base = '/') => {
    const site = planned([policy([bilingual])], siteConfig({ feedback, base, languages: ['en', 'ru'] }));
    const file = hostingFiles(site).find(({ path }) => path === '_headers');
    const all = String(file?.content).trim().split('\n\n');
    const blocks = all.filter((block) => !block.includes('/:'));
    expect(all.length - blocks.length).toBe(5);
    return new Map(blocks.map((block) => [block.split('\n')[0] ?? '', block]));
  };

  it('lets only the form’s page post, and only to its endpoint', () => {
    const rules = headers();
    expect(rules.get('/feedback/*')).toMatch(
      /form-action 'self' https:\/\/forms\.acme\.example https:\/\/legal\.acme\.example$/m,
    );
    expect(rules.get('/feedback/*')).toMatch(/Referrer-Policy: strict-origin$/);
    for (const [path, block] of rules) {
      if (path.includes('feedback') || path.includes('assets')) continue;
      expect([path, block.includes("form-action 'none'")]).toEqual([path, true]);
      expect(block).toContain('Referrer-Policy: no-referrer');
    }
  });

  it('never allows anything inline or from elsewhere, and forbids rewriting on the way', () => {
    for (const block of headers().values()) {
      expect(block).not.toContain('unsafe');
      expect(block).toContain('no-transform');
    }
  });

  it('has no two rules for one path, but for the type of texts and feeds', () => {
    const patterns = [...headers('/legal/').keys()];
    expect(patterns.every((pattern) => pattern.startsWith('/legal/'))).toBe(true);
    const covers = (a: string, b: string) => a !== b && a.endsWith('*') && b.startsWith(a.slice(0, -1));
    expect(patterns.filter((a) => patterns.some((b) => covers(b, a)))).toEqual([]);
  });
});

describe('sitemap and robots', () => {
  it('name the stable pages in each language, never a single edition', () => {
    const { content } = sitemap(planned([policy([bilingual])]));
    const found = [...String(content).matchAll(/<loc>([^<]+)/g)].map((match) => match[1]);
    const at = (path: string) => `https://legal.acme.example/${path}`;
    expect(found).toEqual(
      ['', 'archive/', 'privacy/', 'privacy/archive/', 'ru/', 'ru/archive/', 'ru/privacy/', 'ru/privacy/archive/'].map(
        at,
      ),
    );
  });

  it('escape what XML would misread', () => {
    const { content } = sitemap(planned([], siteConfig({ url: 'https://a.example/?x=1&y=<' })));
    expect(content).not.toContain('&y');
  });

  it('lets crawlers read past editions, which say noindex themselves', () => {
    expect(robots(planned([], siteConfig())).content).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://legal.acme.example/sitemap.xml\n',
    );
  });
});
