/** The corpora on disk go in; for each source, the site that a publisher of those texts would have committed comes out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXT = /\.mdx?$/;
const LANGUAGE_FOLDER = /^by-language__(.+)$/;

/**
 * @typedef {object} Edition
 * @property {string} path where it stands in the laid out site
 * @property {string} origin where it stands in the corpora
 * @property {string} text
 */

/**
 * @param {string} folder the corpora, with their MANIFEST.tsv
 * @returns {{ name: string, site: string, editions: Edition[] }[]} one per source, in order of name
 */
export function readCorpora(folder) {
  const manifest = join(folder, 'MANIFEST.tsv');
  if (!existsSync(manifest)) return [];
  const rows = readFileSync(manifest, 'utf8').trim().split('\n').slice(1);
  const origins = rows.map((row) => row.split('\t')[0] ?? '').filter((path) => TEXT.test(path));
  const names = [...new Set(origins.map((path) => path.split('/')[0] ?? ''))].sort();
  return names.map((name) => {
    const own = origins.filter((path) => path.startsWith(`${name}/`));
    const languages = new Set(['en']);
    const editions = own.map((origin) => {
      const { path, language } = placeOf(origin);
      if (language !== undefined) languages.add(language);
      return { path, origin, text: withFrontMatter(readFileSync(join(folder, origin), 'utf8'), origin) };
    });
    return { name, site: siteYaml(name, [...languages]), editions };
  });
}

/** A folder is a policy; folders by language are the languages of one. */
function placeOf(origin) {
  const [, folder = '', file = ''] = origin.split('/');
  const day = file.replace(TEXT, '');
  const language = LANGUAGE_FOLDER.exec(folder)?.[1];
  if (language !== undefined) {
    const suffix = language === 'en' ? '' : `.${language}`;
    return { path: `policies/contributor-covenant/${day}${suffix}.md`, language };
  }
  return { path: `policies/${slugOf(folder)}/${day}.md`, language: undefined };
}

function slugOf(folder) {
  const slug = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  // Names that are pages of the site itself.
  return ['archive', 'feedback', 'assets'].includes(slug) ? `${slug}-policy` : slug;
}

/** The text as its authors published it, under front matter of ours; theirs, if any, is taken off as a migration would. */
function withFrontMatter(source, origin) {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const theirs = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const body = theirs === null ? text : text.slice(theirs[0].length);
  const title =
    /^title:\s*["']?(.+?)["']?\s*$/m.exec(theirs?.[1] ?? '')?.[1] ?? /^#\s+(.+)$/m.exec(body)?.[1] ?? origin;
  const day = /(\d{4}-\d{2}-\d{2})\.\w+$/.exec(origin)?.[1];
  const summary = 'Taken over from the published history.';
  return `---\ntitle: ${JSON.stringify(title)}\neffective: ${day}\nsummary: ${summary}\n---\n${body}`;
}

function siteYaml(name, languages) {
  return [
    `title: ${JSON.stringify(name)}`,
    'url: https://real.example',
    'timeZone: UTC',
    `languages: [${languages.join(', ')}]`,
    '',
  ].join('\n');
}
