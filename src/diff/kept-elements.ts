/** Blocks that stayed as they were go in; the element that shows them comes out, one for all redlines on which they stayed. */
import type { Element, ElementContent, Properties } from 'hast';
import type { RedlineBlock } from '../model/redline.ts';

/** By the properties of an element of the text, which in texts that share their blocks are one object; and by all that is in it. */
export type KeptElements = WeakMap<Properties, { readonly parts: readonly unknown[]; readonly element: Element }>;

/** Blocks from `start` up to `end` that stand in one element, or a single one that stands in none. */
export interface Group {
  readonly start: number;
  readonly end: number;
}

export function groupsOf(blocks: readonly RedlineBlock[]): Group[] {
  const groups: Group[] = [];
  for (let start = 0, end = 0; start < blocks.length; start = end) {
    const key = keyOf(blocks[start]);
    end = start + 1;
    while (key !== undefined && end < blocks.length && keyOf(blocks[end]) === key) end += 1;
    groups.push({ start, end });
  }
  return groups;
}

function keyOf(block: RedlineBlock | undefined): string | undefined {
  return block?.within[0]?.key;
}

/** What `make` gives for these blocks; if that is one element, it is frozen, and the one that was made when they were met first. */
export function keptNodes(
  blocks: readonly RedlineBlock[],
  known: KeptElements,
  make: () => ElementContent[],
): ElementContent[] {
  const [block] = blocks;
  const properties = (block?.within[0] ?? block?.shell)?.properties;
  if (properties === undefined) return make();
  const parts = blocks.flatMap(partsOf);
  const kept = known.get(properties);
  if (kept?.parts.length === parts.length && parts.every((part, at) => part === kept.parts[at])) return [kept.element];
  const nodes = make();
  const [element, ...others] = nodes;
  if (element?.type === 'element' && others.length === 0)
    known.set(properties, { parts, element: Object.freeze(element) });
  return nodes;
}

/** True for what shows nothing but its text: no change, no address, no words of another block. */
export function isQuiet(blocks: readonly RedlineBlock[], { start, end }: Group): boolean {
  if (continuesIn(blocks[end])) return false;
  return blocks.slice(start, end).every((block) => {
    if (block.kind !== 'same' || continuesIn(block) || block.content.kind === 'table') return false;
    return block.content.runs.every(({ kind }) => kind === 'same') && block.shell?.tagName !== 'hr';
  });
}

function continuesIn(block: RedlineBlock | undefined): boolean {
  return block?.older?.continues === true || block?.newer?.continues === true;
}

function partsOf({ within, shell, newer, content }: RedlineBlock): unknown[] {
  const runs = content.kind === 'text' ? content.runs : [];
  return [
    ...within.map(({ properties }) => properties),
    shell?.properties,
    newer?.label,
    newer?.anchor,
    ...runs.map(({ nodes }) => nodes),
  ];
}
