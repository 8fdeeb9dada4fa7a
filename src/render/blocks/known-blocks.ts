/** Nothing goes in; a place to keep what becomes known of blocks comes out. */
import type { BlockStore } from './block-store.ts';
import type { HtmlStore } from './html-store.ts';
import { createWordStore, type WordStore } from './known-words.ts';

/** What is known of blocks. Pass the same for texts that are likely to repeat each other: each is rendered as without it. */
export interface KnownBlocks {
  readonly parsed: BlockStore;
  readonly html: HtmlStore;
  readonly words: WordStore;
}

export function createKnownBlocks(): KnownBlocks {
  return { parsed: new Map(), html: new Map(), words: createWordStore() };
}
