/** Markdown goes in; micromark's events, not yet compiled, come out in a time that grows no faster than the text. */
import { parse, preprocess } from 'micromark';
import type {
  Chunk,
  Construct,
  Event,
  Extension,
  ParseContext,
  Resolver,
  Token,
  TokenizeContext,
} from 'micromark-util-types';
import { LabelList } from './label-list.ts';
import { createStandIn, lightenFlow, lightening } from './stand-in.ts';

/**
 * Gives the same events as `parse(…).document().write(…)` of micromark.
 *
 * Whenever a list or quote closes, micromark copies all events since the start of the document; whenever a heading is
 * underlined, all since the start of the list item or quote; at every bracket it looks through all labels. So it is fed line by
 * line, and what a line has settled is put away; a heading's underlining is shown no more than the heading; and labels are
 * looked up.
 */
export function parseEvents(markdown: string, extensions: Extension[]): Event[] {
  const parser = parse({ extensions });
  parser.defined = new LabelList();
  parser.gfmFootnotes = new LabelList();
  narrowUnderlines(parser);
  const document = parser.document();
  const chunks = preprocess()(markdown, undefined, true);
  const settled: Event[] = [];
  const standIn = createStandIn(markdown, parser);
  parser.text = lightening(parser.text, standIn);
  parser.string = lightening(parser.string, standIn);
  let flow: Token | undefined;
  let lineStart = 0;
  const settle = (events: readonly Event[]) => {
    for (const event of events) {
      const [kind, token] = event;
      settled.push(event);
      if (kind !== 'enter' || token.type !== 'chunkFlow' || token.previous !== undefined) continue;
      // Where another begins, the one before has ended.
      if (flow !== undefined) lightenFlow(flow, standIn);
      flow = token;
    }
  };
  for (const [index, chunk] of chunks.entries()) {
    if (!isLineEnding(chunk)) continue;
    document.write(chunks.slice(lineStart, index + 1));
    lineStart = index + 1;
    settle(takeSettled(document));
  }
  settle(document.write(chunks.slice(lineStart)));
  if (flow !== undefined) lightenFlow(flow, standIn);
  return settled;
}

/** In micromark's stream a line ends in −5 (CR), −4 (LF) or −3 (CRLF). */
function isLineEnding(chunk: Chunk): boolean {
  return typeof chunk === 'number' && chunk <= -3;
}

/**
 * Takes away, at the start of a line, the events that no later line can change: all but the end of the last line, after which
 * a later line may still close containers.
 */
function takeSettled(document: TokenizeContext): Event[] {
  return document.events.splice(0, document.events.length - 1);
}

/** Character codes of `-` and `=`. */
const UNDERLINES = [45, 61];

/** Lets what turns a paragraph into a heading see only the events since that paragraph began. */
function narrowUnderlines({ constructs: { flow } }: ParseContext): void {
  for (const code of UNDERLINES) {
    flow[code] = [flow[code] ?? []].flat().map((construct): Construct => {
      const { name, resolveTo } = construct;
      if (name !== 'setextUnderline' || resolveTo === undefined) return construct;
      return { ...construct, resolveTo: onLastParagraph(resolveTo) };
    });
  }
}

function onLastParagraph(resolve: Resolver): Resolver {
  return (events, context) => {
    const start = events.findLastIndex(([kind, { type }]) => kind === 'enter' && type === 'content');
    for (const event of resolve(events.splice(start), context)) events.push(event);
    return events;
  };
}
