import { describe, expect, it } from 'vitest';
import { parseSources } from '../../src/parse/sources.ts';
import { sources } from '../builders.ts';
import { EDITION, parse, SITE } from './written.ts';

type Result = ReturnType<typeof parse>;
const at = ({ diagnostics }: Result) => diagnostics.map(({ ruleId, place }) => `${ruleId} ${place?.path}`);
const hints = ({ diagnostics }: Result) => diagnostics.map(({ hint }) => hint);
const editions = ({ policies }: Result) =>
  policies.flatMap(({ slug, editions: all }) =>
    all.map(({ id, texts }) => `${slug}/${id} ${texts.map(({ language }) => language).join(' ')}`),
  );

describe('parseSources', () => {
  it('gives policies by slug, editions by id and texts by language, whatever the order of the files', () => {
    const files = sources({
      'policies/terms/2026.md': EDITION,
      'policies/privacy/2020-02-04.10.md': EDITION,
      'policies/privacy/2020-02-04.2.md': EDITION,
      'policies/privacy/2020-02-04.ru.md': EDITION,
      'policies/site.yaml': SITE,
      'policies/privacy/2020-02-04.md': EDITION,
    });
    const result = parseSources(files);
    expect(result.diagnostics).toEqual([]);
    expect(editions(result)).toEqual([
      'privacy/2020-02-04 en ru',
      'privacy/2020-02-04.2 en',
      'privacy/2020-02-04.10 en',
      'terms/2026 en',
    ]);
    expect(parseSources(files.toReversed())).toEqual(result);
  });

  it('gives plain data that can be cloned', () => {
    const result = parse({ 'privacy/first.md': EDITION, 'terms/first.md': 'Broken' });
    expect(structuredClone(result)).toEqual(result);
  });

  it('asks for site.yaml, shows the least it can say, and what it shows is right', () => {
    const result = parseSources(sources({ 'policies/privacy/first.md': EDITION }));
    expect(at(result)).toEqual(['site-missing policies/site.yaml']);
    const [, ...example] = (hints(result)[0] ?? '').split('\n');
    expect(parse({ 'site.yaml': example.join('\n'), 'privacy/first.md': EDITION }).diagnostics).toEqual([]);
  });

  it('reports the problems of policies even without site.yaml, and no language as unknown', () => {
    const result = parseSources(
      sources({ 'policies/privacy/first.fr.md': 'Broken', 'policies/privacy/first.md': EDITION }),
    );
    expect(at(result)).toEqual([
      'edition-front-matter policies/privacy/first.fr.md',
      'site-missing policies/site.yaml',
    ]);
  });

  it.each(['site.yml', 'Site.yaml', 'sites.yaml'])('takes %s for a misnamed site.yaml', (name) => {
    const result = parseSources(sources({ [`policies/${name}`]: SITE, 'policies/privacy/first.md': EDITION }));
    expect(at(result)).toEqual([`site-missing policies/${name}`]);
    expect(hints(result)).toEqual(['Rename it to “site.yaml”.']);
  });

  it('asks for a policy where there is none', () => {
    expect(at(parse({}))).toEqual(['site-no-policies policies']);
    expect(at(parseSources([]))).toEqual(['site-no-policies policies', 'site-missing policies/site.yaml']);
  });

  it('reports a policy without an edition, and none because its edition is broken', () => {
    const result = parse({
      'empty/policy.yaml': 'order: 1',
      'Old drafts/.gitkeep': '',
      'broken/first.md': 'Text without front matter.',
    });
    expect(at(result)).toEqual([
      'policy-empty policies/Old drafts',
      'edition-front-matter policies/broken/first.md',
      'policy-empty policies/empty/policy.yaml',
    ]);
    expect(result.policies).toEqual([]);
  });

  it('leaves out the edition with errors and keeps the others', () => {
    expect(editions(parse({ 'privacy/a.md': EDITION, 'privacy/b.md': 'Broken', 'privacy/c.md': EDITION }))).toEqual([
      'privacy/a en',
      'privacy/c en',
    ]);
  });

  it('passes over notes to colleagues and what systems leave behind', () => {
    const result = parse({
      'privacy/first.md': EDITION,
      'README.md': 'Notes',
      'privacy/README.md': 'Notes',
      'privacy/readme.txt': 'Notes',
      '.DS_Store': 'x',
      'privacy/.DS_Store': 'x',
      'privacy/Thumbs.db': 'x',
      'privacy/~$first.docx': 'x',
      'privacy/first.md~': 'x',
      '.obsidian/app.json': '{}',
      'privacy/.obsidian/notes.md': 'x',
      'ledger.json': '{}',
    });
    expect(result.diagnostics).toEqual([]);
  });

  it.each([
    ['privacy.md', 'error', 'Make a folder for the policy'],
    ['policy.yaml', 'error', 'policies/privacy/policy.yaml'],
    ['notes.txt', 'warning', 'keep it outside “policies”'],
    ['privacy/first.markdown', 'error', 'Rename it to “first.md”.'],
    ['privacy/Second.MD', 'error', 'Rename it to “second.md”.'],
    ['privacy/second.docx', 'warning', 'save its text as Markdown'],
    ['privacy/second.html', 'warning', 'save its text as Markdown'],
    ['privacy/policy.yml', 'error', 'Rename it to “policy.yaml”.'],
    ['privacy/polcy.yaml', 'error', 'Rename it to “policy.yaml”.'],
    ['privacy/site.yaml', 'error', 'Move it to “policies/site.yaml”.'],
  ])('reports the stray file %s as an %s', (path, severity, hint) => {
    const result = parse({ 'privacy/first.md': EDITION, [path]: EDITION });
    expect(at(result)).toEqual([`stray-file policies/${path}`]);
    expect(result.diagnostics[0]?.severity).toBe(severity);
    expect(hints(result)[0]).toContain(hint);
  });

  it('reports a folder inside a policy once: an error if editions lie in it', () => {
    const result = parse({
      'privacy/first.md': EDITION,
      'privacy/old/a.md': EDITION,
      'privacy/old/b/c.md': EDITION,
      'privacy/images/a.png': 'x',
    });
    expect(at(result)).toEqual(['stray-file policies/privacy/images', 'stray-file policies/privacy/old']);
    expect(result.diagnostics.map(({ severity }) => severity)).toEqual(['warning', 'error']);
  });

  it('takes nothing from outside policies', () => {
    expect(parse({ 'privacy/first.md': EDITION })).toEqual(
      parseSources(
        sources({ 'policies/site.yaml': SITE, 'policies/privacy/first.md': EDITION, '../x/first.md': EDITION }),
      ),
    );
  });
});

