/** A text on the page of its edition goes in; what is to be said at the end of each clause about its past comes out. */
import type { Element, ElementContent } from 'hast';
import { addresses } from '../../model/address.ts';
import type { Body } from '../../model/clause.ts';
import type { Lineage, Stand } from '../../model/lineage.ts';
import type { EditionText } from '../../model/policy.ts';
import { editionOf } from '../../model/timeline.ts';
import type { PageContext } from '../page-context.ts';
import { element } from '../redline/hast.ts';
import { nameOf } from '../statements.ts';
import { clauseEnds } from './clause-ends.ts';
import type { Histories } from './lineages.ts';

/** By the element at whose end the note stands. */
export type ClauseNotes = ReadonlyMap<Element, ElementContent>;

export interface NotedText {
  readonly policy: string;
  readonly edition: string;
  readonly text: EditionText;
  readonly body: Body;
}

/**
 * The words are in an attribute, for the style sheet to show: so they are no words of the text, are not copied with it, and a page
 * can be held against the ledger as before. None where there is nothing to tell: no second edition, or a text that is not in the
 * page's language.
 */
export function clauseNotes({ policy, edition, text, body }: NotedText, context: PageContext): ClauseNotes {
  if (text.language !== context.page.language || body.clauses.length === 0) return new Map();
  const histories = context.historiesOf(policy, context);
  if (histories.editions.length < 2 || !histories.editions.includes(edition)) return new Map();
  const notes = [...clauseEnds(body)].flatMap(([anchor, end]): [Element, ElementContent][] => {
    const found = histories.find(edition, anchor);
    const words = found === undefined ? '' : noteOf(found, { policy, edition, histories }, context);
    if (found === undefined || words === '') return [];
    const href = historyHref(policy, found.lineage, histories, context);
    const className = ['clause-history'];
    const note =
      href === undefined
        ? element('span', { className, dataNote: words })
        : element('a', { className, href, ariaLabel: words });
    return [[end, note]];
  });
  return new Map(notes);
}

interface Place {
  readonly policy: string;
  readonly edition: string;
  readonly histories: Histories;
}

/** Each is a fact about editions, so that it is true whichever of them is in force when it is read. */
function noteOf({ lineage, stand }: { lineage: Lineage; stand: Stand }, place: Place, context: PageContext): string {
  const { say } = context.voice.words;
  const number = String(stand.version + 1);
  const total = String(lineage.versions.length);
  const past = pastOf(lineage.versions[stand.version]?.from ?? '', stand, place, context);
  const version = lineage.versions.length < 2 ? '' : say('clause-version', { number, total });
  return [past, version].filter((part) => part !== '').join(' · ');
}

function pastOf(
  from: string,
  { edition, version, corrected = [] }: Stand,
  { policy, histories }: Place,
  context: PageContext,
): string {
  const { words } = context.voice;
  // Of the first edition there is nothing before to compare with.
  if (edition === histories.editions[0]) return '';
  if (from === edition) return words.say(version === 0 ? 'clause-new' : 'clause-changed');
  const timeline = context.timelineOf(policy);
  const date = nameOf(editionOf(timeline, from).edition, timeline, context.voice);
  if (corrected.length === 0) return words.say('clause-unchanged', { date });
  const days = corrected.map((day) => context.voice.dates.day(day)).join(', ');
  return words.say('clause-unchanged-but-corrected', { date, days });
}

/** The address of a clause's history; undefined if it has had one wording only. */
export function historyHref(
  policy: string,
  { id, versions }: Lineage,
  { parts }: Histories,
  { link, site, page }: PageContext,
): string | undefined {
  if (versions.length < 2) return undefined;
  const at = addresses(site.config, page.language);
  return `${link.to(at.clauseHistory(policy, parts.get(id) ?? ''))}#${encodeURIComponent(id)}`;
}
