/** A folder with a small site that builds: two editions of one policy, in Moscow. */
import { folderWith } from './run.ts';

export const SITE_FILES = {
  'policies/site.yaml': [
    'title: Acme policies',
    'url: https://legal.acme.example',
    'base: /',
    'timeZone: Europe/Moscow',
    'languages: [en]',
    '',
  ].join('\n'),
  'policies/privacy/2020-02-04.md': editionFile({ effective: '2020-02-04' }),
  'policies/privacy/2027-01-01.md': editionFile({
    effective: '2027-01-01',
    published: '2026-11-01',
    summary: 'Adds the payment processor.',
  }),
};

/** An edition's source with these front matter lines. */
export function editionFile(
  frontMatter: Readonly<Record<string, string>>,
  text = 'We keep your name and address.',
): string {
  const lines = Object.entries({ title: 'Privacy policy', ...frontMatter }).map(([key, value]) => `${key}: ${value}`);
  return ['---', ...lines, '---', '', '# Privacy policy', '', text, ''].join('\n');
}

/** A new temporary folder with the small site, some files of it changed or added. */
export function siteFolder(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  return folderWith({ ...SITE_FILES, ...changes });
}
