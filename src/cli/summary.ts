/** From an outcome to what a person wants to know after a build: as of when, what is in force, what is announced, what was written. */
import type { Site } from '../index.ts';
import type { Edition } from '../model/policy.ts';
import { nextChangeOf } from '../model/site.ts';
import type { Timeline } from '../model/timeline.ts';
import { counted } from './counted.ts';
import { instantText, momentText } from './moment-text.ts';
import type { Outcome, Written } from './outcome.ts';
import type { Paint } from './paint.ts';
import { shownFolder } from './shown-path.ts';
import { datedText, sinceText, standingOf } from './standing-of.ts';

export interface SummaryOptions {
  /** Absolute path of the folder from which the reader looks. */
  readonly cwd: string;
  /** How long it took, in milliseconds. */
  readonly elapsed: number;
  readonly paint: Paint;
}

/** The summary, several lines; only for an outcome without errors. */
export function summaryOf({ site, written }: Outcome, options: SummaryOptions): string {
  const { cwd, elapsed, paint } = options;
  const took = `Took ${(elapsed / 1000).toFixed(1)} s.`;
  const done = written === undefined ? checkedText(site) : writtenText(written, { site, cwd });
  return `${[...(site === undefined ? [] : siteLines(site, paint)), `${done} ${took}`].join('\n')}\n`;
}

function siteLines(site: Site, paint: Paint): string[] {
  const { asOf, config, timelines } = site;
  const nextChange = nextChangeOf(site);
  const width = Math.max(0, ...timelines.map(({ policy }) => policy.slug.length));
  return [
    paint.strong(`As of ${instantText(asOf.instant, config.timeZone)}`),
    ...timelines.map((timeline) => `  ${timeline.policy.slug.padEnd(width)}  ${standingText(timeline, asOf.instant)}`),
    ...(nextChange === undefined ? [] : [`Next change: ${instantText(nextChange, config.timeZone)}`]),
  ];
}

function standingText(timeline: Timeline, asOf: number): string {
  const { inForce, announced, drafts, end } = standingOf(timeline, asOf);
  const facts = [
    inForce === undefined ? 'nothing in force' : `in force since ${sinceText(inForce)}${withdrawal(inForce.edition)}`,
    ...(end === undefined ? [] : [`${end.isPast ? 'retired since' : 'ends on'} ${momentText(end.on)}`]),
    ...announced.map((edition) => `announced for ${datedText(edition, edition.effective)}`),
    ...drafts.map((edition) => `draft for ${datedText(edition, edition.effective)}`),
  ];
  return facts.join('; ');
}

function withdrawal({ declared }: Edition): string {
  return declared.kind === 'withdrawn' ? `, withdrawn from ${momentText({ kind: 'day', day: declared.on })}` : '';
}

function checkedText(site: Site | undefined): string {
  const timelines = site?.timelines ?? [];
  const editions = timelines.reduce((total, timeline) => total + timeline.editions.length, 0);
  return `Checked ${counted(timelines.length, 'policy', 'policies')} with ${counted(editions, 'edition')}.`;
}

function writtenText(written: Written, { site, cwd }: { site: Site | undefined; cwd: string }): string {
  const pages = site === undefined ? '' : `${counted(site.pages.length, 'page')}, `;
  const files = counted(written.written + written.unchanged, 'file');
  const would = written.isDryRun ? 'would be ' : '';
  const changes = `${written.written} ${would}written, ${written.unchanged} unchanged, ${written.removed} ${would}removed`;
  const nothing = written.isDryRun ? ' Nothing was written.' : '';
  return `${pages}${files} in ${shownFolder(written.out, { from: cwd })}: ${changes}.${nothing}`;
}
