/** The same sources give the same bytes, whatever the zone, the language, the folder and the settings of the machine they are built on. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { runCli } from '../cli/run.ts';
import { ROOT, temporaryFolder } from './sample-site.ts';

/** A small site of two languages and a theme of its own; days begin at 21:00 UTC there. */
const SMALL = join(ROOT, 'test/fixtures/arabic');

const folder = await temporaryFolder();

interface Machine {
  readonly name: string;
  readonly cwd?: string;
  readonly root: string;
  /** How the moment is given, if not by the environment. */
  readonly asOf?: string;
  readonly umask?: number;
  readonly env: Readonly<Record<string, string>>;
}

/** Seconds since 1970, as `SOURCE_DATE_EPOCH` has it. */
const epochOf = (instant: string) => String(Date.parse(instant) / 1000);

/** Copies the sample's sources into another folder, last file first, all of them dated to the day that archives forget. */
async function transplant(name: string): Promise<string> {
  const entries = await readdir(join(ROOT, 'policies'), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.reverse()) {
    const target = join(folder, name, path.slice(ROOT.length));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await readFile(path));
    await utimes(target, 0, 0);
  }
  return join(folder, name);
}

async function build({ name, cwd, root, asOf, umask, env }: Machine): Promise<Record<string, string>> {
  const out = join(folder, `out of ${name}`);
  const usual = umask === undefined ? undefined : process.umask(umask);
  const words = ['build', '--root', root, '--out', out, ...(asOf === undefined ? [] : ['--as-of', asOf])];
  const running = runCli(words, { env, ...(cwd === undefined ? {} : { cwd }) });
  if (usual !== undefined) process.umask(usual);
  const { code, stderr } = await running;
  if (code !== 0) throw new Error(stderr);
  return digestsOf(out);
}

/** SHA-256 of every file, by its path. */
async function digestsOf(out: string): Promise<Record<string, string>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const digests = paths.sort().map(async (path) => {
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return [path.slice(out.length), digest] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

describe('the sample site', () => {
  it('is the same in Dublin and, from a copy and in Russian, in Los Angeles', async () => {
    const reference = await build({
      name: 'Dublin',
      root: '.',
      cwd: ROOT,
      asOf: '2026-11-25',
      env: { TZ: 'Europe/Dublin', LANG: 'C' },
    });
    expect(Object.keys(reference).length).toBeGreaterThan(40);
    expect(new Set(Object.values(reference)).size).toBeGreaterThan(35);
    const elsewhere = await build({
      name: 'Los Angeles',
      root: await transplant('a folder with a space, ünïcode and 2027-03-01'),
      umask: 0o077,
      env: {
        TZ: 'America/Los_Angeles',
        LANG: 'ru_RU.UTF-8',
        LC_ALL: 'ru_RU.UTF-8',
        SOURCE_DATE_EPOCH: epochOf('2026-11-25T00:00:00Z'),
      },
    });
    expect(elsewhere).toEqual(reference);
  });
});

describe('a site of two scripts', async () => {
  // One second before the day of a change begins there: any slip of a zone shows.
  const reference = await build({
    name: 'Greenwich',
    root: SMALL,
    asOf: '2026-02-28T20:59:59Z',
    env: { TZ: 'UTC', LANG: 'C' },
  });

  it.each([
    { name: 'on Samoa', root: '.', cwd: SMALL, env: { TZ: 'Pacific/Apia', LANG: 'C.UTF-8', HOME: folder } },
    { name: 'on Kiritimati', root: SMALL, umask: 0o027, env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' } },
    { name: 'in Kolkata', root: SMALL, cwd: folder, env: { TZ: 'Asia/Kolkata', LANG: 'ar_SA.UTF-8', CI: 'true' } },
  ])('is the same $name', async (machine) => {
    const env = { ...machine.env, SOURCE_DATE_EPOCH: epochOf('2026-02-28T20:59:59Z') };
    expect(await build({ ...machine, env })).toEqual(reference);
  });

  it('is another one second later, so that sameness means something', async () => {
    const env = { TZ: 'UTC', LANG: 'C' };
    const later = await build({ name: 'a second later', root: SMALL, asOf: '2026-02-28T21:00:00Z', env });
    expect(Object.keys(later)).toEqual(Object.keys(reference));
    expect(later['/privacy/index.html']).not.toBe(reference['/privacy/index.html']);
  });
});
