/** What `policies.json` of a site says: the schema of it, from which its type and schemas/policies.schema.json are made. */
import * as z from 'zod';
import { isTimeZone } from './civil-date.ts';

/** Counts up when a member changes its meaning or goes away; new members may come at any time. */
export const POLICIES_FORMAT = 1;

const said = <T extends z.ZodType>(schema: T, description: string): T => schema.meta({ description });

const instant = (description: string) => said(z.iso.datetime(), `${description} RFC 3339, in UTC.`);
const moment = (description: string) =>
  said(z.string(), `${description} As written: a day (YYYY-MM-DD) in the site’s time zone, or an instant with offset.`);
const byLanguage = (description: string) =>
  said(z.record(z.string(), z.string()), `${description} By language (BCP 47).`);
const editionId = (description: string) => said(z.string(), description);

const also = said(
  z.array(z.record(z.string(), z.string())),
  'Only to those of them who are all of these too: cohorts of other editions.',
);

const answer = said(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('edition'), edition: editionId('The edition that applies to everybody.') }),
    z.object({
      kind: z.literal('by-cohort'),
      parts: z.array(
        z.object({ to: byLanguage('To whom.'), also, edition: editionId('The edition that applies to them.') }),
      ),
    }),
    z.object({
      kind: z.literal('uncertain'),
      before: said(
        z.string().nullable(),
        'The edition that still applied if none of the others did; null: perhaps none.',
      ),
      editions: said(z.array(z.string()), 'Editions of which it is not known whether they applied already.'),
    }),
    said(z.object({ kind: z.literal('before-first') }), 'Before the first edition that is known.'),
    z.object({
      kind: z.literal('none'),
      because: said(z.enum(['withdrawn', 'retired']), 'Nothing to fall back on; or the policy has ended.'),
    }),
  ]),
  'Which edition applies.',
);

const stretch = said(
  z.object({
    from: moment('Where it begins.').nullable(),
    fromInstant: instant('The same.').nullable(),
    until: moment('Where it ends, excluded.').nullable(),
    untilInstant: instant('The same.').nullable(),
    answer,
  }),
  'A time with one answer; the first has no beginning, the last no end.',
);

const period = said(
  z.object({
    from: moment('Its first moment.'),
    fromInstant: instant('The same.'),
    isFromLatest: said(z.boolean(), 'True if it is known only that the edition was in force by then.'),
    until: moment('Its end, excluded; null: open.').nullable(),
    untilInstant: instant('The same.').nullable(),
    isUntilLatest: said(z.boolean(), 'True if it is known only that the edition had been replaced by then.'),
  }),
  'A time in force.',
);

const edition = z.object({
  id: said(z.string(), 'Permanent; unique in its policy.'),
  version: said(z.string().nullable(), 'The publisher’s own label.'),
  titles: byLanguage('The title, in the languages it was issued in.'),
  summaries: byLanguage('What changed, where it is said.'),
  urls: byLanguage('Permanent addresses.'),
  effective: moment('From when it applies, to the first of its cohorts if it has any.'),
  effectiveInstant: instant('The same.'),
  onset: said(
    z.enum(['stated', 'on-publication', 'unknown']),
    'Unknown: it was in force not later than `effective`; stretches tell since when at the earliest.',
  ),
  published: said(z.string().nullable(), 'When it was made public: a day, an instant, a month (YYYY-MM) or a year.'),
  isRetroactive: said(z.boolean(), 'True if it applies to a time before it was published.'),
  announcedEffective: said(
    z.array(z.string()),
    'Moments for which it was announced before its date was moved, in order.',
  ),
  status: z.enum(['announced', 'in-force', 'superseded', 'withdrawn', 'draft']),
  state: said(
    z.enum([
      ...['draft', 'announced', 'in-force', 'in-force-for-some', 'superseded', 'superseded-same-day'],
      ...['withdrawn', 'withdrawn-before-effect', 'retired', 'retired-before-effect'],
    ] as const),
    'The status in full.',
  ),
  withdrawn: z
    .object({ on: said(z.string(), 'Out of force from the beginning of that day.'), reason: z.string() })
    .nullable(),
  periods: said(
    z.array(period),
    'When it is in force, as far as is known; usually one. One that ends where it begins stands for a time of which only the end is known.',
  ),
  cohorts: said(
    z.array(
      z.object({
        to: byLanguage('To whom.'),
        from: moment('From when, as was stated.'),
        fromInstant: instant('The same.'),
        appliesFrom: moment('From when in truth; null if never.').nullable(),
        appliesFromInstant: instant('The same.').nullable(),
      }),
    ),
    'Where it does not apply to everybody from the same moment.',
  ),
  lingering: said(
    z.array(
      z.object({
        to: byLanguage('To whom.'),
        also,
        from: moment('From when.'),
        fromInstant: instant('The same.'),
        until: moment('Until when, excluded.'),
        untilInstant: instant('The same.'),
      }),
    ),
    'Those to whom it applies while another edition is in force.',
  ),
});

