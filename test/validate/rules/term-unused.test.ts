import { describe, expect, it } from 'vitest';
import { termUnused } from '../../../src/validate/rules/term-unused.ts';
import { askOfText, shown } from '../diagnosed.ts';

const unused = (markdown: string, language = 'en') => shown(markdown, askOfText(termUnused, markdown, {}, language));

describe('term-unused', () => {
  it('points at the definition and says what to do', () => {
    const found = askOfText(termUnused, 'Acme.\n\n“Trial Period” means the first month.\n');
    expect(found).toMatchObject([
      {
        ruleId: 'term-unused',
        severity: 'warning',
        place: { line: 7, column: 1, endLine: 7, endColumn: 15 },
        message: '“Trial Period” is defined here and never used in this text.',
      },
    ]);
    expect(found[0]?.hint).toContain('Delete the definition');
  });

  it.each([
    ['“Trial Period”', 'Acme Shop. “Trial Period” means the first month.'],
    ['“Trial Period”', 'The first month (the “Trial Period”) is free.'],
    ['“Trial Period”', 'The first month (hereinafter referred to as the “Trial Period”) is free.'],
    ['“Trial Period”', 'The first month (“Trial Period” or “Sample”) is free; a Sample ends.'],
    ['“Trial Period”', 'Acme Shop. A “Trial Period” is the first month.'],
    ['“TPR”', 'We follow Regulation (EU) 2030/679 (the “TPR”) and more.'],
    ['“Trials”', 'The following months, together called the “Trials”: May and June.'],
    ['"Trial Period"', '* "Trial Period" shall have the meaning of clause 3.'],
    ['“**Trial Period**”', 'When we say “**Trial Period**”, we mean the first month.'],
    ['«Период»', 'Первый месяц (далее – «Период») бесплатен.'],
    ['«Период»', 'Первый месяц (далее по тексту именуемый «Период») бесплатен.'],
    ['«НДС»', 'Налог (далее – «НДС») включён в цену.'],
    ['«Пробный период»', '1.1. «Пробный период» — первый месяц.'],
    ['„Probezeit“', 'Der erste Monat (im Folgenden „Probezeit“) ist frei.'],
    ['« Essai »', 'Le premier mois (ci-après « Essai ») est gratuit.'],
    ['“Prueba”', 'El primer mes (en adelante, la “Prueba”) es gratis.'],
    ['「試用期間」', '最初の月（以下「試用期間」という。）は無料です。'],
  ])('finds %s in “%s”', (term, markdown) => {
    const language = /[а-я]/.test(markdown) ? 'ru' : /„/.test(markdown) ? 'de' : 'en';
    expect(unused(markdown, language)).toEqual([term]);
  });

  it.each([
    ['Acme sells goods (the “Goods”). A good is returned within a month.', 'en'],
    ['A “Party” means one of us. The parties agree.', 'en'],
    ['“Processing” means any use. We process data.', 'en'],
    ['The shop (the “Shop”) opens.\n\n## Rules of the SHOP', 'en'],
    ['Сайт acme.example (далее – «Сайт») открыт. На сайте продают часы.', 'ru'],
    ['«Персональные данные» — любые сведения. Мы храним персональных данных немного.', 'ru'],
    ['Покупатель (далее – «Владелец») платит. Владельцу дают чек.', 'ru'],
    ['Срок (далее – «День») истёк. В течение трёх дней.', 'ru'],
    ['Налог (далее – «НДС») включён в цену, ставка НДС — 20 %.', 'ru'],
    ['Der Vertrag (im Folgenden „Vertrag“) gilt. Verträge enden.', 'de'],
    ['Wer kauft (im Folgenden „Nutzer“), hat ein Websitenutzerkonto.', 'de'],
    ['最初の月（以下「試用期間」という。）は無料です。試用期間の終わり。', 'ja'],
  ])('takes for used what is inflected, put together or written small: %s', (markdown, language) => {
    expect(unused(markdown, language)).toEqual([]);
  });

  it('says nothing of words that are not defined, or that are no names', () => {
    expect(unused('Press “Delete Account” to leave. We (“we”, “us”) do the rest.')).toEqual([]);
    expect(unused('As Section 6 (“Exceptions to Reuse”) says, nothing is lost.')).toEqual([]);
    expect(unused('The law “On Advertising” was passed (see “Laws”).')).toEqual([]);
    expect(unused('`“Trial Period” means the first month.`')).toEqual([]);
    expect(unused('The law says:\n\n> “Trial Period” means the first month.\n')).toEqual([]);
  });

  it('says nothing of scripts whose inflection it does not know', () => {
    expect(unused('“المستخدم” means a user.', 'ar')).toEqual([]);
  });

  it('reads a list of definitions in bold, with abbreviations', () => {
    const list = [
      '## 1. Definitions',
      '**Applicant**: who applies to the Board.',
      '**Registration Body (RB)**: who registers.',
      '**Sealed Key:** a key in a box.',
      '## 2. Duties',
      'The RB answers each applicant.',
      '**By mail**: Acme LLC',
    ].join('\n\n');
    expect(unused(list)).toHaveLength(1);
    expect(unused(list)[0]).toContain('Sealed Key');
  });

  it('reports a term that is only defined again once, with both places', () => {
    const found = askOfText(termUnused, '“Trial Period” means a month.\n\n“Trial Period” means a week.');
    expect(found).toHaveLength(1);
    expect(found[0]?.related).toHaveLength(1);
  });

  it.each(['“Term” means ', '(the the “A', '“A”, “B” or ', '«', '“Aa” means a; “Bb” means b; ', '**A**: b\n'])(
    'takes no more than its time for “%s” again and again',
    (piece) => {
      const started = performance.now();
      unused(`# Definitions\n\n${piece.repeat(Math.ceil(100_000 / piece.length))}`);
      expect(performance.now() - started).toBeLessThan(5000);
    },
  );
});
