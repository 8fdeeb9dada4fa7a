import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeFault, during } from '../../src/cli/fault.ts';

const identity = 'promulgate 1.2.3, Node v20.19.0, linux x64';

async function faultOf(work: () => Promise<unknown>): Promise<unknown> {
  return during('building the site', work).catch((error: unknown) => error);
}

test('owns up, says what was being done, and how to report it', async () => {
  const fault = await faultOf(() => Promise.reject(new TypeError('x is undefined')));
  expect(describeFault(fault, { isVerbose: false, identity })).toBe(
    [
      'This is a fault of Promulgate, not of your text.',
      'It happened while building the site: TypeError: x is undefined',
      'To report it, run the same command with --verbose and send all that it prints to the maintainers of Promulgate.',
      '',
    ].join('\n'),
  );
});

test('adds versions and the stack when verbose', async () => {
  const text = describeFault(await faultOf(() => Promise.reject(new Error('x'))), { isVerbose: true, identity });
  expect(text).toContain(identity);
  expect(text).toMatch(/^ +at .*fault\.test\.ts/m);
});

test('keeps the innermost step', async () => {
  const inner = () => during('reading policies/', () => Promise.reject(new Error('x')));
  expect(describeFault(await faultOf(inner), { isVerbose: false, identity })).toContain(
    'while reading policies/: Error',
  );
});

test('does not take the blame for what the system refuses', async () => {
  const fault = await faultOf(() => readFile('/nowhere/at-all'));
  const text = describeFault(fault, { isVerbose: false, identity });
  expect(text).toMatch(/^The system got in the way while building the site: .*\(ENOENT\), at \/nowhere\/at-all\.\n/);
  expect(text).not.toContain('fault of Promulgate');
});

test('prints no control characters of a message', async () => {
  const text = describeFault(new Error('\u001B[2J'), { isVerbose: true, identity });
  expect(text).not.toContain('\u001B');
});
