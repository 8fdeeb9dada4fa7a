import { describe, expect, it, test } from 'vitest';
import { describeFinding } from '../../src/diff/substance/describe-finding.ts';
import { findSubstance } from '../../src/diff/substance.ts';
import { compared } from './compared.ts';

/** Findings as `kind: older → newer`. */
function found(older: string, newer: string, language = 'en'): string[] {
  return findSubstance(compared(older, newer), language).map((one) => `${one.kind}: ${one.older} → ${one.newer}`);
}

describe('in English, a change of substance is', () => {
  test.each([
    ['We keep it for 30 days.', 'We keep it for 90 days.', 'period: 30 days → 90 days'],
    ['Answer within 30 days.', 'Answer within 30 business days.', 'period: 30 days → 30 business days'],
    ['Answer within ten days.', 'Answer within two weeks.', 'period: ten days → two weeks'],
    ['We tell you promptly.', 'We tell you immediately.', 'period: promptly → immediately'],
    ['A fee of $10 is due.', 'A fee of $12 is due.', 'amount: $10 → $12'],
    ['A discount of 5% applies.', 'A discount of 7% applies.', 'amount: 5% → 7%'],
    ['Up to 3 devices.', 'Up to 4 devices.', 'number: 3 → 4'],
    ['You get two keys.', 'You get three keys.', 'number: two → three'],
    ['The board has five members.', 'The board has 7 members.', 'number: five → 7'],
    ['A fee of 950 euros is due.', 'A fee of 1950 euros is due.', 'amount: 950 euros → 1950 euros'],
    ['At most 900 guests.', 'At most 1990 guests.', 'number: 900 → 1990'],
    ['The courts of Dublin decide.', 'The courts of London decide.', 'jurisdiction: Dublin → London'],
    ['It ends on 1 May 2027.', 'It ends on 1 June 2027.', 'date: 1 May 2027 → 1 June 2027'],
    ['We sell your data.', 'We do not sell your data.', 'negation:  → not sell your'],
    ['We never share it.', 'We share it.', 'negation: never share it → '],
    ['You may leave, unless you owe us money.', 'You may leave.', 'negation: unless you owe → '],
    ['You may object.', 'You must object.', 'modal: may object → must object'],
    ['It shall apply.', 'It should apply.', 'modal: shall apply → should apply'],
    ['We pay the tax.', 'You pay the tax.', 'party: We → You'],
    ['The seller bears the cost.', 'The buyer bears the cost.', 'party: seller → buyer'],
    ['It is run by Acme LLC today.', 'It is run by Bolt Ltd today.', 'party: Acme LLC → Bolt Ltd'],
    ['It is kept by Mailroom for us.', 'It is kept by Postfach for us.', 'party: Mailroom → Postfach'],
    ['The law of France applies.', 'The law of Cyprus applies.', 'jurisdiction: France → Cyprus'],
    ['Disputes go to court.', 'Disputes go to arbitration.', 'jurisdiction: court → arbitration'],
    ['It is governed by French law.', 'It is governed by Russian law.', 'jurisdiction: French → Russian'],
    ['The courts of New Mexico decide.', 'The courts of Mexico decide.', 'jurisdiction: New Mexico → Mexico'],
    [
      'The California Consumer Privacy Act applies.',
      'The Delaware Online Privacy Act applies.',
      'jurisdiction: California Consumer Privacy Act → Delaware Online Privacy Act',
    ],
    ['Data stays in Jersey.', 'Data stays in New Jersey.', 'jurisdiction: Jersey → New Jersey'],
    ['We share it with partners.', 'We share it with regulators.', 'party: partners → regulators'],
    ['Ask the publisher, Acme LLC, first.', 'Ask the publisher, Bolt Ltd, first.', 'party: Acme LLC → Bolt Ltd'],
    ['As section 3.1 says.', 'As section 4.2 says.', 'reference: section 3.1 → section 4.2'],
    ['Write to a@acme.example.', 'Write to b@acme.example.', 'link: a@acme.example → b@acme.example'],
    ['See [the terms](/terms/).', 'See [the terms](/sale/).', 'link: the terms (/terms/) → the terms (/sale/)'],
  ])('%j → %j', (older, newer, expected) => {
    expect(found(older, newer)).toEqual([expected]);
  });
});

