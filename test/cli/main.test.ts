import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { folderWith, runCli, startCli } from './run.ts';

test('prints its version on stdout and exits 0', async () => {
  expect(await runCli(['--version'])).toEqual({
    code: 0,
    signal: null,
    stdout: `${packageJson.version}\n`,
    stderr: '',
  });
});

test('names the licence of each package that the command has within it', async () => {
  const notices = await readFile(new URL('../../lib/command/LICENSES.txt', import.meta.url), 'utf8');
  const named = Object.entries(packageJson.dependencies).filter(([name, version]) =>
    new RegExp(`^${name} ${version} \\((?:MIT|ISC|BSD-[23]-Clause)\\)`, 'm').test(notices),
  );
  expect(named.length).toBeGreaterThan(25);
  expect(notices).toContain('Copyright (c) 2009-2015, Kevin Decker');
});

test('exits 2 on an unknown command, and suggests one', async () => {
  const { code, stdout, stderr } = await runCli(['bulid']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Did you mean build?');
});

test('exits 2 in a folder without policies, and says where they are looked for', async () => {
  const cwd = await folderWith();
  const { code, stdout, stderr } = await runCli(['build'], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^policies {2}error {2}There is no folder “policies” in /);
  expect(stderr).toContain('To fix it: ');
  expect(stderr).toMatch(/\n1 error in 1 file\. Nothing was written\.\n$/);
});

test('colours nothing in a pipe unless told to', async () => {
  const cwd = await folderWith();
  const stderrOf = async (env: Record<string, string>) => (await runCli(['check'], { cwd, env })).stderr;
  expect(await stderrOf({})).not.toContain('\u001B');
  expect(await stderrOf({ FORCE_COLOR: '1' })).toContain('\u001B[31merror');
  expect(await stderrOf({ NO_COLOR: '1' })).not.toContain('\u001B');
});

test('lives on when the reader of its output goes away', async () => {
  const { child, finished } = startCli(['build', '--help']);
  child.stdout.destroy();
  expect(await finished).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
});

test.skipIf(!existsSync('/dev/full'))('exits 2 when its output cannot be written', async () => {
  const main = new URL('../../lib/command/main.js', import.meta.url).pathname;
  const shell = promisify(execFile)('sh', ['-c', '"$0" "$1" --help > /dev/full', process.execPath, main]);
  await expect(shell).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('the disk is full (ENOSPC)') });
});