describe('the name of a policy', () => {
  it.each<readonly [slug: string, words: string]>([
    ['CON', 'Windows'],
    ['con', 'Windows'],
    ['com1', 'Windows'],
    ['lpt9.v2', 'Windows'],
    ['aux.', 'Windows'],
    ['Privacy', 'Rename it to “privacy”.'],
    ['Privacy Policy', 'Rename it to “privacy-policy”.'],
    ['Política de Privacidad', 'Rename it to “politica-de-privacidad”.'],
    ['политика', 'Rename it, for example'],
    ['privacy_policy', 'Rename it to “privacy-policy”.'],
    ['Archive', 'Rename it, for example'],
    ['-privacy', 'Rename it to “privacy”.'],
    ['privacy.', 'Rename it to “privacy”.'],
    ['..', 'Rename it, for example'],
    ['a\\b', 'Rename it to “a-b”.'],
    ...['archive', 'feedback', 'assets', 'policies.json', 'ledger.json', 'feed.xml', 'sitemap.xml', 'robots.txt'].map(
      (name) => [name, 'the address of another page'] as const,
    ),
    ['404.html', 'the address of another page'],
    ['verify', 'the address of another page'],
    ['ru', 'the address of another page'],
  ])('cannot be %s', (slug, words) => {
    const result = parse({ [`${slug}/first.md`]: EDITION });
    expect(at(result)).toEqual([`policy-name policies/${slug}`]);
    expect(`${result.diagnostics[0]?.message} ${hints(result)[0]}`).toContain(words);
    expect(result.policies).toEqual([]);
  });

  it.each(['privacy', 'console', '2026', 'terms-of-use', 'v1.2', 'rules', 'archives'])('can be %s', (slug) => {
    expect(parse({ [`${slug}/first.md`]: EDITION }).diagnostics).toEqual([]);
  });

  it('cannot differ from another by its case alone', () => {
    const result = parse({ 'Privacy/first.md': EDITION, 'privacy/first.md': EDITION });
    expect(at(result)).toEqual(['policy-name policies/Privacy']);
    expect(result.diagnostics[0]?.message).toContain('another one “privacy”');
  });
});

describe('the name of an edition', () => {
  it.each([
    ['archive.md', 'the address of another page'],
    ['compare.md', 'the address of another page'],
    ['changes.ru.md', 'the address of another page'],
    ['feedback.md', 'the address of another page'],
    ['2020 02 04.md', 'Rename it to “2020-02-04”.'],
    ['nul.md', 'Windows'],
    ['PRN.ru.md', 'Windows'],
    ['Édition.md', 'Rename it to “edition”.'],
    ['2021.zh_CN.md', 'Rename it to “2021.zh-cn”.'],
  ])('cannot be that of %s', (name, words) => {
    const result = parse({ [`privacy/${name}`]: EDITION });
    expect(at(result)).toEqual([`edition-name policies/privacy/${name}`]);
    expect(`${result.diagnostics[0]?.message} ${hints(result)[0]}`).toContain(words);
  });

  it.each([
    ['2020-02-04.md', '2020-02-04 en'],
    ['2020-02-04.2.md', '2020-02-04.2 en'],
    ['2020-02-04.ru.md', '2020-02-04 ru'],
    ['2020-02-04.RU.md', '2020-02-04 ru'],
    ['2020-02-04.en.md', '2020-02-04 en'],
    ['2020-02-04.2.ru.md', '2020-02-04.2 ru'],
    ['v2.final.md', 'v2.final en'],
    ['ru.md', 'ru en'],
  ])('reads %s as %s', (name, expected) => {
    expect(editions(parse({ [`privacy/${name}`]: EDITION }))).toEqual([`privacy/${expected}`]);
  });

  it('spells a language as site.yaml does', () => {
    const result = parse({
      'site.yaml': SITE.replace('[en, ru]', '[en, zh-Hans, pt-BR]'),
      'privacy/first.pt-br.md': EDITION,
      'privacy/first.ZH-HANS.md': EDITION,
    });
    expect(editions(result)).toEqual(['privacy/first zh-Hans pt-BR']);
  });

  it('refuses a language that the site does not have, and says how to add it', () => {
    const result = parse({ 'privacy/first.md': EDITION, 'privacy/first.de.md': EDITION });
    expect(at(result)).toEqual(['edition-language policies/privacy/first.de.md']);
    expect(hints(result)[0]).toContain('Add “de” to “languages” in policies/site.yaml');
  });

  it('refuses two files for one text', () => {
    const result = parse({
      'privacy/first.md': EDITION,
      'privacy/first.en.md': EDITION,
      'privacy/first.ru.md': EDITION,
    });
    expect(at(result)).toEqual(['edition-name policies/privacy/first.md']);
    expect(result.diagnostics[0]?.related?.[0]?.place.path).toBe('policies/privacy/first.en.md');
  });
});
