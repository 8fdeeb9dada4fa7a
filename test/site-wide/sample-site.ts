/** The sample site of this repository, built for one fixed moment, in memory or served from a folder. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { type BuildInput, build, type Site } from '../../src/index.ts';
import { readSources, readTheme } from '../../src/io/read.ts';
import { serve } from '../../src/io/serve.ts';
import { writeSite } from '../../src/io/write.ts';
import { fileOf } from '../../src/model/address.ts';
import { type Diagnostic, isError } from '../../src/model/diagnostic.ts';
import type { OutputFile } from '../../src/model/file.ts';
import type { Page } from '../../src/model/site.ts';

/** The folder that holds `policies/` and `templates/`. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A day on which the sample has superseded, standing and announced editions. */
export const AS_OF = '2026-11-25';

export interface BuiltSite {
  readonly site: Site;
  readonly files: readonly OutputFile[];
  /** Warnings only. */
  readonly diagnostics: readonly Diagnostic[];
  /** The HTML of a page. */
  readonly htmlOf: (page: Page) => string;
}

/** Builds the sources of `root`. Throws if they do not build. */
export async function buildSite(options: Partial<BuildInput> & { readonly root?: string } = {}): Promise<BuiltSite> {
  const { root = ROOT, ...overrides } = options;
  const sources = await readSources(root);
  const theme = await readTheme({ defaultTheme: join(ROOT, 'templates'), root });
  const built = await build({ sources: sources.files, theme: theme.files, asOf: AS_OF, ...overrides });
  const diagnostics = [...sources.diagnostics, ...theme.diagnostics, ...built.diagnostics];
  if (built.site === undefined || diagnostics.some(isError)) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  const contents = new Map(built.files.map(({ path, content }) => [path, content]));
  return {
    site: built.site,
    files: built.files,
    diagnostics,
    htmlOf: ({ path }) => String(contents.get(fileOf(path))),
  };
}

let sample: Promise<BuiltSite> | undefined;

/** The sample site, built once for all files that a worker runs. */
export function sampleSite(): Promise<BuiltSite> {
  sample ??= buildSite();
  return sample;
}

/** A folder of the file's own, gone when its tests have ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'promulgate-site-')));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Serves `dir` until the file's tests have ended; gives the address of its first page. */
export async function serveFolder(dir: string, base = '/'): Promise<string> {
  const server = await serve({ dir, base, port: 0 });
  afterAll(() => server.close());
  return server.url;
}

/** The sample site, written to a folder and served from it. */
export async function serveSample(): Promise<BuiltSite & { readonly url: string; readonly dir: string }> {
  const built = await sampleSite();
  const dir = join(await temporaryFolder(), 'site');
  const { diagnostics } = await writeSite({ files: built.files, out: dir, root: ROOT });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return { ...built, url: await serveFolder(dir), dir };
}
