import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, plant, type Tree } from './temporary-folder.ts';

const LIB = fileURLToPath(new URL('../../lib/', import.meta.url));
const CODE = Object.fromEntries(
  ['own-digest.js', 'system-error.js'].map((name) => [
    `lib/command/${name}`,
    readFileSync(join(LIB, 'io', name), 'utf8'),
  ]),
);
let count = 0;

/** The digest as a program says it whose code is in `root/lib/command/`. */
async function digestIn(root: string): Promise<string> {
  // Node reads no module twice.
  count += 1;
  const module = await import(`${pathToFileURL(join(root, 'lib/command/own-digest.js')).href}?${count}`);
  return module.ownDigest();
}

/** Two digests: with some files, and when others were added or took their place. */
async function digests(before: Tree, after: Tree): Promise<readonly [string, string]> {
  const root = await folderWith({ ...CODE, 'package.json': '{"type":"module"}', ...before });
  const first = await digestIn(root);
  await plant(root, after);
  return [first, await digestIn(root)];
}

const NOTED = { 'lib/command/digest.txt': 'one' };

describe('ownDigest', () => {
  it('is the same for the same', async () => {
    const [before, after] = await digests(NOTED, {});
    expect(after).toBe(before);
  });

  it.each([
    ['other code, if nothing was noted of it', {}, 'lib/other.js'],
    ['another program of one piece', NOTED, 'lib/command/digest.txt'],
    ['a program of one piece in another version', NOTED, 'package.json'],
    ['a program of one piece among other packages', NOTED, 'node_modules/.package-lock.json'],
  ])('is another for %s', async (_, noted, path) => {
    const [before, after] = await digests(noted, { [path]: '{ "type": "module", "other": true }' });
    expect(after).not.toBe(before);
  });

  it('goes by a note that is true of the command', () => {
    const folder = join(LIB, 'command');
    const hash = createHash('sha256');
    const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
    expect(readFileSync(join(folder, 'digest.txt'), 'utf8')).toBe(`${hash.digest('hex')}\n`);
  });
});
