import { describe, expect, it } from 'vitest';
import { words } from './compared.ts';

/** Each line is a paragraph of the older text, the newer, and what a careful clerk would mark by hand. */
const CASES: readonly (readonly [name: string, older: string, newer: string, redline: string])[] = [
  ['nothing', 'We keep data.', 'We keep data.', 'We keep data.'],
  ['a number whole', 'Within 30 days.', 'Within 90 days.', 'Within [-30-]{+90+} days.'],
  ['an amount whole', 'Up to $1,000.50 each.', 'Up to $1,500.00 each.', 'Up to [-$1,000.50-]{+$1,500.00+} each.'],
  ['thousands parted by spaces', 'Штраф 10 000 рублей.', 'Штраф 15 000 рублей.', 'Штраф [-10 000-]{+15 000+} рублей.'],
  ['a date whole', 'From 2020-02-04 on.', 'From 2021-02-04 on.', 'From [-2020-02-04-]{+2021-02-04+} on.'],
  ['a percentage whole', 'A fee of 5% applies.', 'A fee of 7.5% applies.', 'A fee of [-5%-]{+7.5%+} applies.'],
  ['a time whole', 'Open at 9:30 daily.', 'Open at 9:45 daily.', 'Open at [-9:30-]{+9:45+} daily.'],
  ['a range whole', 'Keep it 5–7 years.', 'Keep it 5–10 years.', 'Keep it [-5–7-]{+5–10+} years.'],
  [
    'an e-mail address whole',
    'Ask a.b@old.example now.',
    'Ask a.b@new.example now.',
    'Ask [-a.b@old.example-]{+a.b@new.example+} now.',
  ],
  [
    'a URL whole, without the stop behind it',
    'See https://a.example/x/1.',
    'See https://a.example/x/2.',
    'See [-https://a.example/x/1-]{+https://a.example/x/2+}.',
  ],
  [
    'a hyphenated word whole',
    'Any third-party vendor.',
    'Any first-party vendor.',
    'Any [-third-party-]{+first-party+} vendor.',
  ],
  [
    'a change of case, for terms are defined by it',
    'The customer pays.',
    'The Customer pays.',
    'The [-customer-]{+Customer+} pays.',
  ],
  ['a word put in', 'You may share data.', 'You may not share data.', 'You may {+not +}share data.'],
  ['a word taken out', 'You may not share data.', 'You may share data.', 'You may [-not -]share data.'],
  ['words put in at the end', 'We sell nothing.', 'We sell nothing to anyone.', 'We sell nothing{+ to anyone+}.'],
  [
    'a sentence put in between two that end alike',
    'We log visits. We keep logs.',
    'We log visits. We encrypt logs. We keep logs.',
    'We log visits. {+We encrypt logs. +}We keep logs.',
  ],
  [
    'one change where only "of" stayed between two',
    'It covers the rights of users here.',
    'It covers the duties of partners here.',
    'It covers the [-rights of users-]{+duties of partners+} here.',
  ],
  [
    'two changes where enough stayed between',
    'Pay 30 euros within the agreed payment period of 10 days.',
    'Pay 40 euros within the agreed payment period of 14 days.',
    'Pay [-30-]{+40+} euros within the agreed payment period of [-10-]{+14+} days.',
  ],
  [
    'a sentence whole of which most changed in several places',
    'Stays. Our staff reads mail daily if a judge so orders. Stays too.',
    'Stays. Our robots scan mail weekly unless a user so objects. Stays too.',
    'Stays. Our [-staff reads mail daily if a judge so orders-]{+robots scan mail weekly unless a user so objects+}. Stays too.',
  ],
  [
    'a Russian word whole',
    'Срок хранения: три года.',
    'Срок хранения: пять лет.',
    'Срок хранения: [-три года-]{+пять лет+}.',
  ],
  [
    'a German compound whole',
    'Die Datenschutzerklärung gilt.',
    'Die Datenschutzrichtlinie gilt.',
    'Die [-Datenschutzerklärung-]{+Datenschutzrichtlinie+} gilt.',
  ],
  ['Chinese by character', '我们保存数据三十天。', '我们保存数据九十天。', '我们保存数据[-三-]{+九+}十天。'],
  [
    'Japanese Katakana by run',
    'ユーザーの情報を保存します。',
    'メンバーの情報を保存します。',
    '[-ユーザー-]{+メンバー+}の情報を保存します。',
  ],
  ['Thai by cluster', 'เก็บไว้ 30 วัน', 'เก็บไว้ 90 วัน', 'เก็บไว้ [-30-]{+90+} วัน'],
  ['an Arabic word', 'نحتفظ بالبيانات سنة.', 'نحتفظ بالبيانات شهرا.', 'نحتفظ بالبيانات [-سنة-]{+شهرا+}.'],
  ['a bracket that came with words', 'It applies.', 'It applies (in the EU).', 'It applies{+ (in the EU)+}.'],
  [
    'no word that stayed behind two changes',
    'We publish it on our legal pages at least 30 days before.',
    'We publish it at legal.acme.example at least 30 days before.',
    'We publish it [-on our legal pages-]{+at legal.acme.example+} at least 30 days before.',
  ],
  ['a comma alone', 'Yes, we do.', 'Yes we do.', 'Yes[-,-] we do.'],
];

describe('a redline marks', () => {
  it.each(CASES)('%s', (_, older, newer, redline) => {
    expect(words(older, newer)).toBe(redline);
  });
});

const SAME: readonly (readonly [name: string, older: string, newer: string])[] = [
  ['quotes', 'The "Service" is the vendor\'s.', 'The “Service” is the vendor’s.'],
  ['guillemets', 'Общество "Ромашка" обязуется.', 'Общество «Ромашка» обязуется.'],
  ['dashes', 'Data - all of it -- is yours.', 'Data – all of it — is yours.'],
  ['hyphens that do not break', 'A third-party vendor.', 'A third‑party vendor.'],
  ['spaces that do not break', 'Within 30 days, § 5.', 'Within 30\u00A0days, §\u00A05.'],
  ['spaces in thousands', 'Pay 10 000 euros.', 'Pay 10\u00A0000 euros.'],
  ['soft hyphens', 'Datenschutz gilt.', 'Daten\u00ADschutz gilt.'],
  ['re-wrapped lines', 'One line\nand another\none.', 'One line and\nanother one.'],
  ['letters composed otherwise', 'Caf\u00E9 data.', 'Cafe\u0301 data.'],
  ['an ellipsis', 'And so on...', 'And so on…'],
  ['line breaks', 'One\\\ntwo.', 'One two.'],
];

describe('a redline takes for the same wording', () => {
  it.each(SAME)('%s', (_, older, newer) => {
    expect(words(older, newer)).not.toMatch(/\[-|\{\+/);
  });
});
