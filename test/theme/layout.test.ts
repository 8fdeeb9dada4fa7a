import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { sources } from '../builders.ts';
import { themeFiles } from './theme-files.ts';

const SITE = sources({
  'policies/site.yaml': 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\n',
  'policies/privacy/2020-02-04.md': '---\ntitle: Privacy\neffective: 2020-02-04\n---\nText[^1].\n\n[^1]: A note.\n',
});

/** Builds with `edition.liquid` replaced. */
async function builtWith(template: string) {
  const theme = (await themeFiles()).filter(({ path }) => path !== 'edition.liquid');
  return build({ sources: SITE, theme: [...theme, ...sources({ 'edition.liquid': template })], asOf: '2020-12-01' });
}

const HEADING = '<h1>{{ content.edition.headingHtml | raw }}</h1>';

describe('a theme', () => {
  it('may dress the text as it likes', async () => {
    const { diagnostics, files } = await builtWith(`${HEADING}<main>{{ content.edition.bodyHtml | raw }}</main>`);
    expect(diagnostics).toEqual([]);
    expect(files.length).toBeGreaterThan(5);
  });

  it.each([
    ['forgets the text', HEADING],
    ['forgets the title', '{{ content.edition.bodyHtml | raw }}'],
    ['drops the footnotes', `${HEADING}{{ content.edition.bodyHtml | split: '<section' | first | raw }}`],
    ['cuts it off', `${HEADING}{{ content.edition.bodyHtml | truncate: 20 | raw }}`],
  ])('that %s builds nothing', async (_, template) => {
    const { diagnostics, files } = await builtWith(template);
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['site-template-text']);
    expect(files).toEqual([]);
  });
});
