/** A plan of the site and a day or instant go in; for each policy, which text applied then comes out, each candidate with its address. */
import type { Site, Timeline } from '../index.ts';
import { absoluteUrl, addresses } from '../model/address.ts';
import { type AppliedPart, appliedOn } from '../model/applied-on.ts';
import type { Moment } from '../model/civil-date.ts';
import type { Answer, CohortPart } from '../model/timeline.ts';
import { momentText } from './moment-text.ts';
import type { PolicyStatus } from './policy-status.ts';
import { inDefault } from './status-text.ts';
import { type TableOptions, tableText } from './table.ts';

/** A part of a day with one answer. */
export interface Applied extends AppliedPart {
  /** False for a time that, as seen from the moment of the plan, is still to come: more may be announced. */
  readonly isDecided: boolean;
}

/** Which text of a policy applied at `moment`: a part for each answer, in order. */
export function appliedTo(timeline: Timeline, moment: Moment, { config, asOf }: Site): Applied[] {
  return appliedOn(timeline, { moment, timeZone: config.timeZone }).map((part) => {
    return { ...part, isDecided: part.fromInstant <= asOf.instant };
  });
}

const HEADINGS = ['Policy', 'When', 'To whom', 'Which text', 'Address'];

export interface AppliedTextOptions extends TableOptions {
  readonly moment: Moment;
}

/** The moment that was asked about and a table of answers. */
export function appliedText(site: Site, policies: readonly PolicyStatus[], options: AppliedTextOptions): string {
  const { moment, paint } = options;
  const rows = policies.flatMap(({ slug, timeline }) =>
    timeline === undefined
      ? [[slug, '', '', 'cannot be told: its files have errors', '']]
      : appliedTo(timeline, moment, site).flatMap((part) => rowsOf(part, timeline, site)),
  );
  const asked =
    moment.kind === 'day' ? `On ${momentText(moment)} (${site.config.timeZone})` : `At ${momentText(moment)}`;
  const known = momentText({ kind: 'day', day: site.asOf.day });
  return `${paint.strong(`${asked}, as known on ${known}`)}\n\n${tableText({ headings: HEADINGS, rows }, options)}`;
}

function rowsOf(part: Applied, timeline: Timeline, site: Site): string[][] {
  const { slug } = timeline.policy;
  const at = addresses(site.config, site.config.languages[0]);
  return candidatesOf(part.answer, timeline, site).map(({ to = '', text, edition }) => [
    slug,
    timesOf(part),
    to,
    part.isDecided ? text : `not decided yet; as things stand: ${text}`,
    edition === undefined ? '' : absoluteUrl(site.config, at.edition(slug, edition)),
  ]);
}

function timesOf({ from, until }: AppliedPart): string {
  return [
    ...(from === undefined ? [] : [`from ${momentText(from)}`]),
    ...(until === undefined ? [] : [`until ${momentText(until)}`]),
  ].join(' ');
}

interface Candidate {
  readonly to?: string;
  readonly text: string;
  readonly edition?: string;
}

function candidatesOf(answer: Answer, timeline: Timeline, site: Site): Candidate[] {
  switch (answer.kind) {
    case 'edition':
      return [{ text: answer.edition, edition: answer.edition }];
    case 'by-cohort':
      return answer.parts.map((part) => ({ to: cohortText(part, site), text: part.edition, edition: part.edition }));
    case 'uncertain': {
      const { before, editions } = answer;
      const known =
        before === undefined ? { text: 'perhaps none yet' } : { text: `perhaps still ${before}`, edition: before };
      return [...editions.map((edition) => ({ text: `perhaps ${edition}: from when is not known`, edition })), known];
    }
    case 'before-first':
      return [{ text: beforeFirstText(timeline) }];
    case 'none': {
      if (answer.because === 'withdrawn') return [{ text: 'none: withdrawn, with none to fall back on' }];
      const { retirement } = timeline;
      const end = retirement === undefined ? '' : ` on ${momentText({ kind: 'day', day: retirement.on })}`;
      return [{ text: `none: the policy ended${end}` }];
    }
  }
}

/** Those who belong to one group, or to several at once. */
function cohortText({ to, also = [] }: CohortPart, site: Site): string {
  const [first, ...others] = [to, ...also].map((text) => inDefault(text, site));
  return others.reduce<string>((all, other) => `${all} (of these only: ${other})`, first ?? '');
}

function beforeFirstText({ stretches }: Timeline): string {
  const first = stretches[0]?.until;
  return first === undefined ? 'none is known' : `none is known from before ${momentText(first)}`;
}
