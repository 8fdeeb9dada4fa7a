/** A tree and a policy's way of numbering go in; the ordered lists come out with those numbers, and typed ones that disagree as problems. */
import type { List, ListItem, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Numbering } from '../model/config.ts';
import { readLabel } from './label.ts';
import { type NumeralStyle, readNumeral, writeNumeral } from './numerals.ts';
import type { Problems } from './problems.ts';

/** Gives every item of an ordered list its marker. Does nothing where numbers stand as typed. */
export function applyNumbering(tree: Root, numbering: Numbering, problems: Problems): void {
  if (numbering.kind === 'as-typed') return;
  for (const node of tree.children) {
    if (node.type === 'list') numberList({ list: node, path: [], numbering, problems });
  }
}

interface NumberedList {
  readonly list: List;
  /** The numbers of the items it stands in. */
  readonly path: readonly number[];
  readonly numbering: Exclude<Numbering, { kind: 'as-typed' }>;
  readonly problems: Problems;
}

function numberList(work: NumberedList): void {
  const { list, path, numbering, problems } = work;
  const start = list.start ?? 1;
  // In Markdown it is common to type `1.` before every item and leave the counting to the program.
  const isAllAlike = list.children.every((item) => typedNumber(item) === start);
  for (const [index, item] of list.children.entries()) {
    const own = [...path, start + index];
    if (list.ordered === true) {
      const marker = markerOf(own, numbering);
      checkTyped({ item, marker, expected: isAllAlike ? start : start + index, problems });
      item.data = { ...item.data, marker };
    }
    for (const child of item.children) {
      if (child.type === 'list') numberList({ ...work, list: child, path: list.ordered === true ? own : path });
    }
  }
}

function typedNumber({ data }: ListItem): number {
  return Number.parseInt(data?.marker ?? '', 10);
}

function checkTyped(typed: { item: ListItem; marker: string; expected: number; problems: Problems }): void {
  const { item, marker, expected, problems } = typed;
  const first = item.children[0];
  const inside = first?.type === 'paragraph' ? readLabel(textOf(first), { isHeading: false })?.typed : undefined;
  const disagrees = typedNumber(item) !== expected ? (item.data?.marker ?? '') : inside === marker ? undefined : inside;
  if (disagrees === undefined) return;
  problems.at(item.position, {
    ruleId: 'numbering-disagrees',
    message: `"${disagrees}" is typed here, but by the policy’s numbering this item is ${marker}`,
    hint: 'Type the number that is meant, type "1." before every item and leave the counting to Promulgate, or remove `numbering` from policy.yaml to show numbers as typed.',
  });
}

function markerOf(path: readonly number[], numbering: NumberedList['numbering']): string {
  if (numbering.kind === 'decimal') return `${path.join('.')}.`;
  const style = numbering.styles[(path.length - 1) % numbering.styles.length] ?? '1.';
  const [, open = '', numeral = '', close = ''] = /^(\(?)([^().]+)([.)])$/.exec(style) ?? [];
  return open + writeNumeral({ style: styleOf(numeral), value: path.at(-1) ?? 1 }) + close;
}

/** A style is named by its first numeral: `a`, `A`, `i`, `I`, `1`, `а`. */
function styleOf(numeral: string): NumeralStyle {
  return readNumeral(numeral)[0]?.style ?? 'digit';
}
