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

/** A function that was called a hundred times is optimized, and is not if V8 was told to wait: bit 4 of the status says so. */
const isLate = Number.parseInt(process.versions.v8, 10) < 12;

it.runIf(isLate)('keeps V8 from optimizing what was busy only for a moment', () => {
  const program = (first: string) => `
    import process from 'node:process';
    import { compileLate } from ${JSON.stringify(COMPILED)};
    ${first}
    const work = (n) => { let sum = 0; for (let i = 0; i < 50; i += 1) sum += i * n; return sum; };
    for (let n = 0; n < 100; n += 1) work(n);
    console.log((%GetOptimizationStatus(work) & 16) > 0);`;
  const outcomeOf = (first: string) => {
    const flags = ['--allow-natives-syntax', '--no-concurrent-recompilation', '--input-type=module'];
    return spawnSync(process.execPath, [...flags, '-e', program(first)], { encoding: 'utf8' }).stdout;
  };
  expect(outcomeOf('')).toBe('true\n');
  expect(outcomeOf('compileLate(process.versions.v8);')).toBe('false\n');
});
