/** A corpus and a folder go in; the folder holds it as each site generator wants it, and the command that builds it comes out. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../lib/command/main.js', import.meta.url));
const PEERS = fileURLToPath(new URL('peers/', import.meta.url));

const PAGE = (title, content) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
${content}
</body></html>
`;

/** What each of them needs, `undefined` if it is not installed. A page for each edition, an index for each policy. */
export const GENERATORS = {
  promulgate: (corpus, folder) => {
    put(folder, 'policies/site.yaml', 'title: Bench\nurl: https://legal.example\ntimeZone: UTC\nlanguages: [en]\n');
    for (const { slug, edition } of editionsOf(corpus)) {
      put(folder, `policies/${slug}/${edition.id}.md`, frontMatter({ ...edition, effective: edition.id }));
    }
    return { command: [process.execPath, MAIN, 'build', '--quiet', '--as-of', '2026-01-01'], output: 'dist' };
  },
  hugo: (corpus, folder) => {
    if (!isInstalled('hugo', 'version')) return undefined;
    put(folder, 'config.toml', 'baseURL = "https://legal.example/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n');
    put(folder, 'layouts/_default/single.html', PAGE('{{ .Title }}', '{{ .Content }}'));
    const list =
      '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }} {{ .Params.summary }}</a></li>{{ end }}</ul>';
    put(folder, 'layouts/_default/list.html', PAGE('{{ .Title }}', list));
    putPages(corpus, folder, { below: 'content', index: '_index.md' });
    return { command: ['hugo', '--quiet'], output: 'public' };
  },
  eleventy: (corpus, folder) => {
    const program = join(PEERS, 'node_modules/@11ty/eleventy/cmd.cjs');
    if (!isInstalled(process.execPath, program, '--version')) return undefined;
    put(folder, 'src/_includes/edition.liquid', PAGE('{{ title }}', '{{ content }}'));
    const list =
      '<ul>{% for page in collections[slug] %}<li><a href="{{ page.url }}">{{ page.data.title }} {{ page.data.summary }}</a></li>{% endfor %}</ul>';
    put(folder, 'src/_includes/list.liquid', PAGE('{{ title }}', list));
    putPages(corpus, folder, {
      below: 'src',
      index: 'index.md',
      more: (slug) => ({ layout: 'edition.liquid', tags: slug }),
    });
    return { command: [process.execPath, program, '--quiet', '--input=src', '--output=public'], output: 'public' };
  },
  metalsmith: (corpus, folder) => {
    if (!isInstalled(process.execPath, '--print', `require(${JSON.stringify(join(PEERS, 'node_modules/metalsmith'))})`))
      return undefined;
    put(folder, 'layouts/edition.hbs', PAGE('{{title}}', '{{{contents}}}'));
    put(
      folder,
      'layouts/list.hbs',
      PAGE('{{title}}', '<ul>{{#each pages}}<li><a href="{{path}}">{{title}} {{summary}}</a></li>{{/each}}</ul>'),
    );
    putPages(corpus, folder, { below: 'src', index: 'index.md', more: () => ({ layout: 'edition.hbs' }) });
    return { command: [process.execPath, join(PEERS, 'metalsmith.mjs'), folder], output: 'public' };
  },
  jekyll: (corpus, folder) => {
    if (!isInstalled('jekyll', '--version')) return undefined;
    put(folder, '_config.yml', 'title: Bench\n');
    put(folder, '_layouts/edition.html', PAGE('{{ page.title }}', '{{ content }}'));
    const list = `<ul>{% for other in site.pages %}{% if other.tags == page.slug and other.summary %}<li><a href="{{ other.url }}">{{ other.title }} {{ other.summary }}</a></li>{% endif %}{% endfor %}</ul>`;
    put(folder, '_layouts/list.html', PAGE('{{ page.title }}', list));
    putPages(corpus, folder, { below: '.', index: 'index.md', more: (slug) => ({ layout: 'edition', tags: slug }) });
    return {
      command: ['jekyll', 'build', '--quiet', '--disable-disk-cache', '--destination', 'public'],
      output: 'public',
    };
  },
};

/** Adds one edition, later than all, to the first policy of what `GENERATORS.promulgate` put into `folder`. */
export function addEdition(corpus, folder, round) {
  const last = corpus[0].editions.at(-1);
  const id = `2025-12-${String(round + 1).padStart(2, '0')}`;
  const markdown = last.markdown.replace(/^1\.1\. /m, `1.1. Since ${id}, `);
  put(folder, `policies/${corpus[0].slug}/${id}.md`, frontMatter({ ...last, markdown, effective: id }));
}

function putPages(corpus, folder, { below, index, more = () => ({}) }) {
  for (const { slug, edition } of editionsOf(corpus)) {
    put(folder, `${below}/${slug}/e${edition.id}.md`, frontMatter({ ...edition, ...more(slug) }));
  }
  for (const { slug, editions } of corpus) {
    const { layout } = more(slug);
    const list = layout === undefined ? {} : { layout: layout.replace('edition', 'list'), slug };
    put(folder, `${below}/${slug}/${index}`, frontMatter({ title: editions[0].title, ...list, markdown: '' }));
  }
}

function editionsOf(corpus) {
  return corpus.flatMap(({ slug, editions }) => editions.map((edition) => ({ slug, edition })));
}

function frontMatter({ id: _, markdown, ...values }) {
  const lines = Object.entries(values).map(
    ([key, value]) => `${key}: ${key === 'effective' ? value : JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n${markdown}`;
}

function put(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Removes the output of a build, so that the next one begins where the first did. */
export function clear(folder, output) {
  rmSync(join(folder, output), { recursive: true, force: true });
}

function isInstalled(...words) {
  const { status } = spawnSync(words[0], words.slice(1), { stdio: 'ignore' });
  return status === 0;
}
