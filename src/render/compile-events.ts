/** Events of micromark go in; the syntax tree that mdast-util-from-markdown compiles them to comes out. */
import type { Root } from 'mdast';
import { fromMarkdown, type Extension as MdastExtension } from 'mdast-util-from-markdown';
import type { Construct, Event } from 'micromark-util-types';

const CARRIER = '>';

/**
 * Compiles events as `fromMarkdown` does. It takes no events, only Markdown: so it is given one character,
 * and a construct that, when that character has been read, puts `events` in the place of its own.
 */
export function compileEvents(events: Event[], mdastExtensions: (MdastExtension | MdastExtension[])[]): Root {
  const carrier: Construct = {
    tokenize: (effects, ok) => (code) => {
      effects.consume(code);
      return ok;
    },
    resolveAll: () => events,
    exit: () => undefined,
  };
  return fromMarkdown(CARRIER, {
    extensions: [{ document: { [CARRIER.charCodeAt(0)]: carrier } }],
    mdastExtensions,
  });
}
