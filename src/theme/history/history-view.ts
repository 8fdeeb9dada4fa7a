/** A page with the histories of some clauses goes in; what its template sees comes out. */
import type { Lineage } from '../../model/lineage.ts';
import { shorten } from '../../model/shorten.ts';
import type { Page } from '../../model/site.ts';
import { directionOf } from '../direction.ts';
import { policyTitle, stableLink } from '../edition-view.ts';
import type { PageContext } from '../page-context.ts';
import type { LinkView } from '../view.ts';
import { citationOf, clauseName } from './clause-name.ts';
import { clausesLink } from './clauses-link.ts';
import { dateOf } from './date-of.ts';
import type { Histories } from './lineages.ts';
import { presentStand } from './present.ts';
import { viewVersions } from './version-view.ts';
import type { HistoryView } from './view.ts';

export type HistoryPage = Extract<Page, { kind: 'clause-history' }>;

export function viewHistory({ policy, part, language }: HistoryPage, context: PageContext): HistoryView {
  const { words } = context.voice;
  const histories = context.historiesOf(policy, context);
  const all = clausesLink(policy, context);
  const own = lineagesOn(part, histories);
  return {
    language,
    direction: directionOf(language),
    clauses: own.map((lineage) => ({
      anchor: lineage.id,
      name: clauseName(lineage, presentStand(lineage, histories)),
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

/** Characters by which a title names a clause whose number alone does not. */
const SHORT = 32;

/** Names the first clause on it and the last, so that its tab and its printed sheets can be told from those of the others. */
export function titleOfHistory({ policy, part, language }: HistoryPage, context: PageContext): string {
  const { words } = context.voice;
  const histories = context.historiesOf(policy, context);
  const numberOf = (lineage: Lineage) => {
    const stand = presentStand(lineage, histories);
    return stand === undefined ? '' : citationOf(stand.clause);
  };
  const numbers = histories.lineages.filter(isChanged).map(numberOf);
  const cite = (lineage: Lineage) => {
    const number = numberOf(lineage);
    if (number !== '' && numbers.indexOf(number) === numbers.lastIndexOf(number)) return number;
    const name = clauseName(lineage, presentStand(lineage, histories));
    return words.say('cite-heading', { title: shorten(name, SHORT) });
  };
  const [first = '', ...others] = lineagesOn(part, histories).map(cite);
  const title = policyTitle(policy, language, context);
  const last = others.at(-1);
  return last === undefined
    ? words.say('title-history-of-one', { policy: title, clause: first })
    : words.say('title-history', { policy: title, first, last });
}

function lineagesOn(part: string, { lineages, parts }: Histories): Lineage[] {
  return lineages.filter((lineage) => isChanged(lineage) && parts.get(lineage.id) === part);
}

export function isChanged({ versions }: Lineage): boolean {
  return versions.length > 1;
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
