/** What a published site says of itself and the moment it is looked at go in; a problem for each way in which it is out of date comes out. */
import type { Diagnostic } from '../index.ts';
import { dayOf, daysBetween, type Instant } from '../model/civil-date.ts';
import type { PoliciesCore } from '../model/policies-document.ts';
import { counted } from './counted.ts';
import { daysText } from './days-text.ts';
import { instantText } from './moment-text.ts';

type PolicyJson = PoliciesCore['policies'][number];

export interface StalenessOptions {
  /** The moment it is looked at. */
  readonly now: Instant;
  /** In days; undefined: any age is well. */
  readonly maxAge: number | undefined;
}

const DAY_LENGTH = 24 * 60 * 60 * 1000;

/** `deployed-missed-change`, `deployed-ahead`, `deployed-too-old`: errors, none if the site is up to date. */
export function stalenessOf(document: PoliciesCore, options: StalenessOptions): Diagnostic[] {
  return [...missedChange(document, options), ...ahead(document, options), ...tooOld(document, options)];
}

/** An instant of the site, by its own clocks, and how far it is from `now`. */
export function toldFrom(now: Instant, { site: { timeZone } }: PoliciesCore): (instant: Instant) => string {
  return (instant) => {
    const days = daysBetween(dayOf(now, timeZone), dayOf(instant, timeZone));
    return `${instantText(instant, timeZone)}, ${daysText(days)}`;
  };
}

function missedChange(document: PoliciesCore, { now }: StalenessOptions): Diagnostic[] {
  const { nextChange, asOf, policies } = document;
  if (nextChange === null || Date.parse(nextChange) > now) return [];
  const told = toldFrom(now, document);
  const changed = policies.filter((policy) => policy.nextChange !== null && Date.parse(policy.nextChange) <= now);
  return problem({
    ruleId: 'deployed-missed-change',
    message: [
      `The site does not know of a change that came on ${told(Date.parse(nextChange))}: it was built for ${told(Date.parse(asOf))}.`,
      ...changed.map((policy) => changeText(policy, now, told)),
    ].join('\n'),
    hint: 'Build the site and publish it. If that was to happen by itself, see why it did not: the scheduled build may have failed, or been switched off.',
  });
}

function changeText({ slug, inForce, nextChange, stretches }: PolicyJson, now: Instant, told: (at: Instant) => string) {
  const answer = stretches.find((stretch) => start(stretch) <= now && now < end(stretch))?.answer;
  const since = nextChange === null ? '' : ` since ${told(Date.parse(nextChange))}`;
  if (answer?.kind === 'none') return `${slug}: nothing is in force any more${since}.`;
  const shown = inForce === null ? 'nothing as in force' : `edition ${inForce} as in force`;
  if (answer?.kind !== 'edition' || answer.edition === inForce) return `${slug}: its pages read otherwise${since}.`;
  return `${slug}: it was built to show ${shown}, but edition ${answer.edition} applies${since}.`;
}

function ahead(document: PoliciesCore, { now }: StalenessOptions): Diagnostic[] {
  const asOf = Date.parse(document.asOf);
  const early = document.policies.filter(({ stretches }) =>
    stretches.some((stretch) => now < start(stretch) && start(stretch) <= asOf),
  );
  if (early.length === 0) return [];
  return problem({
    ruleId: 'deployed-ahead',
    message: `The site was built for a moment to come, ${toldFrom(now, document)(asOf)}: it shows what does not apply yet. This concerns: ${early.map(({ slug }) => slug).join(', ')}.`,
    hint: 'Build it without --as-of, and without SOURCE_DATE_EPOCH in the environment, and publish it.',
  });
}

function tooOld(document: PoliciesCore, { now, maxAge }: StalenessOptions): Diagnostic[] {
  const asOf = Date.parse(document.asOf);
  if (maxAge === undefined || now - asOf <= maxAge * DAY_LENGTH) return [];
  return problem({
    ruleId: 'deployed-too-old',
    message: `The site was built for ${toldFrom(now, document)(asOf)}; at most ${counted(maxAge, 'day')} were to pass.`,
    hint: 'See whether the scheduled builds still run, and whether what they make is published; or give a greater --max-age.',
  });
}

function start({ fromInstant }: PolicyJson['stretches'][number]): Instant {
  return fromInstant === null ? Number.NEGATIVE_INFINITY : Date.parse(fromInstant);
}

function end({ untilInstant }: PolicyJson['stretches'][number]): Instant {
  return untilInstant === null ? Number.POSITIVE_INFINITY : Date.parse(untilInstant);
}

function problem(words: Pick<Diagnostic, 'ruleId' | 'message' | 'hint'>): Diagnostic[] {
  return [{ severity: 'error', ...words }];
}
