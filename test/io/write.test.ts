import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeLock } from '../../src/io/lock.ts';
import { writeSite } from '../../src/io/write.ts';
import { folderWith, inodeOf, plant, type Tree, treeOf } from './temporary-folder.ts';

const SITE: Tree = { 'index.html': 'home', 'privacy/index.html': 'privacy', '.nojekyll': '' };

const filesOf = (tree: Tree) => Object.entries(tree).map(([path, content]) => ({ path, content }));

/** Writes `site` to `out`, relative to `root` unless absolute. */
const write = (root: string, site: Tree = SITE, out = join(root, 'dist')) =>
  writeSite({ files: filesOf(site), out, root });

const manifest = (...files: string[]) =>
  `${JSON.stringify({ generator: 'promulgate', files: files.sort() }, undefined, 2)}\n`;

const SITE_ON_DISK: Tree = { ...SITE, '.promulgate.json': manifest(...Object.keys(SITE)) };

/** Expects the refusal `ruleId` and that nothing at all under `root` changes. */
async function expectRefusal(root: string, out: string, ruleId: string, site = SITE) {
  const before = await treeOf(root);
  const result = await write(root, site, out);
  expect(result).toMatchObject({ written: 0, unchanged: 0, removed: 0 });
  expect(result.diagnostics.map((diagnostic) => diagnostic.ruleId)).toEqual([ruleId]);
  expect(await treeOf(root)).toEqual(before);
  const [diagnostic] = result.diagnostics;
  expect(diagnostic?.severity).toBe('error');
  expect(diagnostic?.place?.path.startsWith(out)).toBe(true);
  return diagnostic;
}

