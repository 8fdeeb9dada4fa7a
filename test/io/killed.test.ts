import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatManifest } from '../../src/io/manifest.ts';
import { writeSite } from '../../src/io/write.ts';
import { folderWith, plant, treeOf } from './temporary-folder.ts';

const COMPILED = fileURLToPath(new URL('../../lib/io/write.js', import.meta.url));

/** Writes a site, and is killed on the eve of the n-th thing that it does to the disk. Ends in peace if it does fewer. */
const CHILD = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [out, root, files, last, end] = JSON.parse(process.argv[1]);
let left = last;
for (const [api, names] of [
  [fs, ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'unlinkSync', 'rmdirSync']],
  [fs.promises, ['chmod', 'copyFile', 'link', 'mkdir', 'open', 'rename', 'rm', 'rmdir', 'symlink', 'unlink']],
]) {
  for (const name of names) {
    const original = api[name];
    api[name] = (...args) => {
      // To open a file by flags other than these is to read it.
      if (name !== 'open' || args[1] === 'wx') left -= 1;
      if (left === 0) end === 'exit' ? process.exit(130) : process.kill(process.pid, 'SIGKILL');
      return original(...args);
    };
  }
}
syncBuiltinESMExports();
const { writeSite } = await import(${JSON.stringify(COMPILED)});
const { diagnostics } = await writeSite({ files, out, root });
process.exit(diagnostics.length);
`;

/** A site of two files that say `text`, with one that no other has. */
const siteOf = (text: string) => ['index.html', `${text}/index.html`].map((path) => ({ path, content: text }));

/** `end`: by a signal that nobody can take, or by leaving in a hurry, as after Ctrl-C. */
function kill(
  root: string,
  files: ReturnType<typeof siteOf>,
  { step, end }: { step: number; end: 'SIGKILL' | 'exit' },
) {
  const words = JSON.stringify([join(root, 'dist'), root, files, step, end]);
  return spawnSync(process.execPath, ['--input-type=module', '-e', CHILD, words], { encoding: 'utf8' });
}

describe('a build that is killed', () => {
  it('at whatever step, leaves the old site or the new one, whole, and nothing that the next build cannot cure', async () => {
    const root = await folderWith();
    const out = join(root, 'dist');
    const outcomes: string[] = [];
    for (let step = 1; outcomes.at(-1) !== 'finished'; step += 1) {
      expect((await writeSite({ files: siteOf('old'), out, root })).diagnostics).toEqual([]);
      await plant(out, step === 1 ? { CNAME: 'mine', link: '→ CNAME' } : {});
      const { status, signal, stderr } = kill(root, siteOf('new'), { step, end: 'SIGKILL' });
      expect([stderr, signal ?? status]).toEqual(['', signal === null ? 0 : 'SIGKILL']);

      // A build that fails on its way shows what is there once the killed one has been cleared up after.
      const failing = [...siteOf('failed'), { path: 'x'.repeat(300), content: '' }];
      expect((await writeSite({ files: failing, out, root })).diagnostics).toHaveLength(1);
      const { '.promulgate.json': manifest, CNAME, link, ...pages } = await treeOf(out);
      const text = pages['index.html'] ?? '';
      expect(['old', 'new']).toContain(text);
      expect(pages).toEqual(Object.fromEntries(siteOf(text).map(({ path, content }) => [path, content])));
      expect(JSON.parse(manifest ?? '').files).toEqual(Object.keys(pages).sort());
      expect([CNAME, link]).toEqual(['mine', '→ CNAME']);
      expect(Object.keys(await treeOf(root)).filter((path) => !path.startsWith('dist/'))).toEqual([]);
      outcomes.push(signal === null ? 'finished' : text);
    }
    // Killed early, the old site stays; killed late, the new one does: and never the old one again after that.
    expect(outcomes.join(' ')).toMatch(/^(old ){10,}(new ){3,}finished$/);
  });

  // Every step of it, and kills while a kill is cured, are tried in `update-site.test.ts`, where the process only plays dead.
  it('or left in a hurry, while it exchanges few files one by one, leaves what the next build makes a whole site of', async () => {
    const root = await folderWith();
    const same = Array.from({ length: 8 }, (_, n) => ({ path: `same/${n}.html`, content: 'same' }));
    const outcomes: string[] = [];
    for (let step = 1; outcomes.at(-1) !== 'finished'; step += 2) {
      await writeSite({ files: [...siteOf('old'), ...same], out: join(root, 'dist'), root });
      const end = step % 4 === 1 ? 'SIGKILL' : 'exit';
      const { status, stderr } = kill(root, [...siteOf('new'), ...same], { step, end });
      expect(stderr).toBe('');
      const isTorn = existsSync(join(root, '.dist.promulgate-scratch/.promulgate-journal.json'));

      const failing = [...siteOf('failed'), { path: 'x'.repeat(300), content: '' }];
      await writeSite({ files: failing, out: join(root, 'dist'), root });
      const { 'dist/.promulgate.json': manifest, ...pages } = await treeOf(root);
      const text = pages['dist/index.html'] ?? '';
      const files = [...siteOf(text), ...same];
      expect(pages).toEqual(Object.fromEntries(files.map(({ path, content }) => [`dist/${path}`, content])));
      expect(manifest).toBe(formatManifest(files.map(({ path }) => path)));
      outcomes.push(status === 0 ? 'finished' : isTorn ? `torn ${text}` : text);
    }
    expect(outcomes.join(', ')).toMatch(/^(old, ){3,}(torn new, ){3,}(new, )+finished$/);
  });

  it('on its first build leaves nothing that hinders the next', async () => {
    const root = await folderWith();
    const out = join(root, 'dist');
    await writeFile(join(root, '.dist.promulgate-lock'), '');
    await plant(root, { '.dist.promulgate-scratch/index.html': 'half' });
    expect(await writeSite({ files: siteOf('new'), out, root })).toMatchObject({ written: 2, diagnostics: [] });
    expect(Object.keys(await treeOf(root)).filter((path) => !path.startsWith('dist/'))).toEqual([]);
  });
});
