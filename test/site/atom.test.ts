import { expect, it } from 'vitest';
import type { Feed } from '../../src/model/feed.ts';
import { atomFile } from '../../src/site/atom.ts';
import { readAtom } from './read-atom.ts';

const EVIL = 'a\u0000\u0008\u000b\u001f\ud800\uffff]]>&<"\'';

const feed: Feed = {
  path: 'feed.xml',
  id: 'https://acme.example/feed.xml',
  title: EVIL,
  subtitle: EVIL,
  language: 'zh-Hans',
  author: EVIL,
  updated: 0,
  links: [{ rel: 'alternate', href: 'https://acme.example/?a=1&b="', type: 'text/html', language: 'en', title: EVIL }],
  entries: [],
};

it('is well-formed Atom whatever signs are in its words', () => {
  const { path, content } = atomFile(feed);
  expect(path).toBe('feed.xml');
  const read = readAtom(String(content));
  expect(read.title).toBe('a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd]]>&<"\'');
  expect(read.links[0]?.href).toBe('https://acme.example/?a=1&b="');
});

it('is refused by the test’s own grammar when an element is missing', () => {
  const xml = String(atomFile(feed).content);
  expect(() => readAtom(xml.replace(/<updated>.*<\/updated>/, ''))).toThrow();
  expect(() => readAtom(xml.replace('<author>', '<auther>').replace('</author>', '</auther>'))).toThrow();
});