describe('writeSite', () => {
  it('writes a site into a folder that does not exist, with the folders on the way to it', async () => {
    const root = await folderWith();
    expect(await write(root, SITE, join(root, 'build/public'))).toEqual({
      written: 3,
      unchanged: 0,
      removed: 0,
      diagnostics: [],
    });
    expect(await treeOf(join(root, 'build/public'))).toEqual(SITE_ON_DISK);
    expect(await treeOf(join(root))).not.toHaveProperty('.dist.promulgate-lock');
  });

  it('writes into an empty folder', async () => {
    const root = await folderWith({ 'dist/': '' });
    await write(root);
    expect(await treeOf(root)).toEqual(
      Object.fromEntries(Object.entries(SITE_ON_DISK).map(([path, text]) => [`dist/${path}`, text])),
    );
  });

  it('writes text as UTF-8 and bytes as they are', async () => {
    const root = await folderWith();
    const files = [
      { path: 'a.html', content: 'Политика — ok' },
      { path: 'b.bin', content: new Uint8Array([0, 255, 13, 10]) },
    ];
    await writeSite({ files, out: join(root, 'dist'), root });
    expect(await readFile(join(root, 'dist/a.html'))).toEqual(Buffer.from('Политика — ok', 'utf8'));
    expect([...(await readFile(join(root, 'dist/b.bin')))]).toEqual([0, 255, 13, 10]);
  });

  it('writes the same bytes, the manifest included, in whatever order the files come', async () => {
    const root = await folderWith();
    await write(root, SITE, join(root, 'one'));
    await write(root, Object.fromEntries(Object.entries(SITE).reverse()), join(root, 'two'));
    expect(await treeOf(join(root, 'one'))).toEqual(await treeOf(join(root, 'two')));
  });

  it('removes what the last build wrote and the site has no more, and the folders left empty', async () => {
    const root = await folderWith();
    await write(root, { ...SITE, 'old/2019/index.html': 'old' });
    expect(await write(root, { ...SITE, 'index.html': 'new home' })).toEqual({
      written: 1,
      unchanged: 2,
      removed: 1,
      diagnostics: [],
    });
    expect(await treeOf(join(root, 'dist'))).toEqual({ ...SITE_ON_DISK, 'index.html': 'new home' });
  });

  it('leaves unchanged files the files they were, with their time of change', async () => {
    const root = await folderWith();
    await write(root);
    const page = join(root, 'dist/privacy/index.html');
    await utimes(page, 1e9, 1e9);
    const inode = await inodeOf(page);
    await write(root, { ...SITE, 'index.html': 'new home' });
    expect(await inodeOf(page)).toBe(inode);
    expect((await stat(page)).mtimeMs).toBe(1e12);
  });

  it('leaves alone a folder that holds this very site', async () => {
    const root = await folderWith();
    await write(root);
    const inode = await inodeOf(join(root, 'dist'));
    expect(await write(root)).toEqual({ written: 0, unchanged: 3, removed: 0, diagnostics: [] });
    expect(await inodeOf(join(root, 'dist'))).toBe(inode);
  });

  it('restores a file of ours that somebody altered', async () => {
    const root = await folderWith();
    await write(root);
    await plant(root, { 'dist/index.html': 'evil' });
    expect(await write(root)).toMatchObject({ written: 1, unchanged: 2 });
    expect(await treeOf(join(root, 'dist'))).toEqual(SITE_ON_DISK);
  });

  it('does not follow a link that somebody put in the place of a file of ours', async () => {
    const root = await folderWith({ 'precious.txt': 'home' });
    await write(root);
    await rm(join(root, 'dist/index.html'));
    await plant(root, { 'dist/index.html': '→ ../precious.txt' });
    await write(root, { ...SITE, 'index.html': 'home' });
    expect(await treeOf(join(root, 'dist'))).toEqual(SITE_ON_DISK);
    expect((await treeOf(root))['precious.txt']).toBe('home');
  });

  it('keeps what others put into the output: files, folders, hidden files and links', async () => {
    const root = await folderWith();
    await write(root, { ...SITE, 'old/index.html': 'old' });
    const foreign = { CNAME: 'legal.acme.example', 'old/notes.txt': 'mine', '.git': 'gitdir: x', latest: '→ privacy' };
    await plant(join(root, 'dist'), foreign);
    const inode = await inodeOf(join(root, 'dist/CNAME'));
    expect(await write(root)).toMatchObject({ removed: 1, diagnostics: [] });
    expect(await treeOf(join(root, 'dist'))).toEqual({ ...SITE_ON_DISK, ...foreign });
    expect(await inodeOf(join(root, 'dist/CNAME'))).toBe(inode);
    await write(root, { 'index.html': 'home' });
    expect(await treeOf(join(root, 'dist'))).toMatchObject(foreign);
  });

  it('gives files and folders the same modes whatever the umask', async () => {
    const root = await folderWith();
    const umask = process.umask(0o077);
    onTestFinished(() => {
      process.umask(umask);
    });
    await write(root);
    const modeOf = async (path: string) => ((await stat(join(root, path))).mode & 0o777).toString(8);
    expect(await Promise.all(['dist', 'dist/privacy', 'dist/index.html', 'dist/.promulgate.json'].map(modeOf))).toEqual(
      ['755', '755', '644', '644'],
    );
  });

  it('puts nothing beside the output that stays', async () => {
    const root = await folderWith();
    await write(root);
    await write(root, { 'index.html': 'new' });
    expect(Object.keys(await treeOf(root)).filter((path) => !path.startsWith('dist/'))).toEqual([]);
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    const root = await folderWith();
    await write(root, { ...SITE, 'old.html': 'old' });
    const before = await treeOf(root);
    const files = filesOf({ ...SITE, 'index.html': 'new', 'more.html': 'more' });
    expect(await writeSite({ files, out: join(root, 'dist'), root, dryRun: true })).toEqual({
      written: 2,
      unchanged: 2,
      removed: 1,
      diagnostics: [],
    });
    await writeSite({ files, out: join(root, 'new/dist'), root, dryRun: true });
    expect(await treeOf(root)).toEqual(before);
  });

  it('keeps the last good site when a write fails on the way, and leaves nothing behind', async () => {
    const root = await folderWith();
    await write(root);
    const tooLong = `${'x'.repeat(300)}.html`;
    const diagnostic = await expectRefusal(root, join(root, 'dist'), 'output-not-writable', { ...SITE, [tooLong]: '' });
    expect(diagnostic?.message).toContain('too long');
    await expectRefusal(root, join(root, 'a/b/dist'), 'output-not-writable', { [tooLong]: '' });
  });

  it('refuses when the folder beside the output cannot be written', async () => {
    const root = await folderWith();
    // Its companions' names are longer than a disk allows, so that nothing can be put beside it.
    await expectRefusal(root, join(root, 'x'.repeat(250)), 'output-not-writable');
  });

  it('refuses a disk on which nothing can be created', async () => {
    const result = await write(await folderWith(), SITE, '/proc/promulgate/dist');
    expect(result.diagnostics).toMatchObject([
      { ruleId: 'output-not-writable', place: { path: '/proc/promulgate/dist' } },
    ]);
  });

  it.each(['', '  ', 'a\0b'])('refuses %j, which names no folder', async (out) => {
    await expectRefusal(await folderWith(), out, 'output-not-named');
  });

  it('refuses the root folder and what holds it, by whatever name', async () => {
    const root = await folderWith({ 'site/policies/site.yaml': 'title: A', link: '→ site' });
    const refuse = (out: string) => expectRefusal(join(root, 'site'), out, 'output-is-root');
    await refuse(join(root, 'site'));
    await refuse(`${join(root, 'site')}/`);
    await refuse(join(root, 'site/dist/..'));
    await refuse(root);
    await refuse('/');
    const linked = await writeSite({ files: filesOf(SITE), out: join(root, 'site'), root: join(root, 'link') });
    expect(linked.diagnostics).toMatchObject([{ ruleId: 'output-is-root' }]);
  });

  it.each(['policies', 'policies/dist', 'policies/privacy', 'templates', 'templates/new/dist', 'link/dist'])(
    'refuses %s, which overlaps the sources',
    async (out) => {
      const root = await folderWith({
        'policies/privacy/2020-02-04.md': 'text',
        'templates/page.liquid': '',
        link: '→ policies',
      });
      await expectRefusal(root, join(root, out), 'output-in-sources');
    },
  );

  it('refuses a folder that holds the sources through a link', async () => {
    const root = await folderWith({ 'site/policies': '→ ../shared/legal/policies', 'shared/legal/policies/a.md': '' });
    const result = await write(join(root, 'site'), SITE, join(root, 'shared/legal'));
    expect(result.diagnostics).toMatchObject([{ ruleId: 'output-in-sources' }]);
  });

  it.each(['.git', '.git/dist', '../.git/hooks'])('refuses %s, where Git keeps its own', async (out) => {
    const root = await folderWith({ '.git/HEAD': 'ref', 'site/policies/site.yaml': '', 'site/.git/HEAD': 'ref' });
    await expectRefusal(join(root, 'site'), join(root, 'site', out), 'output-in-git');
  });

  it('refuses a folder with files that no build wrote, and names some of them', async () => {
    const root = await folderWith({ 'dist/a': '', 'dist/b': '', 'dist/c': '', 'dist/d/e': '', 'dist/index.html': '' });
    const diagnostic = await expectRefusal(root, join(root, 'dist'), 'output-not-empty');
    expect(diagnostic?.message).toContain('“a”, “b”, “c” and 2 more');
    expect(diagnostic?.hint).toContain('--out');
  });

  it.each([
    'no JSON',
    '{}',
    '{"generator":"other","files":[]}',
    '{"generator":"promulgate","files":["../x"]}',
    '{"generator":"promulgate","files":[1]}',
  ])('refuses a folder whose manifest says %s', async (text) => {
    const root = await folderWith({ 'dist/.promulgate.json': text, 'dist/x': '', x: '' });
    await expectRefusal(root, join(root, 'dist'), 'output-manifest-invalid');
  });

  it('refuses a manifest that is a link', async () => {
    const root = await folderWith({ 'm.json': manifest('x'), 'dist/.promulgate.json': '→ ../m.json', 'dist/x': '' });
    await expectRefusal(root, join(root, 'dist'), 'output-manifest-invalid');
  });

  it('refuses a link to a folder, a link to nothing, and a way through one', async () => {
    const root = await folderWith({ 'real/': '', link: '→ real', dead: '→ gone', round: '→ round' });
    await expectRefusal(root, join(root, 'link'), 'output-link');
    await expectRefusal(root, `${join(root, 'link')}/`, 'output-link');
    await expectRefusal(root, join(root, 'dead'), 'output-link');
    await expectRefusal(root, join(root, 'dead/dist'), 'output-link');
    await expectRefusal(root, join(root, 'round/dist'), 'output-not-writable');
  });

  it('writes through a link to a folder that is there', async () => {
    const root = await folderWith({ 'site/policies/site.yaml': '', 'real/': '', link: '→ real' });
    await write(join(root, 'site'), SITE, join(root, 'link/dist'));
    expect(await treeOf(join(root, 'real/dist'))).toEqual(SITE_ON_DISK);
  });

  it('refuses a file, and a folder below a file', async () => {
    const root = await folderWith({ dist: 'text' });
    await expectRefusal(root, join(root, 'dist'), 'output-is-file');
    await expectRefusal(root, join(root, 'dist/site'), 'output-is-file');
  });

  it.each([
    { foreign: 'robots.txt', planned: 'robots.txt' },
    { foreign: 'terms', planned: 'terms/index.html' },
    { foreign: 'feed.xml/notes.txt', planned: 'feed.xml' },
  ])('refuses to put $planned where somebody else has $foreign', async ({ foreign, planned }) => {
    const root = await folderWith();
    await write(root);
    await plant(root, { [`dist/${foreign}`]: 'mine' });
    const site = { ...SITE, [planned]: 'ours' };
    const diagnostic = await expectRefusal(root, join(root, 'dist'), 'output-file-collision', site);
    expect(diagnostic?.place?.path).toBe(join(root, 'dist', foreign));
  });

  it('refuses an output with a pipe in it, without waiting for it', async () => {
    const root = await folderWith();
    await write(root);
    execFileSync('mkfifo', [join(root, 'dist/pipe')]);
    const { diagnostics } = await write(root);
    expect(diagnostics).toMatchObject([{ ruleId: 'output-file-special', place: { path: join(root, 'dist/pipe') } }]);
  });

  it.each(['/etc/passwd', '../x', 'a/../../x', 'a\\b', 'a\0b', '', 'a/', '.promulgate.json', '.Promulgate.json'])(
    'throws for the unfit path %j before anything is written',
    async (path) => {
      const root = await folderWith();
      await expect(write(root, { ...SITE, [path]: '' })).rejects.toThrow('Not a path within the output folder');
      expect(await treeOf(root)).toEqual({});
    },
  );

  it.each([[[]], [['a', 'a']], [['A', 'a']], [['a', 'a/b']], [['a/B', 'A/b/c']]])(
    'throws for the impossible site %j',
    async (paths: string[]) => {
      const root = await folderWith();
      const files = paths.map((path) => ({ path, content: '' }));
      await expect(writeSite({ files, out: join(root, 'dist'), root })).rejects.toThrow(/[Ss]ite/);
      expect(await treeOf(root)).toEqual({});
    },
  );

  it('refuses while another build is writing, and writes when that has ended', async () => {
    const root = await folderWith();
    await write(root);
    const lock = await takeLock(join(root, '.dist.promulgate-lock'));
    const diagnostic = await expectRefusal(root, join(root, 'dist'), 'output-busy', { 'index.html': 'new' });
    expect(diagnostic?.message).toContain(`process ${process.pid}`);
    expect(diagnostic?.hint).toContain('.dist.promulgate-lock');
    if (lock.kind === 'held') await lock.release();
    expect((await write(root, { 'index.html': 'new' })).diagnostics).toEqual([]);
  });

  it('lets one of several builds at once write a whole site, and refuses the others in words', async () => {
    const root = await folderWith();
    const sites = ['a', 'b', 'c', 'd'].map((text) => Object.fromEntries([1, 2, 3].map((n) => [`${n}.html`, text])));
    const results = await Promise.all(sites.map((site) => write(root, site)));
    const wins = results.filter(({ diagnostics }) => diagnostics.length === 0);
    expect(wins.length).toBeGreaterThan(0);
    for (const { diagnostics } of results) {
      expect(diagnostics.filter(({ ruleId }) => ruleId !== 'output-busy')).toEqual([]);
    }
    const tree = await treeOf(join(root, 'dist'));
    expect(new Set([1, 2, 3].map((n) => tree[`${n}.html`])).size).toBe(1);
  });

  it('refuses, and loses nothing, when it cannot tell what others put into the output', async () => {
    const root = await folderWith();
    await write(root);
    const named = (name: string) => Buffer.concat([Buffer.from(join(root, name)), Buffer.from([0xff])]);
    for (const make of [() => writeFile(named('dist/file'), 'mine'), () => mkdir(named('dist/folder'))]) {
      await make();
      const { diagnostics } = await write(root, { 'index.html': 'new' });
      expect(diagnostics).toMatchObject([{ ruleId: 'output-not-writable' }]);
    }
    expect((await readdir(join(root, 'dist'), 'latin1')).sort()).toEqual([
      '.nojekyll',
      '.promulgate.json',
      'file\xff',
      'folder\xff',
      'index.html',
      'privacy',
    ]);
    expect(await readdir(root)).toEqual(['dist']);
    await rm(named('dist/file'));
    await rmdir(named('dist/folder'));
  });
});