const policy = z.object({
  slug: said(z.string(), 'Permanent; unique in the site.'),
  titles: byLanguage('The title at the stable address.'),
  urls: byLanguage('Stable addresses: they always show the edition in force.'),
  inForce: said(z.string().nullable(), 'The id of the edition in force at `asOf`.'),
  announced: said(z.array(z.string()), 'Ids of editions that will take force, soonest first.'),
  nextChange: instant('When its pages will next read otherwise.').nullable(),
  retired: said(
    z
      .object({
        on: said(z.string(), 'The first day on which nothing of it is in force.'),
        instant: instant('The beginning of that day.'),
        reason: byLanguage('Why.'),
        replacedBy: said(z.array(z.url()), 'Addresses of what takes its place.'),
      })
      .nullable(),
    'The end of the policy, past or to come.',
  ),
  editions: said(z.array(edition), 'In the order of taking force.'),
  stretches: said(
    z.array(stretch),
    'Which edition applies when: all time, without gaps, in order, as far as was known at `asOf`.',
  ),
});

/** Members are always all there and in this order; what is unknown or absent is null. */
export const policiesSchema = z
  .object({
    version: said(z.literal(POLICIES_FORMAT), 'The version of this format.'),
    asOf: instant('The moment for which the site was built.'),
    nextChange: instant(
      'When any page will next read otherwise; from then on this document is out of date.',
    ).nullable(),
    site: z.object({
      titles: byLanguage('The title.'),
      url: said(z.url(), 'The root of the site; addresses of its files begin with it.'),
      urls: byLanguage('The first page.'),
      timeZone: said(z.string().refine(isTimeZone), 'The IANA zone in which a day begins.'),
      languages: said(z.array(z.string()), 'BCP 47; the first is the default.'),
    }),
    ledger: said(
      z
        .object({
          url: said(z.url(), 'Address of the ledger.'),
          head: said(z.string(), 'The digest that stands for the whole ledger. SHA-256, in hexadecimal.'),
          timestamps: said(
            z.array(z.string().regex(/^[0-9a-f]{64}$/)),
            'Such digests, of now or before, of which there is a time stamp (RFC 3161): `timestamps/<digest>.tsr`.',
          ),
        })
        .nullable(),
      'The record of what was published.',
    ),
    policies: said(z.array(policy), 'In the order of the index.'),
  })
  .meta({
    title: 'policies.json',
    description: 'The policies of a site, their editions, and which of them applies when. Made by Promulgate.',
  });

export type PoliciesDocument = z.output<typeof policiesSchema>;

/** As much of the document as tells whether a site is up to date: what a later version may add elsewhere does no harm. */
export const policiesCoreSchema = policiesSchema.pick({ version: true, asOf: true, nextChange: true }).extend({
  site: policiesSchema.shape.site.pick({ timeZone: true }),
  policies: z.array(policy.pick({ slug: true, inForce: true, nextChange: true, stretches: true })),
});

export type PoliciesCore = z.output<typeof policiesCoreSchema>;

/** As much of it as tells what is to be proved of a site. */
export const policiesProofSchema = policiesSchema.pick({ version: true, asOf: true }).extend({
  site: policiesSchema.shape.site.pick({ url: true }),
  ledger: z
    .object({ head: z.string(), timestamps: z.array(z.string().regex(/^[0-9a-f]{64}$/)).default([]) })
    .nullable(),
  policies: z.array(
    policy.pick({ slug: true, inForce: true, urls: true }).extend({
      editions: z.array(edition.pick({ id: true, titles: true, urls: true, state: true })),
    }),
  ),
});

export type PoliciesProof = z.output<typeof policiesProofSchema>;
