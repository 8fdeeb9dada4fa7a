/** The blocks of a redline go in; HTML with `<ins>` and `<del>`, in the structure of the text, comes out. */
import type { Element, ElementContent } from 'hast';
import type { Container, MarkUpOptions, RedlineBlock } from '../model/redline.ts';
import { markedLabel, markedRuns } from './marked-runs.ts';
import { markedTable } from './marked-table.ts';

const SPACE: ElementContent = { type: 'text', value: ' ' };

/** The elements of blocks that stayed, by their content and what opens them. */
export type MarkedBlocks = WeakMap<readonly ElementContent[], Map<string, Element>>;

/**
 * Every block that is not `same` carries its kind in `data-redline`. Nothing tells moved blocks apart but that: the page says in
 * words where the other end is (`counterpart`). With `known`, a block that stayed is one frozen object on all redlines on which it did.
 */
export function markUp(
  blocks: readonly RedlineBlock[],
  options: MarkUpOptions,
  known?: MarkedBlocks,
): ElementContent[] {
  const root: ElementContent[] = [];
  const seen = new Set<string>();
  let open: { readonly key: string; readonly element: Element }[] = [];
  let last: Element | undefined;
  for (const [index, block] of blocks.entries()) {
    const shared = block.within.findIndex(({ key }, depth) => open[depth]?.key !== key);
    open = open.slice(0, shared === -1 ? block.within.length : shared);
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
    const address = options.addressOf?.(index);
    const target: ElementContent[] = address === undefined ? [] : [box('span', { id: address }, [])];
    const into = open.at(-1)?.element.children ?? root;
    const before = [...target, ...seam(block), ...label];
    // Where it moved from it stands as it stood there.
    const { continues } = (block.kind === 'moved-away' ? block.older : block.newer) ?? {};
    if (continues && (last !== undefined || block.shell === undefined)) {
      const { shell: _, ...bare } = block;
      (last?.children ?? into).push(...marked(bare, before, options));
    } else {
      const isWhole = !continuesIn(blocks[index + 1]);
      const nodes = (isWhole ? keptBlock(block, before, known) : undefined) ?? marked(block, before, options);
      into.push(...nodes);
      last = block.shell === undefined ? undefined : nodes.findLast((node) => node.type === 'element');
    }
  }
  return root;
}

function continuesIn(block: RedlineBlock | undefined): boolean {
  return block?.older?.continues === true || block?.newer?.continues === true;
}

/** Undefined for a block that changed, or is more than its content. */
function keptBlock(
  { kind, shell, content }: RedlineBlock,
  before: readonly ElementContent[],
  known: MarkedBlocks | undefined,
): Element[] | undefined {
  const [run, ...others] = content.kind === 'text' ? content.runs : [];
  if (known === undefined || kind !== 'same' || shell === undefined || run === undefined || others.length > 0) return;
  if (run.kind !== 'same' || shell.tagName === 'hr') return;
  const kept = known.get(run.nodes) ?? new Map<string, Element>();
  known.set(run.nodes, kept);
  const key = JSON.stringify([shell, before]);
  const element = kept.get(key) ?? Object.freeze(box(shell.tagName, shell.properties, [...before, ...run.nodes]));
  kept.set(key, element);
  return [element];
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
