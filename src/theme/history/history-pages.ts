/** A policy's list of clauses goes in; the pages with their histories that it leads to come out. */
import { addresses } from '../../model/address.ts';
import type { PageContext } from '../page-context.ts';
import type { ClausesPage } from './clauses-view.ts';
import { type HistoryPage, isChanged } from './history-view.ts';

export function historyPages({ policy, language }: ClausesPage, context: PageContext): HistoryPage[] {
  const { lineages, parts } = context.historiesOf(policy, context);
  const names = new Set(lineages.filter(isChanged).flatMap(({ id }) => parts.get(id) ?? []));
  const at = addresses(context.site.config, language);
  return [...names].map((part) => {
    return { kind: 'clause-history', language, path: at.clauseHistory(policy, part), alternates: [], policy, part };
  });
}
