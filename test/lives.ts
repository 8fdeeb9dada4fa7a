/** A policy for every state that an edition can be in, each looked at on 25 November 2026 in Moscow unless it says otherwise. */
import { type Moment, parseSpan } from '../src/model/civil-date.ts';
import type { Edition, Policy } from '../src/model/policy.ts';
import { edition, moment, policy, withdrawn } from './builders.ts';
import type { Case } from './policies.ts';

export interface Life {
  readonly name: string;
  /** The edition it is about. */
  readonly id: string;
  readonly given: Case;
}

const AS_OF = Date.parse('2026-11-25T09:00:00Z');

/** It was published in a month or year, and nobody knows from when it applied. */
export function unknown(written: string, more: Partial<Edition> = {}): Edition {
  const published = parseSpan(written) ?? moment(written);
  const effective: Moment = 'firstDay' in published ? { kind: 'day', day: published.day } : published;
  return { ...edition('2000-01-01', { id: written }), effective, onset: 'unknown', published, ...more };
}

/** It applies to groups from days of their own. */
export function staged(from: readonly string[], more: Partial<Edition> = {}): Edition {
  const [first = ''] = from;
  const cohorts = from.map((day, index) => ({
    to: `${index === 0 ? 'new accounts' : `accounts opened in wave ${index}`} (${more.id ?? first})`,
    from: moment(day),
  }));
  return edition(first, { cohorts, ...more });
}

export function retired(on: string, editions: readonly Edition[]): Policy {
  return { ...policy(editions), config: { retired: { on, reason: 'The service has ended', replacedBy: [] } } };
}

/** Looks at `given` as of an instant. */
export function caseOf(given: Policy | readonly Edition[], { asOf = AS_OF, zone = 'Europe/Moscow' } = {}): Case {
  const isPolicy = (value: Policy | readonly Edition[]): value is Policy => 'editions' in value;
  return { policy: isPolicy(given) ? given : policy(given), zone, asOf, later: asOf };
}

function life(name: string, id: string, given: Policy | readonly Edition[], zone = 'Europe/Moscow'): Life {
  return { name, id, given: caseOf(given, { zone }) };
}

const FIRST = edition('2018-05-25');
const NOW = edition('2020-02-04');
const NEXT = edition('2027-01-01', { published: moment('2026-11-20') });
const both = ['2026-10-01', '2026-12-01'];

