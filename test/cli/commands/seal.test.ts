import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import { editionFile, siteFolder } from '../site-folder.ts';
import { fakeSurroundings } from '../surroundings.ts';

const LEDGER = 'policies/ledger.json';
const PRIVACY = 'policies/privacy/2020-02-04.md';

const textOf = (cwd: string, file: string) => readFile(path.join(cwd, file), 'utf8');

async function seal(cwd: string, ...words: readonly string[]) {
  const surroundings = fakeSurroundings({ cwd });
  const code = await run(['seal', ...words, '--as-of', '2026-11-25'], surroundings);
  return { code, ...surroundings.printed };
}

async function sealedFolder(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = await siteFolder(changes);
  expect(await seal(cwd)).toMatchObject({ code: 0 });
  return cwd;
}

test('enters what is published, tells each entry, and tells Git how to merge', async () => {
  const cwd = await siteFolder();
  const { code, stdout, stderr } = await seal(cwd);
  const ledger = JSON.parse(await textOf(cwd, LEDGER));
  const sealed = ledger.entries.filter(({ kind }: { kind: string }) => kind === 'sealed');
  expect(code).toBe(0);
  expect(stdout).toBe(
    sealed
      .map(({ edition, source }: Record<string, string>) => `sealed           privacy ${edition}  ${source}\n`)
      .join(''),
  );
  expect(sealed.map(({ edition }: Record<string, string>) => edition)).toEqual(['2020-02-04', '2027-01-01']);
  expect(stderr).toMatch(
    /^2 entries added to policies\/ledger\.json: 3 entries in all, head [0-9a-f]{64}\. Commit the file\.\n$/,
  );
  expect(await textOf(cwd, 'policies/.gitattributes')).toBe('ledger.json text eol=lf merge=union\n');
  expect((await readdir(path.join(cwd, 'policies'))).sort()).toEqual([
    '.gitattributes',
    'ledger.json',
    'privacy',
    'site.yaml',
  ]);
});

test('changes nothing when all is entered', async () => {
  const cwd = await sealedFolder();
  const before = await textOf(cwd, LEDGER);
  const { code, stdout, stderr } = await seal(cwd);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(/^policies\/ledger\.json holds everything that is published: 3 entries in all/);
  expect(await textOf(cwd, LEDGER)).toBe(before);
});

test('leaves an announced text out until it is published', async () => {
  const cwd = await siteFolder({
    'policies/privacy/2027-01-01.md': editionFile({
      effective: '2027-01-01',
      published: '2026-12-01',
      summary: 'More.',
    }),
  });
  expect((await seal(cwd)).stdout).toMatch(/^sealed +privacy 2020-02-04 {2}[0-9a-f]{64}\n$/);
});

test('refuses to seal a text anew that was changed, and names what to do', async () => {
  const cwd = await sealedFolder();
  const before = await textOf(cwd, LEDGER);
  await writeFile(
    path.join(cwd, PRIVACY),
    editionFile({ effective: '2020-02-04' }, 'We keep your name and shoe size.'),
  );
  const { code, stdout, stderr } = await seal(cwd);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('privacy 2020-02-04 was sealed as published on 2026-11-24. You changed its text.');
  expect(stderr).toContain('Make a new edition (“promulgate new privacy --effective …”) and leave this one as it was');
  expect(stderr).toContain('1 error in 1 file. Nothing was entered; the ledger is as it was.');
  expect(await textOf(cwd, LEDGER)).toBe(before);
});

test('enters a declared correction', async () => {
  const cwd = await sealedFolder();
  const corrections = '[{on: 2026-11-20, was: adress, now: address, reason: Typing error}]';
  await writeFile(path.join(cwd, PRIVACY), editionFile({ effective: '2020-02-04', corrections }));
  expect((await seal(cwd)).stdout).toMatch(/^corrected {8}privacy 2020-02-04 {2}[0-9a-f]{64}\n$/);
  expect(await seal(cwd, '--check')).toMatchObject({ code: 0, stdout: '' });
});

test('with --check writes nothing and fails while an entry is missing', async () => {
  const cwd = await siteFolder();
  const missing = await seal(cwd, '--check', '--quiet');
  expect(missing.code).toBe(1);
  expect(missing.stderr).toBe(
    '2 entries are missing in policies/ledger.json. Run “promulgate seal” and commit the file.\n',
  );
  expect((await readdir(path.join(cwd, 'policies'))).sort()).toEqual(['privacy', 'site.yaml']);
  await seal(cwd);
  expect(await seal(cwd, '--check', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('seals nothing while there are other errors', async () => {
  const cwd = await siteFolder({
    'policies/privacy/2027-01-01.md': editionFile({ effective: 'soon', summary: 'More.' }),
  });
  const { code, stdout, stderr } = await seal(cwd);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Nothing was entered');
  expect(await readdir(path.join(cwd, 'policies'))).not.toContain('ledger.json');
});

test('puts a merged ledger in order without adding anything', async () => {
  const cwd = await sealedFolder();
  const before = await textOf(cwd, LEDGER);
  const [head = '', first = '', second = '', third = '', ...end] = before.split('\n');
  const swapped = [head, first, third, second, second, ...end].join('\n');
  await writeFile(path.join(cwd, LEDGER), swapped);
  const { code, stdout, stderr } = await seal(cwd);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('was put in order; nothing was added');
  expect(await textOf(cwd, LEDGER)).toBe(before);
});

test('warns where .gitattributes says nothing of the ledger, and leaves it alone', async () => {
  const cwd = await siteFolder({ 'policies/.gitattributes': '*.md text\n' });
  const { code, stderr } = await seal(cwd);
  expect(code).toBe(0);
  expect(stderr).toContain('Add the line “ledger.json text eol=lf merge=union”.');
  expect(await textOf(cwd, 'policies/.gitattributes')).toBe('*.md text\n');
});

test('prints one JSON document', async () => {
  const cwd = await siteFolder();
  const asked = JSON.parse((await seal(cwd, '--check', '--json')).stdout);
  expect(asked).toMatchObject({ version: 1, ok: false, check: true, written: false, entries: 3, diagnostics: [] });
  const { stdout, stderr } = await seal(cwd, '--json');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ ok: true, check: false, written: true, asOf: '2026-11-24T21:00:00.000Z', head: asked.head },
    appended: [
      { kind: 'sealed', edition: '2020-02-04' },
      { kind: 'sealed', edition: '2027-01-01' },
    ],
  });
});
