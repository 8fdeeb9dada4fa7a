/** Holds the star: which folder may import what, and what no stage may touch. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const STAGES = ['parse', 'validate', 'timeline', 'site', 'render', 'diff', 'ledger', 'theme', 'convert'];
const WORLD = ['io', 'receiver', 'cli'];
const COMPOSERS = [
  'build.ts',
  'stages.ts',
  'engine.ts',
  'render-texts.ts',
  'make-feeds.ts',
  'make-policies.ts',
  'check-policies.ts',
  'make-site-pages.ts',
  'index.ts',
  'browser.ts',
  'compare-editions.ts',
  'verify-site.ts',
  'sealed-history.ts',
  'adopt-history.ts',
  'draft-edition.ts',
];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.split(sep).join('/'), text: readFileSync(join(SRC, name), 'utf8') }));

const roomOf = (name: string) => (name.includes('/') ? (name.split('/')[0] ?? '') : name);

/** The rooms (folders, or files at the top) that a file imports from, and the packages. */
function importsOf({ name, text }: { name: string; text: string }) {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
  const own = specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => roomOf(posix.normalize(posix.join(posix.dirname(name), specifier))));
  return { own, packages: specifiers.filter((specifier) => !specifier.startsWith('.')) };
}

function mayImport(room: string): readonly string[] {
  // It goes through many earlier states; the other looks at one.
  if (room === 'adopt-history.ts') return ['model', 'sealed-history.ts', ...STAGES];
  if (room === 'index.ts') return ['model', ...COMPOSERS, ...STAGES];
  if (room === 'build.ts') return ['model', ...COMPOSERS, ...STAGES];
  if (room === 'stages.ts') return ['model', 'engine.ts', 'make-feeds.ts', 'render-texts.ts', ...STAGES];
  if (room === 'compare-editions.ts') return ['model', 'render-texts.ts', ...STAGES];
  if (room === 'make-policies.ts') return ['model', 'make-feeds.ts', ...STAGES];
  if (room === 'make-site-pages.ts') return ['model', 'engine.ts', 'make-feeds.ts', 'make-policies.ts', ...STAGES];
  if (COMPOSERS.includes(room)) return ['model', 'stages.ts', ...STAGES];
  if (room === 'io' || room === 'receiver') return ['model', 'stages.ts'];
  if (room === 'cli') return ['index.ts', 'io', 'model', 'receiver'];
  return ['model'];
}

/** Code without comments, strings left alone. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('the architecture', () => {
  it('knows every folder', () => {
    const rooms = new Set(files.map(({ name }) => roomOf(name)));
    expect([...rooms].filter((room) => !['model', ...STAGES, ...WORLD, ...COMPOSERS].includes(room))).toEqual([]);
  });

  it.each(files)('lets $name import only what its folder may', (file) => {
    const room = roomOf(file.name);
    const allowed = [room, ...mayImport(room)];
    expect(importsOf(file).own.filter((target) => !allowed.includes(target))).toEqual([]);
  });

  it.each(files.filter(({ name }) => !WORLD.includes(roomOf(name))))('keeps $name away from the machine', (file) => {
    expect(importsOf(file).packages.filter((name) => name.startsWith('node:') && name !== 'node:crypto')).toEqual([]);
    const code = withoutComments(file.text);
    expect(code).not.toMatch(/\bprocess\s*[.[]|\bconsole\s*\.|Math\.random|randomUUID|getRandomValues|\bfetch\s*\(/);
    expect(code).not.toMatch(/\bIntl\.(?!Segmenter)|\.toLocale\w+\(|\blocaleCompare\(/);
  });

  it.each(files.filter(({ name }) => roomOf(name) !== 'cli'))('keeps the clock out of $name', (file) => {
    const code = withoutComments(file.text);
    expect(code).not.toMatch(/\bDate\.now\b|\bnew (?:UTC)?Date\(\s*\)|\bperformance\.now\b|\bDate\(\)/);
  });

  it.each(files)('keeps $name short, named and explained', ({ name, text }) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(301);
    expect(posix.basename(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/);
    expect(name).not.toMatch(/util|helper|common|misc/);
    expect(text.replace(/^#!.*\n/, '')).toMatch(/^\/\*\*/);
    expect(text).not.toMatch(/\bexport default\b/);
  });

  it('says nothing of where it was built', () => {
    const root = dirname(SRC);
    expect(relative(root, SRC)).toBe('src');
    for (const { name, text } of files) expect([name, text.includes(root)]).toEqual([name, false]);
  });
});
