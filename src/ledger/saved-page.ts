/** A page as a browser has parsed it goes in; the texts that may stand on it come out, each as it would be digested. */
import type { Element, ElementContent, Properties, Root } from 'hast';
import { hidesWords } from './hidden-words.ts';
import { type ShownText, shownTexts } from './published-page.ts';
import { visibleText } from './visible-text.ts';

/** As much of a node of a browser's document (WHATWG DOM) as is needed. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly localName?: string;
  readonly childNodes: Iterable<DomNode>;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

export interface Copy extends ShownText {
  /** What the digest of a text is made of. */
  readonly words: string;
  /** True if it is marked so that a reader may see other words. */
  readonly isHidden: boolean;
}

const [ELEMENT, TEXT] = [1, 3];

/** `furniture` are the words of controls that a script of ours adds to a text: a browser saves them with the page. */
export function treeOf(document: DomNode, furniture: ReadonlySet<string>): Root {
  return { type: 'root', children: childrenOf(document, furniture) };
}

/** The likeliest first. */
export function* copiesIn(page: Root): Generator<Copy> {
  for (const shown of shownTexts(page)) {
    yield { ...shown, words: visibleText(shown, ''), isHidden: shown.isOutOfSight || hidesWords(shown.tree) };
  }
}

function childrenOf(node: DomNode, furniture: ReadonlySet<string>): ElementContent[] {
  const children: ElementContent[] = [];
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) children.push({ type: 'text', value: child.nodeValue ?? '' });
    if (child.nodeType !== ELEMENT) continue;
    const element: Element = {
      type: 'element',
      tagName: child.localName ?? '',
      properties: propertiesOf(child),
      children: childrenOf(child, furniture),
    };
    if (!isFurniture(element, furniture)) children.push(element);
  }
  return children;
}

/** Named as hast names them, as far as anything here asks for them. */
function propertiesOf({ attributes = [] }: DomNode): Properties {
  const properties: Properties = {};
  for (const { name, value } of attributes) {
    if (name === 'class') properties.className = value.split(/\s+/).filter((word) => word !== '');
    else if (name === 'checked' || name === 'hidden') properties[name] = true;
    else
      properties[
        name.replace(/^data-[a-z]|-[a-z]/g, (found) =>
          found.replace(/-(.)$/, (_, letter: string) => letter.toUpperCase()).replace('-', ''),
        )
      ] = value;
  }
  return properties;
}

/** Where a reader copies the address of a clause. Anything but its own words would be words of the text. */
function isFurniture({ properties: { className }, children }: Element, furniture: ReadonlySet<string>): boolean {
  if (!Array.isArray(className) || !className.includes('cite')) return false;
  return children.every((child) => isOneOf(child, furniture));
}

function isOneOf(node: ElementContent, furniture: ReadonlySet<string>): boolean {
  if (node.type === 'text') return node.value.trim() === '' || furniture.has(node.value.trim());
  return node.type !== 'element' || node.children.every((child) => isOneOf(child, furniture));
}
