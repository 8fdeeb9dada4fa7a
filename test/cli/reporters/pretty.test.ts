import { expect, test } from 'vitest';
import { PLAIN, paintFor } from '../../../src/cli/paint.ts';
import { type PrettyOptions, prettyReport } from '../../../src/cli/reporters/pretty.ts';
import type { Diagnostic } from '../../../src/index.ts';

const SOURCE = ['---', 'title: Privacy policy', 'effective: 2020-02-30', '---'];

const diagnostic: Diagnostic = {
  ruleId: 'edition-date',
  severity: 'error',
  place: { path: 'policies/privacy/2020-02-30.md', line: 3, column: 12, endLine: 3, endColumn: 22 },
  message: 'There is no 30 February 2020.',
  hint: 'Write a day of the calendar, as in 2020-02-29.',
};

function printed(diagnostics: readonly Diagnostic[], changes: Partial<PrettyOptions> = {}): string {
  const options = { root: '/legal', cwd: '/legal', columns: 80, paint: PLAIN, linesOf: () => SOURCE };
  return prettyReport(diagnostics, { ...options, ...changes });
}

test('tells where, what, the line itself and the cure', () => {
  expect(printed([diagnostic])).toBe(`\
policies/privacy/2020-02-30.md:3:12  error  There is no 30 February 2020.
  3 | effective: 2020-02-30
    |            ^^^^^^^^^^
  To fix it: Write a day of the calendar, as in 2020-02-29.
  [edition-date]

`);
});

test('names the places that belong to the problem', () => {
  const related = [
    { place: { path: 'policies/privacy/2020-01-01.md', line: 3, column: 1 }, message: 'The other one.' },
  ];
  expect(printed([{ ...diagnostic, related }])).toContain(
    '\n  See policies/privacy/2020-01-01.md:3:1  The other one.\n',
  );
});

test('names paths as seen from the working folder', () => {
  expect(printed([diagnostic], { cwd: '/legal/policies' })).toMatch(/^privacy\/2020-02-30\.md:3:12 {2}error/);
  expect(printed([diagnostic], { root: '/legal/eu' })).toMatch(/^eu\/policies\/privacy/);
});

test('does with as much of a place as is known', () => {
  const path = 'policies/privacy/a.md';
  expect(printed([{ ...diagnostic, place: { path } }])).toMatch(/^policies\/privacy\/a\.md {2}error {2}There is no/);
  expect(printed([{ ...diagnostic, place: { path, line: 2 } }])).toBe(`\
policies/privacy/a.md:2  error  There is no 30 February 2020.
  2 | title: Privacy policy
  To fix it: Write a day of the calendar, as in 2020-02-29.
  [edition-date]

`);
  const { place: _, ...placeless } = diagnostic;
  expect(printed([placeless])).toMatch(/^error {2}There is no/);
});

test('prints no frame for a file that is not at hand', () => {
  expect(printed([diagnostic], { linesOf: () => undefined })).not.toContain(' | ');
});

test('keeps the frame within the terminal', () => {
  const linesOf = () => ['', '', 'word '.repeat(100)];
  const lines = printed([diagnostic], { linesOf, columns: 50 }).split('\n');
  expect(lines[1]).toMatch(/^ {2}3 \| word .*…$/);
  expect(lines[1]?.length).toBeLessThanOrEqual(50);
  expect(lines[2]?.length).toBeLessThanOrEqual(50);
});

test('sets further lines of a message under its first', () => {
  expect(printed([{ ...diagnostic, hint: 'Write:\neffective: 2020-02-29' }])).toContain(
    '  To fix it: Write:\n    effective: 2020-02-29\n',
  );
});

test('never sends control characters from a text, a path or a message to the terminal', () => {
  const evil = '\u001B]0;owned\u0007\u202E';
  const place = { path: `policies/${evil}.md`, line: 1, column: 1 };
  const text = printed([{ ...diagnostic, place, message: evil, hint: evil, related: [{ place, message: evil }] }], {
    linesOf: () => [evil],
  });
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
  expect(text.match(/␛\]0;owned␇<U\+202E>/g)).toHaveLength(6);
});

test('colours an error red, a warning yellow', () => {
  const paint = paintFor({ isTTY: true, write: () => {} }, {});
  expect(printed([diagnostic], { paint })).toContain('\u001B[1m\u001B[31merror\u001B[39m\u001B[22m');
  expect(printed([{ ...diagnostic, severity: 'warning' }], { paint })).toContain('\u001B[33mwarning\u001B[39m');
});