describe('in Russian, a change of substance is', () => {
  test.each([
    ['Срок хранения 30 дней.', 'Срок хранения 90 дней.', 'period: 30 дней → 90 дней'],
    ['Ответ даётся в течение пяти дней.', 'Ответ даётся в течение десяти дней.', 'period: пяти дней → десяти дней'],
    ['Действует до 1 мая 2027 года.', 'Действует до 1 июня 2027 года.', 'date: 1 мая 2027 года → 1 июня 2027 года'],
    ['Плата составляет 100 рублей.', 'Плата составляет 150 рублей.', 'amount: 100 рублей → 150 рублей'],
    ['Плата составляет 900 рублей.', 'Плата составляет 1990 рублей.', 'amount: 900 рублей → 1990 рублей'],
    ['Вы получаете три ключа.', 'Вы получаете два ключа.', 'number: три → два'],
    ['В совете пять членов.', 'В совете семь членов.', 'number: пять → семь'],
    ['Решает суд Москвы.', 'Решает суд Лондона.', 'jurisdiction: Москвы → Лондона'],
    [
      'Закон, о котором речь, принят весной 2019 года.',
      'Закон, о котором речь, принят весной 2020 года.',
      'date: 2019 года → 2020 года',
    ],
    ['Оператор передаёт данные.', 'Оператор не передаёт данные.', 'negation:  → не передаёт данные'],
    ['Оператор вправе отказать.', 'Оператор обязан отказать.', 'modal: вправе отказать → обязан отказать'],
    ['Расходы несёт заказчик.', 'Расходы несёт исполнитель.', 'party: заказчик → исполнитель'],
    ['Услуги оказывает ООО «Ромашка».', 'Услуги оказывает ООО «Лютик».', 'party: ООО «Ромашка» → ООО «Лютик»'],
    ['По праву России.', 'По праву Кипра.', 'jurisdiction: России → Кипра'],
    ['По английскому праву.', 'По немецкому праву.', 'jurisdiction: английскому → немецкому'],
    [
      'Налоговый кодекс применяется.',
      'Трудовой кодекс применяется.',
      'jurisdiction: Налоговый кодекс → Трудовой кодекс',
    ],
    ['Обращайтесь в Общество.', 'Обращайтесь к Оператору.', 'party: Общество → Оператору'],
    ['Передаём регулятору.', 'Передаём партнёрам.', 'party: регулятору → партнёрам'],
  ])('%j → %j', (older, newer, expected) => {
    expect(found(older, newer, 'ru')).toEqual([expected]);
  });
});

describe('no party and no jurisdiction is', () => {
  const kinds = (older: string, newer: string, language: string) =>
    found(older, newer, language).filter((one) => /^(?:party|jurisdiction)/.test(one));

  test.each([
    ['a street', 'Write to 30 North Racine Avenue, Chicago.', 'Write to 2045 West Grand Avenue, Chicago.'],
    ['a street called after a state', 'Our office: 5 Delaware Street.', 'Our office: 5 Virginia Avenue.'],
    ['a house without the word for a street', 'We sit at 3 Signal Quay, Unit 2.', 'We sit at 4 Lower Mill, Unit 2.'],
    ['a town before its code', 'Write to Acme, Chicago, IL 60607.', 'Write to Acme, Springfield, IL 62701.'],
    ['a language', 'You may write in English.', 'You may write in English or Russian.'],
    ['the title of a document', 'It follows our Trademark Policy here.', 'It follows our Logo and Usage Policy here.'],
    ['an appendix that one is sent to', 'It is defined, see Annex B.', 'It is defined. For more See Appendix A.'],
    ['a word in an address', 'See https://a.example/board/members today.', 'See https://a.example/board today.'],
    ['a heading in capitals', '## Security & Encryption\n\nText.', '## Security & Downgrading\n\nText.'],
    ['an ordinary noun with a capital', 'Then the Assessment is ready.', 'Then the Contribution is ready.'],
    ['a compound', 'Choose a user name for it.', 'Choose a username for it.'],
    ['a blog', 'We tell it on our company blog today.', 'We tell it on our site today.'],
  ])('%s in English', (_, older, newer) => {
    expect(kinds(older, newer, 'en')).toEqual([]);
  });

  test.each([
    ['улица', 'Адрес: ул. Российская, д. 5.', 'Адрес: ул. Французская, д. 5.'],
    ['город и улица', 'Пишите: г. Тверь, Московский проспект, 1.', 'Пишите: г. Клин, Украинский бульвар, 1.'],
    ['язык', 'Пишите на русском языке.', 'Пишите на русском или английском языке.'],
    ['кодекс поведения', 'Мы соблюдаем правила.', 'Мы соблюдаем кодекс этики.'],
    ['соглашение', 'Оно изложено в договоре.', 'Оно изложено в пользовательском соглашении.'],
    ['интересы общества', 'Это в интересах науки.', 'Это в интересах общества.'],
    ['регион', 'Так решает область.', 'Так решает субъект Российской Федерации.'],
  ])('%s по-русски', (_, older, newer) => {
    expect(kinds(older, newer, 'ru').filter((one) => !one.includes('Российской'))).toEqual([]);
  });
});

