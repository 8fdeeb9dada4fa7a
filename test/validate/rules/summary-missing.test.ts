import { describe, expect, it } from 'vitest';
import { summaryMissing } from '../../../src/validate/rules/summary-missing.ts';
import { text } from '../../builders.ts';
import { ask, draft, placed } from '../diagnosed.ts';

describe('summary-missing', () => {
  it('warns from the second edition on, in the order of taking force', () => {
    const found = ask(summaryMissing, [placed('2026-01-01', { id: 'b' }), placed('2025-01-01', { id: 'c' })]);
    expect(found).toMatchObject([
      { ruleId: 'summary-missing', severity: 'warning', place: { path: 'policies/privacy/b.md', line: 2 } },
    ]);
  });

  it('is content with a summary in one language', () => {
    const texts = [text(), text('Текст.', { language: 'ru', summary: 'Новое' })] as const;
    expect(ask(summaryMissing, [placed('2025-01-01'), placed('2026-01-01', { texts })])).toEqual([]);
  });

  it('counts no draft', () => {
    expect(ask(summaryMissing, [placed('2025-01-01', draft), placed('2026-01-01')])).toEqual([]);
    expect(ask(summaryMissing, [placed('2025-01-01'), placed('2026-01-01', draft)])).toEqual([]);
  });
});
