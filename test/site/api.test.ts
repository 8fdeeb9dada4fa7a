/** `UPDATE_EXPECTED=1` rewrites schemas/policies.schema.json, never on CI. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseSpan } from '../../src/model/civil-date.ts';
import { type PoliciesDocument, policiesSchema } from '../../src/model/policies-document.ts';
import { policiesJson } from '../../src/site/api.ts';
import { arrangedSite, type PolicyCase, type SiteCase } from '../arranged-site.ts';
import { edition, moment, text, withdrawn } from '../builders.ts';

const SCHEMA = fileURLToPath(new URL('../../schemas/policies.schema.json', import.meta.url));

const contentOf = (policies: Readonly<Record<string, PolicyCase>>, options?: SiteCase) =>
  String(policiesJson(arrangedSite(policies, options)).content);

function documentOf(policies: Readonly<Record<string, PolicyCase>>, options?: SiteCase): PoliciesDocument {
  return JSON.parse(contentOf(policies, options));
}

/** The only policy of the site. */
function policyOf(given: PolicyCase, options?: SiteCase) {
  const [found] = documentOf({ privacy: given }, options).policies;
  if (found === undefined) throw new Error('No policy');
  return found;
}

const cohorts = [
  { to: { en: 'new accounts', ru: 'новых учётных записей' }, from: moment('2027-01-01') },
  { to: 'old accounts', from: moment('2027-03-01') },
];
const unknown = edition('2015-12-31', {
  id: '2015',
  onset: 'unknown',
  published: parseSpan('2015') ?? moment('2015-12-31'),
});
const russian = text('', { language: 'ru', title: 'Политика', summary: 'Дата.' });
const bilingual = edition('2020-02-04', {
  version: '1.10',
  published: moment('2020-01-28T12:00+03:00'),
  texts: [text('', { summary: 'A date.' }), russian],
});

/** One of everything that an edition can be. */
const ALL: Readonly<Record<string, PolicyCase>> = {
  privacy: [unknown, bilingual, withdrawn('2021-01-01', '2022-01-01'), edition('2027-01-01', { cohorts })],
  terms: {
    editions: [edition('2019-01-01'), edition('2026-12-01', { announcedEffective: [moment('2026-10-01')] })],
    retired: { on: '2027-06-01', reason: 'Shop closed', replacedBy: ['privacy', 'https://acme.example/x'] },
  },
};
const RUSSIAN_TOO = { config: { languages: ['en', 'ru'], base: '/legal/' } } as const;

