/** A page with the histories of some clauses goes in; what its template sees comes out. */
import type { Lineage } from '../../model/lineage.ts';
import type { Page } from '../../model/site.ts';
import { editionOf } from '../../model/timeline.ts';
import { directionOf } from '../direction.ts';
import { stableLink } from '../edition-view.ts';
import type { PageContext } from '../page-context.ts';
import { nameOf } from '../statements.ts';
import type { LinkView } from '../view.ts';
import { clauseName } from './clause-name.ts';
import { clausesLink } from './clauses-link.ts';
import { viewVersions } from './version-view.ts';
import type { HistoryView } from './view.ts';

export type HistoryPage = Extract<Page, { kind: 'clause-history' }>;

export function viewHistory({ policy, part, language }: HistoryPage, context: PageContext): HistoryView {
  const { words } = context.voice;
  const histories = context.historiesOf(policy, context);
  const all = clausesLink(policy, context);
  const own = histories.lineages.filter((lineage) => isChanged(lineage) && histories.parts.get(lineage.id) === part);
  return {
    language,
    direction: directionOf(language),
    clauses: own.map((lineage) => ({
      anchor: lineage.id,
      name: clauseName(lineage),
      count: words.say('versions', { count: String(lineage.versions.length) }),
      versions: viewVersions(policy, lineage, context),
      ...(lineage.goneIn === undefined
        ? {}
        : { gone: words.say('clause-gone', { date: dateOf(policy, lineage.goneIn, context) }) }),
    })),
    ...(all === undefined ? {} : { all }),
    ...waysOnward(policy, context),
  };
}

export function isChanged({ versions }: Lineage): boolean {
  return versions.length > 1;
}

/** The date that names an edition. */
export function dateOf(policy: string, edition: string, context: PageContext): string {
  const timeline = context.timelineOf(policy);
  return nameOf(editionOf(timeline, edition).edition, timeline, context.voice);
}

export function waysOnward(
  policy: string,
  context: PageContext,
): { readonly current: LinkView; readonly archive: LinkView } {
  const { link, voice } = context;
  return {
    current: stableLink(policy, context),
    archive: { text: voice.words.say('all-editions'), href: link.to(link.archivePath(policy)) },
  };
}
