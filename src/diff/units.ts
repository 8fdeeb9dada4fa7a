/** A body goes in; its blocks in reading order, the units that are aligned and compared, come out. */
import type { Element, ElementContent, RootContent } from 'hast';
import type { Body } from '../model/clause.ts';
import type { Container, Role, Shell } from '../model/redline.ts';
import { hasClass, headingLevel, idOf, idsIn, isBlock } from './elements.ts';
import { inlineWords } from './inline-words.ts';
import type { Kept } from './kept.ts';
import type { Line } from './line.ts';
import { isLabel, textOf } from './pieces.ts';
import { type TableUnit, tableOf } from './table-unit.ts';

export interface Unit {
  readonly role: Role;
  readonly within: readonly Container[];
  readonly shell?: Shell;
  readonly label?: string;
  readonly anchor?: string;
  /** All addresses that lead to it, its containers' among them if it is their first block. */
  readonly ids: readonly string[];
  readonly inline: readonly ElementContent[];
  readonly table?: TableUnit;
  readonly line: () => Line;
  /** Its words in one spelling, without the label. */
  readonly text: string;
  /** True for a part of a block that goes on from the part before it. */
  readonly continues?: true;
}

/** The units of one block, wherever it stands. */
export interface ReadUnits {
  /** Of the block: keys of containers begin with it. */
  readonly number: number;
  readonly units: readonly Unit[];
  readonly opened: Walk['opened'];
  /** As they stand directly in a text, by its prefix. */
  readonly placed: Map<string, readonly Unit[]>;
}

interface Walk {
  /** Makes keys of containers differ between the two texts. */
  readonly prefix: string;
  readonly kept: Kept;
  /** What was read already: keys of containers must not come twice. */
  readonly met: Set<Element>;
  readonly units: Unit[];
  containers: number;
  /** Waits for the first block of the container it opens. */
  opened: { label?: string; anchor?: string; ids: string[] };
}

interface Surroundings {
  readonly within: readonly Container[];
  readonly role: Role;
}

/** `prefix` must differ between the texts that are compared. */
export function unitsOf({ tree, heading }: Body, prefix: string, kept: Kept): Unit[] {
  const walk = startWalk(prefix, kept);
  if (heading !== undefined) {
    addUnit({ role: { kind: 'title' }, within: [], shell: { tagName: 'h1', properties: {} }, inline: heading }, walk);
  }
  readChildren(tree.children, { within: [], role: { kind: 'paragraph' } }, walk);
  return walk.units;
}

function startWalk(prefix: string, kept: Kept): Walk {
  return { prefix, kept, met: new Set(), units: [], containers: 0, opened: { ids: [] } };
}

function readChildren(children: readonly RootContent[], around: Surroundings, walk: Walk): void {
  let inline: ElementContent[] = [];
  const close = (): void => {
    const isEmpty = textOf(inline).trim() === '' && idsIn(inline).length === 0;
    if (!isEmpty) addUnit({ inline, ...around }, walk);
    inline = [];
  };
  for (const child of children) {
    if (isBlock(child)) {
      close();
      readKept(child, around, walk);
    } else if (child.type !== 'doctype' && child.type !== 'comment') inline.push(child);
  }
  close();
}

/** As `readBlock`; what was read before is not read again. */
function readKept(element: Element, around: Surroundings, walk: Walk): void {
  const { opened, kept, met, prefix } = walk;
  const isOpened = opened.label !== undefined || opened.anchor !== undefined || opened.ids.length > 0;
  if (isOpened || met.has(element)) {
    readBlock(element, around, walk);
    return;
  }
  met.add(element);
  const byRole = kept.units.get(element) ?? new Map<string, ReadUnits>();
  kept.units.set(element, byRole);
  const read = byRole.get(around.role.kind) ?? readAlone(element, around.role, kept);
  byRole.set(around.role.kind, read);
  const isDirect = around.within.length === 0;
  const placed = (isDirect ? read.placed.get(prefix) : undefined) ?? placedIn(read, around.within, prefix);
  if (isDirect) read.placed.set(prefix, placed);
  walk.units.push(...placed);
  walk.opened = { ...read.opened, ids: [...read.opened.ids] };
}

function readAlone(element: Element, role: Role, kept: Kept): ReadUnits {
  const walk = startWalk('', kept);
  readBlock(element, { within: [], role }, walk);
  kept.read += 1;
  return { number: kept.read, units: walk.units, opened: walk.opened, placed: new Map() };
}

function placedIn({ number, units }: ReadUnits, within: readonly Container[], prefix: string): Unit[] {
  const containers = new Map<Container, Container>();
  const own = (container: Container): Container => {
    const placed = containers.get(container) ?? { ...container, key: `${prefix}${number}:${container.key}` };
    containers.set(container, placed);
    return placed;
  };
  return units.map((unit) => ({ ...unit, within: [...within, ...unit.within.map(own)] }));
}