describe('policies.json', () => {
  it('says nothing that its schema does not describe', () => {
    const document = documentOf(ALL, RUSSIAN_TOO);
    expect(policiesSchema.parse(document)).toEqual(document);
  });

  it('has a JSON Schema that follows its schema', () => {
    const schema = `${JSON.stringify(z.toJSONSchema(policiesSchema, { io: 'input' }), undefined, 2)}\n`;
    if (process.env.UPDATE_EXPECTED === '1' && process.env.CI === undefined) writeFileSync(SCHEMA, schema);
    expect(readFileSync(SCHEMA, 'utf8')).toBe(schema);
  });

  it('is the same for the same site, indented, and ends with a line feed', () => {
    const content = contentOf(ALL, RUSSIAN_TOO);
    expect(contentOf(ALL, RUSSIAN_TOO)).toBe(content);
    expect(content).toMatch(/^\{\n {2}"version": 1,\n {2}"asOf": "2026-11-25T09:00:00\.000Z",\n/);
    expect(content.endsWith('}\n')).toBe(true);
  });

  it('tells the next change of all policies, and null where there is none', () => {
    expect(documentOf(ALL)).toMatchObject({ nextChange: '2026-11-30T21:00:00.000Z' });
    expect(documentOf({ privacy: [edition('2020-02-04')] }).nextChange).toBeNull();
  });

  it('gives absolute addresses in each language that has the page', () => {
    const [privacy, terms] = documentOf(ALL, RUSSIAN_TOO).policies;
    const root = 'https://legal.acme.example/legal/';
    expect(documentOf(ALL, RUSSIAN_TOO).site).toMatchObject({ url: root, urls: { en: root, ru: `${root}ru/` } });
    expect(privacy?.urls).toEqual({ en: `${root}privacy/`, ru: `${root}ru/privacy/` });
    expect(terms?.urls).toEqual({ en: `${root}terms/` });
    expect(privacy?.editions.map(({ urls }) => Object.keys(urls))).toEqual([['en'], ['en', 'ru'], ['en'], ['en']]);
    expect(privacy?.editions[1]?.urls.ru).toBe(`${root}ru/privacy/2020-02-04/`);
  });

  it('tells titles and summaries in the languages they were written in', () => {
    const [privacy] = documentOf(ALL, RUSSIAN_TOO).policies;
    expect(privacy?.titles).toEqual({ en: 'Privacy policy', ru: 'Политика' });
    expect(privacy?.editions[1]).toMatchObject({
      titles: { en: 'Privacy policy', ru: 'Политика' },
      summaries: { en: 'A date.', ru: 'Дата.' },
    });
    expect(privacy?.editions[0]?.summaries).toEqual({});
  });

  it('keeps days, instants and labels as they were written, with the instant beside', () => {
    expect(policyOf([bilingual]).editions[0]).toMatchObject({
      version: '1.10',
      effective: '2020-02-04',
      effectiveInstant: '2020-02-03T21:00:00.000Z',
      published: '2020-01-28T12:00+03:00',
      periods: [{ from: '2020-02-04', fromInstant: '2020-02-03T21:00:00.000Z', until: null, untilInstant: null }],
    });
  });

  it('names which editions are in force, announced and withdrawn', () => {
    const policy = policyOf([edition('2020-02-04'), withdrawn('2021-01-01', '2022-01-01'), edition('2027-01-01')]);
    expect(policy).toMatchObject({ inForce: '2020-02-04', announced: ['2027-01-01'], retired: null });
    expect(policy.editions.map(({ status, state }) => [status, state])).toEqual([
      ['in-force', 'in-force'],
      ['withdrawn', 'withdrawn'],
      ['announced', 'announced'],
    ]);
    expect(policy.editions[1]?.withdrawn).toEqual({ on: '2022-01-01', reason: 'Issued in error' });
    expect(policyOf([edition('2027-01-01')])).toMatchObject({ inForce: null, announced: ['2027-01-01'] });
  });

  it('cuts all of time into answers', () => {
    const [privacy] = documentOf(ALL).policies;
    const [, , , , , , staggered] = privacy?.stretches ?? [];
    expect(privacy?.stretches.map(({ from, until, answer }) => [from, until, answer.kind])).toEqual([
      [null, '2015-01-01', 'before-first'],
      ['2015-01-01', '2015-12-31', 'uncertain'],
      ['2015-12-31', '2020-02-04', 'edition'],
      ['2020-02-04', '2021-01-01', 'edition'],
      ['2021-01-01', '2022-01-01', 'edition'],
      ['2022-01-01', '2027-01-01', 'edition'],
      ['2027-01-01', '2027-03-01', 'by-cohort'],
      ['2027-03-01', null, 'edition'],
    ]);
    expect(privacy?.stretches[1]?.answer).toEqual({ kind: 'uncertain', before: null, editions: ['2015'] });
    expect(staggered?.answer).toEqual({
      kind: 'by-cohort',
      parts: [
        { to: { en: 'new accounts' }, also: [], edition: '2027-01-01' },
        { to: { en: 'old accounts' }, also: [], edition: '2020-02-04' },
      ],
    });
    expect(privacy?.editions[3]?.cohorts[1]).toEqual({
      to: { en: 'old accounts' },
      from: '2027-03-01',
      fromInstant: '2027-02-28T21:00:00.000Z',
      appliesFrom: '2027-03-01',
      appliesFromInstant: '2027-02-28T21:00:00.000Z',
    });
    expect(privacy?.editions[1]?.lingering).toEqual([
      {
        to: { en: 'old accounts' },
        also: [],
        from: '2027-01-01',
        fromInstant: '2026-12-31T21:00:00.000Z',
        until: '2027-03-01',
        untilInstant: '2027-02-28T21:00:00.000Z',
      },
    ]);
  });

  it('tells of a cohort whose day never comes, and of those who belong to cohorts of two editions', () => {
    const short = edition('2027-01-01', { cohorts });
    expect(policyOf([bilingual, short, edition('2027-02-01')]).editions[1]?.cohorts[1]).toMatchObject({
      from: '2027-03-01',
      appliesFrom: null,
      appliesFromInstant: null,
    });
    const firms = [
      { to: 'people', from: moment('2027-02-01') },
      { to: 'firms', from: moment('2027-06-01') },
    ];
    const policy = policyOf([bilingual, short, edition('2027-02-01', { cohorts: firms })]);
    expect(policy.stretches.find(({ from }) => from === '2027-02-01')?.answer).toEqual({
      kind: 'by-cohort',
      parts: [
        { to: { en: 'people' }, also: [], edition: '2027-02-01' },
        { to: { en: 'firms' }, also: [{ en: 'new accounts' }], edition: '2027-01-01' },
        { to: { en: 'firms' }, also: [{ en: 'old accounts' }], edition: '2020-02-04' },
      ],
    });
  });

  it('tells what is known of an edition of unknown beginning', () => {
    expect(policyOf([unknown]).editions[0]).toMatchObject({
      onset: 'unknown',
      published: '2015',
      effective: '2015-12-31',
      periods: [{ from: '2015-12-31', isFromLatest: true }],
    });
  });

  it('tells of moved dates, and of the end of a policy and where to go on', () => {
    const [, terms] = documentOf(ALL).policies;
    expect(terms?.editions[1]?.announcedEffective).toEqual(['2026-10-01']);
    expect(terms?.retired).toEqual({
      on: '2027-06-01',
      instant: '2027-05-31T21:00:00.000Z',
      reason: { en: 'Shop closed' },
      replacedBy: ['https://legal.acme.example/privacy/', 'https://acme.example/x'],
    });
    expect(terms?.stretches.at(-1)?.answer).toEqual({ kind: 'none', because: 'retired' });
  });
});
