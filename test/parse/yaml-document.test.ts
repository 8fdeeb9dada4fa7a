import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/parse/yaml-document.ts';
import { brief } from './written.ts';

const read = (text: string, family: 'edition' | 'site' = 'edition') => readYaml({ path: 'a.md', text, family });
const valueIn = (text: string) => read(text).value?.value;
const only = (text: string) => {
  const { diagnostics } = read(text);
  expect(diagnostics).toHaveLength(1);
  return diagnostics[0];
};

describe('readYaml', () => {
  it('leaves every scalar as the text that was typed', () => {
    const text = 'a: 1.10\nb: 2020-02-04\nc: yes\nd: null\ne: 0x1F\nf: 1_000\ng: .inf\nh: ~\ni: 012\nj:\n';
    expect(valueIn(text)).toEqual({
      ...{ a: '1.10', b: '2020-02-04', c: 'yes', d: 'null', e: '0x1F', f: '1_000' },
      ...{ g: '.inf', h: '~', i: '012', j: '' },
    });
  });

  it('takes nothing written for no settings', () => {
    expect(valueIn('\n# note\n')).toEqual({});
  });

  it('gives the places of keys and values, and of what is nearest to what is not there', () => {
    const { placeOf } = read('\ntitle: A b\nlist:\n  - {on: x}\nempty:\n').value ?? {};
    expect(placeOf?.(['title'], 'key')).toEqual({ path: 'a.md', line: 2, column: 1, endLine: 2, endColumn: 6 });
    expect(placeOf?.(['title'], 'value')).toEqual({ path: 'a.md', line: 2, column: 8, endLine: 2, endColumn: 11 });
    expect(placeOf?.(['list', 0, 'on'], 'value')).toMatchObject({ line: 4, column: 10 });
    expect(placeOf?.(['list', 0, 'off'], 'key')).toMatchObject({ line: 4, column: 5 });
    expect(placeOf?.(['empty'], 'value')).toMatchObject({ line: 5, column: 1 });
    expect(placeOf?.(['absent'], 'value')).toEqual({ path: 'a.md', line: 2, column: 1 });
  });

  it.each([
    ['title: Policy #2', '#2', 15],
    ['title: #1 policy', '#1 policy', 8],
    ['- #1', '#1', 3],
  ])('makes an error of the text that would be lost: %s', (text, lost, column) => {
    const found = only(text);
    expect(found).toMatchObject({ ruleId: 'edition-lost-text', severity: 'error', place: { line: 1, column } });
    expect(found?.message).toContain(`“${lost}”`);
    expect(found?.hint).toContain('quotation marks');
  });

  it('warns of a note behind a value in front matter, and not in site.yaml', () => {
    expect(only('title: Terms # final')).toMatchObject({ ruleId: 'edition-lost-text', severity: 'warning' });
    expect(read('title: Terms   # required', 'site').diagnostics).toEqual([]);
    expect(brief(read('title: Policy #2', 'site').diagnostics)).toEqual(['site-lost-text 1:15']);
  });

  it.each(['# a note\ntitle: A', 'title: "Policy #2" # a note', 'title: A#2', 'a: |\n  # text\n', 'title: "#2"'])(
    'finds nothing lost in %j',
    (text) => {
      expect(read(text).diagnostics).toEqual([]);
    },
  );

  it.each([
    ['title: &Co Terms', 8],
    ['title: *Terms*', 8],
    ['title: **Terms**', 8],
    ['title: !important Terms', 8],
    ['a: !!binary aGk=', 4],
    ['a: b\n...\nc: d', 1],
    ['a: b\n---\nc: d', 1],
    ['%YAML 1.1\n---\na: yes', 1],
    ['a: b\n? c', 1],
  ])('refuses what YAML would not read as text: %j', (text, column) => {
    const found = only(text);
    expect(found).toMatchObject({ ruleId: 'edition-yaml', severity: 'error', place: { column } });
    expect(read(text).value).toBeUndefined();
  });

  it('never places an error behind the last line', () => {
    const { diagnostics } = readYaml({ family: 'site', path: 'site.yaml', text: 'title: {\n' });
    expect(diagnostics.map(({ place }) => place)).toEqual([{ path: 'site.yaml', line: 1, column: 9 }]);
  });

  it('takes a line --- at the beginning of a settings file', () => {
    expect(valueIn('# note\n---\na: b\n')).toEqual({ a: 'b' });
  });

  it.each([
    ['title: A\n\teffective: B', 2],
    ['\ttitle: A', 1],
    ['a:\n  \t- b', 2],
  ])('explains a tab that indents: %j', (text, line) => {
    const found = only(text);
    expect(found?.place?.line).toBe(line);
    expect(found?.message).toContain('tab');
    expect(found?.hint).toContain('spaces');
  });

  it('reads a tab between a name and its value', () => {
    expect(valueIn('title:\tA')).toEqual({ title: 'A' });
  });

  it('reports each key that is given twice, at the second place', () => {
    expect(brief(read('a: 1\na: 2\nb: {c: 1, c: 2}\n').diagnostics)).toEqual(['edition-yaml 2:1', 'edition-yaml 3:11']);
    expect(only('title: A\ntitle: B')?.message).toContain('“title” is given twice');
  });

  it.each([
    ['title: Policy: overview', 'title: "Policy: overview"'],
    ['title: [draft] Terms', 'title: "[draft] Terms"'],
    ['title: "Terms" of use', `title: '"Terms" of use'`],
    ["title: 'It's", 'title: "It\'s"'],
    ['title: @acme', 'title: "@acme"'],
    ['title: `terms`', 'title: "`terms`"'],
    ['title: - terms', 'title: "- terms"'],
  ])('shows how to quote %j, and what it shows can be read', (text, cure) => {
    const written = cure.slice('title: '.length);
    expect(only(`${text}\nb: c`)?.hint).toContain(`“${cure}”`);
    expect(valueIn(`title: ${written}`)).toHaveProperty('title');
  });

  it.each([
    ['title: "Terms\nb: c\n', 'none closes it', '1:8'],
    ['title: "a\\d"', 'backslash', '1:10'],
    ['title: A\n  effective: B', 'The line below is indented', '1:8'],
    ['title: {{company}} policy', 'never filled in', '1:9'],
    ['a:\u00a0b\nc: d', 'no-break space', '1:1'],
  ])('puts %j into words: %s', (text, words, place) => {
    expect(only(text)?.message).toContain(words);
    expect(brief(read(text).diagnostics)).toEqual([`edition-yaml ${place}`]);
  });

  it('refuses control characters that are written as escapes', () => {
    expect(only('title: "a\\u202Eb"')).toMatchObject({ ruleId: 'edition-encoding', place: { line: 1, column: 8 } });
    expect(only('list: [a, "b\\0"]')).toMatchObject({ ruleId: 'edition-encoding', place: { line: 1, column: 11 } });
  });

  it.each([
    ['brackets', `a: ${'['.repeat(60_000)}`],
    ['braces', `a: ${'{a: '.repeat(15_000)}`],
    ['list marks', '- '.repeat(30_000)],
    ['question marks', '? '.repeat(30_000)],
    ['anchors', `a: ${'&a '.repeat(20_000)}`],
    ['aliases', `a: &a [x]\nb: [${'*a, '.repeat(15_000)}]`],
    ['more than 65,536 characters', `a: ${'b'.repeat(65_536)}`],
  ])('gives a few diagnostics for a bomb of %s', (_, text) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(20);
    expect(diagnostics.every(({ severity }) => severity === 'error')).toBe(true);
  });
});
