import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { folderWith, treeOf } from './temporary-folder.ts';

const COMPILED = fileURLToPath(new URL('../../lib/io/write.js', import.meta.url));
const PAGES = ['index.html', 'privacy/index.html', 'terms/index.html'];

/** Writes sites that say its own number and a count, again and again, and tells what came of each attempt. */
const CHILD = `
const [out, root, name, pages] = JSON.parse(process.argv[1]);
const { writeSite } = await import(${JSON.stringify(COMPILED)});
const { existsSync } = await import('node:fs');
console.log('ready');
while (!existsSync(root + '/go'));
for (let count = 0; count < 20; count += 1) {
  const files = pages.map((path) => ({ path, content: name + '-' + count }));
  const { diagnostics } = await writeSite({ files, out, root });
  console.log(diagnostics[0]?.ruleId ?? 'written');
}
`;

it('lets processes that build at once write one after the other, or refuses them in words, also over a dead lock', async () => {
  const root = await folderWith({ '.dist.promulgate-lock': '2147483646 1' });
  const out = join(root, 'dist');
  const rivals = ['a', 'b', 'c'].map((name) => {
    const args = ['--input-type=module', '-e', CHILD, JSON.stringify([out, root, name, PAGES])];
    return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  });
  const logs = rivals.map(async (rival) => {
    let log = '';
    for await (const text of rival.stdout.setEncoding('utf8')) log += text;
    return log.trim().split('\n').slice(1);
  });
  await Promise.all(rivals.map(({ stdout }) => once(stdout, 'data')));
  await writeFile(join(root, 'go'), '');
  const outcomes = (await Promise.all(logs)).flat();
  expect(outcomes).toHaveLength(60);
  expect(outcomes.filter((outcome) => outcome !== 'written' && outcome !== 'output-busy')).toEqual([]);
  expect(outcomes).toContain('written');
  const { '.promulgate.json': _, ...pages } = await treeOf(out);
  expect(Object.keys(pages).sort()).toEqual(PAGES);
  expect(new Set(Object.values(pages)).size).toBe(1);
  expect(Object.keys(await treeOf(root)).filter((path) => !path.startsWith('dist/'))).toEqual(['go']);
});
