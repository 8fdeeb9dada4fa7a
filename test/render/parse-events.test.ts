import { parse, postprocess, preprocess } from 'micromark';
import type { Construct, Event, Extension, TokenizeContext } from 'micromark-util-types';
import { describe, expect, it } from 'vitest';
import { MARKDOWN_SYNTAX } from '../../src/render/markdown-syntax.ts';
import { parseEvents } from '../../src/render/parse-events.ts';

const typesOf = (events: readonly Event[]) => events.map(([kind, { type }]) => `${kind} ${type}`);

/** The most events that are at hand wherever `x` begins a line: what micromark copies when something closes there. */
function mostAtHand(markdown: string): number {
  let most = 0;
  const watch: Construct = {
    tokenize(this: TokenizeContext, _effects, _ok, nok) {
      most = Math.max(most, this.events.length);
      return nok;
    },
  };
  parseEvents(markdown, [...MARKDOWN_SYNTAX, { document: { [code('x')]: watch } }]);
  return most;
}

/** How many events are shown, at most, to what makes a heading of the paragraph above a line of `=`. */
function mostShown(markdown: string): number {
  let most = 0;
  const underline: Construct = {
    name: 'setextUnderline',
    tokenize: (effects, ok) => (character) => {
      effects.enter('setextHeadingLine');
      effects.consume(character);
      effects.exit('setextHeadingLine');
      return ok;
    },
    resolveTo(events) {
      most = Math.max(most, events.length);
      return events;
    },
  };
  const extension: Extension = { flow: { [code('=')]: underline } };
  parseEvents(markdown, [extension]);
  return most;
}

/** How many tokenizers are kept until the tree can be made. */
const tokenizersKept = (markdown: string) =>
  new Set(postprocess(parseEvents(markdown, MARKDOWN_SYNTAX)).map(([, , tokenizer]) => tokenizer)).size;

const code = (character: string) => character.charCodeAt(0);

describe('parseEvents', () => {
  it('gives the events that micromark gives for the whole text', () => {
    const markdown = 'a\n\n1. b\n\n   - c\n\n     d\n2. e\n===\n\n> f\ng\n';
    const plain = parse({ extensions: MARKDOWN_SYNTAX })
      .document()
      .write(preprocess()(markdown, undefined, true));
    expect(typesOf(parseEvents(markdown, MARKDOWN_SYNTAX))).toEqual(typesOf(plain));
  });

  it.each([
    ['clauses in three levels', '1. a\n   1. b\n      - c\n      - d\n   2. e\nx\n'],
    ['loose clauses in three levels', '1. a\n\n   1. b\n\n      - c\n\n   2. d\n\nx\n'],
    ['quotes in lists', '- > a\n  > - b\n- c\n\nx\n'],
    ['headings and paragraphs', '# a\n\nb\n\nx\n'],
  ])('has no more events at hand in long texts than in short ones: %s', (_, clause) => {
    expect(mostAtHand(clause.repeat(2))).toBeGreaterThan(0);
    expect(mostAtHand(clause.repeat(200))).toBe(mostAtHand(clause.repeat(2)));
  });

  it.each([
    ['clauses in three levels', '1. a *b*\n   1. b [c](d "e")\n      - c `d`\n   2. e\nx\n'],
    ['quotes and headings', '> a\n\n# b\n\nc\nd\n'],
    ['tables', '| a | b |\n|---|---|\n| c | *d* |\n\n'],
  ])('keeps no more tokenizers for long texts than for short ones: %s', (_, clause) => {
    expect(tokenizersKept(clause.repeat(200))).toBe(tokenizersKept(clause.repeat(2)));
  });

  it('shows an underline no more than the paragraph above it', () => {
    expect(mostShown('a\n=\n'.repeat(2))).toBeGreaterThan(0);
    expect(mostShown('a\n=\n'.repeat(200))).toBe(mostShown('a\n=\n'.repeat(2)));
  });
});
