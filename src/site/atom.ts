/** A feed goes in; its file comes out, in Atom. */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { isoInstant } from '../model/civil-date.ts';
import type { Feed, FeedEntry, FeedLink } from '../model/feed.ts';
import type { OutputFile } from '../model/file.ts';

/** RFC 4287. Its generator goes without a version: a new one is nothing that happened to a policy. */
export function atomFile(feed: Feed): OutputFile {
  const tree = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    { type: 'text', value: '\n' },
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, [
      ...onLines(1, [
        x('id', legal(feed.id)),
        x('title', legal(feed.title)),
        x('subtitle', legal(feed.subtitle)),
        x('updated', isoInstant(feed.updated)),
        x('author', {}, x('name', legal(feed.author))),
        x('generator', 'Promulgate'),
        ...feed.links.map(link),
        ...feed.entries.map(entry),
      ]),
    ]),
    { type: 'text', value: '\n' },
  ]);
  // The library leaves this as it is, and in text it is not well-formed (XML 1.0, 2.4).
  const content = toXml(tree, { closeEmptyElements: true }).replaceAll(']]>', ']]&gt;');
  return { path: feed.path, content };
}

function entry(one: FeedEntry) {
  const { id, title, language, published, updated, summary, contentHtml } = one;
  return x('entry', { 'xml:lang': language }, [
    ...onLines(2, [
      x('id', legal(id)),
      x('title', legal(title)),
      x('published', isoInstant(published)),
      x('updated', isoInstant(updated)),
      ...one.links.map(link),
      ...(summary === undefined ? [] : [x('summary', legal(summary))]),
      x('content', { type: 'html' }, legal(contentHtml)),
    ]),
  ]);
}

function link({ rel, href, type, language, title }: FeedLink) {
  return x('link', {
    rel,
    type,
    ...(language === undefined ? {} : { hreflang: language }),
    ...(title === undefined ? {} : { title: legal(title) }),
    href: legal(href),
  });
}

/** Each on a line of its own, for those who read the file as it is. */
function onLines<Node>(depth: number, nodes: readonly Node[]): (Node | { type: 'text'; value: string })[] {
  const line = { type: 'text' as const, value: `\n${'  '.repeat(depth)}` };
  return [...nodes.flatMap((node) => [line, node]), { type: 'text', value: `\n${'  '.repeat(depth - 1)}` }];
}

/** Without what XML 1.0 (2.2) has no place for, or advises against: control characters, halves of pairs and two others. */
function legal(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD');
}
