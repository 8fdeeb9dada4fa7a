/** A policy's lists of clauses in all languages go in; the pages with their histories that these lead to come out. */
import { addresses } from '../../model/address.ts';
import type { PageContext } from '../page-context.ts';
import type { ClausesPage } from './clauses-view.ts';
import { type HistoryPage, isChanged } from './history-view.ts';

export interface ListOfClauses {
  readonly page: ClausesPage;
  readonly context: PageContext;
}

/** Where languages have a page of the same name, it is the same page: it begins with the same edition. */
export function historyPages(lists: readonly ListOfClauses[]): HistoryPage[] {
  const all = lists.flatMap(({ page: { policy, language }, context }) => {
    const { lineages, parts } = context.historiesOf(policy, context);
    const names = new Set(lineages.filter(isChanged).flatMap(({ id }) => parts.get(id) ?? []));
    const at = addresses(context.site.config, language);
    return [...names].map((part) => ({ language, path: at.clauseHistory(policy, part), policy, part }));
  });
  return all.map((page) => {
    const same = all.filter(({ part }) => part === page.part).map(({ language, path }) => ({ language, path }));
    return { kind: 'clause-history', ...page, alternates: same.length < 2 ? [] : same };
  });
}