export const LIVES: readonly Life[] = [
  life('announced', '2027-01-01', [NOW, NEXT]),
  life('announced, without a day of publication', '2027-01-01', [NOW, edition('2027-01-01')]),
  life('announced, nothing before it', '2027-01-01', [NEXT]),
  life('announced, and withdrawn later', '2027-01-01', [NOW, withdrawn('2027-01-01', '2027-03-01')]),
  life('announced by groups', '2027-01-01', [NOW, staged(['2027-01-01', '2027-03-01'])]),
  life('in force, nothing announced', '2020-02-04', [FIRST, NOW]),
  life('in force, another announced', '2020-02-04', [FIRST, NOW, NEXT]),
  life('in force, another announced by groups', '2020-02-04', [NOW, staged(['2027-01-01', '2027-03-01'])]),
  life('in force, another announced that is withdrawn later', '2020-02-04', [
    NOW,
    withdrawn('2027-01-01', '2027-03-01'),
  ]),
  life('in force, to be replaced twice', '2020-02-04', [
    NOW,
    withdrawn('2027-01-01', '2027-03-01'),
    edition('2027-05-01'),
  ]),
  life('in force, its withdrawal announced', '2020-02-04', [FIRST, withdrawn('2020-02-04', '2027-01-01')]),
  life('in force again', '2018-05-25', [FIRST, withdrawn('2020-02-04', '2022-01-01')]),
  life('in force again, another announced', '2018-05-25', [FIRST, withdrawn('2020-02-04', '2022-01-01'), NEXT]),
  life('in force by groups', '2026-10-01', [NOW, staged(both)]),
  life('in force for some still', '2020-02-04', [NOW, staged(both)]),
  life('in force for some, by two editions at once', '2020-02-04', [
    NOW,
    staged(['2026-10-01', '2027-03-01']),
    staged(['2026-11-01', '2027-02-01']),
  ]),
  life('in force for some again', '2020-02-04', [
    NOW,
    staged(['2026-10-01', '2027-03-01']),
    withdrawn('2026-11-01', '2026-12-01'),
  ]),
  life('by groups, one of which never comes under it', '2026-10-01', [
    NOW,
    staged(['2026-10-01', '2027-03-01']),
    edition('2026-11-01'),
  ]),
  life('by groups, one of which comes under it only when the next is withdrawn', '2026-10-01', [
    NOW,
    staged(['2026-10-01', '2026-11-10']),
    withdrawn('2026-11-01', '2026-12-01'),
  ]),
  life('of unknown date, announced, in force only when the one of the same day is withdrawn', '2027-01-01', [
    NOW,
    unknown('2027-01-01'),
    { ...withdrawn('2027-01-01', '2027-01-05'), id: '2027-01-01.2' },
  ]),
  life('superseded', '2018-05-25', [FIRST, NOW]),
  life('superseded for some before others', '2020-02-04', [NOW, staged(['2026-01-01', '2026-03-01'])]),
  life('superseded the same day', '2020-02-04', [NOW, edition('2020-02-04', { id: '2020-02-04.2' })]),
  life('to be superseded the same day', '2027-01-01', [NOW, NEXT, edition('2027-01-01', { id: '2027-01-01.2' })]),
  life('withdrawn', '2020-02-04', [FIRST, withdrawn('2020-02-04', '2022-01-01')]),
  life('withdrawn before its day', '2027-01-01', [NOW, withdrawn('2027-01-01', '2026-11-20')]),
  life('to be withdrawn before its day', '2027-01-01', [NOW, withdrawn('2027-01-01', '2026-12-20')]),
  life('retired', '2020-02-04', retired('2026-10-01', [FIRST, NOW])),
  life('to be retired', '2020-02-04', retired('2027-01-01', [FIRST, NOW])),
  life('dated after the policy’s end', '2027-01-01', retired('2026-10-01', [NOW, NEXT])),
  life('dated after the policy’s coming end', '2027-03-01', retired('2027-01-01', [NOW, edition('2027-03-01')])),
  life('start unknown, in force', '2019', [FIRST, unknown('2019')]),
  life('start unknown, superseded', '2019', [FIRST, unknown('2019'), NOW]),
  life('start unknown, superseded by another such', '2019', [FIRST, unknown('2019'), unknown('2020')]),
  life('start unknown, superseded by another of the same year', '2019', [
    FIRST,
    unknown('2019'),
    unknown('2019', { id: '2019.2' }),
  ]),
  life('start unknown, of the year that it is', '2026', [NOW, unknown('2026')]),
  life('in force in a year whose edition is not known to be in force yet', '2020-02-04', [NOW, unknown('2026')]),
  life('superseded nobody knows when', '2018-05-25', [FIRST, unknown('2019')]),
  life('start unknown, perhaps never in force before it was withdrawn', '2019', [
    FIRST,
    unknown('2019', { declared: { kind: 'withdrawn', on: '2019-06-01', reason: 'Issued in error' } }),
  ]),
  life(
    'start unknown, perhaps never in force before the policy ended',
    '2026',
    retired('2026-10-01', [NOW, unknown('2026')]),
  ),
  life('retroactive', '2026-01-01', [
    NOW,
    edition('2026-01-01', { published: moment('2026-03-15'), isRetroactive: true }),
  ]),
  life('announced, its date moved', '2027-01-01', [
    NOW,
    edition('2027-01-01', { published: moment('2026-10-01'), announcedEffective: [moment('2026-12-01')] }),
  ]),
  life('from its publication', '2026-11-20', [
    NOW,
    edition('2026-11-20', { onset: 'on-publication', published: moment('2026-11-20') }),
  ]),
  life(
    'superseded after a day that its zone skipped',
    '2011-01-01',
    [edition('2011-01-01'), edition('2011-12-31')],
    'Pacific/Apia',
  ),
  life('draft', '2027-01-01', [NOW, edition('2027-01-01', { declared: { kind: 'draft' } })]),
];
