import { describe, expect, it } from 'vitest';
import { brief, EDITION, parse } from './written.ts';

const withConfig = (text: string) => parse({ 'privacy/first.md': EDITION, 'privacy/policy.yaml': text });

describe('policy.yaml', () => {
  it('may say nothing', () => {
    const { policies, diagnostics } = withConfig('# nothing yet\n');
    expect(diagnostics).toEqual([]);
    expect(policies[0]?.config).toEqual({});
  });

  it('gives an order, a description and the language that prevails, as the site spells it', () => {
    const { policies } = withConfig(
      'order: "-2"\ndescription: {en: What we know, ru: Что мы знаем}\nauthoritative: RU\n',
    );
    expect(policies[0]?.config).toEqual({
      order: -2,
      description: { en: 'What we know', ru: 'Что мы знаем' },
      authoritative: 'ru',
    });
  });

  it('reports all that is wrong and keeps the editions', () => {
    const { policies, diagnostics } = withConfig(
      'order: first\ndescription: {fr: A}\nauthoritative: de\nordr: 2\nlayout: page',
    );
    expect(brief(diagnostics)).toEqual([
      'policy-value 1:8',
      'policy-value 2:15',
      'policy-value 3:16',
      'policy-unknown-key 4:1',
      'policy-unknown-key 5:1',
    ]);
    expect(diagnostics[3]?.hint).toBe('Did you mean “order”?');
    expect(policies[0]).toMatchObject({ config: {}, editions: [{ id: 'first' }] });
  });

  it('gives the day of the last review with its place', () => {
    const { policies } = withConfig('order: 1\nreviewed: 2026-05-01\n');
    const path = 'policies/privacy/policy.yaml';
    expect(policies[0]?.config.reviewed).toMatchObject({ on: '2026-05-01', place: { path, line: 2, column: 11 } });
  });

  it('reports a review on no day', () => {
    const { diagnostics } = withConfig('reviewed: 2026-02-30\n');
    expect(brief(diagnostics)).toEqual(['policy-value 1:11']);
    expect(brief(withConfig('reviewed: May 2026\n').diagnostics)).toEqual(['policy-value 1:11']);
  });

  it('silences only rules that there are and whose findings are warnings', () => {
    const silencing = (rule: string) => withConfig(`silence: [{rule: ${rule}, reason: We know}]`).diagnostics;
    expect(silencing('anchor-gone')).toEqual([]);
    expect(silencing('placeholder')).toEqual([]);
    expect(silencing('anchor-gon')).toMatchObject([
      {
        ruleId: 'policy-value',
        message: expect.stringContaining('There is no rule “anchor-gon”.'),
        hint: 'Did you mean “anchor-gone”?',
      },
    ]);
    expect(silencing('same-instant')).toMatchObject([
      { ruleId: 'policy-value', hint: expect.stringContaining('Errors cannot be silenced') },
    ]);
  });

  it('is decoded as carefully as an edition', () => {
    expect(brief(withConfig('order: 1 \u202e').diagnostics)).toEqual(['policy-encoding 1:10']);
  });
});
