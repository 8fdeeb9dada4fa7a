import { describe, expect, it } from 'vitest';
import { findBlanks } from '../../src/validate/blanks.ts';

const found = (text: string) => findBlanks(text).map((blank) => blank.text);

describe('findBlanks', () => {
  it.each([
    ['Effective Date: [To be determined]', '[To be determined]'],
    ['The fee is TBD.', 'TBD'],
    ['Contact [INSERT EMAIL ADDRESS] to report.', '[INSERT EMAIL ADDRESS]'],
    ['Contact [insert the name of your officer].', '[insert the name of your officer]'],
    ['Contact [INSERT\nEMAIL ADDRESS].', '[INSERT\nEMAIL ADDRESS]'],
    ['provided by [COMPANY] to you', '[COMPANY]'],
    ['provided by [Your company] to you', '[Your company]'],
    ['as of [●] 2026', '[●]'],
    ['as of [__] May', '[__]'],
    ['provided by <COMPANY> to you', '<COMPANY>'],
    ['provided by <COMPANY NAME> to you', '<COMPANY NAME>'],
    ['provided by <your company> to you', '<your company>'],
    ['by {{ company.name }} to you', '{{ company.name }}'],
    ['[write to us]({{ site.email_support }})', '{{ site.email_support }}'],
    ['{% if eu %}', '{% if eu %}'],
    ['*Last updated: April DD, 2020*', 'April DD'],
    ['Last updated: XX May 2024', 'XX May'],
    ['Last updated: DD/MM/YYYY', 'updated: DD/MM/YYYY'],
    ['Effective from 01/XX/2024', '01/XX/2024'],
    ['Effective from XX.XX.20XX', 'XX.XX.20XX'],
    ['Copyright 20XX', '20XX'],
    ['call +1 XXXX', 'XXXX'],
    ['kept for XX days', 'XX days'],
    ['a fee of XX%', 'XX%'],
    ['a fee of €XX', '€XX'],
    ['Lorem ipsum dolor', 'Lorem ipsum'],
    ['[указать адрес]', '[указать адрес]'],
    ['[INSÉRER UNE ADRESSE EMAIL]', '[INSÉRER UNE ADRESSE EMAIL]'],
    ['[Kontakt einfügen]', '[Kontakt einfügen]'],
  ])('is certain of %j', (text, blank) => {
    expect(findBlanks(text)).toEqual([{ offset: text.indexOf(blank), text: blank, isCertain: true }]);
  });

  it.each(['[date]', '[Applicant name]', '[Name of the controller]', '[...]', '[…]', '[MASUKKAN METODE KONTAK]'])(
    'takes %j for a blank that may be meant',
    (text) => {
      expect(findBlanks(`The text ${text} goes on.`)).toEqual([{ offset: 9, text, isCertain: false }]);
    },
  );

  it.each([
    'See [the date](https://acme.example) and [your account][account].',
    'See [Company] and [entity].\n\n[company]: https://acme.example\n[Entity]: #entity',
    '- [ ] open\n- [x] done\n- [X] done',
    'As required [sic] by [RFC5280], [RFC 2119] and [1] and [KEYWORDS].',
    'A note.[^name]\n\n[^name]: The note.',
    '![company name](logo.png) ![DATE][logo]',
    'Article XX, Chapter XXX, Title XXI and Annex XX apply.',
    'The country code XX is used. XXL and EXXON and T-XX.',
    'Dates have the form YYYY-MM-DD or DD/MM/YYYY.',
    'The price is to be determined by the parties. Your company agrees.',
    'Write to <privacy@acme.example> or <https://acme.example>.',
    'A <em>word</em>, <address>, <details> and <br/>, if a < b and c > d.',
    'The words \\[COMPANY NAME], \\<COMPANY>, \\{{ name }} and \\[INSERT DATE] stay.',
    'PARA TODO: TODO EL CONTENIDO',
    'He said “[t]he policy” and [the] Company.',
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('gives blanks in the order of the text, and each once', () => {
    expect(found('[TBD] and TBD, {{a}}, [INSERT {{b}}] and 20XX')).toEqual([
      '[TBD]',
      'TBD',
      '{{a}}',
      '[INSERT {{b}}]',
      '20XX',
    ]);
  });
});
