/** The blocks of a redline go in; HTML with `<ins>` and `<del>`, in the structure of the text, comes out. */
import type { Element, ElementContent } from 'hast';
import type { Container, MarkUpOptions, RedlineBlock } from '../model/redline.ts';
import { type Group, groupsOf, isQuiet, type KeptElements, keptNodes } from './kept-elements.ts';
import { markedLabel, markedRuns } from './marked-runs.ts';
import { markedTable } from './marked-table.ts';

const SPACE: ElementContent = { type: 'text', value: ' ' };

interface Walk {
  readonly root: ElementContent[];
  /** Keys of the containers that were opened. */
  readonly seen: Set<string>;
  readonly known: KeptElements | undefined;
  open: readonly { readonly key: string; readonly element: Element }[];
  last: Element | undefined;
}

/**
 * Every block that is not `same` carries its kind in `data-redline`. Nothing tells moved blocks apart but that: the page says in
 * words where the other end is (`counterpart`). With `known`, what stayed as it was is one frozen object on all redlines.
 */
export function markUp(
  blocks: readonly RedlineBlock[],
  options: MarkUpOptions,
  known?: KeptElements,
): ElementContent[] {
  const walk: Walk = { root: [], seen: new Set(), known, open: [], last: undefined };
  if (known === undefined) for (const index of blocks.keys()) markBlock(blocks, index, options, walk);
  else for (const group of groupsOf(blocks)) markGroup(blocks, group, options, walk);
  return walk.root;
}

function markGroup(blocks: readonly RedlineBlock[], group: Group, options: MarkUpOptions, walk: Walk): void {
  const { known, seen, root } = walk;
  const own = blocks.slice(group.start, group.end);
  const isPlain = own.every((_, at) => options.addressOf?.(group.start + at) === undefined);
  const isAgain = seen.has(own[0]?.within[0]?.key ?? '');
  if (known === undefined || !isPlain || isAgain || !isQuiet(blocks, group)) {
    for (let index = group.start; index < group.end; index += 1) markBlock(blocks, index, options, walk);
    return;
  }
  root.push(...keptNodes(own, known, () => markUp(own, { words: options.words })));
  for (const { key } of own.flatMap(({ within }) => within)) seen.add(key);
}

function markBlock(blocks: readonly RedlineBlock[], index: number, options: MarkUpOptions, walk: Walk): void {
  const block = blocks[index];
  if (block === undefined) return;
  const { root, seen } = walk;
  const shared = block.within.findIndex(({ key }, depth) => walk.open[depth]?.key !== key);
  const open = walk.open.slice(0, shared === -1 ? block.within.length : shared);
  let label: readonly ElementContent[] = markedLabel(block, options.words);
  for (const container of block.within.slice(open.length)) {
    const element = shellOf(container, seen.has(container.key));
    const isInnermost = !block.within.slice(open.length + 1).some(({ isLabelled }) => isLabelled);
    if (container.isLabelled && isInnermost && block.shell?.tagName.startsWith('h') !== true) {
      element.children.push(...label);
      label = [];
    }
    if (!seen.has(container.key)) element.children.push(...(container.opening ?? []));
    (open.at(-1)?.element.children ?? root).push(element);
    open.push({ key: container.key, element });
    seen.add(container.key);
  }
  walk.open = open;
  const address = options.addressOf?.(index);
  const target: ElementContent[] = address === undefined ? [] : [box('span', { id: address }, [])];
  const into = open.at(-1)?.element.children ?? root;
  const before = [...target, ...seam(block), ...label];
  // Where it moved from it stands as it stood there.
  const { continues } = (block.kind === 'moved-away' ? block.older : block.newer) ?? {};
  if (continues && (walk.last !== undefined || block.shell === undefined)) {
    const { shell: _, ...bare } = block;
    (walk.last?.children ?? into).push(...marked(bare, before, options));
  } else {
    const isKept = walk.known !== undefined && before.length === 0 && isQuiet(blocks, { start: index, end: index + 1 });
    const mark = () => marked(block, before, options);
    const nodes = isKept ? keptNodes([{ ...block, within: [] }], walk.known, mark) : mark();
    into.push(...nodes);
    walk.last = block.shell === undefined ? undefined : nodes.findLast((node) => node.type === 'element');
  }
}

/** For the eye: a style sheet shows a sign, which is no word of either text. The page says it in words. */
function seam({ kind, older, newer }: RedlineBlock): ElementContent[] {
  if (kind === 'moved-away') return [];
  const tagName = older?.continues ? 'ins' : newer?.continues ? 'del' : undefined;
  if (tagName === undefined) return [];
  return [box(tagName, { className: ['seam'], ariaHidden: 'true' }, []), SPACE];
}

/** `before` opens the block. */
function marked(block: RedlineBlock, before: readonly ElementContent[], options: MarkUpOptions): ElementContent[] {
  const { shell, kind, content } = block;
  const mark = kind === 'same' ? {} : { dataRedline: kind };
  if (content.kind === 'table') {
    const table = markedTable(content, options.words, (blocks) => markUp(blocks, { words: options.words }));
    return [...before, box('table', { ...shell?.properties, ...mark }, table)];
  }
  const children = [...before, ...markedRuns(block, content.runs, options.words)];
  if (shell?.tagName === 'hr') return [...before, box('hr', { ...shell.properties, ...mark }, [])];
  if (shell !== undefined) return [box(shell.tagName, { ...shell.properties, ...mark }, children)];
  return kind === 'same' ? children : [box('span', mark, children)];
}

/** A container that is opened again, because something stands between its parts, has its address where it was opened first. */
function shellOf({ tagName, properties }: Container, isAgain: boolean): Element {
  const { id, ...others } = properties;
  return box(tagName, isAgain || id === undefined ? others : { id, ...others }, []);
}

function box(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
