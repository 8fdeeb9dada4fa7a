import { expect, test } from 'vitest';
import { exitCodeOf, raiseWarnings } from '../../src/cli/outcome.ts';
import type { Diagnostic } from '../../src/index.ts';

function problem(ruleId: string, severity: 'error' | 'warning' = 'error'): Diagnostic {
  return { ruleId, severity, message: 'a', hint: 'b' };
}

test.each([
  ['nothing', [], 0],
  ['warnings only', [problem('edition-summary', 'warning'), problem('site-notice', 'warning')], 0],
  ['an error in the content', [problem('edition-date')], 1],
  ['an error in the configuration', [problem('site-time-zone')], 2],
  ['an error of the output folder', [problem('output-is-root')], 2],
  ['both kinds', [problem('edition-date'), problem('site-time-zone')], 2],
  [
    'an error in the content and a warning of the configuration',
    [problem('edition-date'), problem('site-x', 'warning')],
    1,
  ],
])('exits by %s', (_, diagnostics, code) => {
  expect(exitCodeOf(diagnostics)).toBe(code);
});

test('raises warnings to errors', () => {
  expect(exitCodeOf(raiseWarnings([problem('edition-summary', 'warning')]))).toBe(1);
});
