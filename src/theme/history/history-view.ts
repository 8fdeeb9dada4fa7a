/** The page that lists the clauses that changed, or one with the histories of some of them, goes in; what its template sees comes out. */
import { addresses } from '../../model/address.ts';
import type { Lineage } from '../../model/lineage.ts';
import type { Page } from '../../model/site.ts';
import { editionOf } from '../../model/timeline.ts';
import { directionOf } from '../direction.ts';
import { stableLink } from '../edition-view.ts';
import type { PageContext } from '../page-context.ts';
import { nameOf } from '../statements.ts';
import type { LinkView } from '../view.ts';
import { clauseName } from './clause-name.ts';
import { historyHref } from './clause-notes.ts';
import { clausesLink } from './clauses-link.ts';
import type { Histories } from './lineages.ts';
import { viewVersions } from './version-view.ts';
import type { ChangedClauseView, ClausesView, HistoryView } from './view.ts';

export type ClausesPage = Extract<Page, { kind: 'clauses' }>;
export type HistoryPage = Extract<Page, { kind: 'clause-history' }>;

export function viewClauses({ policy }: ClausesPage, context: PageContext): ClausesView {
  const histories = context.historiesOf(policy, context);
  const changed = histories.lineages.filter(isChanged);
  const last = histories.editions.at(-1) ?? '';
  const view = (lineage: Lineage) => viewChanged(policy, lineage, histories, context);
  return {
    last: context.voice.words.say('clauses-present', { date: dateOf(policy, last, context) }),
    present: changed.filter(({ goneIn }) => goneIn === undefined).map(view),
    gone: changed.filter(({ goneIn }) => goneIn !== undefined).map(view),
    ...waysOnward(policy, context),
  };
}

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

/** The pages that a list of clauses leads to. */
export function historyPages({ policy, language }: ClausesPage, context: PageContext): HistoryPage[] {
  const { lineages, parts } = context.historiesOf(policy, context);
  const names = new Set(lineages.filter(isChanged).flatMap(({ id }) => parts.get(id) ?? []));
  const at = addresses(context.site.config, language);
  return [...names].map((part) => {
    return { kind: 'clause-history', language, path: at.clauseHistory(policy, part), alternates: [], policy, part };
  });
}

function isChanged({ versions }: Lineage): boolean {
  return versions.length > 1;
}

function viewChanged(policy: string, lineage: Lineage, histories: Histories, context: PageContext): ChangedClauseView {
  const href = historyHref(policy, lineage, histories, context) ?? '';
  const count = context.voice.words.say('versions', { count: String(lineage.versions.length) });
  return { link: { text: clauseName(lineage), href }, count };
}

function dateOf(policy: string, edition: string, context: PageContext): string {
  const timeline = context.timelineOf(policy);
  return nameOf(editionOf(timeline, edition).edition, timeline, context.voice);
}

function waysOnward(policy: string, context: PageContext): { readonly current: LinkView; readonly archive: LinkView } {
  const { link, voice } = context;
  return {
    current: stableLink(policy, context),
    archive: { text: voice.words.say('all-editions'), href: link.to(link.archivePath(policy)) },
  };
}
