import { describe, expect, it } from 'vitest';
import { isConfigurationProblem } from '../../src/model/diagnostic.ts';
import { brief, parseSite } from './written.ts';

const LEAST = 'title: Acme policies\nurl: https://legal.acme.example\ntimeZone: Europe/Moscow\n';

const withLine = (line: string) => parseSite(`${LEAST}${line}\n`);
const withValue = (key: 'url' | 'timeZone', value: string) =>
  parseSite(LEAST.replace(new RegExp(`${key}: .*`), `${key}: "${value}"`));

function onlyProblem({ diagnostics }: ReturnType<typeof parseSite>) {
  expect(diagnostics).toHaveLength(1);
  const [found] = diagnostics;
  if (found === undefined) throw new Error('No problem');
  return found;
}

describe('site.yaml', () => {
  it('needs a title, an address and a time zone, and has defaults for the rest', () => {
    expect(parseSite(LEAST).site).toEqual({
      title: 'Acme policies',
      url: 'https://legal.acme.example',
      base: '/',
      timeZone: 'Europe/Moscow',
      languages: ['en'],
    });
  });

  it('says everything that DESIGN lets it say', () => {
    const { site, diagnostics } = parseSite(`title: {en: Acme policies, ru: Документы Acme}
url: https://legal.acme.example/
base: /legal/
timeZone: Europe/Moscow
languages: [en, ru]   # the first is the default
organization:
  name: Acme LLC
  address: {EN: 1 Main Street, ru: "Главная улица, 1"}
  identifiers: [{name: OGRN, value: "1027700132195"}]
  contacts: [{name: {en: Telephone, ru: Телефон}, value: +7 495 000 00 00}]
feedback:
  endpoint: https://forms.acme.example/policy?site=1
  kind: generic
  fields:
    - {name: topic, type: select, label: Topic, options: [{en: A question, ru: Вопрос}, Other]}
    - {name: message, type: textarea, required: true, label: Message, maxLength: "4000", autocomplete: off}
noticeDays: "30"
`);
    expect(diagnostics).toEqual([]);
    expect(site).toEqual({
      title: { en: 'Acme policies', ru: 'Документы Acme' },
      url: 'https://legal.acme.example',
      base: '/legal/',
      timeZone: 'Europe/Moscow',
      languages: ['en', 'ru'],
      organization: {
        name: 'Acme LLC',
        address: { en: '1 Main Street', ru: 'Главная улица, 1' },
        identifiers: [{ name: 'OGRN', value: '1027700132195' }],
        contacts: [{ name: { en: 'Telephone', ru: 'Телефон' }, value: '+7 495 000 00 00' }],
      },
      feedback: {
        endpoint: 'https://forms.acme.example/policy?site=1',
        kind: 'generic',
        fields: [
          {
            name: 'topic',
            type: 'select',
            required: false,
            label: 'Topic',
            options: [{ en: 'A question', ru: 'Вопрос' }, 'Other'],
          },
          {
            name: 'message',
            type: 'textarea',
            required: true,
            label: 'Message',
            options: [],
            maxLength: 4000,
            autocomplete: 'off',
          },
        ],
      },
      noticeDays: 30,
    });
  });

  it('names everything that is missing in an empty file, with an example of each', () => {
    const { site, diagnostics } = parseSite('');
    expect(site).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '“timeZone” is missing.',
      '“title” is missing.',
      '“url” is missing.',
    ]);
    expect(diagnostics.map(({ hint }) => hint)).toContain('Add a line such as “timeZone: Europe/Moscow”.');
    expect(diagnostics.every(isConfigurationProblem)).toBe(true);
  });

  it('calls a misspelt setting unknown, and not missing too', () => {
    const { diagnostics } = parseSite(LEAST.replace('title', 'titel').replace('timeZone', 'time_zone'));
    expect(diagnostics.map(({ hint }) => hint)).toEqual(['Did you mean “title”?', 'Did you mean “timeZone”?']);
    expect(brief(diagnostics)).toEqual(['site-unknown-key 1:1', 'site-unknown-key 3:1']);
  });

  it('lists what can stand where it cannot guess', () => {
    expect(onlyProblem(withLine('analytics: yes')).hint).toContain('title, url, base, timeZone, languages');
  });

  it.each(['- a', 'hello'])('explains that %j is no group of settings', (text) => {
    expect(onlyProblem(parseSite(text)).message).toBe('This must be a group of settings, each with its name.');
  });

  it.each([
    ['moscow', 'Did you mean “Europe/Moscow”?'],
    ['Europe/Moskow', 'Did you mean “Europe/Moscow”?'],
    ['new york', 'Did you mean “America/New_York”?'],
    ['America/New York', 'Did you mean “America/New_York”?'],
    ['MSK', 'the region, a slash and a large city'],
    ['EST', 'the region, a slash and a large city'],
    ['BST', 'the region, a slash and a large city'],
    ['UTC+3', 'the region, a slash and a large city'],
    ['+03:00', 'the region, a slash and a large city'],
    ['Atlantis', 'the region, a slash and a large city'],
    ['', 'the region, a slash and a large city'],
  ])('refuses the time zone %j', (zone, hint) => {
    const problem = onlyProblem(withValue('timeZone', zone));
    expect(problem).toMatchObject({ ruleId: 'site-value', place: { line: 3, column: 11 } });
    expect(problem.hint).toContain(hint);
  });

  it.each(['UTC', 'GMT', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires'])('takes the time zone %s', (zone) => {
    expect(withValue('timeZone', zone).site?.timeZone).toBe(zone);
  });

  it.each([
    ['legal.acme.example', 'Write “https://legal.acme.example”.'],
    ['http://legal.acme.example', 'Write “https://legal.acme.example”.'],
    [
      'https://acme.example/legal',
      'Give “https://acme.example” as the address (url) and “/legal/” as the path (base).',
    ],
    ['https://acme.example/?a=b', 'Write “https://acme.example”.'],
    ['https://me:secret@acme.example', 'before the “@”'],
    ['https://<company>.example', 'such as “https://legal.acme.example”'],
    ['https://…', 'such as “https://legal.acme.example”'],
    ['TODO', 'such as “https://legal.acme.example”'],
    ['', 'such as “https://legal.acme.example”'],
    ['https://a b.example', '“https://legal.acme.example”'],
    ['javascript:alert(1)', '“https://legal.acme.example”'],
  ])('refuses the address %j', (url, hint) => {
    const problem = onlyProblem(withValue('url', url));
    expect(problem).toMatchObject({ ruleId: 'site-value', place: { line: 2, column: 6 } });
    expect(problem.hint).toContain(hint);
  });

  it.each([
    ['http://localhost:8080', 'http://localhost:8080'],
    ['https://legal.acme.example/', 'https://legal.acme.example'],
    ['https://пример.рф', 'https://xn--e1afmkfd.xn--p1ai'],
  ])('takes the address %s as %s', (url, origin) => {
    expect(withValue('url', url).site?.url).toBe(origin);
  });

  it.each([
    ['legal', '/legal/'],
    ['/legal', '/legal/'],
    ['legal/', '/legal/'],
    ['//a//b//', '/a/b/'],
    ['', '/'],
  ])('tells how to write the base %j', (base, cure) => {
    expect(onlyProblem(withLine(`base: "${base}"`)).hint).toBe(`Write “${cure}”.`);
  });

  it.each(['/a b/', '/../', '/./', 'https://acme.example/', '/a?b/', '/a\\\\b/'])('refuses the base %j', (base) => {
    expect(onlyProblem(withLine(`base: "${base}"`)).message).toContain('is not a path of a site');
  });

  it.each([
    ['http://forms.acme.example/', 'Write “https://forms.acme.example/”.'],
    ['{{endpoint}}', 'such as'],
    ['…', 'such as'],
    ['https://forms.acme.example/<id>', 'such as'],
    ['/feedback', 'https://forms.acme.example/policy'],
    ['https://forms.acme.example/#a', 'Write “https://forms.acme.example/”.'],
  ])('refuses the endpoint %j', (endpoint, hint) => {
    const problem = onlyProblem(withLine(`feedback: {endpoint: "${endpoint}"}`));
    expect(problem.place).toMatchObject({ line: 4, column: 22 });
    expect(problem.hint).toContain(hint);
  });

  it.each(['http://localhost:8787/', 'http://127.0.0.1:8787/', 'http://[::1]:8787/'])(
    'takes the endpoint %s, which is on this machine',
    (endpoint) => {
      expect(withLine(`feedback: {endpoint: "${endpoint}"}`).site?.feedback?.endpoint).toBe(endpoint);
    },
  );

  it.each(['30 days', '0', '-1', '1001', '1e2', '30.5', '٣٠', ''])('refuses %j days of notice', (days) => {
    expect(onlyProblem(withLine(`noticeDays: "${days}"`)).message).toContain('not a whole number from 1 to 1000');
  });

  it.each([
    ['languages: en', 'This must be a list'],
    ['languages: []', 'No language is given'],
    ['languages: [en, zh_Hans]', 'not a language tag'],
    ['languages: [english]', 'not a language tag'],
    ['languages: [en, ru, EN]', '“EN” is given twice'],
  ])('refuses %s', (line, words) => {
    expect(onlyProblem(withLine(line)).message).toContain(words);
  });

  it('shows how a language tag is spelled', () => {
    expect(onlyProblem(withLine('languages: [en, zh_Hans]')).hint).toBe('Write “zh-Hans”.');
  });

  it('refuses text in a language that the site does not have, at the language', () => {
    const { diagnostics } = withLine('organization: {name: {en: Acme, de: Acme}}');
    expect(brief(diagnostics)).toEqual(['site-value 4:33']);
    expect(diagnostics[0]?.message).toContain('(en)');
  });

  it('explains a comma that ended a value too early', () => {
    const { diagnostics } = withLine('organization: {name: Acme, address: {en: Main Street, 1}}');
    expect(brief(diagnostics)).toEqual(['site-value 4:55']);
    expect(diagnostics[0]?.message).toContain('“1” is taken for a setting of its own');
  });

  it('reports every language that the site does not have', () => {
    const { diagnostics } = withLine('organization: {name: {en: Acme, de: Acme, fr: Acme}}');
    expect(brief(diagnostics)).toEqual(['site-value 4:33', 'site-value 4:43']);
  });

  it('says nothing of languages in texts while the languages themselves are not known', () => {
    expect(brief(withLine('languages: [en, zh_Hans]\norganization: {name: {fr: Acme}}').diagnostics)).toEqual([
      'site-value 4:17',
    ]);
  });

  it('reports every problem of the form in one run', () => {
    const { diagnostics } = withLine(`feedback:
  endpoint: https://forms.acme.example/
  kind: netlfy
  fields:
    - {name: topic, type: select, label: Topic}
    - {name: a b, label: A, required: yes}
    - {nmae: c, label: C}
    - message
    - {name: d, type: area, label: {}}`);
    expect(brief(diagnostics)).toEqual([
      'site-value 6:9',
      'site-value 8:27',
      'site-value 9:14',
      'site-value 9:39',
      'site-unknown-key 10:8',
      'site-value 11:7',
      'site-value 12:23',
      'site-value 12:36',
    ]);
  });

  it('refuses a second field of the same name, and choices where there is nothing to choose', () => {
    const fields = '[{name: a, label: A}, {name: a, label: B}]';
    expect(
      onlyProblem(withLine(`feedback: {endpoint: "https://a.acme.example/", fields: ${fields}}`)).message,
    ).toContain('an earlier field');
    const choices = '[{name: a, label: A, options: [x]}]';
    expect(
      onlyProblem(withLine(`feedback: {endpoint: "https://a.acme.example/", fields: ${choices}}`)).message,
    ).toContain('Only a field of the type “select”');
  });
});

describe('overrides of site.yaml', () => {
  it('replace its address and its base', () => {
    const { site } = parseSite(`${LEAST}base: /a/\n`, { base: '/b/', url: 'https://other.example/' });
    expect(site).toMatchObject({ base: '/b/', url: 'https://other.example' });
  });

  it('obey the same rules, and have no place', () => {
    const { site, diagnostics } = parseSite(LEAST, { base: 'b', url: 'http://other.example' });
    expect(site).toBeUndefined();
    expect(diagnostics.map(({ ruleId, place }) => ({ ruleId, place }))).toEqual([
      { ruleId: 'site-value', place: undefined },
      { ruleId: 'site-value', place: undefined },
    ]);
    expect(diagnostics.map(({ hint }) => hint).sort()).toEqual(['Write “/b/”.', 'Write “https://other.example”.']);
  });
});
