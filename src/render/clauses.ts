/** A Markdown tree goes in; its clauses come out, each marked in the tree with its label and address, no word changed. */
import type { Heading, List, ListItem, Paragraph, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Moment } from '../model/civil-date.ts';
import type { Clause } from '../model/clause.ts';
import type { Anchors } from './anchors.ts';
import { placeDateNote, reportStray, reportStrayDates, takeDate } from './clause-dates.ts';
import { checkSequence, type Numbered } from './clause-sequence.ts';
import { readLabel, readMarker } from './label.ts';
import { breakLines, cutLabel, fixedAnchor, joinLine, type Line, openingText } from './lines.ts';
import { settleLists } from './lists.ts';
import { type Candidate, type Outlined, outline } from './outline.ts';
import type { Problems } from './problems.ts';

/** What the tree carries of a clause, for rendering. */
export interface ClauseMark {
  /** The label as typed. Absent for a heading without one and for a unit that only has an address. */
  readonly typed?: string;
  /** See `Clause`. Stands where `typed` does. */
  readonly citation?: string;
  readonly anchor: string;
  /** Further addresses: a heading's slug, the one its author fixed. */
  readonly others: readonly string[];
  readonly depth: number;
  /** See `Outlined`. */
  readonly isInserted: boolean;
  readonly nesting: number;
}

declare module 'mdast' {
  interface Data {
    clause?: ClauseMark;
  }
}

/** What follows the day in a date that opens a line: a month's name and a year. */
const DATE = /^\p{L}+\.?\s+\d{4}(?!\d)/u;

type Unit = Heading | Paragraph | ListItem;

interface Found {
  readonly unit: Unit;
  readonly candidate: Candidate;
  readonly fixed: string | undefined;
  /** From when it applies, where its author dated it apart from its edition. */
  readonly from: Moment | undefined;
  /** Where the unit stands, and for a parted line, the line itself. */
  readonly parent: Root | ListItem | List;
  readonly line?: Line;
}

/** Marks the clauses of `tree` in place and returns them in the order of the text. */
export function markClauses(tree: Root, anchors: Anchors, problems: Problems): Clause[] {
  const found: Found[] = [];
  collect(tree, { nesting: 0, found, anchors, problems, lists: { count: 0 } });
  reportStrayDates(tree, problems);
  const outlined = outline(found.map(({ candidate }) => candidate));
  const numbered = found.flatMap(({ unit, candidate }, index): Numbered[] => {
    const place = outlined[index];
    const number = (candidate.label?.typed ?? '').replace(/[.:]$/, '');
    return place === undefined ? [] : [{ outlined: place, number, stretch: unit.position }];
  });
  checkSequence(numbered, problems);
  const addresses = giveAddresses({ found, outlined, anchors, problems });
  const clauses = found.flatMap(
    (place, index) => mark(place, outlined[index], { own: addresses[index] ?? [], problems }) ?? [],
  );
  dateClauses(found, clauses, problems);
  rejoinLines(found);
  settleLists(tree);
  return clauses;
}

interface Walk {
  readonly nesting: number;
  readonly found: Found[];
  readonly anchors: Anchors;
  readonly problems: Problems;
  readonly lists: { count: number };
}

/** Gathers all places where a label may stand. Quotes, tables and notes are not looked into: what they number is not ours. */
function collect(parent: Root | ListItem, walk: Walk): void {
  const parted: (typeof parent.children)[number][] = [];
  for (const node of parent.children) {
    parted.push(...(node.type === 'paragraph' ? collectParagraph(node, parent, walk) : [node]));
    if (node.type === 'heading' && node.data?.isTitle === true) addressTitle(node, walk.anchors);
    else if (node.type === 'heading') {
      const from = takeDate(node, walk.problems);
      const fixed = fixedAnchor(node);
      const slug = walk.anchors.forHeading(textOf(node));
      const at = { kind: 'heading', level: node.depth, slug } as const;
      const label = readLabel(openingText(node), { isHeading: true });
      walk.found.push({ unit: node, candidate: { label, at, nesting: walk.nesting }, from, fixed, parent });
    } else if (node.type === 'list') collectList(node, walk);
  }
  parent.children = parted as typeof parent.children;
}

/** The page's own title is no clause, but its author may fix an address for it all the same. */
function addressTitle(title: Heading, anchors: Anchors): void {
  const fixed = fixedAnchor(title);
  if (fixed === undefined || !anchors.take(fixed)) return;
  title.children.unshift({ type: 'text', value: '', data: { hName: 'span', hProperties: { id: fixed } } });
}

/** A paragraph whose lines begin with labels is one line of text to Markdown, and several clauses to its author: it is parted. */
function collectParagraph(paragraph: Paragraph, parent: Root | ListItem, walk: Walk): Paragraph[] {
  // The first paragraph of an item stands behind the item's own number.
  const marker = parent.type === 'listItem' && parent.children[0] === paragraph ? parent.data?.marker : undefined;
  const lines = breakLines(paragraph, marker === undefined ? undefined : readMarker(marker));
  for (const [index, line] of lines.entries()) {
    const label = readLabel(openingText(line.paragraph), { isHeading: false });
    const candidate: Candidate = { label, at: { kind: index === 0 ? 'block' : 'line' }, nesting: walk.nesting };
    const from = takeDate(line.paragraph, walk.problems);
    walk.found.push({ unit: line.paragraph, candidate, from, fixed: fixedAnchor(line.paragraph), parent, line });
  }
  return lines.map((line) => line.paragraph);
}

