import { execFileSync } from 'node:child_process';
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Reading, readSources, readTheme } from '../../src/io/read.ts';
import { folderWith, plant } from './temporary-folder.ts';

const paths = ({ files }: Reading) => files.map(({ path }) => path);
const texts = ({ files }: Reading) =>
  Object.fromEntries(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
const problems = ({ diagnostics }: Reading) => diagnostics.map(({ ruleId, place }) => `${place?.path} ${ruleId}`);

describe('readSources', () => {
  it('reads the bytes of every file at any depth', async () => {
    const root = await folderWith({
      'policies/site.yaml': 'title: A',
      'policies/privacy/2020-02-04.md': '\uFEFFText\r\n',
    });
    expect(texts(await readSources(root))).toEqual({
      'policies/site.yaml': 'title: A',
      'policies/privacy/2020-02-04.md': 'Text\r\n',
    });
    const [first] = (await readSources(root)).files;
    expect([...(first?.bytes ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('orders files by the code units of their whole paths', async () => {
    const root = await folderWith({ 'policies/a/x': '', 'policies/a.md': '', 'policies/a-b/x': '', 'policies/B': '' });
    expect(paths(await readSources(root))).toEqual(['policies/B', 'policies/a-b/x', 'policies/a.md', 'policies/a/x']);
  });

  it('gives paths in NFC whatever form the disk keeps', async () => {
    const root = await folderWith({ 'policies/re\u0301sume\u0301/e\u0301.md': 'text' });
    expect(texts(await readSources(root))).toEqual({ 'policies/r\u00e9sum\u00e9/\u00e9.md': 'text' });
  });

  it('passes over what Git, editors, Word and file managers leave behind', async () => {
    const root = await folderWith({
      'policies/.git/HEAD': '',
      'policies/.DS_Store': '',
      'policies/.hidden': '→ /nowhere',
      'policies/p/a.md': '',
      'policies/p/a.md~': '',
      'policies/p/~$a.docx': '',
      'policies/p/#a.md#': '',
      'policies/p/.a.md.swp': '',
      'policies/p/Thumbs.db': '',
    });
    const reading = await readSources(root);
    expect(paths(reading)).toEqual(['policies/p/a.md']);
    expect(reading.diagnostics).toEqual([]);
  });

  it('refuses links to files and to folders, and reads the rest', async () => {
    const root = await folderWith({
      'elsewhere/secret.md': 'secret',
      'policies/a.md': '→ ../elsewhere/secret.md',
      'policies/b': '→ ../elsewhere',
      'policies/c.md': '→ gone.md',
      'policies/d.md': 'text',
    });
    const reading = await readSources(root);
    expect(paths(reading)).toEqual(['policies/d.md']);
    expect(problems(reading)).toEqual(['policies/a.md file-link', 'policies/b file-link', 'policies/c.md file-link']);
    expect(reading.diagnostics[0]?.message).toContain('“policies/a.md” is a symbolic link');
    expect(reading.diagnostics[0]?.hint).toContain('copy');
  });

  it('does not go round in a circle of links', async () => {
    const reading = await readSources(await folderWith({ 'policies/a/b.md': '', 'policies/a/up': '→ ..' }));
    expect(problems(reading)).toEqual(['policies/a/up file-link']);
  });

  it('refuses a policies folder that is itself a link', async () => {
    const reading = await readSources(await folderWith({ 'real/site.yaml': '', policies: '→ real' }));
    expect([paths(reading), problems(reading)]).toEqual([[], ['policies file-link']]);
  });

  it('refuses a pipe and a socket without waiting for them', async () => {
    const root = await folderWith({ 'policies/a.md': '' });
    execFileSync('mkfifo', [join(root, 'policies/pipe.md')]);
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(root, 'policies/socket.md'), done));
    onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
    expect(problems(await readSources(root))).toEqual([
      'policies/pipe.md file-special',
      'policies/socket.md file-special',
    ]);
  });

  it('reads a file of 5 MB and refuses one that is a byte larger, saying both sizes', async () => {
    const root = await folderWith({
      'policies/most.md': 'x'.repeat(5_000_000),
      'policies/more.md': 'x'.repeat(5_000_001),
    });
    const reading = await readSources(root);
    expect(paths(reading)).toEqual(['policies/most.md']);
    expect(problems(reading)).toEqual(['policies/more.md file-too-large']);
    expect(reading.diagnostics[0]?.message).toBe(
      '“policies/more.md” is 5.1 MB large; no file of more than 5 MB is read.',
    );
  });

  it('reports files and folders that it cannot open, and reads the rest', async () => {
    const root = await folderWith({ 'policies/a.md': 'text' });
    const badName = (name: string) => Buffer.concat([Buffer.from(join(root, 'policies', name)), Buffer.from([0xff])]);
    await writeFile(badName('file'), 'text');
    await mkdir(badName('folder'));
    onTestFinished(async () => {
      await rm(badName('file'));
      await rename(badName('folder'), join(root, 'folder'));
    });
    const reading = await readSources(root);
    expect(paths(reading)).toEqual(['policies/a.md']);
    expect(problems(reading).sort()).toEqual([
      'policies/file\uFFFD file-unreadable',
      'policies/folder\uFFFD file-unreadable',
    ]);
    expect(reading.diagnostics[0]?.hint).toContain('UTF-8');
  });

  it('refuses two names that differ only in case, as files and as folders', async () => {
    const root = await folderWith({
      'policies/Privacy/a.md': '',
      'policies/privacy/b.md': '',
      'policies/terms/A.md': '',
      'policies/terms/a.md': '',
    });
    const reading = await readSources(root);
    expect(paths(reading)).toEqual(['policies/Privacy/a.md', 'policies/terms/A.md']);
    expect(problems(reading)).toEqual([
      'policies/privacy file-name-collision',
      'policies/terms/a.md file-name-collision',
    ]);
    expect(reading.diagnostics[0]?.message).toContain('differ only in capital letters');
    expect(reading.diagnostics[0]?.related?.[0]?.place.path).toBe('policies/Privacy');
  });

  it('refuses two names that are one in NFC', async () => {
    const reading = await readSources(await folderWith({ 'policies/\u00e9.md': 'one', 'policies/e\u0301.md': 'two' }));
    expect(reading.files).toHaveLength(1);
    expect(problems(reading)).toEqual(['policies/\u00e9.md file-name-collision']);
    expect(reading.diagnostics[0]?.message).toContain('look the same');
  });

  it('says where it looked when there is no policies folder', async () => {
    const root = await folderWith({ 'Policies/site.yaml': '' });
    const { diagnostics } = await readSources(root);
    expect(diagnostics).toMatchObject([{ ruleId: 'site-no-policies-folder', place: { path: 'policies' } }]);
    expect(diagnostics[0]?.message).toContain(root);
    expect(diagnostics[0]?.hint).toContain('--root');
  });

  it.each(['policies', 'root'])('says the same when %s is a file', async (name) => {
    const root = await folderWith({ [name]: 'text' });
    expect(problems(await readSources(name === 'root' ? join(root, name) : root))).toEqual([
      'policies site-no-policies-folder',
    ]);
  });

  it('reads what is known only when it is asked for, and not at all if it has changed by then', async () => {
    const root = await folderWith({ 'policies/p/a.md': 'One', 'policies/p/b.md': 'Two' });
    const { read } = await readSources(root);
    const files = new Map(read.map((file) => [file.native, file]));
    const known = (native: string) => (native.endsWith('a.md') ? files.get(native) : undefined);
    const again = await readSources(root, known);
    expect(again.files.map(({ path, sha256 }) => ({ path, sha256 }))).toEqual(
      read.map(({ native, sha256 }) => ({ path: relative(root, native), sha256 })),
    );
    expect(again.files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['One', 'Two']);
    await plant(root, { 'policies/p/a.md': 'Won', 'policies/p/b.md': 'Owt' });
    expect(() => again.files[0]?.bytes).toThrow('EBUSY');
    expect(new TextDecoder().decode(again.files[1]?.bytes)).toBe('Two');
  });

  it('finds an empty policies folder empty', async () => {
    expect(await readSources(await folderWith({ 'policies/': '' }))).toEqual({ files: [], diagnostics: [], read: [] });
  });

  it('reads more files than may be open at once on any system', async () => {
    const root = await folderWith({ 'policies/0.md': 'text' });
    for (let index = 1; index < 3000; index += 1) {
      await link(join(root, 'policies/0.md'), join(root, `policies/${index}.md`));
    }
    const { files } = await readSources(root);
    expect(files).toHaveLength(3000);
    expect(files.every(({ bytes }) => bytes.length === 4)).toBe(true);
  });
});

describe('readTheme', () => {
  it('lets the files of the site shadow those of the default theme', async () => {
    const defaultTheme = await folderWith({
      'page.liquid': 'default',
      'parts/top.liquid': 'default',
      'z.css': 'default',
    });
    const root = await folderWith({ 'templates/parts/top.liquid': 'own', 'templates/own.liquid': 'own' });
    const reading = await readTheme({ defaultTheme, root });
    expect(texts(reading)).toEqual({
      'own.liquid': 'own',
      'page.liquid': 'default',
      'parts/top.liquid': 'own',
      'z.css': 'default',
    });
    expect(paths(reading)).toEqual(['own.liquid', 'page.liquid', 'parts/top.liquid', 'z.css']);
    expect(reading.diagnostics).toEqual([]);
  });

  it('is the default theme where the site has no templates', async () => {
    const reading = await readTheme({
      defaultTheme: await folderWith({ 'a/b.liquid': 'x' }),
      root: await folderWith(),
    });
    expect(texts(reading)).toEqual({ 'a/b.liquid': 'x' });
  });

  it('reads once a folder that is both', async () => {
    const root = await folderWith({ 'templates/a.liquid': 'x', 'templates/link.liquid': '→ a.liquid' });
    const reading = await readTheme({ defaultTheme: join(root, 'templates/'), root });
    expect(paths(reading)).toEqual(['a.liquid']);
    expect(problems(reading)).toEqual(['templates/link.liquid file-link']);
  });

  it('reaches the default theme through a linked package', async () => {
    const installed = await folderWith({ 'theme/a.liquid': 'x', package: '→ theme' });
    const reading = await readTheme({ defaultTheme: join(installed, 'package'), root: await folderWith() });
    expect(texts(reading)).toEqual({ 'a.liquid': 'x' });
  });

  it('refuses links in templates, and templates that are a link', async () => {
    const defaultTheme = await folderWith({ 'a.liquid': 'x' });
    const root = await folderWith({ 'templates/a.liquid': '→ /etc/hostname' });
    const reading = await readTheme({ defaultTheme, root });
    expect([texts(reading), problems(reading)]).toEqual([{ 'a.liquid': 'x' }, ['templates/a.liquid file-link']]);
    const linked = await folderWith({ other: '', templates: '→ other' });
    expect(problems(await readTheme({ defaultTheme, root: linked }))).toEqual(['templates file-link']);
  });

  it('treats a missing default theme as a fault of ours', async () => {
    const root = await folderWith();
    await expect(readTheme({ defaultTheme: join(root, 'gone'), root })).rejects.toThrow('ENOENT');
  });
});
