import { spawnSync } from 'node:child_process';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/io/lock.ts';
import { folderWith } from './temporary-folder.ts';

const deadPid = () => spawnSync('true').pid;

describe('takeLock', () => {
  it('is held by one at a time, and free again after its release', async () => {
    const path = join(await folderWith(), 'lock');
    const first = await takeLock(path);
    expect(first.kind).toBe('held');
    expect(await takeLock(path)).toEqual({ kind: 'busy', holder: String(process.pid) });
    if (first.kind === 'held') await first.release();
    expect((await takeLock(path)).kind).toBe('held');
  });

  it('goes to exactly one of many who ask at once, also over the lock of a dead process', async () => {
    const path = join(await folderWith({ lock: `${deadPid()} 1` }), 'lock');
    const kinds = (await Promise.all(Array.from({ length: 20 }, () => takeLock(path)))).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'held')).toHaveLength(1);
  });

  it.each(['nonsense', '', '-1 5', '0 5'])('takes over a lock that says %j', async (text) => {
    const folder = await folderWith({ lock: text });
    expect((await takeLock(join(folder, 'lock'))).kind).toBe('held');
    expect(await readdir(folder)).toEqual(['lock']);
  });

  it('takes over the lock of a process that died', async () => {
    const folder = await folderWith({ lock: `${deadPid()} 12345` });
    expect((await takeLock(join(folder, 'lock'))).kind).toBe('held');
    expect(await readFile(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} \\d+$`));
  });

  it('takes over the lock of a process whose number another process now has', async () => {
    const folder = await folderWith({ lock: `${process.pid} 1` });
    expect((await takeLock(join(folder, 'lock'))).kind).toBe('held');
  });

  it('gives a lock that is just being written the time to say whose it is', async () => {
    const folder = await folderWith({ lock: '' });
    await takeLock(join(folder, 'mine'));
    const asking = takeLock(join(folder, 'lock'));
    await setTimeout(15);
    await copyFile(join(folder, 'mine'), join(folder, 'lock'));
    expect(await asking).toEqual({ kind: 'busy', holder: String(process.pid) });
  });

  it('leaves the lock of a running process of another user alone', async () => {
    const folder = await folderWith();
    const status = await readFile('/proc/1/stat', 'utf8');
    const start = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    await writeFile(join(folder, 'lock'), `1 ${start}`);
    expect(await takeLock(join(folder, 'lock'))).toEqual({ kind: 'busy', holder: '1' });
  });

  it('does not hide why a lock cannot be made', async () => {
    await expect(takeLock(join(await folderWith(), 'gone/lock'))).rejects.toThrow('ENOENT');
    await expect(takeLock(join(await folderWith({ 'lock/': '' }), 'lock'))).rejects.toThrow('EISDIR');
  });
});
