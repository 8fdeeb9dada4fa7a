/** Markdown goes in; micromark's events, not yet compiled, come out in a time that grows no faster than the text. */
import { parse, preprocess } from 'micromark';
import type { Chunk, Event, Extension, TokenizeContext } from 'micromark-util-types';

/**
 * Gives the same events as `parse(…).document().write(…)` of micromark.
 *
 * Whenever a nested list or an underlined heading closes, micromark copies all events since the start of the document. So it is
 * fed line by line: what a line has settled is put away, and where nothing is open a new document begins.
 */
export function parseEvents(markdown: string, extensions: Extension[]): Event[] {
  const parser = parse({ extensions });
  const chunks = preprocess()(markdown, undefined, true);
  const settled: Event[] = [];
  let document = parser.document();
  let openContainers = 0;
  let lineStart = 0;

  const settle = (events: readonly Event[]) => {
    for (const event of events) {
      if (event[1]._container === true) openContainers += event[0] === 'enter' ? 1 : -1;
      settled.push(event);
    }
  };
  for (const [index, chunk] of chunks.entries()) {
    if (!isLineEnding(chunk)) continue;
    document.write(chunks.slice(lineStart, index + 1));
    lineStart = index + 1;
    settle(takeSettled(document));
    if (openContainers === 0 && isBetweenBlocks(document)) {
      const here = document.now();
      settle(document.write([null]));
      document = parser.document(here);
    }
  }
  settle(document.write(chunks.slice(lineStart)));
  return settled;
}

/** In micromark's stream a line ends in −5 (CR), −4 (LF) or −3 (CRLF). */
function isLineEnding(chunk: Chunk | undefined): boolean {
  return typeof chunk === 'number' && chunk <= -3;
}

/**
 * Takes away, at the start of a line, the events that no later line can change: all but the end of the last line, after which
 * a later line may still close containers.
 */
function takeSettled(document: TokenizeContext): Event[] {
  return document.events.splice(0, document.events.length - 1);
}

/** Whether the line just read is blank and not part of a block, such as fenced code, that holds blank lines. */
function isBetweenBlocks(document: TokenizeContext): boolean {
  const flow = document.events.at(-1)?.[1]._tokenizer;
  return (
    flow !== undefined && flow.currentConstruct === undefined && flow.events.at(-1)?.[1].type === 'lineEndingBlank'
  );
}
