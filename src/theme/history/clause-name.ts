/** A clause through all its editions and one of these go in; the name by which a reader knows it there comes out. */
import type { Clause } from '../../model/clause.ts';
import type { Lineage, Stand } from '../../model/lineage.ts';
import { shorten } from '../../model/shorten.ts';
import { plainText } from '../redline/hast.ts';

/** Characters of its first words, where it has no title. */
const LONGEST = 60;

export function clauseName({ versions }: Lineage, stand: Stand | undefined): string {
  if (stand === undefined) return '';
  const { clause, version } = stand;
  const words = clause.title === '' ? firstWords(versions[version]) : clause.title;
  return [citationOf(clause), words].filter((part) => part !== '').join(' ');
}

export function citationOf({ citation, label }: Clause): string {
  return citation ?? label ?? '';
}

function firstWords(version: Lineage['versions'][number] | undefined): string {
  for (const { content, newer } of version?.blocks ?? []) {
    if (content.kind !== 'text' || newer === undefined) continue;
    const nodes = content.runs.flatMap((run) => (run.kind === 'deleted' ? [] : run.nodes));
    // The dots are not to stand on a line of their own.
    const words = shorten(nodes.map(plainText).join(''), LONGEST).replace(/ …$/, '\u00A0…');
    if (words !== '') return words;
  }
  return '';
}
