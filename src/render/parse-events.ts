/** Markdown goes in; micromark's events, not yet compiled, come out in a time that grows no faster than the text. */
import { parse, preprocess } from 'micromark';
import type { Chunk, Event, Extension, TokenizeContext } from 'micromark-util-types';

/**
 * Gives the events of micromark's `parse(…).document().write(…)`, feeding it line by line.
 *
 * Whenever a nested list or an underlined heading closes, micromark copies all events of the document so far. Here they are put
 * away after each line, and the document is cut wherever nothing is open, so that there is little to copy.
 */
export function parseEvents(markdown: string, extensions: Extension[]): Event[] {
  const parser = parse({ extensions });
  const settled: Event[] = [];
  let document = parser.document();
  let openContainers = 0;
  for (const line of linesOf(preprocess()(markdown, undefined, true))) {
    document.write(line);
    for (const event of takeSettled(document)) {
      if (event[1]._container === true) openContainers += event[0] === 'enter' ? 1 : -1;
      settled.push(event);
    }
    if (openContainers === 0 && isBetweenBlocks(document)) {
      const here = document.now();
      settled.push(...document.write([null]));
      document = parser.document(here);
    }
  }
  settled.push(...document.events);
  return settled;
}

/** Each with its line ending; the last has none but ends in `null`. */
function* linesOf(chunks: readonly Chunk[]): Generator<Chunk[]> {
  let start = 0;
  for (let index = 0; index < chunks.length; index++) {
    if (!isEnding(chunks[index])) continue;
    yield chunks.slice(start, index + 1);
    start = index + 1;
  }
}

/** Line endings are −5 (CR), −4 (LF) and −3 (CRLF) in micromark's stream. */
function isEnding(chunk: Chunk | undefined): boolean {
  return chunk === null || (typeof chunk === 'number' && chunk <= -3);
}

/**
 * Takes from a document at the start of a line the events that the lines to come cannot change.
 * They can close containers right after the last line, never before it.
 */
function takeSettled(document: TokenizeContext): Event[] {
  return document.events.splice(0, document.events.length - 1);
}

/** Whether the line just read was blank and stands in no block that goes on after blank lines. */
function isBetweenBlocks(document: TokenizeContext): boolean {
  const flow = document.events.at(-1)?.[1]._tokenizer;
  return flow?.currentConstruct === undefined && flow?.events.at(-1)?.[1].type === 'lineEndingBlank';
}
