/**
 * Events of micromark go in; they come out without the tokenizers that made them, but for what these are still to be asked.
 * Tokenizers take half of the memory, and the upkeep of that half of the time.
 */
import type { Create, Event, ParseContext, Token, TokenizeContext } from 'micromark-util-types';

/** The text's place for which a tokenizer is asked. */
type Stretch = Pick<Token, 'start' | 'end'>;

/** Makes what stands in for the tokenizers of a text's flows: it answers for them from the text. */
export function createStandIn(markdown: string, parser: ParseContext): TokenizeContext {
  return {
    parser,
    events: [],
    previous: null,
    code: null,
    sliceSerialize: ({ start, end }: Stretch) => markdown.slice(start.offset, end.offset),
    sliceStream: () => [],
    now: () => ({ line: 1, column: 1, offset: 0, _index: 0, _bufferIndex: 0 }),
    defineSkip: () => {},
    write: () => [],
  };
}

/** Lets go of the tokenizers of a flow that has ended. `first` is the flow's first chunk. */
export function lightenFlow(first: Token, standIn: TokenizeContext): void {
  const events = first._tokenizer?.events;
  if (events === undefined) return;
  lighten(events, standIn);
  const light = { ...standIn, events };
  for (let chunk: Token | undefined = first; chunk !== undefined; chunk = chunk.next) chunk._tokenizer = light;
}

/** Makes tokenizers that are let go of when they have been given all they read. */
export function lightening(create: Create, standIn: TokenizeContext): Create {
  return (from) => {
    const tokenizer = create(from);
    const { write } = tokenizer;
    tokenizer.write = (slice) => {
      const events = write(slice);
      if (slice.at(-1) === null) lighten(events, standIn);
      return events;
    };
    return tokenizer;
  };
}

/** What a tokenizer would answer otherwise than the text itself is kept or asked now. */
function lighten(events: readonly Event[], standIn: TokenizeContext): void {
  for (const event of events) {
    const [kind, token, tokenizer] = event;
    if (token.contentType !== undefined) {
      const isFirst = kind === 'enter' && token.previous === undefined;
      event[2] = isFirst ? { ...standIn, sliceStream: streamsOf(token, tokenizer) } : standIn;
    } else if (tokenizer.sliceSerialize(token) === standIn.sliceSerialize(token)) event[2] = standIn;
  }
}

/** The characters of a text and of its further lines, each of which is asked for once. */
function streamsOf(first: Token, tokenizer: TokenizeContext): TokenizeContext['sliceStream'] {
  const streams = new Map<Stretch, ReturnType<TokenizeContext['sliceStream']>>();
  for (let part: Token | undefined = first; part !== undefined; part = part.next) {
    streams.set(part, tokenizer.sliceStream(part));
  }
  return answerFrom(streams);
}

function answerFrom(
  streams: ReadonlyMap<Stretch, ReturnType<TokenizeContext['sliceStream']>>,
): TokenizeContext['sliceStream'] {
  return (stretch) => streams.get(stretch) ?? [];
}
