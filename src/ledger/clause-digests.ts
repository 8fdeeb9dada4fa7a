/** A body goes in; the words of each of its clauses, and short digests of them, come out: they tell which clause was changed. */
import type { Element } from 'hast';
import { BEFORE_CLAUSES, type Body, NOTES } from '../model/clause.ts';

import { sha256 } from '../model/sha256.ts';
import { collapse, hear } from './visible-text.ts';

export interface ClauseText {
  /** Its fragment; `BEFORE_CLAUSES` and `NOTES` for words that stand in no clause. */
  readonly anchor: string;
  /** Its own words, those of clauses within it left out, each followed by where it leads if it is a link out of the text. */
  readonly words: string;
}

/** In the order of the text; every word of the body is in one of them. */
export function clauseTexts({ tree, heading = [], clauses }: Body): ClauseText[] {
  const anchors = new Set(clauses.map(({ anchor }) => anchor));
  const words = new Map<string, string>();
  const outer: string[] = [];
  let current = BEFORE_CLAUSES;
  const text = (more: string) => words.set(current, (words.get(current) ?? '') + more);
  const listener = {
    text,
    enter(element: Element) {
      if (element.tagName === 'li') outer.push(current);
      const { id } = element.properties;
      if (typeof id === 'string' && anchors.has(id)) current = id;
      if ('dataFootnotes' in element.properties) current = NOTES;
      // The words between two clauses have been parted by the end of the first.
      text('');
    },
    leave(element: Element) {
      text(linkTarget(element));
      // What stands under a heading or below a numbered line belongs to it; what follows an item does not.
      if (element.tagName === 'li') current = outer.pop() ?? current;
    },
  };
  hear(heading, listener);
  listener.text(' ');
  hear(tree.children, listener);
  return [...words].map(([anchor, raw]) => ({ anchor, words: collapse(raw) }));
}

/** Each as `01234567#3.3.2`. */
export function clauseDigests(body: Body): string[] {
  return clauseTexts(body).map(({ anchor, words }) => `${shortDigest(words)}#${anchor}`);
}

/** 32 bits: enough to tell clauses apart; that a text is unchanged, its whole digests tell. */
export function shortDigest(words: string): string {
  return sha256(words).slice(0, 8);
}

/** Links within the text are left out: rendering makes some of them. */
function linkTarget({ tagName, properties: { href } }: Element): string {
  return tagName === 'a' && typeof href === 'string' && !href.startsWith('#') ? ` <${href}> ` : '';
}
