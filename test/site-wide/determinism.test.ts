/** The same sources give the same bytes, whatever the zone, the language, the folder and the settings of the machine they are built on. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { runCli } from '../cli/run.ts';
import { ROOT, temporaryFolder } from './sample-site.ts';

/** 25 November 2026, 00:00 in Dublin, the sample's zone: in seconds. */
const EPOCH = String(Date.parse('2026-11-25T00:00:00Z') / 1000);

const folder = await temporaryFolder();

interface Machine {
  readonly name: string;
  readonly cwd?: string;
  readonly root: string;
  /** How the moment is given. */
  readonly asOf?: string;
  readonly umask?: number;
  readonly env: Readonly<Record<string, string>>;
}

/** Copies the sources elsewhere, last file first, all of them dated to the day that archives forget. */
async function transplant(name: string): Promise<string> {
  const root = join(folder, name);
  const files = (await readdir(join(ROOT, 'policies'), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  for (const entry of files.reverse()) {
    const from = join(entry.parentPath, entry.name);
    const to = join(root, from.slice(ROOT.length));
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, await readFile(from));
    await utimes(to, 0, 0);
  }
  return root;
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
  const names = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  const digests = paths.map(async (path) => {
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return [path.slice(out.length), digest] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

const reference = await build({ name: 'the reference', root: ROOT, asOf: '2026-11-25', env: { TZ: 'UTC', LANG: 'C' } });

it('makes a whole site to compare with', () => {
  expect(Object.keys(reference).length).toBeGreaterThan(40);
  expect(new Set(Object.values(reference)).size).toBeGreaterThan(35);
});

it.each([
  {
    name: 'in Los Angeles, in Russian, told the epoch',
    root: ROOT,
    env: { TZ: 'America/Los_Angeles', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8', SOURCE_DATE_EPOCH: EPOCH },
  },
  {
    name: 'on Kiritimati, from a copy of the sources',
    root: await transplant('a folder with a space, ünïcode and 2027-03-01'),
    asOf: '2026-11-25',
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
  },
  {
    name: 'on Samoa, in the very folder, with a strict umask',
    root: '.',
    cwd: ROOT,
    asOf: '2026-11-25T00:00:00Z',
    umask: 0o077,
    env: { TZ: 'Pacific/Apia', LANG: 'C.UTF-8', HOME: folder, NODE_ICU_DATA: '' },
  },
  {
    name: 'in Kolkata, told an instant, on CI',
    root: ROOT,
    cwd: folder,
    asOf: '2026-11-25T05:30:00+05:30',
    env: { TZ: 'Asia/Kolkata', LANG: 'hi_IN', SOURCE_DATE_EPOCH: '0', CI: 'true', FORCE_COLOR: '1' },
  },
])('makes the same bytes $name', async (machine) => {
  expect(await build(machine)).toEqual(reference);
});

it('makes another site as of another moment, so that sameness means something', async () => {
  const env = { TZ: 'UTC', LANG: 'C' };
  const later = await build({ name: 'the future', root: ROOT, asOf: '2027-03-01', env });
  expect(Object.keys(later)).toEqual(Object.keys(reference));
  const differing = Object.keys(later).filter((path) => later[path] !== reference[path]);
  expect(differing).toContain('/privacy/index.html');
  expect(differing).not.toContain('/privacy/2023-03-01/index.html');
  expect(differing).not.toContain('/terms/index.html');
});
