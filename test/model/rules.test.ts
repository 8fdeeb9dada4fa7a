import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LASTING_RULES, SILENCEABLE_RULES } from '../../src/model/rules.ts';

const ALL = [...SILENCEABLE_RULES, ...LASTING_RULES];
const README = readFileSync('README.md', 'utf8');
const ROWS = README.slice(README.indexOf('### Rules'), README.indexOf('As a library'))
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const ids = (line.split(' | ')[0] ?? '').match(/(?<=`)[a-z]+(?:-[a-z]+)*(?=`)/g) ?? [];
    return { ids, isWarning: /\bW\b/.test(line) };
  });

test('every rule of the table in README is known, and none is in both lists', () => {
  const ids = ROWS.flatMap((row) => row.ids);
  expect(ids.length).toBeGreaterThan(120);
  expect(ids.filter((id) => !ALL.includes(id))).toEqual([]);
  expect(ALL.filter((id, index) => ALL.indexOf(id) !== index)).toEqual([]);
});

test('what can be silenced is called a warning in README', () => {
  const warnings = ROWS.flatMap(({ ids, isWarning }) => (isWarning ? ids : []));
  const families = ['edition-encoding', 'edition-lost-text', 'policy-encoding', 'policy-lost-text'];
  expect(SILENCEABLE_RULES.filter((id) => !warnings.includes(id) && !families.includes(id))).toEqual([]);
});

test('every rule that the sources name is known, and every warning of a text can be silenced', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const read = (paths: readonly string[]) => paths.map((path) => readFileSync(`src/${path}`, 'utf8')).join('\n');
  const named = [...read(files).matchAll(/(?:ruleId|\bid): '([a-z]+(?:-[a-z]+)+)'/g)].map(([, id]) => id);
  expect(named.filter((id) => id !== undefined && !ALL.includes(id))).toEqual([]);
  const texts = read(files.filter((path) => /^(?:validate|render|diff)\b/.test(path)));
  const warned = [...texts.matchAll(/ruleId: '([a-z-]+)',\s*severity: 'warning'/g)].map(([, id]) => id);
  expect(warned.length).toBeGreaterThan(3);
  expect(warned.filter((id) => id !== undefined && !SILENCEABLE_RULES.includes(id))).toEqual([]);
});
