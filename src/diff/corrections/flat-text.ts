/** A rendered text goes in; its words as one string come out, and, with stretches of it replaced, the text again. */
import type { ElementContent, Properties, RootContent, Text } from 'hast';
import type { Body } from '../../model/clause.ts';
import { idOf, isBlock } from '../elements.ts';

/** A stretch of `words`, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface FlatText {
  /** Runs of white space are one space; blocks are parted by line feeds, which stand at both ends too. */
  readonly words: string;
  /** By fragment: where what bears it begins. */
  readonly anchors: ReadonlyMap<string, number>;
  /** Where links lead, and where they stand. */
  readonly links: readonly { readonly href: string; readonly at: number }[];
  /** `words` and `links` by their old address, within the stretch. */
  replaced(changes: readonly TextChange[]): Body;
}

export type TextChange =
  | (Stretch & { readonly kind: 'words'; readonly words: string })
  | (Stretch & { readonly kind: 'link'; readonly from: string; readonly to: string });

/** Where each unit of `words` comes from; a line feed comes from nowhere. */
interface Origin {
  readonly node: Text;
  readonly offset: number;
}

export function flatText(body: Body): FlatText {
  const units: string[] = ['\n'];
  const origins: (Origin | undefined)[] = [undefined];
  const anchors = new Map<string, number>();
  const links: { href: string; at: number; properties: Properties }[] = [];
  const push = (unit: string, origin?: Origin): void => {
    units.push(unit);
    origins.push(origin);
  };
  const part = (): void => {
    if (units.at(-1) !== '\n') push('\n');
  };
  const visit = (node: RootContent): void => {
    if (node.type === 'text') {
      for (const [offset, unit] of node.value.split('').entries()) {
        if (!/\s/.test(unit)) push(unit, { node, offset });
        else if (!/\s/.test(units.at(-1) ?? '')) push(' ', { node, offset });
      }
    }
    if (node.type !== 'element') return;
    const [id, { href }] = [idOf(node), node.properties];
    const edge = ['br', 'td', 'th'].includes(node.tagName) || isBlock(node);
    if (edge) part();
    if (id !== undefined) anchors.set(id, units.length);
    if (typeof href === 'string') links.push({ href, at: units.length, properties: node.properties });
    node.children.forEach(visit);
    if (edge) part();
  };
  body.heading?.forEach(visit);
  part();
  body.tree.children.forEach(visit);
  part();
  const words = units.join('');

  const replaced = (changes: readonly TextChange[]): Body => {
    const replacements = new Map<Text, string[]>();
    const hrefs = new Map<Properties, string>();
    for (const change of changes) {
      if (change.kind === 'words') replaceWords(narrowed(change, words), origins, replacements);
      else
        for (const { at, href, properties } of links)
          if (href === change.from && at >= change.start && at < change.end) hrefs.set(properties, change.to);
    }
    return rebuilt(body, replacements, hrefs);
  };
  return { words, anchors, links, replaced };
}

type WordsChange = Stretch & { readonly words: string };

/** Without what stays at either end: that may stand in other elements. */
function narrowed({ start, end, words }: WordsChange, text: string): WordsChange {
  const old = text.slice(start, end);
  const most = Math.min(old.length, words.length) - 1;
  let [head, tail] = [0, 0];
  while (head < most && old[head] === words[head]) head += 1;
  while (tail < most - head && old.at(-1 - tail) === words.at(-1 - tail)) tail += 1;
  return { start: start + head, end: end - tail, words: words.slice(head, words.length - tail) };
}

function replaceWords(
  { start, end, words }: WordsChange,
  origins: readonly (Origin | undefined)[],
  units: Map<Text, string[]>,
): void {
  let rest = words;
  for (const { node, offset } of origins.slice(start, end).flatMap((origin) => origin ?? [])) {
    const own = units.get(node) ?? node.value.split('');
    own[offset] = rest;
    rest = '';
    units.set(node, own);
  }
}

/** What did not change is shared. */
function rebuilt(body: Body, units: ReadonlyMap<Text, string[]>, hrefs: ReadonlyMap<Properties, string>): Body {
  const visit = <Node extends RootContent | ElementContent>(node: Node): Node => {
    if (node.type === 'text') {
      const own = units.get(node);
      return own === undefined ? node : { ...node, value: own.join('') };
    }
    if (node.type !== 'element') return node;
    const href = hrefs.get(node.properties);
    const properties = href === undefined ? node.properties : { ...node.properties, href };
    return { ...node, properties, children: node.children.map((child) => visit(child)) };
  };
  const tree = { ...body.tree, children: body.tree.children.map((child) => visit(child)) };
  return { ...body, tree, ...(body.heading === undefined ? {} : { heading: body.heading.map((node) => visit(node)) }) };
}
