import { expect, test } from 'vitest';
import { startProgress } from '../../src/cli/progress.ts';
import type { Environment } from '../../src/cli/surroundings.ts';
import { fakeSurroundings } from './surroundings.ts';

/** What a progress line writes when the work takes one second, told of ten times. */
function written({ isTTY, env = {}, step = 100 }: { isTTY: boolean; env?: Environment; step?: number }): string {
  let time = 0;
  const surroundings = fakeSurroundings({ isTTY, env, stopwatch: () => time });
  const progress = startProgress(surroundings);
  for (let done = 1; done <= 10; done += 1) {
    time += step;
    progress.show(done, 10);
  }
  progress.end();
  expect(surroundings.printed.stdout).toBe('');
  return surroundings.printed.stderr;
}

test('rewrites one line now and then, and takes it away', () => {
  const erase = '\r\u001B[K';
  const states = [2, 4, 6, 8, 10].map((done) => `${erase}Building: ${done} of 10`);
  expect(written({ isTTY: true })).toBe(`${states.join('')}${erase}`);
});

test('shows nothing for work that is done at once', () => {
  expect(written({ isTTY: true, step: 5 })).toBe('');
});

test.each([
  ['without a terminal', { isTTY: false }],
  ['on a terminal that cannot rewrite', { isTTY: true, env: { TERM: 'dumb' } }],
  ['in continuous integration', { isTTY: true, env: { CI: 'true' } }],
])('stays silent %s', (_, options) => {
  expect(written(options)).toBe('');
});
