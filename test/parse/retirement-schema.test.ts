import { describe, expect, it } from 'vitest';
import { brief, EDITION, parse } from './written.ts';

function retire(retired: string) {
  return parse({
    'privacy/first.md': EDITION,
    'privacy/policy.yaml': retired,
    'terms/first.md': EDITION,
    'cookies/first.md': EDITION,
  });
}
const configOf = (retired: string) => retire(retired).policies.find(({ slug }) => slug === 'privacy')?.config;
const replacedBy = (value: string) => retire(`retired: {on: 2027-03-01, reason: Merged, replacedBy: ${value}}`);
const hintOn = (value: string) => {
  const { diagnostics } = replacedBy(value);
  expect(brief(diagnostics)).toEqual(['policy-value 1:55']);
  return diagnostics[0]?.hint;
};

describe('retired', () => {
  it('gives the day and the reason', () => {
    expect(configOf('retired: {on: 2027-03-01, reason: The service has ended}')).toEqual({
      retired: { on: '2027-03-01', reason: 'The service has ended', replacedBy: [] },
    });
  });

  it('gives the reason by language', () => {
    const text = 'retired:\r\n  on: 2027-03-01\r\n  reason:\r\n    en: Ended\r\n    RU: Закрыто\r\n';
    expect(configOf(text)?.retired?.reason).toEqual({ en: 'Ended', ru: 'Закрыто' });
  });

  it.each([
    ['terms', ['terms']],
    ['[terms, cookies]', ['terms', 'cookies']],
    ['[terms, "https://acme.example/new"]', ['terms', 'https://acme.example/new']],
    ['[]', []],
  ])('names what comes in its place: %s', (value, expected) => {
    const { policies, diagnostics } = replacedBy(value);
    expect(diagnostics).toEqual([]);
    expect(policies.find(({ slug }) => slug === 'privacy')?.config.retired?.replacedBy).toEqual(expected);
  });

  it.each([
    ['Terms', 'Did you mean “terms”?'],
    ['trems', 'Did you mean “terms”?'],
    ['../terms/', 'Did you mean “terms”?'],
    ['policies/terms', 'Did you mean “terms”?'],
    ['terms.md', 'Did you mean “terms”?'],
    ['imprint', 'Write the name of a policy’s folder (cookies, terms), or the full address'],
    ['privacy', 'Write the name of the folder of another policy'],
    ['"http://acme.example/new"', 'Write “https://acme.example/new”.'],
    ['"http://localhost/new"', 'Write one that begins with “https://”.'],
    ['acme.example/new', 'Write “https://acme.example/new”.'],
    ['"mailto:law@acme.example"', 'Write “https://legal.acme.example/terms/”.'],
    ['"https://…"', 'Write the full address'],
    ['{a: b}', 'Write, for example: “replacedBy: cookies”.'],
  ])('says what to write in place of %s', (value, words) => {
    expect(hintOn(value)).toContain(words);
  });

  it('points at the entry of a list that is wrong', () => {
    expect(brief(replacedBy('[terms, imprint]').diagnostics)).toEqual(['policy-value 1:63']);
    expect(brief(replacedBy('[terms, cookies, terms]').diagnostics)).toEqual(['policy-value 1:72']);
  });

  it('knows that there may be no other policy', () => {
    const text = 'retired: {on: 2027-03-01, reason: Ended, replacedBy: terms}';
    const { diagnostics } = parse({ 'privacy/first.md': EDITION, 'privacy/policy.yaml': text });
    expect(diagnostics[0]?.hint).toContain('There is no other policy');
  });

  it('reports all that is wrong', () => {
    const { diagnostics } = retire('retired:\n  on: 2027-03\n  replacedBy: x\n  since: 2027-03-01\n');
    expect(brief(diagnostics)).toEqual([
      'policy-missing-key 1:1',
      'policy-value 2:7',
      'policy-value 3:15',
      'policy-unknown-key 4:3',
    ]);
  });

  it('is a group of settings', () => {
    const { diagnostics } = retire('retired: 2027-03-01');
    expect(brief(diagnostics)).toEqual(['policy-value 1:10']);
    expect(diagnostics[0]?.hint).toContain('retired: {on: 2027-03-01, reason: The service has ended}');
  });
});
