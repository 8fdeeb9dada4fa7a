import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import { fakeSurroundings } from './surroundings.ts';

async function runWith(words: readonly string[], changes: Partial<Surroundings> = {}) {
  const surroundings = fakeSurroundings(changes);
  const code = await run(words, surroundings);
  return { code, ...surroundings.printed };
}

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']]])('%s tells the commands and exit codes on stdout', async (words) => {
    const { code, stdout, stderr } = await runWith(words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: promulgate <command> \[options\]\n/);
    for (const word of ['build', 'check', 'status', 'diff', 'preview', 'Examples:', 'Exit codes:'])
      expect(stdout).toContain(word);
  });

  test.each(['build', 'check', 'status', 'diff', 'preview'])('of %s comes by --help and by help', async (name) => {
    const asked = await runWith([name, '--help']);
    expect(asked).toMatchObject({ code: 0, stderr: '' });
    expect(asked.stdout).toMatch(new RegExp(`^Usage: promulgate ${name} .*\\[options\\]\n`));
    for (const word of ['--as-of', 'Examples:', 'Exit codes:', 'SOURCE_DATE_EPOCH'])
      expect(asked.stdout).toContain(word);
    expect(await runWith(['help', name])).toEqual(asked);
  });

  test('of a command below another comes by help, too', async () => {
    const asked = await runWith(['inbox', 'erase', '--help']);
    expect(asked.stdout).toMatch(/^Usage: promulgate inbox erase /);
    expect(await runWith(['help', 'inbox', 'erase'])).toEqual(asked);
    expect(await runWith(['help', 'inbox', 'earse'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('fits a narrow terminal', async () => {
    const printed: string[] = [];
    const stdout = { isTTY: true, columns: 80, write: (text: string) => printed.push(text) };
    for (const words of [
      ['--help'],
      ['build', '--help'],
      ['check', '--help'],
      ['status', '--help'],
      ['diff', '--help'],
    ])
      await runWith(words, { stdout });
    for (const line of printed.join('').split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('without a command goes to stderr and is wrong usage: a script that does nothing must not look well', async () => {
    const { code, stdout, stderr } = await runWith([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: promulgate <command>');
  });
});

test.each([[['--version']], [['-V']], [['build', '--version']], [['check', '-V']], [['preview', '--version']]])(
  '%s prints the version alone',
  async (words) => {
    expect(await runWith(words)).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  },
);

describe('wrong usage', () => {
  test.each([
    ['an unknown command', ['bulid'], "unknown command 'bulid'", 'Did you mean build?'],
    ['an unknown command with --help', ['chekc', '--help'], "unknown command 'chekc'", 'Did you mean check?'],
    ['help on an unknown command', ['help', 'prevew'], "unknown command 'prevew'", 'Did you mean preview?'],
    ['an unknown command like no other', ['xyzzy'], "unknown command 'xyzzy'", 'promulgate --help'],
    ['an unknown option', ['build', '--draft'], "unknown option '--draft'", 'Did you mean --drafts?'],
    ['an unknown option of check', ['check', '--stict'], "unknown option '--stict'", 'Did you mean --strict?'],
    ['an option before its command', ['--quiet', 'build'], "unknown option '--quiet'", 'come after its name'],
    [
      'an unknown reporter',
      ['build', '--reporter', 'xml'],
      "'xml' is invalid",
      'Allowed choices are pretty, github, json',
    ],
    ['an option without its value', ['build', '--out'], "'--out <folder>' argument missing", 'promulgate build --help'],
    ['a word too many', ['build', 'legal'], "too many arguments for 'build'", 'promulgate build --help'],
    [
      'options that exclude each other',
      ['check', '--quiet', '--verbose'],
      '--quiet',
      "cannot be used with option '--verbose'",
    ],
    ['an empty output folder', ['build', '--out='], "argument '' is invalid", 'It is empty'],
    ['a base that is no path', ['build', '--base', 'x'], "argument 'x' is invalid", 'Write a path'],
    ['a site that is no address', ['build', '--site', 'x.com'], "'x.com' is invalid", 'Write the whole address'],
    ['a port that is none', ['preview', '--port', 'http'], "'http' is invalid", 'whole number'],
    ['a reporter of status', ['status', '--reporter', 'json'], "unknown option '--reporter'", 'status --help'],
    [
      'a day that is none',
      ['build', '--as-of', '2020-2-4'],
      '--as-of cannot be "2020-2-4"',
      'Write --as-of 2020-02-04.',
    ],
  ])('%s gives 2 and says what to write', async (_, words, fault, cure) => {
    const { code, stdout, stderr } = await runWith(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(fault);
    expect(stderr).toContain(cure);
  });

  test('is an unreadable SOURCE_DATE_EPOCH too', async () => {
    const { code, stderr } = await runWith(['check'], { env: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect(code).toBe(2);
    expect(stderr).toContain('SOURCE_DATE_EPOCH cannot be "yesterday"');
  });
});

describe('a fault of ours', () => {
  const clock = () => {
    throw new TypeError('the clock fell down');
  };

  test('gives 2, owns up, and shows no stack', async () => {
    const { code, stdout, stderr } = await runWith(['build'], { clock });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('This is a fault of Promulgate, not of your text.');
    expect(stderr).toContain('TypeError: the clock fell down');
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test('shows the stack and the versions with --verbose', async () => {
    const { stderr } = await runWith(['build', '--verbose'], { clock });
    expect(stderr).toContain('promulgate 1.2.3, Node v20.19.0, linux x64');
    expect(stderr).toMatch(/^ +at /m);
  });
});
