import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { folderWith, treeOf } from './temporary-folder.ts';

// Test files share their modules: this one takes its own, with the spy, and leaves none behind.
vi.resetModules();
vi.doMock('../../src/io/swap.ts', { spy: true });
const swap = await import('../../src/io/swap.ts');
const { writeSite } = await import('../../src/io/write.ts');

afterAll(() => {
  vi.doUnmock('../../src/io/swap.ts');
  vi.resetModules();
});

describe('writeSite', () => {
  it('warns, with the new site in place, when the old one cannot be cleared away, and clears it the next time', async () => {
    const root = await folderWith();
    const write = (text: string) =>
      writeSite({ files: [{ path: 'index.html', content: text }], out: join(root, 'dist'), root });
    await write('old');
    const failure = await readFile(join(root, 'gone')).catch((error: unknown) => error);
    vi.mocked(swap.retire).mockRejectedValueOnce(failure);
    const { diagnostics, written } = await write('new');
    expect(written).toBe(1);
    expect(diagnostics).toMatchObject([{ ruleId: 'output-leftover', severity: 'warning' }]);
    expect(diagnostics[0]?.message).toContain('.dist.promulgate-previous');
    expect(await treeOf(root)).toMatchObject({
      'dist/index.html': 'new',
      '.dist.promulgate-previous/index.html': 'old',
    });
    expect((await write('newer')).diagnostics).toEqual([]);
    expect(Object.keys(await treeOf(root)).sort()).toEqual(['dist/.promulgate.json', 'dist/index.html']);
  });
});
