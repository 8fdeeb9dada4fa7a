import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, it } from 'vitest';

const COMPILED = new URL('../../lib/io/heap.js', import.meta.url).href;

/** What a program that bounds its heap writes. */
function written(program: string) {
  const whole = `import { boundHeap, freeHeap, holdHalves } from ${JSON.stringify(COMPILED)}; boundHeap(); ${program}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', whole], { encoding: 'utf8' });
  return { stdout, stderr };
}

/** Node says so on stderr, and goes on, where it does not know a setting. */
it('asks this Node for nothing that it does not know', () => {
  expect(written("freeHeap(); console.log('done');")).toEqual({ stdout: 'done\n', stderr: '' });
});

/** The megabytes for new things, here and in a thread, after much of what was new stayed in use for a while. */
const YOUNG = `
  const work = async () => {
    const inUse = [];
    for (let index = 0; index < 1_500_000; index += 1) inUse[index % 150_000] = { index, list: [index] };
    const { getHeapSpaceStatistics } = await import('node:v8');
    const { space_size } = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    console.log(space_size / 1_048_576);
  };
  const { Worker } = await import('node:worker_threads');
  await work();
  const thread = new Worker(new URL('data:text/javascript,' + encodeURIComponent('(' + work + ')()')));
  thread.once('online', holdHalves);
  thread.once('exit', work);
`;

/** V8 would take 32. While a thread begins, it may double what there is. */
it('keeps what is new in little room, here and in threads', () => {
  const { stdout, stderr } = written(YOUNG);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^8\n8\n(?:8|16)\n$/);
});

it('gives what is new all the room that V8 takes, for whoever builds again', () => {
  expect(Number(written(`freeHeap(); ${YOUNG}`).stdout.split('\n')[0])).toBeGreaterThan(8);
});
