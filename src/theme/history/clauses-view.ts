/** The page that lists the clauses that changed goes in; what its template sees comes out: how they stand at the build's moment, in the order of the text. */
import type { Lineage, Stand } from '../../model/lineage.ts';
import type { Page } from '../../model/site.ts';
import { editionOf } from '../../model/timeline.ts';
import type { PageContext } from '../page-context.ts';
import { sentencesOn } from '../statements.ts';
import { clauseName } from './clause-name.ts';
import { historyHref } from './clause-notes.ts';
import { dateOf } from './date-of.ts';
import { isChanged, waysOnward } from './history-view.ts';
import type { Histories, StandingClause } from './lineages.ts';
import type { ChangedClauseView, ClausesView, ListedClausesView } from './view.ts';

export type ClausesPage = Extract<Page, { kind: 'clauses' }>;

interface Place {
  readonly policy: string;
  readonly histories: Histories;
  readonly context: PageContext;
}

export function viewClauses({ policy }: ClausesPage, context: PageContext): ClausesView {
  const histories = context.historiesOf(policy, context);
  const place: Place = { policy, histories, context };
  const { present } = histories;
  const { announced } = context.timelineOf(policy);
  const listed = [present, ...announced.filter((id) => id !== present && histories.editions.includes(id))];
  const lists = listed.map((edition, index): ListedClausesView => {
    const before = listed[index - 1];
    return {
      heading: context.voice.words.say('clauses-present', { date: dateOf(policy, edition, context) }),
      sentences: sentencesIn(edition, place),
      clauses: before === undefined ? clausesIn(edition, place) : clausesBroughtBy(edition, before, place),
    };
  });
  return {
    lists: lists.filter(({ clauses }) => clauses.length > 0),
    gone: clausesElsewhere(listed, place),
    ...waysOnward(policy, context),
  };
}

function sentencesIn(edition: string, { policy, context }: Place): string[] {
  const timeline = context.timelineOf(policy);
  return sentencesOn({ dated: editionOf(timeline, edition), timeline }, context.voice);
}

function clausesIn(edition: string, place: Place): ChangedClauseView[] {
  return changedIn(edition, place).map((found) => viewChanged(found, [numberOfWording(found, place)], place));
}

/** Those that have other words in it than in the one before it, and those that it drops. */
function clausesBroughtBy(edition: string, before: string, place: Place): ChangedClauseView[] {
  const earlier = new Map(changedIn(before, place).map(({ lineage, stand }) => [lineage, stand.version]));
  const here = changedIn(edition, place);
  const kept = new Set(here.map(({ lineage }) => lineage));
  const gone = place.context.voice.words.say('clause-gone', { date: dateOf(place.policy, edition, place.context) });
  return [
    ...here
      .filter(({ lineage, stand }) => earlier.get(lineage) !== stand.version)
      .map((found) => viewChanged(found, [numberOfWording(found, place)], place)),
    ...changedIn(before, place)
      .filter(({ lineage }) => !kept.has(lineage))
      .map((found) => viewChanged(found, [gone], place)),
  ];
}

/** Those that no listed edition has, by the edition that had them last, the latest first. */
function clausesElsewhere(listed: readonly string[], place: Place): ChangedClauseView[] {
  const { histories, policy, context } = place;
  const { say } = context.voice.words;
  const standing = new Set(listed.flatMap((edition) => changedIn(edition, place).map(({ lineage }) => lineage)));
  return histories.editions.toReversed().flatMap((edition) =>
    changedIn(edition, place)
      .filter(({ lineage, stand }) => !standing.has(lineage) && lineage.stands.at(-1) === stand)
      .map((found) => {
        const count = say('versions', { count: String(found.lineage.versions.length) });
        return viewChanged(found, [count, say('clause-last-in', { date: dateOf(policy, edition, context) })], place);
      }),
  );
}

function changedIn(edition: string, { histories }: Place): StandingClause[] {
  return histories.inOrder(edition).filter(({ lineage }) => isChanged(lineage));
}

function numberOfWording({ lineage, stand }: { lineage: Lineage; stand: Stand }, { context }: Place): string {
  const [number, total] = [String(stand.version + 1), String(lineage.versions.length)];
  return context.voice.words.say('clause-version', { number, total });
}

function viewChanged(
  { lineage, stand }: StandingClause,
  notes: readonly string[],
  { policy, histories, context }: Place,
): ChangedClauseView {
  const href = historyHref(policy, lineage, histories, context) ?? '';
  return { link: { text: clauseName(lineage, stand), href }, notes };
}
