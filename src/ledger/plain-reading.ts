/** A text goes in, rendered or as somebody copied it; its words come out one by one, each with the clause it stands in. */
import type { RootContent } from 'hast';
import { BEFORE_CLAUSES, type Body, NOTES } from '../model/clause.ts';

import { INSIDE_WORDS } from './visible-text.ts';

export interface ReadWord {
  readonly word: string;
  /** The fragment of its clause; empty before the first one. */
  readonly anchor: string;
  /** `made`: what a page adds to notes, which a copy may lack. */
  readonly role: 'title' | 'text' | 'made';
}

/** Every word, the numbers of notes among them: what a reader copies from a page. */
export function readBody(
  { tree, heading, clauses }: Pick<Body, 'tree' | 'heading' | 'clauses'>,
  title = '',
): ReadWord[] {
  const anchors = new Set(clauses.map(({ anchor }) => anchor));
  const words: ReadWord[] = [];
  const outer: string[] = [];
  let pending = '';
  let anchor = BEFORE_CLAUSES;
  const flush = (role: ReadWord['role']) => {
    words.push(...split(pending).map((word) => ({ word, anchor, role })));
    pending = '';
  };
  const read = (nodes: readonly RootContent[], role: ReadWord['role']) => {
    for (const node of nodes) {
      if (node.type === 'text') pending += node.value;
      if (node.type !== 'element') continue;
      const { tagName, properties, children } = node;
      const isMade = role !== 'made' && (properties.id === NOTES || 'dataFootnoteBackref' in properties);
      if (isMade || !INSIDE_WORDS.has(tagName)) flush(role);
      if (tagName === 'li') outer.push(anchor);
      if (typeof properties.id === 'string' && anchors.has(properties.id)) {
        flush(role);
        anchor = properties.id;
      }
      if ('dataFootnotes' in properties) anchor = NOTES;
      read(children, isMade ? 'made' : role);
      if (isMade || !INSIDE_WORDS.has(tagName)) flush(isMade ? 'made' : role);
      if (tagName === 'li') anchor = outer.pop() ?? anchor;
    }
  };
  read(heading ?? [{ type: 'text', value: title }], 'title');
  flush('title');
  read(tree.children, 'text');
  flush('text');
  return words;
}

/** Of a text without mark-up. */
export function readText(text: string): ReadWord[] {
  return split(text).map((word) => ({ word, anchor: BEFORE_CLAUSES, role: 'text' }));
}

function split(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[\s\u0085\u00AD\u200B\uFEFF]+/)
    .filter((word) => word !== '');
}