function readBlock(element: Element, around: Surroundings, walk: Walk): void {
  const { tagName, children } = element;
  const level = headingLevel(tagName);
  if (level !== undefined && !children.some(isBlock)) readHeading(element, level, around, walk);
  else if (tagName === 'table') readTable(element, around, walk);
  else if (tagName === 'hr')
    addUnit({ within: around.within, role: { kind: 'rule' }, shell: shellOf(element), inline: [] }, walk);
  else if ((tagName === 'p' || tagName === 'pre') && !children.some(isBlock)) {
    const role: Role = tagName === 'pre' ? { kind: 'code' } : around.role;
    addUnit({ within: around.within, role, shell: shellOf(element), inline: children }, walk);
  } else readContainer(element, around, walk);
}

function readHeading(element: Element, level: number, { within }: Surroundings, walk: Walk): void {
  const [first, second, ...rest] = element.children;
  const role: Role = { kind: 'heading', level };
  const shell = shellOf(element);
  if (!isLabel(first)) {
    addUnit({ role, within, shell, inline: element.children }, walk);
    return;
  }
  settleOpened(within, role, walk);
  walk.opened = { label: textOf([first]), ids: idsIn([first]) };
  const anchor = idOf(first);
  if (anchor !== undefined) walk.opened.anchor = anchor;
  const isSpace = second?.type === 'text' && second.value === ' ';
  addUnit({ role, within, shell, inline: second === undefined || isSpace ? rest : [second, ...rest] }, walk);
}

function readTable(element: Element, { within }: Surroundings, walk: Walk): void {
  const table = tableOf(element, (cell, index) => {
    const inner = startWalk(`${walk.prefix}${walk.units.length}.${index}.`, walk.kept);
    readChildren(cell.children, { within: [], role: { kind: 'cell' } }, inner);
    return inner.units;
  });
  addUnit({ role: { kind: 'table' }, within, shell: shellOf(element), inline: [], table }, walk);
}

function readContainer(element: Element, around: Surroundings, walk: Walk): void {
  const [first, ...rest] = element.children;
  const isLabelled = isLabel(first) && element.tagName !== 'p';
  if (isLabelled) settleOpened(around.within, around.role, walk);
  if (isLabelled) walk.opened = { ...walk.opened, label: textOf([first]) };
  const id = idOf(element);
  if (id !== undefined) walk.opened.ids.push(id);
  if (isLabelled && id !== undefined) walk.opened.anchor = id;
  const opening = element.children.filter(isNotesHeading);
  walk.containers += 1;
  const container: Container = {
    ...shellOf(element),
    key: `${walk.prefix}${walk.containers}`,
    isLabelled,
    ...(opening.length > 0 ? { opening } : {}),
  };
  const inner = { within: [...around.within, container], role: roleWithin(element, around.role) };
  const children = isLabelled ? rest : element.children;
  readChildren(
    children.filter((child) => !isNotesHeading(child)),
    inner,
    walk,
  );
  if (isLabelled) settleOpened(inner.within, inner.role, walk);
}

/** A number with no text of its own before the next number, list or table is a block of its own. */
function settleOpened(within: readonly Container[], role: Role, walk: Walk): void {
  if (walk.opened.label !== undefined) addUnit({ role, within, inline: [] }, walk);
}

function addUnit(block: Pick<Unit, 'role' | 'within' | 'shell' | 'inline' | 'table'>, walk: Walk): void {
  // Tables and rules bear no number.
  const isBare = block.role.kind === 'table' || block.role.kind === 'rule';
  if (isBare) settleOpened(block.within, { kind: 'item' }, walk);
  const { label, ...opened } = walk.opened;
  const id = block.shell?.properties.id;
  const words = inlineWords(block.inline);
  const ids = [...opened.ids, ...(typeof id === 'string' ? [id] : []), ...words.ids];
  const anchor = opened.anchor ?? (typeof id === 'string' ? id : undefined);
  const text = block.table?.text ?? words.text;
  walk.opened = { ids: [] };
  walk.units.push({
    ids,
    text,
    line: words.line,
    ...block,
    ...(label === undefined ? {} : { label }),
    ...(anchor === undefined ? {} : { anchor }),
  });
}

function roleWithin(element: Element, role: Role): Role {
  if (role.kind === 'note') return role;
  switch (element.tagName) {
    case 'li':
      return { kind: 'item' };
    case 'blockquote':
      return { kind: 'quote' };
    case 'dt':
      return { kind: 'term' };
    case 'dd':
      return { kind: 'definition' };
    case 'summary':
      return { kind: 'summary' };
    case 'section':
      return 'dataFootnotes' in element.properties ? { kind: 'note' } : role;
    default:
      return role;
  }
}

/** Rendering puts it there; it is no text of the author's. */
function isNotesHeading(node: RootContent): node is Element {
  return node.type === 'element' && node.properties.id === 'footnote-label' && hasClass(node, 'sr-only');
}

function shellOf({ tagName, properties }: Element): Shell {
  return { tagName, properties };
}
