/** A clause through all its editions goes in; the name by which a reader knows it, as it stood last, comes out. */
import type { ElementContent } from 'hast';
import type { Clause } from '../../model/clause.ts';
import type { Lineage } from '../../model/lineage.ts';
import { isClass } from '../redline/hast.ts';
import { shorten } from '../redline/shorten.ts';

/** Characters of its first words, where it has no title. */
const LONGEST = 60;

export function clauseName({ stands, versions }: Lineage): string {
  const last = stands.at(-1)?.clause;
  if (last === undefined) return '';
  const words = last.title === '' ? firstWords(versions.at(-1)) : last.title;
  return [citationOf(last), words].filter((part) => part !== '').join(' ');
}

export function citationOf({ citation, label }: Clause): string {
  return citation ?? label ?? '';
}

function firstWords(version: Lineage['versions'][number] | undefined): string {
  for (const { content, newer } of version?.blocks ?? []) {
    if (content.kind !== 'text' || newer === undefined) continue;
    const nodes = content.runs.flatMap((run) => (run.kind === 'deleted' ? [] : run.nodes));
    const words = shorten(nodes.map(plain).join(''), LONGEST);
    if (words !== '') return words;
  }
  return '';
}

/** Without the numbers of notes. */
function plain(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.tagName === 'sup' || isClass(node, 'sr-only')) return '';
  return node.children.map(plain).join('');
}
