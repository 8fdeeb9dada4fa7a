/** Atom read by tools that are not ours: checked against RFC 4287's grammar, then as a feed reader sees it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAtomFeed } from 'feedsmith';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';

const GRAMMAR = readFileSync(fileURLToPath(new URL('../schemas/atom.rng', import.meta.url)), 'utf8');
const validator = RelaxNGValidator.fromDoc(XmlDocument.fromString(GRAMMAR));

/** Throws with what is wrong, if it is no well-formed XML or no valid Atom. */
export function readAtom(xml: string) {
  const document = XmlDocument.fromString(xml);
  validator.validate(document);
  document.dispose();
  const feed = parseAtomFeed(xml);
  const { entries = [], updated } = feed;
  const ids = entries.map(({ id = '' }) => id);
  if (new Set(ids).size !== ids.length) throw new Error(`Not once each: ${ids.join(' ')}`);
  // RFC 4287, 4.1.1: no two alternates of one type and language; an author for all.
  for (const { links = [] } of [feed, ...entries]) {
    const alternates = links
      .filter(({ rel }) => rel === 'alternate')
      .map(({ type, hreflang }) => `${type} ${hreflang}`);
    if (alternates.length !== 1) throw new Error(`Alternates: ${alternates.join(', ')}`);
  }
  if (feed.authors?.[0]?.name === undefined) throw new Error('No author');
  for (const entry of entries) if ((entry.updated ?? '') > (updated ?? '')) throw new Error(`${entry.id} is newer`);
  return {
    ...{ id: feed.id, updated, links: feed.links ?? [], language: feed.xml?.lang },
    ...{ title: feed.title?.value, subtitle: feed.subtitle?.value },
    entries: entries.map(({ title, summary, content, links = [], ...entry }) => {
      if (content?.type !== 'html') throw new Error(`${entry.id} is no HTML`);
      return { ...entry, links, title: title?.value, summary: summary?.value, content: content.value ?? '' };
    }),
  };
}
