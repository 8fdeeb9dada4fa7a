/** The runs and the number of a block go in; inline HTML with `<ins>` and `<del>` comes out. */
import type { Element, ElementContent } from 'hast';
import type { RedlineBlock, Run, RunWords } from '../model/redline.ts';

const SPACE: ElementContent = { type: 'text', value: ' ' };

/** Parts what was taken out from what was put in; of neither text, so that who shows one text alone can leave it out. */
const BETWEEN: ElementContent = box('span', { className: ['between'] }, [SPACE]);

export function markedRuns({ kind }: RedlineBlock, runs: readonly Run[], words: RunWords): ElementContent[] {
  return runs.flatMap((run, index) => {
    const isFollowed = run.kind === 'deleted' && runs[index + 1]?.kind === 'inserted';
    // A block that moved away is not taken out: it is read where it went.
    const marked = kind === 'moved-away' ? [box('del', {}, run.nodes.map(withoutFragments))] : markedRun(run, words);
    return isFollowed ? [...marked, BETWEEN] : marked;
  });
}

function markedRun({ kind, nodes }: Run, words: RunWords): ElementContent[] {
  switch (kind) {
    case 'same':
      return [...nodes];
    case 'restyled':
      return [box('span', { dataRedline: 'restyled' }, nodes)];
    case 'deleted':
      return [change('del', nodes.map(withoutFragments), words)];
    case 'inserted':
      return [change('ins', nodes, words)];
  }
}

/** The number of a block with the space behind it, or nothing. */
export function markedLabel(block: RedlineBlock, words: RunWords): ElementContent[] {
  const { kind, older, newer } = block;
  const [before, after] = [older?.label, newer?.label];
  // The number may stand in the container, outside the block's own mark.
  const mark = kind === 'moved-here' || kind === 'moved-away' ? { dataRedline: kind } : {};
  const properties = { className: ['label'], ...numberId(block), ...mark };
  if (before === undefined && after === undefined) return [];
  const text = (value: string): ElementContent => ({ type: 'text', value });
  const isPaired = older !== undefined && newer !== undefined;
  if (!isPaired || before === after) {
    const label = text(after ?? before ?? '');
    const isGone = kind === 'deleted' || kind === 'moved-away';
    const shown = isGone ? box('del', {}, [label]) : kind === 'inserted' ? box('ins', {}, [label]) : label;
    return [box('span', properties, [shown]), SPACE];
  }
  const parts = [
    ...(before === undefined ? [] : [change('del', [text(before)], words)]),
    ...(before === undefined || after === undefined ? [] : [BETWEEN]),
    ...(after === undefined ? [] : [change('ins', [text(after)], words)]),
  ];
  return [box('span', properties, parts), SPACE];
}

/** A heading has its own address; that of its number stands on the number, unless it is that of the list item around both. */
function numberId({ shell, newer, within }: RedlineBlock): { readonly id?: string } {
  if (newer?.role.kind !== 'heading' || newer.anchor === undefined) return {};
  const around = [shell, ...within].map((element) => element?.properties.id);
  return around.includes(newer.anchor) ? {} : { id: newer.anchor };
}

function change(tagName: 'ins' | 'del', nodes: readonly ElementContent[], words: RunWords): Element {
  const [start, end] = tagName === 'ins' ? [words.insertion, words.insertionEnd] : [words.deletion, words.deletionEnd];
  return box(tagName, {}, [hidden(`${start} `), ...nodes, hidden(` ${end}`)]);
}

function hidden(value: string): Element {
  return box('span', { className: ['sr-only'] }, [{ type: 'text', value }]);
}

/** A link within the older text leads nowhere on a page that shows the newer one. */
function withoutFragments(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const { href, ...others } = node.properties;
  const isWithin = typeof href === 'string' && href.startsWith('#');
  return { ...node, properties: isWithin ? others : node.properties, children: node.children.map(withoutFragments) };
}

function box(tagName: string, properties: Element['properties'], children: readonly ElementContent[]): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}
