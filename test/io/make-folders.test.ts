import { mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { storeLedger, storeTimestampRequest } from '../../src/io/ledger-store.ts';
import { makeFolders, makeFoldersWithin } from '../../src/io/make-folders.ts';
import { writeNewFiles } from '../../src/io/new-files.ts';
import { writeGoodAnswers } from '../../src/io/outward-links-cache.ts';
import { makePrivateFolder } from '../../src/io/private-folder.ts';
import { openPacks } from '../../src/io/result-packs.ts';

test('makes all that is missing, and is content with what is there', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'folders-'));
  const deep = path.join(root, 'a/b/c');
  await makeFolders(deep);
  await makeFolders(deep);
  expect((await stat(deep)).isDirectory()).toBe(true);
});

test('gives up where a file is in the way', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'folders-'));
  const file = path.join(root, 'file');
  await writeFile(file, '');
  await expect(makeFolders(file)).rejects.toMatchObject({ code: 'EEXIST', path: file });
  await expect(makeFolders(path.join(file, 'below'))).rejects.toMatchObject({ code: 'EEXIST', path: file });
});

test.skipIf(process.platform !== 'linux')('gives up where nothing can be created', async () => {
  await expect(makeFolders('/proc/none/inbox')).rejects.toMatchObject({ path: '/proc/none' });
});

test('makes all that is missing below a folder, and says whether the last was', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'folders-'));
  expect([makeFoldersWithin(root, 'a/b'), makeFoldersWithin(root, 'a/b'), makeFoldersWithin(root, 'a/c')]).toEqual([
    true,
    false,
    true,
  ]);
  await writeFile(path.join(root, 'file'), '');
  expect(() => makeFoldersWithin(root, 'file/b')).toThrow(/^ENOTDIR/);
});

test.skipIf(process.platform === 'win32')('nothing is written where a link among the sources leads', async () => {
  const base = await mkdtemp(path.join(tmpdir(), 'folders-'));
  const [root, outside] = [path.join(base, 'site'), path.join(base, 'outside')];
  await mkdir(path.join(root, 'policies'), { recursive: true });
  await mkdir(outside);
  await writeFile(path.join(outside, 'victim'), 'whole');
  const link = (to: string, name: string) => symlink(to, path.join(root, name));
  await link(outside, 'policies/privacy');
  await link(outside, 'policies/timestamps');
  await link(path.join(outside, 'victim'), 'policies/.ledger.json.new');
  await link(path.join(outside, 'made'), 'policies/.gitattributes');
  await link(outside, '.promulgate');

  const ledger = await storeLedger({ root, text: 'new\n', attributes: 'x\n' });
  expect(ledger).toMatchObject({ isWritten: true, diagnostics: [{ ruleId: 'ledger-attributes' }] });
  expect(await readFile(path.join(root, 'policies/ledger.json'), 'utf8')).toBe('new\n');
  expect(await storeTimestampRequest(root, 'ab', new Uint8Array([1]))).toMatchObject({ severity: 'error' });
  const { diagnostics } = await writeNewFiles(root, [{ path: 'policies/privacy/2020-01-01.md', content: 'x' }]);
  expect(diagnostics.map(({ message }) => message).join()).toContain('it leads through a symbolic link');
  const packs = openPacks({ root, program: '', isReadOnly: false });
  packs.memory.recall({ stage: 'render', group: 'a', input: [{}] }, () => 1);
  packs.putAway();
  await writeGoodAnswers(root, new Map([['https://acme.example/', 0]]));
  await expect(makePrivateFolder(path.join(root, '.promulgate'))).rejects.toMatchObject({ code: 'ELOOP' });

  expect(await readdir(outside)).toEqual(['victim']);
  expect(await readFile(path.join(outside, 'victim'), 'utf8')).toBe('whole');
});
