import type { Element, ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { visibleWords } from '../../../src/render/words/visible-words.ts';
import { shown } from './shown.ts';

const element = (
  tagName: string,
  content: string | ElementContent[],
  properties: Element['properties'] = {},
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: typeof content === 'string' ? [{ type: 'text', value: content }] : content,
});

const words = (...children: ElementContent[]) => shown(visibleWords({ tree: { type: 'root', children } }, 0));

describe('the words that a reader sees', () => {
  it('are parted by blocks and line breaks but not by marks within a word', () => {
    expect(words(element('p', 'one'), element('p', [element('b', 't'), element('span', 'wo')]))).toBe('one two');
    expect(words(element('p', [element('i', 'a'), element('br', []), element('i', 'b')]))).toBe('a b');
  });

  it('begin with the opening title', () => {
    const body = { tree: { type: 'root' as const, children: [element('p', 'b')] }, heading: [element('em', 'a')] };
    expect(shown(visibleWords(body, 0))).toBe('a b');
  });

  it('leave out what rendering adds to notes, and nothing else', () => {
    const reference = element('a', '1', { dataFootnoteRef: true });
    const back = element('a', '↩', { dataFootnoteBackref: '' });
    const notes = [element('h2', 'Notes', { id: 'footnote-label' }), element('li', [element('p', 'note'), back])];
    expect(
      words(
        element('h2', 'own', { id: 'footnote-label' }),
        element('p', [element('a', 'link', { href: '#' }), element('sup', [reference])]),
        element('section', notes, { dataFootnotes: true }),
      ),
    ).toBe('own link note');
  });
});
