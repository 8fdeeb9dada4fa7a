/** From how the policies stand to the table that `status` prints for people. */
import type { Site } from '../index.ts';
import type { ComingChange } from '../model/coming-changes.ts';
import { type LocalText, localText } from '../model/config.ts';
import { nextChangeOf } from '../model/site.ts';
import type { Timeline } from '../model/timeline.ts';
import { counted } from './counted.ts';
import { instantText, momentText } from './moment-text.ts';
import type { NextChange, PolicyStatus, Problems } from './policy-status.ts';
import { sinceText, standingOf } from './standing-of.ts';
import { type TableOptions, tableText } from './table.ts';

const HEADINGS = ['Policy', 'In force since', 'Next change', 'In', 'What happens', 'Problems'];

/** The moment, a line for each policy, and when something changes next. */
export function statusText(site: Site, policies: readonly PolicyStatus[], options: TableOptions): string {
  const { asOf, config } = site;
  const next = nextChangeOf(site);
  const rows = policies.map(({ slug, timeline, next: own, problems }) => [
    slug,
    timeline === undefined ? '(cannot be told)' : sinceCell(timeline),
    own === undefined ? (problems.errors > 0 ? 'not known' : 'none') : whenText(own, config.timeZone),
    own === undefined ? '' : own.days === 0 ? 'today' : counted(own.days, 'day'),
    own === undefined ? '' : happeningsText(own.changes, site),
    problemsText(problems),
  ]);
  return [
    `${options.paint.strong(`As of ${instantText(asOf.instant, config.timeZone)}`)}\n\n`,
    rows.length === 0 ? 'Nothing is issued yet.\n' : tableText({ headings: HEADINGS, rows }, options),
    `\nNext change: ${next === undefined ? 'none is known' : instantText(next, config.timeZone)}\n`,
  ].join('');
}

/** `1 error, 2 warnings`, or `none`. */
function problemsText({ errors, warnings }: Problems): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return parts.length === 0 ? 'none' : parts.join(', ');
}

function sinceCell(timeline: Timeline): string {
  const { inForce, announced, end } = standingOf(timeline, timeline.asOf);
  if (inForce !== undefined) return `${sinceText(inForce)}${staggered(timeline)}`;
  if (end?.isPast === true) return `(retired ${momentText(end.on)})`;
  return announced.length > 0 ? '(nothing yet)' : '(nothing)';
}

/** Where the edition in force does not apply to everybody yet. */
function staggered({ stretches, asOf, inForce }: Timeline): string {
  const answer = stretches.find(({ fromInstant, untilInstant }) => fromInstant <= asOf && asOf < untilInstant)?.answer;
  if (answer?.kind !== 'by-cohort') return '';
  const others = new Set(answer.parts.flatMap(({ edition }) => (edition === inForce ? [] : [edition])));
  return others.size === 0 ? '' : `, for some ${[...others].join(', ')}`;
}

/** As its author wrote it, if something that is known happens then. */
function whenText({ changes, instant }: NextChange, timeZone: string): string {
  const [first] = changes;
  return first === undefined ? instantText(instant, timeZone) : momentText(first.moment);
}

function happeningsText(changes: readonly ComingChange[], site: Site): string {
  return changes.length === 0 ? 'the same applies' : changes.map((change) => happeningText(change, site)).join('; ');
}

function happeningText(change: ComingChange, site: Site): string {
  switch (change.kind) {
    case 'applies': {
      const to = change.to.map((text) => inDefault(text, site)).join(', ');
      return `${change.dated.edition.id} applies${to === '' ? '' : ` to ${to}`}`;
    }
    case 'withdrawn': {
      const withdrawal = `${change.dated.edition.id} is withdrawn`;
      return change.returning === undefined ? withdrawal : `${withdrawal}, ${change.returning} applies again`;
    }
    case 'retired':
      return 'the policy ends';
  }
}

/** In the site's default language. */
export function inDefault(text: LocalText, { config: { languages } }: Site): string {
  return localText(text, languages[0], languages);
}
