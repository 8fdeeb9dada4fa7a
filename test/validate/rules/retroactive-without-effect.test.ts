import { describe, expect, it } from 'vitest';
import { parseSpan } from '../../../src/model/civil-date.ts';
import type { Edition } from '../../../src/model/policy.ts';
import { retroactiveWithoutEffect } from '../../../src/validate/rules/retroactive-without-effect.ts';
import { moment } from '../../builders.ts';
import { ask, draft, placed } from '../diagnosed.ts';

const problems = (published: Edition['published'], more: Partial<Edition> = {}) =>
  ask(retroactiveWithoutEffect, [
    placed('2026-03-01', { isRetroactive: true, ...(published === undefined ? {} : { published }), ...more }),
  ]);

describe('retroactive-without-effect', () => {
  it('warns if an edition called retroactive is not published after it takes force', () => {
    expect(problems(moment('2026-03-01'))).toMatchObject([
      { ruleId: 'retroactive-without-effect', severity: 'warning', place: { line: 8 } },
    ]);
    expect(problems(parseSpan('2026-02'))[0]?.message).toContain('published in 2026-02 and takes force on 2026-03-01');
  });

  it('asks for the publication of an edition called retroactive', () => {
    expect(problems(undefined)[0]?.hint).toContain('Add a line such as “published: 2026-03-01”');
  });

  it('warns if it is not known from when the edition applies', () => {
    expect(problems(moment('2026-03-02'), { onset: 'unknown' })[0]?.message).toContain('not known from when');
  });

  it('takes what is, or can be, published after it takes force; and drafts', () => {
    expect(problems(moment('2026-03-02'))).toEqual([]);
    expect(problems(parseSpan('2026-03'))).toEqual([]);
    expect(problems(parseSpan('2026'))).toEqual([]);
    expect(problems(moment('2026-01-01'), draft)).toEqual([]);
    expect(problems(moment('2026-03-02'), { isRetroactive: false })).toEqual([]);
  });
});
