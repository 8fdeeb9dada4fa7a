/** A text goes in; it comes out as compact JSON, and back: what a browser fetches to compare editions. */
import type { ElementContent, Properties, RootContent } from 'hast';
import type { Body, Clause } from '../../model/clause.ts';
import type { SaidBody } from './dress-redline.ts';
import type { SaidCorrection } from './said-corrections.ts';

/** A text is a string, an element `[name, properties, ...children]`, with 0 for no properties. */
type Packed = string | readonly [string, Properties | 0, ...Packed[]];

export type Packing = Omit<SaidBody, 'title'> & Pick<PackedBody, 'title'>;

/** What comparing needs of a body. */
export interface PackedBody {
  /** Absent where the text is there to be proved, and not to be compared. */
  readonly title?: string;
  readonly tree: readonly Packed[];
  readonly heading?: readonly Packed[];
  readonly clauses: readonly Clause[];
  /** Absent for none. */
  readonly corrections?: readonly SaidCorrection[];
}

export function packBody({ body: { tree, heading, clauses }, corrections, title }: Packing): PackedBody {
  return {
    ...(title === undefined ? {} : { title }),
    tree: packAll(tree.children),
    ...(heading === undefined ? {} : { heading: packAll(heading) }),
    clauses: clauses.map(({ line: _, from: __, fixed: ___, ...clause }) => clause),
    ...(corrections.length === 0 ? {} : { corrections }),
  };
}

/** The links and addresses of a body do not travel: they are empty. */
export function unpackBody({ tree, heading, clauses }: PackedBody): Body {
  return {
    tree: { type: 'root', children: tree.map(unpack) },
    ...(heading === undefined ? {} : { heading: heading.map(unpack) }),
    clauses,
    anchors: [],
    links: [],
  };
}

function packAll(nodes: readonly RootContent[]): Packed[] {
  return nodes.flatMap((node): Packed[] => {
    if (node.type === 'text') return [node.value];
    if (node.type !== 'element') return [];
    const properties = Object.keys(node.properties).length === 0 ? 0 : node.properties;
    return [[node.tagName, properties, ...packAll(node.children)]];
  });
}

function unpack(packed: Packed): ElementContent {
  if (typeof packed === 'string') return { type: 'text', value: packed };
  const [tagName, properties, ...children] = packed;
  return { type: 'element', tagName, properties: properties === 0 ? {} : properties, children: children.map(unpack) };
}
