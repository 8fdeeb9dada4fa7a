/** From an outcome to what a person wants to know after a build: as of when, what is in force, what is announced, what was written. */
import { counted } from './counted.ts';
import { instantText, momentText } from './moment-text.ts';
import type { Outcome, Written } from './outcome.ts';
import type { Paint } from './paint.ts';
import { shownFolder } from './shown-path.ts';
import type { PolicyFacts, SiteFacts } from './site-facts.ts';
import { datedText, sinceText, type ToldEdition } from './standing-of.ts';

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

function siteLines({ asOf, config, nextChange, policies }: SiteFacts, paint: Paint): string[] {
  const width = Math.max(0, ...policies.map(({ slug }) => slug.length));
  return [
    paint.strong(`As of ${instantText(asOf.instant, config.timeZone)}`),
    ...policies.map((policy) => `  ${policy.slug.padEnd(width)}  ${standingText(policy)}`),
    ...(nextChange === undefined ? [] : [`Next change: ${instantText(nextChange, config.timeZone)}`]),
  ];
}

function standingText({ inForce, announced, drafts, end }: PolicyFacts): string {
  const facts = [
    inForce === undefined ? 'nothing in force' : `in force since ${sinceText(inForce)}${withdrawal(inForce.edition)}`,
    ...(end === undefined ? [] : [`${end.isPast ? 'retired since' : 'ends on'} ${momentText(end.on)}`]),
    ...announced.map((edition) => `announced for ${datedText(edition, edition.effective)}`),
    ...drafts.map((edition) => `draft for ${datedText(edition, edition.effective)}`),
  ];
  return facts.join('; ');
}

function withdrawal({ declared }: ToldEdition): string {
  return declared.kind === 'withdrawn' ? `, withdrawn from ${momentText({ kind: 'day', day: declared.on })}` : '';
}

function checkedText(site: SiteFacts | undefined): string {
  const policies = counted(site?.policies.length ?? 0, 'policy', 'policies');
  return `Checked ${policies} with ${counted(site?.editions ?? 0, 'edition')}.`;
}

function writtenText(written: Written, { site, cwd }: { site: SiteFacts | undefined; cwd: string }): string {
  const pages = site === undefined ? '' : `${counted(site.pages, 'page')}, `;
  const files = counted(written.written + written.unchanged, 'file');
  const would = written.isDryRun ? 'would be ' : '';
  const changes = `${written.written} ${would}written, ${written.unchanged} unchanged, ${written.removed} ${would}removed`;
  const nothing = written.isDryRun ? ' Nothing was written.' : '';
  return `${pages}${files} in ${shownFolder(written.out, { from: cwd })}: ${changes}.${nothing}`;
}
