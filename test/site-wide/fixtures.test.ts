/**
 * Small whole sites, each a folder with what goes in (`policies/`, perhaps `templates/`), when it is built and which pages
 * matter (`case.yaml`), and what these pages must say (`expected/<build>/`). `UPDATE_EXPECTED=1` rewrites the latter, never
 * on CI: read every change of it against the rules before you keep it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { pageText } from './page-text.ts';
import { type BuiltSite, buildSite } from './sample-site.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const isUpdating = process.env.UPDATE_EXPECTED === '1' && process.env.CI === undefined;

const caseSchema = z.strictObject({
  about: z.string(),
  builds: z.record(z.string(), z.strictObject({ asOf: z.string(), drafts: z.boolean().optional() })),
  /** Addresses below the site's root. */
  pages: z.array(z.string()),
  /** Ids of the rules that warn. */
  warnings: z.array(z.string()).default([]),
});

/** The expected files of a build, by name: one of all addresses, and one for each page that matters. */
function summarise({ site, htmlOf }: BuiltSite, wanted: readonly string[]): Record<string, string> {
  const pages = site.pages.filter(({ path }) => wanted.includes(path));
  const addresses = site.pages.map(({ path }) => `/${path}\n`).sort();
  const texts = pages.map((page) => [`${page.path.replace(/\/$/, '') || 'index'}.md`, pageText(htmlOf(page))] as const);
  return { 'addresses.txt': addresses.join(''), ...Object.fromEntries(texts) };
}

async function readExpected(folder: string): Promise<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => {
    return [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

async function rewrite(folder: string, files: Record<string, string>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

describe.each(readdirSync(FIXTURES))('%s', async (name) => {
  const root = join(FIXTURES, name);
  const { about, builds, pages, warnings } = caseSchema.parse(parse(await readFile(join(root, 'case.yaml'), 'utf8')));

  it.each(Object.entries(builds))(`${about} (%s)`, async (build, { asOf, drafts = false }) => {
    const built = await buildSite({ root, asOf, drafts });
    const summary = summarise(built, pages);
    const folder = join(root, 'expected', build);
    if (isUpdating) await rewrite(folder, summary);
    expect(Object.keys(summary).length).toBe(pages.length + 1);
    expect(summary).toEqual(await readExpected(folder));
    expect(built.diagnostics.map(({ ruleId }) => ruleId)).toEqual(warnings);
  });

  it('expects nothing of builds that are not made', () => {
    expect(readdirSync(join(root, 'expected')).sort()).toEqual(Object.keys(builds).sort());
  });
});
