import { expect, test } from 'vitest';
import { githubReport } from '../../../src/cli/reporters/github.ts';
import type { Diagnostic } from '../../../src/index.ts';

const diagnostic: Diagnostic = {
  ruleId: 'edition-date',
  severity: 'error',
  place: { path: 'policies/privacy/2020-02-30.md', line: 3, column: 12 },
  message: 'There is no such day.',
  hint: 'Write 2020-02-29.',
};

function printed(changes: Partial<Diagnostic>, folders = { root: '/repo', repository: '/repo' }): string {
  return githubReport([{ ...diagnostic, ...changes }], folders);
}

test('writes a workflow command that marks the line', () => {
  expect(printed({})).toBe(
    '::error file=policies/privacy/2020-02-30.md,line=3,col=12,title=edition-date::There is no such day.%0ATo fix it: Write 2020-02-29.\n',
  );
});

test('names paths as seen from the repository, wherever the root is', () => {
  expect(printed({}, { root: '/repo/legal/eu', repository: '/repo' })).toContain(' file=legal/eu/policies/privacy/');
});

test('warns where it is a warning, and leaves out what is not known', () => {
  expect(printed({ severity: 'warning', place: { path: 'policies/site.yaml' } })).toMatch(
    /^::warning file=policies\/site\.yaml,title=edition-date::/,
  );
  expect(
    githubReport([{ ruleId: 'x', severity: 'error', message: 'a', hint: 'b' }], { root: '/', repository: '/' }),
  ).toBe('::error title=x::a%0ATo fix it: b\n');
});

test('escapes what would end the command, a property or the line', () => {
  const place = { path: 'policies/a,b:c%.md', line: 1, column: 1 };
  const text = printed({ place, message: '100%: a, b\nc\r::warning::d', hint: 'e' });
  expect(text).toBe(
    '::error file=policies/a%2Cb%3Ac%25.md,line=1,col=1,title=edition-date::100%25: a, b%0Ac␍::warning::d%0ATo fix it: e\n',
  );
});

test('tells the related places in the message', () => {
  const related = [{ place: { path: 'policies/x.md', line: 2 }, message: 'The other one.' }];
  expect(printed({ related })).toContain('%0ASee policies/x.md:2: The other one.\n');
});

test('writes one line for each problem', () => {
  const text = githubReport([diagnostic, diagnostic], { root: '/repo', repository: '/repo' });
  expect(text.trimEnd().split('\n')).toHaveLength(2);
});