describe('a change of wording alone is none:', () => {
  test.each([
    ['We keep the data you gave.', 'We store the data you gave.'],
    ['You get two (2) keys.', 'You get 2 keys.'],
    ['You get two keys.', 'You get 2 keys.'],
    ['You log in by a second factor.', 'You log in by two-factor checks.'],
    ['It ends on 1 May 2027.', 'It ends on May 1, 2027.'],
    ['Pay 1000 within 30 days.', 'Pay 1,000 within thirty (30) days.'],
    ['Within 30 days we answer you.', 'We answer you within 30 days.'],
    ['We must delete the data.', 'The data must be deleted by us.'],
    ['Last updated: 1 May 2026', 'Last updated: 3 June 2026'],
    ['© 2019–2025 Acme', '© 2019–2026 Acme'],
    ['See [it](http://www.a.example/x).', 'See [it](https://a.example/x/).'],
    ['Please do not do it.', 'Please don’t do it.'],
    ['## 1. One\n\nText.\n\n## 2. Two\n\nSee section 2.', '## 1. One\n\nText.\n\n## 3. Two\n\nSee section 3.'],
  ])('%j → %j', (older, newer) => {
    expect(found(older, newer)).toEqual([]);
  });
});

const CLAUSES = '## 1. Scope\n\nIt applies to you.\n\n## 2. Logs\n\nWe keep logs of every visit to the site.\n';

it('tells of a clause that came or went with all its words, once', () => {
  const longer = `${CLAUSES}\n## 3. Sale\n\nWe may sell logs after 30 days.\n\nWe must not sell names.\n`;
  expect(found(CLAUSES, longer)).toEqual(['clause-added:  → We may sell logs after 30 days. We must not sell names.']);
  expect(found(longer, CLAUSES)).toEqual([
    'clause-removed: We may sell logs after 30 days. We must not sell names. → ',
  ]);
});

it('tells of a sentence that went, but not of a paragraph that was parted', () => {
  const whole = 'We keep your name for our records. We delete it when you ask us to do so.';
  expect(found(whole, 'We keep your name for our records.')).toEqual([
    'passage-removed: We delete it when you ask us to do so. → ',
  ]);
  expect(found(whole, whole.replace('. We', '.\n\nWe'))).toEqual([]);
});

it('says in which clause, and in words', () => {
  const [one] = findSubstance(compared(CLAUSES, CLAUSES.replace('logs of every', 'no logs of every')), 'en');
  expect(one?.clause.newer).toMatchObject({ anchor: '2', citation: '2' });
  expect(one === undefined ? '' : describeFinding(one)).toBe('in 2 a negation or exception was added: “no logs of”');
});

it('finds numbers, dates in digits and what came or went in any other language', () => {
  expect(found('Frist: 30 Tage.', 'Frist: 60 Tage.', 'de')).toEqual(['number: 30 → 60']);
  expect(found('Ab 2026-01-01 gilt es.', 'Ab 2026-02-01 gilt es.', 'de')).toEqual(['date: 2026-01-01 → 2026-02-01']);
  expect(found('مدة ٩٠ يومًا.', 'مدة ٣٠ يومًا.', 'ar')).toEqual(['number: ٩٠ → ٣٠']);
  expect(found('مدة ٩٠ يومًا.', 'مدة 90 يومًا.', 'ar')).toEqual([]);
  expect(found('Eins.\n\nZwei gilt nicht.', 'Eins.', 'de')).toEqual(['passage-removed: Zwei gilt nicht. → ']);
});

it('looks into tables', () => {
  const table = (days: string) => `| Data | Kept |\n|---|---|\n| Logs | ${days} |\n| Names | 1 year |\n`;
  expect(found(table('30 days'), table('90 days'))).toEqual(['period: 30 days → 90 days']);
  expect(found(table('30 days'), table('30 days').replace('| Names | 1 year |\n', ''))).toEqual([
    'passage-removed: Names 1 year → ',
  ]);
});
