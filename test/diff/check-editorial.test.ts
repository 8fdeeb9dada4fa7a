import { expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { sources } from '../builders.ts';
import { themeFiles } from '../theme/theme-files.ts';

const SITE = 'title: Acme\nurl: https://acme.example\ntimeZone: UTC\nlanguages: [en]\n';

const edition = (effective: string, text: string, more = '') =>
  `---\ntitle: Privacy\neffective: ${effective}\nsummary: Some.\n${more}---\n\n## 1. Logs\n\n${text}\n`;

/** The warnings of a policy whose second edition says this. */
async function warnings(text: string, more = 'change: editorial\n', config = '') {
  const files = {
    'policies/site.yaml': SITE,
    'policies/privacy/2020-01-01.md': edition('2020-01-01', 'We keep logs for 30 days.'),
    'policies/privacy/2021-01-01.md': edition('2021-01-01', text, more),
    ...(config === '' ? {} : { 'policies/privacy/policy.yaml': config }),
  };
  const { diagnostics } = await build({ sources: sources(files), theme: await themeFiles(), asOf: '2022-01-01' });
  return diagnostics.filter(({ ruleId }) => ruleId === 'editorial-but-substantive');
}

it('warns at the line that calls a change editorial, with the clause that is more', async () => {
  const [warning, ...others] = await warnings('We keep logs for 90 days.');
  expect(others).toEqual([]);
  expect(warning).toMatchObject({
    severity: 'warning',
    place: { path: 'policies/privacy/2021-01-01.md', line: 5, column: 1 },
    message:
      'The change is called editorial, but compared with 2020-01-01 in 1 a period changed from “30 days” to “90 days”.',
  });
  expect(warning?.related).toEqual([
    {
      place: { path: 'policies/privacy/2021-01-01.md', line: 8, column: 1 },
      message: 'in 1 a period changed from “30 days” to “90 days”.',
    },
  ]);
});

it('is content with a change of wording, and with a change that is not called editorial', async () => {
  expect(await warnings('We store logs for 30 days.')).toEqual([]);
  expect(await warnings('We keep logs for 90 days.', 'change: substantive\n')).toEqual([]);
  expect(await warnings('We keep logs for 90 days.', '')).toEqual([]);
});

it('warns of a clause that applies from a later day only', async () => {
  const [warning] = await warnings('1.1. We keep logs for 30 days. {from=2021-06-01}');
  expect(warning?.message).toContain('a passage was added: “Applies from 1 June 2021.”');
});

it('can be silenced with a reason', async () => {
  const silence = 'silence:\n  - {rule: editorial-but-substantive, reason: It was 90 in the contract all along}\n';
  expect(await warnings('We keep logs for 90 days.', 'change: editorial\n', silence)).toEqual([]);
});
