/** The text of an edition goes in; its clauses to choose from come out, each by its number and its title or first words. */
import type { Element, ElementContent, Root } from 'hast';
import type { Body, Clause } from '../../model/clause.ts';
import { shorten } from '../../model/shorten.ts';
import { citationOf } from '../history/clause-name.ts';
import { isClass, plainText } from '../redline/hast.ts';

/** A longer list helps nobody: then the outer clauses stand for what is in them. */
const MOST_CLAUSES = 400;
/** Characters. First words are to tell a clause from others, a title is to be read. */
const LONGEST_TITLE = 90;
const LONGEST_EXCERPT = 40;

export interface ClauseChoice {
  readonly listed: readonly { readonly anchor: string; readonly text: string }[];
  /** The addresses of all clauses, and of those that are not listed: with blanks between them. */
  readonly anchors: string;
  readonly unlisted: string;
}

export function clauseChoice({ clauses, tree }: Body): ClauseChoice {
  const listed = outermost(clauses);
  const untitled = new Set(listed.flatMap(({ anchor, title }) => (title === '' ? [anchor] : [])));
  const excerpts = untitled.size === 0 ? new Map<string, string>() : excerptsOf(tree, untitled);
  const spaced = (some: readonly Clause[]) => some.map(({ anchor }) => anchor).join(' ');
  return {
    listed: listed.map((clause) => {
      const { anchor, title } = clause;
      const words = title === '' ? (excerpts.get(anchor) ?? '') : shorten(title, LONGEST_TITLE);
      return { anchor, text: `${citationOf(clause)} ${words}`.trim() || anchor };
    }),
    anchors: spaced(clauses),
    unlisted: listed.length === clauses.length ? '' : spaced(clauses.filter((clause) => !listed.includes(clause))),
  };
}

/** All clauses, or as many levels of them as make no more than 400; at least the first. */
function outermost(clauses: readonly Clause[]): readonly Clause[] {
  for (let depth = Math.max(1, ...clauses.map((clause) => clause.depth)); depth > 1; depth -= 1) {
    const within = clauses.filter((clause) => clause.depth <= depth);
    if (within.length <= MOST_CLAUSES) return within;
  }
  return clauses.filter(({ depth }) => depth <= 1);
}

/** The first words of the elements that have these addresses; of what stands in one another, only the outer one's own. */
function excerptsOf(tree: Root, anchors: ReadonlySet<string>): Map<string, string> {
  const excerpts = new Map<string, string>();
  const visit = (node: Root | ElementContent | Root['children'][number]) => {
    if (!('children' in node)) return;
    const id = 'properties' in node ? node.properties.id : undefined;
    if (typeof id === 'string' && anchors.has(id) && 'properties' in node) excerpts.set(id, firstWords(node));
    for (const child of node.children) visit(child);
  };
  visit(tree);
  return excerpts;
}

function firstWords({ children }: Element): string {
  const own = children.map((child) => (isLabel(child) ? '' : plainText(child))).join('');
  return shorten(own, LONGEST_EXCERPT).replace(/ …$/, '\u00A0…');
}

function isLabel(node: ElementContent): boolean {
  return node.type === 'element' && isClass(node, 'label');
}
