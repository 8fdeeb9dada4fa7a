/** From how the policies stand to one JSON document for programs. */
import type { Diagnostic, Site, Timeline } from '../../index.ts';
import { type Instant, isoInstant, type Moment, momentIso } from '../../model/civil-date.ts';
import type { ComingChange } from '../../model/coming-changes.ts';
import { nextChangeOf } from '../../model/site.ts';
import type { Answer } from '../../model/timeline.ts';
import { type Applied, appliedTo } from '../applied.ts';
import { countProblems, type NextChange, type PolicyStatus } from '../policy-status.ts';
import { standingOf } from '../standing-of.ts';
import { inDefault } from '../status-text.ts';
import { escapeUnprintable } from './json.ts';

/** Counts up when a member changes its meaning or goes away; new members may come at any time. */
const FORMAT = 1;

export interface StatusFacts {
  /** Absent if the configuration could not be read. */
  readonly site: Site | undefined;
  readonly policies: readonly PolicyStatus[];
  readonly diagnostics: readonly Diagnostic[];
  /** What `--on` asks about. */
  readonly on: Moment | undefined;
}

/**
 * The document, indented, with a line feed at its end. Members, always all of them and in this order:
 * - `version`: 1, the version of this format;
 * - `asOf`, `timeZone`: the moment, RFC 3339 in UTC, and the site's zone; null where the configuration could not be read;
 * - `ok`: whether the exit code is 0; `problems`: `{errors, warnings}` of the whole site;
 * - `nextChange`: the next instant at which something changes, or null;
 * - `on`: the day or instant that was asked about, as written, or null;
 * - `policies`: `{policy, isRead, inForce, announced, retired, next, problems, applied}`. `isRead` is false if no edition of
 *   it could be read. `inForce` is null or `{edition, since, isSinceLatest}`; `announced` lists `{edition, from}`; `retired`
 *   is null or `{on, isPast}`; `next` is null or `{at, days, changes}`, a change being `{kind, edition, to, returning}`
 *   (`kind`: `applies`, `withdrawn` or `retired`); `applied` is null without `on`, else it lists
 *   `{from, until, isDecided, answer}`, with the answers of policies.json. Cohorts (`to`) are in the default language.
 */
export function statusJson({ site, policies, diagnostics, on }: StatusFacts): string {
  const problems = countProblems(diagnostics);
  const document = {
    version: FORMAT,
    asOf: site === undefined ? null : isoInstant(site.asOf.instant),
    timeZone: site?.config.timeZone ?? null,
    ok: problems.errors === 0,
    problems,
    nextChange: site === undefined ? null : isoOrNull(nextChangeOf(site)),
    on: on === undefined ? null : momentIso(on),
    policies: site === undefined ? [] : policies.map((status) => policyJson(status, site, on)),
  };
  return `${escapeUnprintable(JSON.stringify(document, null, 2))}\n`;
}

function policyJson({ slug, timeline, next, problems }: PolicyStatus, site: Site, on: Moment | undefined) {
  return {
    policy: slug,
    isRead: timeline !== undefined,
    ...standingJson(timeline),
    next: next === undefined ? null : nextJson(next, site),
    problems,
    applied:
      on === undefined
        ? null
        : timeline === undefined
          ? []
          : appliedTo(timeline, on, site).map((part) => appliedJson(part, site)),
  };
}

function standingJson(timeline: Timeline | undefined) {
  if (timeline === undefined) return { inForce: null, announced: [], retired: null };
  const { inForce, announced, end } = standingOf(timeline, timeline.asOf);
  return {
    inForce:
      inForce === undefined
        ? null
        : {
            edition: inForce.edition.id,
            since: momentIso(inForce.since),
            isSinceLatest: inForce.isSinceLatest,
          },
    announced: announced.map((edition) => ({ edition: edition.id, from: momentIso(edition.effective) })),
    retired: end === undefined ? null : { on: momentIso(end.on), isPast: end.isPast },
  };
}

function nextJson({ instant, days, changes }: NextChange, site: Site) {
  return { at: isoInstant(instant), days, changes: changes.map((change) => changeJson(change, site)) };
}

function changeJson(change: ComingChange, site: Site) {
  return {
    kind: change.kind,
    edition: change.kind === 'retired' ? null : change.dated.edition.id,
    to: change.kind === 'applies' ? change.to.map((text) => inDefault(text, site)) : [],
    returning: change.kind === 'withdrawn' ? (change.returning ?? null) : null,
  };
}

function appliedJson({ from, until, isDecided, answer }: Applied, site: Site) {
  return {
    from: from === undefined ? null : momentIso(from),
    until: until === undefined ? null : momentIso(until),
    isDecided,
    answer: answerJson(answer, site),
  };
}

function answerJson(answer: Answer, site: Site) {
  switch (answer.kind) {
    case 'by-cohort':
      return {
        kind: answer.kind,
        parts: answer.parts.map(({ to, also = [], edition }) => ({
          to: inDefault(to, site),
          also: also.map((other) => inDefault(other, site)),
          edition,
        })),
      };
    case 'uncertain':
      return { kind: answer.kind, before: answer.before ?? null, editions: answer.editions };
    case 'edition':
    case 'before-first':
    case 'none':
      return answer;
  }
}

function isoOrNull(instant: Instant | undefined): string | null {
  return instant === undefined ? null : isoInstant(instant);
}
