import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, it } from 'vitest';

const COMPILED = new URL('../../lib/io/compiling.js', import.meta.url).href;

/** Node says so on stderr, and goes on, where it does not know a setting. */
it('asks this Node for nothing that it does not know', () => {
  const program = `import process from 'node:process'; import { compileLate } from ${JSON.stringify(COMPILED)}; compileLate(process.versions.v8); console.log('done');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'done\n', stderr: '' });
});
