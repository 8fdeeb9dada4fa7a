import { describe, expect, it } from 'vitest';
import { statedDates } from '../../src/validate/stated-dates.ts';

const stated = (markdown: string) =>
  statedDates(markdown).map(({ claim, readings }) => `${claim} ${readings.join('/')}`);

describe('statedDates', () => {
  it.each([
    ['updated', '*Last updated: March 1, 2026*'],
    ['updated', '**Last updated:** [March 1, 2026](https://acme.example/news)'],
    ['updated', 'Last revised on 1 March 2026.'],
    ['updated', '(Last modified 2026-03-01)'],
    ['updated', 'Version 3.2 – last updated March 1, 2026'],
    ['updated', '# Privacy policy (updated 1 March 2026)'],
    ['updated', 'These Terms of Service were last updated on\nMarch 1, 2026. You can read earlier ones below.'],
    ['updated', 'Acme last updated these Terms on March 1, 2026.'],
    ['updated', '| Last updated | 1 March 2026 |'],
    ['updated', '> Last updated: 1 March 2026'],
    ['updated', '- Last updated: 1 March 2026\n- Contact: legal'],
    ['updated', 'Дата последнего обновления: 1 марта 2026 г.'],
    ['updated', 'Редакция от 01.03.2026'],
    ['updated', 'Zuletzt aktualisiert: 1. März 2026'],
    ['updated', 'Stand: 01.03.2026'],
    ['updated', 'Dernière mise à jour : 1er mars 2026'],
    ['updated', 'Última actualización: 1 de marzo de 2026'],
    ['updated', 'Ultimo aggiornamento: 1 marzo 2026'],
    ['updated', 'Laatst bijgewerkt op 1 maart 2026'],
    ['updated', 'Data ostatniej aktualizacji: 1 marca 2026 r.'],
    ['updated', 'Última atualização: 1 de março de 2026'],
    ['updated', 'Останнє оновлення: 1 березня 2026 р.'],
    ['updated', '更新日期：2026年3月1日'],
    ['updated', '最終更新日：2026年3月1日'],
    ['effective', 'Effective date: March 1, 2026'],
    ['effective', 'Effective from 1 March 2026.'],
    ['effective', 'In force from 1 March 2026'],
    ['effective', 'This privacy notice is effective as of March 1, 2026.'],
    ['effective', 'Effective Date: March 1, 2026 at 12:00 UTC'],
    ['effective', 'Действует с 1 марта 2026 года'],
    ['effective', 'Настоящая Политика вступает в силу с 1 марта 2026 г.'],
    ['effective', 'Дата вступления в силу: 01.03.2026'],
    ['effective', 'Gültig ab 1. März 2026'],
    ['effective', 'Diese Datenschutzerklärung gilt ab dem 1. März 2026.'],
    ['effective', 'Date d’entrée en vigueur : 1er mars 2026'],
    ['effective', 'Fecha de entrada en vigor: 1 de marzo de 2026'],
    ['effective', 'In vigore dal 1 marzo 2026'],
    ['effective', 'Obowiązuje od 1 marca 2026 r.'],
    ['effective', '生效日期：2026年3月1日'],
    ['effective', '本政策自2026年3月1日起生效。'],
    ['effective', '施行日：2026年3月1日'],
    ['published', 'Published on 1 March 2026'],
    ['published', 'Опубликовано: 01.03.2026'],
  ])('finds what is %s in “%s”', (claim, markdown) => {
    expect(stated(`${markdown}\n\nAcme cares for your data.\n`)).toEqual([`${claim} 2026-03-01`]);
    expect(stated(`Acme cares for your data.\n\n${markdown}\n`)).toEqual([`${claim} 2026-03-01`]);
  });

  it('finds each of several on lines of their own', () => {
    expect(stated('Effective: 1 March 2026  \nLast updated: 1 February 2026\n')).toEqual([
      'effective 2026-03-01',
      'updated 2026-02-01',
    ]);
  });

  it.each([
    ['what a clause says of a duty', 'Effective as of 1 October 2020, Acme shall keep each record for two years.'],
    ['what a clause says of itself', 'This section is effective as of 8 September 2017.'],
    ['another text', 'Version 1.1 of the Acme Code was published on July 29, 2013. It applies to shops.'],
    ['an earlier text', 'The previous version of this policy was last updated on 1 March 2020.'],
    ['a condition', 'If these terms were last updated on 1 March 2020, ask for the new ones.'],
    ['part of a sentence', 'Prices that Acme last updated on 1 March 2020 apply to Customers.'],
    ['only some readers', 'Effective date: 1 March 2026 for new customers, 1 April 2026 for others.'],
    ['code', '`Last updated: 1 March 2026`'],
    ['a placeholder', '*Last updated: April DD, 2020*'],
    ['columns', '| Version | Adopted | Effective |\n|-|-|-|\n| 1.0 | 2012-01-01 | 2013-01-01 |'],
    ['a history', '## Change log\n\n- Effective 1 March 2025: first edition.\n\nLast updated: 1 March 2025\n'],
    ['a history that is no heading', '**Document history:**\n\nEffective 1 March 2025.\n'],
  ])('leaves alone %s', (_what, markdown) => {
    expect(stated(markdown)).toEqual([]);
  });

  it('takes a bare date of effect for a definition where it stands deep in the text', () => {
    const clause = 'Acme keeps the records of each sale.\n\n'.repeat(80);
    expect(stated(`${clause}**Effective Date**: 1 July 2012.\n\n${clause}`)).toEqual([]);
    expect(stated(`${clause}Last updated: 1 July 2012\n\n${clause}`)).toEqual(['updated 2012-07-01']);
  });

  it('reads on after a history', () => {
    expect(
      stated('## History of changes\n\nEffective 1 March 2020.\n\n## Contact\n\nLast updated: 1 March 2026'),
    ).toEqual(['updated 2026-03-01']);
  });

  it.each([
    'Last updated: March 1, 2026\n\n',
    'last updated on these terms ',
    'действует с 1 марта 2026 г. ',
    'effective 2026 ',
    '更新日期：1',
  ])('takes no more than its time for “%s” again and again', (piece) => {
    const started = performance.now();
    statedDates(piece.repeat(Math.ceil(100_000 / piece.length)));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
