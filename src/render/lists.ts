/** Lists whose items are marked as clauses go in; they come out as their author meant them, where Markdown saw something else. */
import type { List, ListItem, Root, Text } from 'mdast';

type Block = ListItem['children'][number];

/**
 * Rewrites the lists of `parent` in place. A list none of whose numbers is a clause's was never a list. A clause that
 * Markdown took into the item before it, for want of an empty line, stands beside that item or behind the list.
 * `nesting` is the number of list items around `parent`.
 */
export function settleLists(parent: Root | ListItem, nesting = 0): void {
  parent.children = parent.children.flatMap((node): (typeof node)[] => {
    return node.type === 'list' ? settleList(node, nesting) : [node];
  });
}

function settleList(list: List, nesting: number): Block[] {
  const blocks: Block[] = [];
  let items: ListItem[] = [];
  const queue = [...list.children];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
    settleLists(item, nesting + 1);
    const at = item.children.findIndex(
      ({ data }, index) => index > 0 && (data?.clause?.nesting ?? nesting + 1) <= nesting,
    );
    const [misplaced, ...rest] = at === -1 ? [] : item.children.splice(at);
    items.push(item);
    if (misplaced === undefined) continue;
    if (misplaced.data?.clause?.isInserted === true) {
      const { data, ...plain } = misplaced;
      queue.unshift({ type: 'listItem', spread: item.spread ?? false, children: [plain, ...rest], data });
    } else {
      blocks.push(...asList(list, items), misplaced, ...rest);
      items = [];
    }
  }
  return [...blocks, ...asList(list, items)];
}

function asList(list: List, items: ListItem[]): Block[] {
  if (items.length === 0) return [];
  const isNumbered = list.ordered !== true || items.some((item) => item.data?.clause !== undefined);
  return isNumbered ? [{ ...list, children: items }] : items.flatMap(asParagraphs);
}

function asParagraphs(item: ListItem): Block[] {
  const marker: Text = { type: 'text', value: `${item.data?.marker ?? ''} ` };
  const [first, ...others] = item.children;
  if (first?.type === 'paragraph') return [{ ...first, children: [marker, ...first.children] }, ...others];
  return [{ type: 'paragraph', children: [marker] }, ...item.children];
}
