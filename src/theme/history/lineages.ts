/** A policy goes in; its clauses through all its editions in the language of the page, and on which page the history of each is, come out. */
import { baselineOf } from '../../model/baseline.ts';
import type { Body } from '../../model/clause.ts';
import type { Language } from '../../model/config.ts';
import { type ClauseStep, type Lineage, lineagesOf, type Stand, type TracedEdition } from '../../model/lineage.ts';
import type { Edition } from '../../model/policy.ts';
import { editionOf } from '../../model/timeline.ts';
import type { PageContext } from '../page-context.ts';
import { bodyToPrint } from '../redline/body-to-print.ts';
import { comparedPair } from '../redline/compared-pairs.ts';
import { editionsUntilPresent } from './present.ts';

export interface Histories {
  /** Ids of the editions that are looked at: those issued with a text in the language. */
  readonly editions: readonly string[];
  /** The one whose text is the state of things at the moment of the build, and with it those before. */
  readonly present: string;
  readonly past: ReadonlySet<string>;
  readonly lineages: readonly Lineage[];
  /** By the lineage's id: the name of its page. */
  readonly parts: ReadonlyMap<string, string>;
  /** Where a clause of an edition belongs; undefined for an edition or a clause that is not looked at. */
  find(edition: string, anchor: string): StandingClause | undefined;
  /** The edition with which an edition that is looked at was compared; undefined for the first. */
  baselineOf(edition: string): string | undefined;
  /** The clauses of an edition that is looked at, in the order of its text. */
  inOrder(edition: string): readonly StandingClause[];
}

/** A clause in one edition, and through all. */
export interface StandingClause {
  readonly lineage: Lineage;
  readonly stand: Stand;
}

const NOTHING: Body = { tree: { type: 'root', children: [] }, clauses: [], anchors: [], links: [] };

/** Of one policy at a time, in its languages: they are large. */
export function createHistories(): (policy: string, context: PageContext) => Histories {
  let held = { policy: '', byLanguage: new Map<Language, Histories>() };
  return (policy, context) => {
    if (held.policy !== policy) held = { policy, byLanguage: new Map() };
    const { language } = context.page;
    const histories = held.byLanguage.get(language) ?? historiesOf(policy, context);
    held.byLanguage.set(language, histories);
    return histories;
  };
}

function historiesOf(policy: string, context: PageContext): Histories {
  const { language } = context.page;
  const timeline = context.timelineOf(policy);
  const isHere = ({ texts }: Edition) => texts.some((text) => text.language === language);
  const editions = timeline.editions
    .map(({ edition }) => edition)
    .filter((edition) => edition.declared.kind !== 'draft' && isHere(edition))
    .map(({ id }) => id);
  const traced = editions.map((edition): TracedEdition => {
    const older = baselineOf(timeline, edition, isHere)?.edition.id;
    if (older === undefined) return { edition, steps: firstSteps(policy, edition, context) };
    return { edition, older, steps: comparedPair({ policy, language, older, newer: edition }, context).steps };
  });
  const lineages = lineagesOf(traced);
  const places = new Map(
    lineages.flatMap((lineage) =>
      lineage.stands.map((stand) => [`${stand.edition} ${stand.clause.anchor}`, { lineage, stand }] as const),
    ),
  );
  const find = (edition: string, anchor: string) => places.get(`${edition} ${anchor}`);
  const order = new Map(traced.map(({ edition, steps }) => [edition, steps.map(({ clause }) => clause.anchor)]));
  const inOrder = (edition: string) => (order.get(edition) ?? []).flatMap((anchor) => find(edition, anchor) ?? []);
  const past = editionsUntilPresent(editions, policy, context);
  const older = new Map(traced.map((each) => [each.edition, each.older]));
  return {
    editions,
    present: past.at(-1) ?? '',
    past: new Set(past),
    lineages,
    parts: partsOf(lineages),
    find,
    inOrder,
    baselineOf: (edition) => older.get(edition),
  };
}

function firstSteps(policy: string, id: string, context: PageContext): ClauseStep[] {
  const { texts } = editionOf(context.timelineOf(policy), id).edition;
  const text = texts.find(({ language }) => language === context.page.language);
  if (text === undefined) return [];
  const body = bodyToPrint(text, context);
  return context.engine.traceClauses(context.engine.compare(NOTHING, body), { older: [], newer: body.clauses });
}

/** A page is full when it has so many clauses; then the next outermost clause begins another. */
const FULL = 20;

/**
 * A clause is on the page of the outermost clause it stood in first. Which that is, and what pages are called, depends on the edition
 * it came with and those before: so no later edition moves it, and addresses last.
 */
function partsOf(lineages: readonly Lineage[]): Map<string, string> {
  const pages = new Map<string, string>();
  let open = { edition: '', number: 0, count: 0 };
  for (const { id, root, versions } of lineages) {
    const edition = versions[0]?.from ?? '';
    if (id === root) {
      if (open.edition !== edition) open = { edition, number: 1, count: 0 };
      else if (open.count >= FULL) open = { edition, number: open.number + 1, count: 0 };
    }
    open.count += 1;
    pages.set(id, pages.get(root) ?? `${open.edition}-${open.number}`);
  }
  return pages;
}
