/** The root folder goes in; a runner that takes the results of earlier builds from `<root>/.promulgate/cache/` comes out. */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job, Memory, Runner } from '../model/runner.ts';
import { openMaker } from '../stages.ts';
import { formatPack, readPack } from './cache-pack.ts';
import { makeFoldersWithin } from './make-folders.ts';
import { ownDigest } from './own-digest.ts';
import { isSystemError } from './system-error.ts';

export interface BuildCache {
  readonly runner: Runner;
  /** Writes what is not yet written. After a build that did `all` of its work, what it had no use for is gone. */
  close(options: { readonly all: boolean }): void;
}

const CACHE = '.promulgate/cache';

/** The results of one stage for one group. */
interface Pack {
  readonly name: string;
  readonly entries: Map<string, string>;
  readonly used: Set<string>;
  isChanged: boolean;
}

/**
 * A result is found by all that it depends on: the job's input and the program's own files. Only one pack of a stage is in
 * memory; when work goes on to another group, the pack is put away with what was used of it. A folder that cannot be read or
 * written to only means that work is done anew.
 */
export function openCache(root: string, { isReadOnly }: { readonly isReadOnly: boolean }): BuildCache {
  const folder = join(root, CACHE);
  const own = ownDigest();
  const open = new Map<string, Pack>();
  const names = new Set<string>();
  const packFor = ({ stage, group }: Job): Pack => {
    const name = `${stage}-${digestOf(group).slice(0, 32)}.pack`;
    const last = open.get(stage);
    if (last?.name === name) return last;
    if (last !== undefined && !isReadOnly) putAway(last, root);
    const pack = { name, entries: readPack(readText(join(folder, name))), used: new Set<string>(), isChanged: false };
    names.add(name);
    open.set(stage, pack);
    return pack;
  };
  const memory: Memory = {
    recall(job, work) {
      const pack = packFor(job);
      const key = digestOf(JSON.stringify([own, job.stage, job.input]));
      pack.used.add(key);
      const known = pack.entries.get(key);
      if (known !== undefined) return JSON.parse(known);
      const result = work();
      pack.entries.set(key, JSON.stringify(result));
      pack.isChanged = true;
      return result;
    },
  };
  const runner: Runner = {
    async open(shared, onText) {
      const make = await openMaker(shared);
      let last: Promise<unknown> = Promise.resolve();
      return {
        make(work) {
          const result = last.then(() => make(work, { memory, onText }));
          last = result;
          return result;
        },
        memory,
        close: async () => {},
      };
    },
  };
  return {
    runner,
    close({ all }) {
      if (isReadOnly) return;
      for (const pack of open.values()) putAway(pack, root);
      open.clear();
      if (all) removeOthers(folder, names);
    },
  };
}

function putAway({ name, entries, used, isChanged }: Pack, root: string): void {
  const folder = join(root, CACHE);
  const kept = new Map([...entries].filter(([key]) => used.has(key)));
  if (!isChanged && kept.size === entries.size) return;
  tolerating(() => {
    if (makeFoldersWithin(root, CACHE)) ignoreInGit(folder);
    replaceFile(join(folder, name), formatPack(kept));
  });
}

/** Nobody is to commit it by accident. */
function ignoreInGit(folder: string): void {
  writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
}

/** Packs of policies that are gone, and what a killed build left. */
function removeOthers(folder: string, names: ReadonlySet<string>): void {
  tolerating(() => {
    for (const name of readdirSync(folder)) {
      if (name.includes('.pack') && !names.has(name)) rmSync(join(folder, name), { force: true });
    }
  });
}

/** Renaming makes the file whole for whoever reads it at that moment, another build for example. */
function replaceFile(path: string, text: string): void {
  const scratch = `${path}.${randomUUID()}`;
  try {
    writeFileSync(scratch, text, { flag: 'wx' });
    renameSync(scratch, path);
  } finally {
    rmSync(scratch, { force: true });
  }
}

function readText(path: string): string {
  return tolerating(() => readFileSync(path, 'utf8')) ?? '';
}

function tolerating<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
