import { describe, expect, test } from 'vitest';
import type { ReporterName } from '../../src/cli/options.ts';
import type { Outcome } from '../../src/cli/outcome.ts';
import { countText, type ReportContext, report } from '../../src/cli/report.ts';
import { siteFacts } from '../../src/cli/site-facts.ts';
import type { Environment } from '../../src/cli/surroundings.ts';
import type { Diagnostic } from '../../src/index.ts';
import { edition, sampleSite } from './sample-site.ts';
import { fakeSurroundings } from './surroundings.ts';

const CWD = '/home/clerk/legal';
const site = siteFacts(sampleSite({ privacy: [edition('2020-02-04')] }));
const error: Diagnostic = { ...problem('a.md'), severity: 'error' };

function problem(file: string): Diagnostic {
  return {
    ruleId: 'x',
    severity: 'warning',
    place: { path: `policies/${file}`, line: 1, column: 1 },
    message: 'm',
    hint: 'h',
  };
}

interface Circumstances extends Partial<Pick<ReportContext, 'spared' | 'printed'>> {
  readonly reporter?: ReporterName;
  readonly isQuiet?: boolean;
  readonly env?: Environment;
  readonly root?: string;
}

function printed(
  outcome: Outcome,
  { reporter = 'pretty', isQuiet = false, env = {}, root = CWD, ...more }: Circumstances = {},
) {
  const surroundings = fakeSurroundings({ env, cwd: CWD });
  const options = {
    root,
    now: { kind: 'moment', asOf: 0, origin: 'the clock' },
    base: undefined,
    url: undefined,
    drafts: false,
    usesCache: true,
    reporter,
    isStrict: false,
    isQuiet,
    isVerbose: false,
  } as const;
  report(outcome, { options, surroundings, linesOf: () => ['line one'], elapsed: 0, ...more });
  return surroundings.printed;
}

test('counts errors, warnings and files', () => {
  expect(countText([error, error, problem('b.md')])).toBe('2 errors, 1 warning in 2 files.');
  expect(countText([problem('b.md')])).toBe('1 warning in 1 file.');
  expect(countText([{ ruleId: 'x', severity: 'error', message: 'm', hint: 'h' }])).toBe('1 error.');
});

describe('for people', () => {
  test('counts a warning that was printed before, and prints it again only if it is an error', () => {
    const moved = { ...problem('a.md'), place: { path: 'policies/a.md', line: 7 } };
    const { stderr } = printed({ diagnostics: [moved, problem('b.md'), error], site }, { printed: [problem('a.md')] });
    expect(stderr.match(/policies\/\w\.md\S*/g)).toEqual(['policies/b.md:1:1', 'policies/a.md:1:1']);
    expect(stderr).toContain('1 error, 2 warnings in 2 files. Printed above already: 1.');
  });

  test('puts everything on stderr: warnings, their number, the summary', () => {
    const { stdout, stderr } = printed({ diagnostics: [problem('a.md')], site });
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^policies\/a\.md:1:1 {2}warning {2}m\n(?:.*\n)*\n1 warning in 1 file\.\nAs of 25 November 2026/,
    );
  });

  test('gives no summary where there are errors', () => {
    expect(printed({ diagnostics: [error], site }).stderr).toMatch(/\n\n1 error in 1 file\.\n$/);
  });

  test('says that the last site is untouched, if there is one', () => {
    expect(printed({ diagnostics: [error] }, { spared: import.meta.dirname }).stderr).toMatch(
      /1 error in 1 file\. Nothing was written; the site in \S+\/test\/cli\/ is as it was\.\n$/,
    );
    expect(
      printed({ diagnostics: [{ ...error, ruleId: 'output-link' }] }, { spared: import.meta.dirname }).stderr,
    ).toMatch(/in 1 file\. Nothing was written\.\n$/);
    expect(printed({ diagnostics: [error] }, { spared: '/nowhere/dist' }).stderr).toMatch(
      /in 1 file\. Nothing was written\.\n$/,
    );
  });

  test('prints problems only when asked to be quiet', () => {
    expect(printed({ diagnostics: [], site }, { isQuiet: true })).toEqual({ stdout: '', stderr: '' });
    expect(printed({ diagnostics: [problem('a.md')], site }, { isQuiet: true }).stderr).toMatch(
      /1 warning in 1 file\.\n$/,
    );
  });
});

describe('for GitHub', () => {
  test('puts the annotations on stdout, the rest on stderr', () => {
    const { stdout, stderr } = printed({ diagnostics: [problem('a.md')], site }, { reporter: 'github' });
    expect(stdout).toBe('::warning file=policies/a.md,line=1,col=1,title=x::m%0ATo fix it: h\n');
    expect(stderr).toMatch(/^1 warning in 1 file\.\nAs of 25 November 2026/);
  });

  test('relates paths to the repository', () => {
    const circumstances = { reporter: 'github', env: { GITHUB_WORKSPACE: '/home/clerk' }, root: `${CWD}/eu` } as const;
    expect(printed({ diagnostics: [error] }, circumstances).stdout).toContain(' file=legal/eu/policies/a.md,');
  });
});

test('for programs, puts one JSON document on stdout and nothing on stderr', () => {
  for (const diagnostics of [[], [error]]) {
    const { stdout, stderr } = printed({ diagnostics, site }, { reporter: 'json' });
    expect(JSON.parse(stdout).ok).toBe(diagnostics.length === 0);
    expect(stderr).toBe('');
  }
});
