import fc from 'fast-check';
import { expect, it } from 'vitest';
import { siteFacts } from '../../src/cli/site-facts.ts';
import { build } from '../../src/index.ts';
import { isoInstant } from '../../src/model/civil-date.ts';
import { movedTo } from '../../src/model/moment-files.ts';
import { isWithin, steadySpan } from '../../src/model/steady-span.ts';
import { resolveAsOf } from '../../src/model/timeline.ts';
import { arrangedSite } from '../arranged-site.ts';
import { edition, moment, sources } from '../builders.ts';
import { FILES, sealed } from '../ledger/ledgered.ts';
import { outputOf, sealedFiles } from '../site-wide/ledgered-site.ts';
import { THEME } from '../theme/views.ts';

const DAY = 86_400_000;

const spanOf = (asOf: string, editions = [edition('2020-02-04')]) =>
  steadySpan(arrangedSite({ privacy: editions }, { asOf }), undefined);

const inWords = ({ from, until, day }: ReturnType<typeof spanOf>) => [isoInstant(from), isoInstant(until), day];

it('lasts for a day in the zone of the site', () => {
  expect(inWords(spanOf('2026-11-25T09:00:00Z'))).toEqual([
    '2026-11-24T21:00:00.000Z',
    '2026-11-25T21:00:00.000Z',
    '2026-11-25',
  ]);
});

it.each([
  ['an edition applies', { effective: moment('2026-11-25T12:00Z') }],
  ['one is published', { published: moment('2026-11-25T12:00Z') }],
  ['one applies to some', { cohorts: [{ to: 'new accounts', from: moment('2026-11-25T12:00Z') }] }],
])('ends, or begins, at the instant at which %s', (_, more) => {
  const editions = [edition('2020-02-04', more)];
  expect(isoInstant(spanOf('2026-11-25T09:00:00Z', editions).until)).toBe('2026-11-25T12:00:00.000Z');
  expect(isoInstant(spanOf('2026-11-25T12:00:00Z', editions).from)).toBe('2026-11-25T12:00:00.000Z');
});

it('ends at the instant of an entry in the ledger', () => {
  const ledger = sealed(FILES);
  const site = arrangedSite({ privacy: [edition('2020-02-04')] }, { asOf: '2026-11-25T08:00:00Z' });
  expect(isoInstant(steadySpan(site, ledger).until)).toBe('2026-11-25T09:00:00.000Z');
});

it('holds for no moment of a day that came again after the next had begun', () => {
  // In St. John’s, clocks went back to 23:01 one minute after the seventh had begun.
  const config = { timeZone: 'America/St_Johns' };
  const at = (asOf: string) => resolveAsOf(asOf, config.timeZone);
  const [before, first, again, then] = ['02:29', '02:30:30', '02:32', '03:35'].map((time) => `2010-11-07T${time}Z`);
  const moments = [before, first, again, then].map((asOf = '') => at(asOf));
  expect(moments.map(({ day }) => day.slice(-2))).toEqual(['06', '07', '06', '07']);
  const spans = [before, first, again].map((asOf = '') => {
    const site = arrangedSite({ privacy: [edition('2010-11-07')] }, { asOf, config });
    return moments.map((one) => isWithin(one, steadySpan(site, undefined)));
  });
  expect(spans).toEqual([
    [true, false, false, false],
    [false, true, false, true],
    [false, false, true, false],
  ]);
});

/** A base day, and zones in which it, or one soon after it, is a strange one. */
const ZONES = [
  ['Pacific/Apia', '2011-12-28'],
  ['Europe/Moscow', '2026-12-29'],
  ['America/St_Johns', '2010-11-05'],
] as const;

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const TIMES = ['', '', 'T03:00Z', 'T12:00+03:00', 'T23:30-03:30'];

