import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storeLedger } from '../../src/io/ledger-store.ts';
import { folderWith } from '../cli/run.ts';

const attributes = 'ledger.json text eol=lf merge=union\n';
const FILES = { 'policies/site.yaml': '', 'policies/ledger.json': 'old\n' };

describe('storeLedger', () => {
  it('puts the new text in the place of the old one and leaves nothing beside it', async () => {
    const root = await folderWith(FILES);
    expect(await storeLedger({ root, text: 'new\n', attributes })).toEqual({ isWritten: true, diagnostics: [] });
    expect(await readFile(join(root, 'policies/ledger.json'), 'utf8')).toBe('new\n');
    expect((await readdir(join(root, 'policies'))).sort()).toEqual(['.gitattributes', 'ledger.json', 'site.yaml']);
  });

  it('does not touch a file that holds the same text', async () => {
    const root = await folderWith(FILES);
    const before = await stat(join(root, 'policies/ledger.json'));
    expect(await storeLedger({ root, text: 'old\n', attributes })).toMatchObject({ isWritten: false });
    expect((await stat(join(root, 'policies/ledger.json'))).mtimeMs).toBe(before.mtimeMs);
  });

  it('says why when it cannot write, and the old text is still there', async () => {
    const root = await folderWith(FILES);
    // A folder stands where the text is first written: works for any user, root included.
    await mkdir(join(root, 'policies/.ledger.json.new'));
    await writeFile(join(root, 'policies/.ledger.json.new/x'), '');
    const { isWritten, diagnostics } = await storeLedger({ root, text: 'new\n', attributes });
    expect(isWritten).toBe(false);
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['output-ledger-not-writable']);
    expect(await readFile(join(root, 'policies/ledger.json'), 'utf8')).toBe('old\n');
  });
});