function collectList(list: List, walk: Walk): void {
  walk.lists.count += 1;
  const number = walk.lists.count;
  for (const item of list.children) {
    const marker = item.data?.marker;
    if (marker === undefined) {
      collect(item, walk);
      continue;
    }
    const at = { kind: 'item', list: number, size: list.children.length, isDate: DATE.test(textOf(item)) } as const;
    const candidate: Candidate = { label: readMarker(marker), at, nesting: walk.nesting };
    const [first] = item.children;
    const from = first?.type === 'paragraph' ? takeDate(first, walk.problems) : undefined;
    const fixed = first?.type === 'paragraph' ? fixedAnchor(first) : undefined;
    walk.found.push({ unit: item, candidate, from, fixed, parent: list });
    collect(item, { ...walk, nesting: walk.nesting + 1 });
  }
}

/** The fragments of every unit, the chief one first: its number's, its heading's, the one its author fixed. */
function giveAddresses(work: {
  readonly found: readonly Found[];
  readonly outlined: readonly (Outlined | undefined)[];
  readonly anchors: Anchors;
  readonly problems: Problems;
}): string[][] {
  const { found, outlined, anchors, problems } = work;
  const addresses = found.map(({ candidate }, index) => {
    const anchor = outlined[index]?.anchor;
    const slug = candidate.at.kind === 'heading' ? [candidate.at.slug] : [];
    return [...(anchor === undefined ? [] : [anchors.forLabel(anchor)]), ...slug];
  });
  for (const [index, { fixed, unit }] of found.entries()) {
    const own = addresses[index] ?? [];
    if (fixed === undefined || own.includes(fixed)) continue;
    if (anchors.take(fixed)) own.push(fixed);
    else {
      problems.at(unit.position, {
        ruleId: 'anchor-repeated',
        message: `The address "#${fixed}" is fixed here, but it belongs to another place of this text.`,
        hint: 'Give each place an address of its own.',
      });
    }
  }
  return addresses;
}

function mark(
  { unit, candidate, from, fixed }: Found,
  outlined: Outlined | undefined,
  { own, problems }: { readonly own: readonly string[]; readonly problems: Problems },
): Clause | undefined {
  const [anchor, ...others] = own;
  if (anchor === undefined) return undefined;
  const depth = outlined?.depth ?? headingDepth(unit);
  const typed = outlined === undefined ? undefined : candidate.label?.typed;
  if (typed !== undefined && unit.type !== 'listItem') cutLabel(unit, candidate.label?.length ?? 0);
  unit.data = {
    ...unit.data,
    clause: {
      anchor,
      others,
      depth,
      isInserted: outlined?.isInserted === true,
      nesting: outlined?.nesting ?? candidate.nesting,
      ...(typed === undefined ? {} : { typed, citation: outlined?.citation ?? typed }),
    },
  };
  return {
    anchor,
    depth,
    headed: unit.type === 'heading',
    title: unit.type === 'heading' ? textOf(unit).trim() : '',
    ...(typed === undefined ? {} : { label: typed, citation: outlined?.citation ?? typed }),
    ...(fixed !== undefined && own.includes(fixed) ? { fixed } : {}),
    ...(from === undefined ? {} : { from }),
    ...lineOf(unit, problems),
  };
}

/** A date that is not that of a clause would be read by nobody. */
function dateClauses(found: readonly Found[], clauses: readonly Clause[], problems: Problems): void {
  const places = new Map(clauses.map(({ anchor }, index) => [anchor, index]));
  for (const { unit, from } of found) {
    if (from === undefined) continue;
    const text = unit.type === 'listItem' ? unit.children.find(({ type }) => type === 'paragraph') : unit;
    if (text?.type !== 'paragraph' && text?.type !== 'heading') continue;
    const index = places.get(unit.data?.clause?.anchor ?? '');
    if (index === undefined) reportStray(problems, text);
    else placeDateNote(text, index);
  }
}

function lineOf({ position }: Unit, { lineOffset }: Problems): Pick<Clause, 'line'> {
  return position === undefined ? {} : { line: position.start.line + lineOffset };
}

function headingDepth(unit: Unit): number {
  return unit.type === 'heading' ? Math.max(1, unit.depth - 1) : 1;
}

/** A line that turned out to be running text goes back to the paragraph it was parted from. */
function rejoinLines(found: readonly Found[]): void {
  let target: Paragraph | undefined;
  const joined = new Map<Found['parent'], Set<unknown>>();
  for (const { unit, candidate, parent, line } of found) {
    if (unit.type !== 'paragraph' || line === undefined) continue;
    if (candidate.at.kind === 'line' && target !== undefined && unit.data?.clause === undefined) {
      joinLine(target, line);
      joined.set(parent, (joined.get(parent) ?? new Set()).add(unit));
    } else target = unit;
  }
  for (const [parent, gone] of joined) {
    parent.children = parent.children.filter((child) => !gone.has(child)) as typeof parent.children;
  }
}
