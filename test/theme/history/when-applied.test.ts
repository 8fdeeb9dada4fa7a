import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/model/civil-date.ts';
import { whenApplied } from '../../../src/theme/history/when-applied.ts';
import { arrange } from '../../../src/timeline/arrange.ts';
import { edition, moment, policy, withdrawn } from '../../builders.ts';
import { LIVES } from '../../lives.ts';
import { type Case, cases } from '../../policies.ts';
import { type Truth, truthOf } from '../../truth.ts';
import { CLAIMS, editionsNamed } from '../claims.ts';
import { plainVoice, readSaid } from '../plain-voice.ts';

/** What a sentence about words claims of them is what one about an edition claims of it. */
const SAME_CLAIM: { readonly [key: string]: keyof typeof CLAIMS } = {
  'wording-from': 'in-force-from',
  'wording-from-until': 'in-force-from-until',
  'wording-again-from': 'in-force-again-from',
  'wording-again-from-until': 'in-force-again-from-until',
  'wording-by': 'in-force-by',
  'wording-by-until': 'in-force-by-until',
  'wording-by-replaced-by': 'in-force-by-replaced-by',
  'wording-from-replaced-by': 'in-force-from-replaced-by',
  'wording-perhaps': 'perhaps-in-force',
  staged: 'staged',
  'lingering-until': 'lingering-until',
  'lingering-from-until': 'lingering-from-until',
};

const WORDS = 'the words';

/** The same world, in which these editions are one. */
function together(truth: Truth, ids: readonly string[], from: string | undefined): Truth {
  const as = (id: string) => (ids.includes(id) ? WORDS : id);
  const named = (id: string | undefined) => (id === undefined ? undefined : as(id));
  const start = from === undefined ? undefined : Date.parse(from.length > 10 ? from : `${from}T00:00Z`);
  const beginner = ids
    .map((id) => truth.fate(id))
    .find((fate) => fate?.edition.onset === 'unknown' && Math.abs(fate.effective - (start ?? 0)) <= 86_400_000);
  const holder = (at: number) => named(truth.holder(at));
  return {
    ...truth,
    fate: (id) => (id === WORDS ? (beginner ?? truth.fate(ids[0] ?? '')) : truth.fate(id)),
    holder,
    under: (person, at) => named(truth.under(person, at)),
    perhaps: (at) => [...new Set(truth.perhaps(at).map(as))].filter((id) => id !== WORDS || holder(at) !== WORDS),
  };
}

function said({ policy: given, zone, asOf }: Case, ids: readonly string[]): string[] {
  const timeline = arrange(given, { asOf, timeZone: zone });
  if (timeline === undefined) throw new Error('No timeline');
  return whenApplied(
    ids.map((id) => ({ edition: id })),
    { timeline, timeZone: zone },
    plainVoice,
  );
}

describe('when a wording applies', () => {
  it('is true at whatever moment it is read, through whatever editions have it', () => {
    const heard = new Set<string>();
    const runs = fc.tuple(cases, fc.nat(5), fc.nat(3));
    const lives = LIVES.flatMap(({ given }) =>
      [0, 1, 2].flatMap((first) => [0, 1].map((more): [Case, number, number] => [given, first, more])),
    );
    fc.assert(
      fc.property(runs, ([given, first, more]) => {
        const truth = truthOf(given.policy, given.zone);
        const ids = truth.fates.slice(first, first + 1 + more).map(({ id }) => id);
        if (ids.length === 0) return;
        let meant = ids;
        for (const text of said(given, ids)) {
          for (const { key, values } of readSaid(text)) {
            heard.add(key);
            if (key === 'edition-of') meant = editionsNamed(values.date, given.policy).map(({ id }) => id);
            if (key === 'wording-withdrawn' || key === 'edition-of') continue;
            const world = together(truth, meant, values.from);
            // Groups are those of the edition that brings the words.
            const [subject, told] = key === 'staged' ? [meant[0] ?? '', truth] : [WORDS, world];
            const claim = { values, subject, since: 0, at: given.later, policy: given.policy, truth: told };
            const isTrue =
              key === 'wording-never'
                ? truth.instants.every((at) => world.holder(at) !== WORDS && !world.perhaps(at).includes(WORDS))
                : CLAIMS[SAME_CLAIM[key] ?? key]?.isTrue(claim);
            if (isTrue !== true) throw new Error(`False of ${meant} of ${ids}: ${key} ${JSON.stringify(values)}`);
          }
        }
      }),
      { numRuns: lives.length + 100, examples: lives.map((life) => [life]) },
    );
    expect(Object.keys(SAME_CLAIM).filter((key) => !heard.has(key))).toEqual([]);
  });

  const terms = [edition('2019-01-01'), edition('2020-01-01'), edition('2021-01-01'), edition('2028-01-01')];
  const sentences = (given = terms, stands: { edition: string; from?: Moment }[]) => {
    const timeline = arrange(policy(given), { asOf: Date.UTC(2026, 10, 25), timeZone: 'UTC' });
    if (timeline === undefined) throw new Error('No timeline');
    return whenApplied(stands, { timeline, timeZone: 'UTC' }, plainVoice).flatMap((text) =>
      readSaid(text).map(({ key, values }) => [key, ...Object.values(values).map((value) => lastDay(value))].join(' ')),
    );
  };
  const lastDay = (value = '') => (value.startsWith('⟦') ? (readSaid(value)[0]?.values.day ?? '') : value);

  it('is one time through the editions that have it, and open where it is announced', () => {
    expect(sentences(terms, [{ edition: '2019-01-01' }, { edition: '2020-01-01' }])).toEqual([
      'wording-from-until 2019-01-01 2020-12-31',
    ]);
    expect(sentences(terms, [{ edition: '2028-01-01' }])).toEqual(['wording-from 2028-01-01']);
  });

  it('begins where the clause has a day of its own, and never if that is after its editions', () => {
    const from = moment('2021-06-01');
    const [late, never] = [
      { edition: '2021-01-01', from },
      { edition: '2020-01-01', from },
    ];
    expect(sentences(terms, [late])).toEqual(['wording-from-until 2021-06-01 2027-12-31']);
    expect(sentences(terms, [never])).toEqual(['wording-never']);
    expect(sentences(terms, [never, late])).toEqual(['wording-from-until 2021-06-01 2027-12-31']);
  });

  it('comes again when the edition that changed it is withdrawn, which is said of that one', () => {
    const back = [edition('2019-01-01'), withdrawn('2020-01-01', '2020-03-01')];
    expect(sentences(back, [{ edition: '2019-01-01' }])).toEqual([
      'wording-from-until 2019-01-01 2019-12-31',
      'wording-again-from 2020-03-01',
    ]);
    expect(sentences(back, [{ edition: '2019-01-01' }, { edition: '2020-01-01' }])).toEqual([
      'wording-from 2019-01-01',
    ]);
    expect(sentences(back, [{ edition: '2020-01-01' }])).toEqual([
      'wording-from-until 2020-01-01 2020-02-29',
      'wording-withdrawn 2020-01-01 2020-03-01 Issued in error',
    ]);
  });
});
