import { expect, test } from 'vitest';
import type { Outcome } from '../../../src/cli/outcome.ts';
import { jsonReport } from '../../../src/cli/reporters/json.ts';
import { siteFacts } from '../../../src/cli/site-facts.ts';
import type { Diagnostic } from '../../../src/index.ts';
import { edition, sampleSite } from '../sample-site.ts';

const warning: Diagnostic = { ruleId: 'x', severity: 'warning', message: 'a', hint: 'b' };

function read(outcome: Outcome) {
  return JSON.parse(jsonReport(outcome));
}

test('is one document whose members stand in a fixed order', () => {
  const site = sampleSite({
    privacy: [edition('2020-02-04'), edition('2027-01-01', '2027-01-01T12:00+03:00')],
    terms: [edition('2028-01-01')],
  });
  const written = {
    out: '/x/dist',
    isDryRun: false,
    written: 3,
    unchanged: 2,
    removed: 1,
  };
  const place = { path: 'policies/a.md', line: 3 };
  const outcome = {
    diagnostics: [
      { ...warning, hint: 'b', message: 'a', place, related: [{ message: 'c', place: { path: 'policies/b.md' } }] },
    ],
    site: siteFacts(site),
    written,
  };
  expect(jsonReport(outcome)).toBe(`\
{
  "version": 1,
  "asOf": "2026-11-25T09:00:00.000Z",
  "ok": true,
  "diagnostics": [
    {
      "ruleId": "x",
      "severity": "warning",
      "place": {
        "path": "policies/a.md",
        "line": 3,
        "column": null,
        "endLine": null,
        "endColumn": null
      },
      "message": "a",
      "hint": "b",
      "related": [
        {
          "place": {
            "path": "policies/b.md",
            "line": null,
            "column": null,
            "endLine": null,
            "endColumn": null
          },
          "message": "c"
        }
      ]
    }
  ],
  "summary": {
    "errors": 0,
    "warnings": 1,
    "timeZone": "Europe/Moscow",
    "nextChange": "2027-01-01T09:00:00.000Z",
    "pages": 2,
    "policies": [
      {
        "policy": "privacy",
        "inForce": {
          "edition": "2020-02-04",
          "since": "2020-02-04"
        },
        "announced": [
          {
            "edition": "2027-01-01",
            "from": "2027-01-01T12:00+03:00"
          }
        ]
      },
      {
        "policy": "terms",
        "inForce": null,
        "announced": [
          {
            "edition": "2028-01-01",
            "from": "2028-01-01"
          }
        ]
      }
    ],
    "output": {
      "dryRun": false,
      "written": 3,
      "unchanged": 2,
      "removed": 1
    }
  }
}
`);
});

test('has all its members even if the configuration could not be read', () => {
  expect(read({ diagnostics: [{ ...warning, severity: 'error' }] })).toEqual({
    version: 1,
    asOf: null,
    ok: false,
    diagnostics: [{ ruleId: 'x', severity: 'error', place: null, message: 'a', hint: 'b', related: [] }],
    summary: { errors: 1, warnings: 0, timeZone: null, nextChange: null, pages: null, policies: [], output: null },
  });
});

test('escapes what a terminal would obey, and reads back as it was', () => {
  const message = 'a\u009B31m\u202E\u2028\u{E0001}\u001B[2J é政😀';
  const text = jsonReport({ diagnostics: [{ ...warning, message }] });
  expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\u2028/u);
  expect(text).toContain('é政😀');
  expect(JSON.parse(text).diagnostics[0].message).toBe(message);
});
