/** Markdown goes in; the characters that a reader must find on the page come out, notes after the text in the order of their references. */
import { OpenPassage, type Passage } from './passage.ts';
import { readBlocks } from './source-blocks.ts';
import { readHtml } from './source-html.ts';
import { type ProseContext, readProse } from './source-inline.ts';
import { createWordWriter, type WordStream, type WordWriter } from './word-stream.ts';

/** `markdown` has line feeds as line ends; `markers` as for `readBlocks`. Never fails: what is no mark-up is text. */
export function sourceWords(markdown: string, markers?: readonly string[]): WordStream {
  const { main, notes, links } = readBlocks(markdown, markers);
  const awaited = new Map(notes.toReversed().map(({ label, passages }) => [label, passages]));
  const order: (readonly Passage[])[] = [];
  const words = createWordWriter(markdown.length);
  const context: ProseContext = {
    words,
    links,
    notes: new Set(awaited.keys()),
    onNote(label) {
      const passages = awaited.get(label);
      if (passages === undefined) return;
      awaited.delete(label);
      order.push(passages);
    },
  };
  readPassages(main, markdown, context);
  // A note may refer to further notes: the row grows while it is read.
  for (const passages of order) readPassages(passages, markdown, context);
  // Notes that nothing leads to come last, where they are missed on the page.
  for (const { passages } of notes) if (!order.includes(passages)) readPassages(passages, markdown, context);
  return words.finish();
}

function readPassages(passages: readonly Passage[], markdown: string, context: ProseContext): void {
  const { words } = context;
  for (const passage of passages) {
    const open = new OpenPassage(passage, markdown);
    words.part();
    if (passage.kind === 'code') readCode(open, words);
    else if (passage.kind === 'html') readHtml(open, words);
    else readProse(open, passage.opensItem ? boxLength(open.text) : 0, context);
  }
}

function readCode(passage: OpenPassage, words: WordWriter): void {
  const { text } = passage;
  for (let at = 0; at < text.length; at += 1) words.put(text.charCodeAt(at), passage.originOf(at));
}

/** A task's box is shown as a box. */
function boxLength(text: string): number {
  return /^\[[\sxX]\](?=\s+\S)/.exec(text)?.[0].length ?? 0;
}
