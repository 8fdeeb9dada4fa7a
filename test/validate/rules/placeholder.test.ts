import { describe, expect, it } from 'vitest';
import { placeholder } from '../../../src/validate/rules/placeholder.ts';
import { ask, draft, placed } from '../diagnosed.ts';

const withBody = (markdown: string) => placed('2026-03-01', {}, { markdown, lineOffset: 4 });

describe('placeholder', () => {
  it('points at the blank in the file', () => {
    const [first, ...others] = ask(placeholder, [withBody('Text.\n\nFrom [INSERT DATE] on.\n')]);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      ruleId: 'placeholder',
      severity: 'error',
      place: { path: 'policies/privacy/2026-03-01.md', line: 7, column: 6, endLine: 7, endColumn: 19 },
    });
    expect(first?.hint).toContain('“\\[INSERT DATE]”');
  });

  it('reads the front matter too', () => {
    const edition = placed('2026-03-01', { version: 'TBD' }, { title: 'Terms of [COMPANY]', summary: 'Adds XX days.' });
    expect(ask(placeholder, [edition]).map(({ place }) => place?.line)).toEqual([2, 5, 6]);
  });

  it('reports the same blank once in a text, with its further places', () => {
    const [first, ...others] = ask(placeholder, [withBody('TBD\nTBD\nand TBD')]);
    expect(others).toEqual([]);
    expect(first?.message).toContain('3 times');
    expect(first?.related?.map(({ place }) => `${place.line}:${place.column}`)).toEqual(['6:1', '7:5']);
  });

  it('leaves code and drafts alone', () => {
    expect(ask(placeholder, [withBody('Write `[INSERT DATE]`.\n\n```\nTBD\n```\n')])).toEqual([]);
    expect(ask(placeholder, [placed('2026-03-01', draft, { markdown: 'TBD' })])).toEqual([]);
  });

  it('warns of what may be meant', () => {
    expect(ask(placeholder, [withBody('The [Applicant name] signs.')])).toMatchObject([{ severity: 'warning' }]);
  });

  it('only warns of an edition that another one follows: it may have been published like this', () => {
    const found = ask(placeholder, [
      placed('2026-03-01', {}, { markdown: 'TBD' }),
      placed('2027-03-01', {}, { markdown: 'TBD' }),
    ]);
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'error']);
    expect(found[0]?.hint).toContain('leave it');
  });

  it('counts a draft as no edition that follows', () => {
    const editions = [placed('2026-03-01', {}, { markdown: 'TBD' }), placed('2027-03-01', draft)];
    expect(ask(placeholder, editions)).toMatchObject([{ severity: 'error' }]);
  });
});