/** Sources of a policy with every kind of date, all within a few days. */
function sourcesFrom(base: string, zone: string) {
  const day = fc.integer({ min: -2, max: 4 }).map((days) => plus(base, days));
  const when = fc.tuple(day, fc.constantFrom(...TIMES)).map(([one, time]) => one + time);
  const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 1, nil: undefined });
  const parts = fc.record({
    time: fc.constantFrom(...TIMES),
    published: some(when),
    applies: some(fc.constantFrom(...TIMES.slice(2))),
    withdrawn: some(day),
    corrected: some(day),
  });
  const policy = fc.record({
    reviewed: some(day),
    retired: some(day),
    editions: fc.array(parts, { minLength: 2, maxLength: 3 }),
  });
  return policy.map(({ reviewed, retired, editions }) => ({
    'policies/site.yaml': `title: Acme\nurl: https://acme.example\ntimeZone: ${zone}\nfeedback: {kind: mailto, endpoint: legal@acme.example}\n`,
    'policies/privacy/policy.yaml': [
      ...(reviewed === undefined ? [] : [`reviewed: ${reviewed}`]),
      ...(retired === undefined ? [] : [`retired: {on: ${retired}, reason: It is over, replacedBy: []}`]),
      '',
    ].join('\n'),
    ...Object.fromEntries(
      editions.map(({ time, published, applies, withdrawn, corrected }, index) => {
        const first = plus(base, 2 * index - 1);
        const lines = [
          ...(applies === undefined
            ? [`effective: ${first}${time}`]
            : [`applies: [{to: new accounts, from: ${first}}, {to: old accounts, from: ${plus(first, 1)}${applies}}]`]),
          ...(published === undefined ? [] : [`published: ${published}`]),
          ...(withdrawn === undefined ? [] : [`status: withdrawn`, `withdrawn: {on: ${withdrawn}, reason: An error}`]),
          ...(corrected === undefined
            ? []
            : [`corrections: [{on: ${corrected}, was: recieve, now: receive, reason: Typing}]`]),
        ];
        const text = `# Privacy\n\nWe receive ${index} names.\n`;
        return [
          `policies/privacy/${'abc'[index]}.md`,
          `---\ntitle: Privacy\nsummary: New.\n${lines.join('\n')}\n---\n${text}`,
        ];
      }),
    ),
  }));
}

const sites = fc.constantFrom(...ZONES).chain(([zone, base]) => {
  const instant = fc
    .tuple(fc.integer({ min: -24, max: 5 * 24 * 4 }), fc.constantFrom(-1, 0, 1))
    .map(([quarters, shift]) => Date.parse(`${base}T00:00:00Z`) + quarters * (DAY / 96) + shift);
  return fc.record({ files: sourcesFrom(base, zone), asOf: instant, sealedAt: fc.option(instant) });
});

const told = (files: Record<string, string>, asOf: number) => build({ sources: sources(files), theme: THEME, asOf });

it('has no moment at which a site would say anything else, but for the two files that name the moment', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(sites, async ({ files: bare, asOf, sealedAt }) => {
      const files = sealedAt === null ? bare : await sealedFiles(bare, isoInstant(sealedAt)).catch(() => bare);
      const before = await told(files, asOf);
      const { site, ledgerWork } = before;
      if (before.files.length === 0 || site === undefined) return;
      const span = steadySpan(site, ledgerWork?.ledger);
      expect(isWithin(site.asOf, span)).toBe(true);
      const others = [span.from, span.until - 1].filter(
        (instant) => Number.isFinite(instant) && isWithin(resolveAsOf(instant, site.config.timeZone), span),
      );
      for (const to of others) {
        const after = await told(files, to);
        const expected = [...outputOf(before)].map(([path, text]) => [path, movedTo(text, path, { from: asOf, to })]);
        expect([...outputOf(after)]).toEqual(expected);
        expect(after.diagnostics).toEqual(before.diagnostics);
        if (after.site === undefined) throw new Error('No site');
        expect({ ...siteFacts(after.site), asOf: site.asOf }).toEqual(siteFacts(site));
        compared += 1;
      }
    }),
    { numRuns: 10 },
  );
  expect(compared).toBeGreaterThan(5);
});
