import { describe, expect, it } from 'vitest';
import { changeLogMissing } from '../../../src/validate/rules/change-log-missing.ts';
import { askOfText, shown } from '../diagnosed.ts';

const promised = (markdown: string) => shown(markdown, askOfText(changeLogMissing, markdown));

describe('change-log-missing', () => {
  it('points at the promise', () => {
    const markdown = 'Acme cares.\n\nWe announce what we change in the change log below. Write to us.\n';
    const found = askOfText(changeLogMissing, markdown);
    expect(found).toMatchObject([{ ruleId: 'change-log-missing', severity: 'warning', place: { line: 7 } }]);
    expect(shown(markdown, found)).toEqual(['change log below']);
    expect(found[0]?.hint).toContain('archive');
  });

  it.each([
    'The revision history is at the end of this page.',
    'See below for the change log.',
    'Changes to this policy are listed below.',
    'A summary of changes appears at the bottom of this document.',
    'История изменений приведена ниже.',
    'Изменения настоящей Политики перечислены в конце документа.',
    'Ниже приведена история изменений.',
    'Die Änderungshistorie finden Sie unten.',
    'Änderungen dieser Erklärung sind unten aufgeführt.',
    'L’historique des modifications figure ci-dessous.',
    'Les modifications de la présente politique sont indiquées ci-dessous.',
    'El historial de cambios figura a continuación.',
    'Los cambios de esta política se indican al final.',
    'Lo storico delle modifiche è riportato in calce.',
    '以下是更新记录。',
  ])('finds the promise in “%s”, and what keeps it', (promise) => {
    expect(promised(`${promise}\n\nContact: legal`)).toHaveLength(1);
    expect(promised(`${promise}\n\n- 1 March 2026: first edition.\n`)).toEqual([]);
    expect(promised(`${promise}\n\n| Date | Change |\n|-|-|\n| 2026-03-01 | first |\n`)).toEqual([]);
  });

  it.each([
    '## Change log',
    '## 9. Revision history',
    '**History of changes**',
    'История изменений:',
    '## Änderungsverlauf',
  ])('takes “%s” for what was promised', (heading) => {
    expect(promised(`See the change log below.\n\n${heading}\n\nNothing yet.\n`)).toEqual([]);
  });

  it('does not take for it what stands above', () => {
    expect(promised('## Change log\n\n- 2026-03-01: first.\n\n## Contact\n\nSee the change log below.')).toHaveLength(
      1,
    );
  });

  it.each([
    'Earlier editions are in the [change log below](https://acme.example/log).',
    'We tell you of changes to this policy by the means described below.',
    'We keep a change log. The rules are set out below.',
    'Inventory carries a revision history that includes a unique number.',
    'You can review prior versions at https://acme.example/policies.',
    '`See the change log below.`',
  ])('finds no promise in “%s”', (markdown) => {
    expect(promised(markdown)).toEqual([]);
  });

  it.each([
    'change log ',
    'below the change log ',
    'change log below. ',
    'changes to this policy ',
    '- a\n',
    '# Change log\n',
  ])('takes no more than its time for “%s” again and again', (piece) => {
    const started = performance.now();
    promised(piece.repeat(Math.ceil(100_000 / piece.length)));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
