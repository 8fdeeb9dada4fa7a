/** The HTML of a page goes in; its tree comes out. */
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';

const parser = unified().use(rehypeRaw).freeze();

/** As browsers read it (WHATWG HTML, chapter 13.2). */
export function parsePage(html: string): Root {
  const raw: Root = { type: 'root', children: [{ type: 'doctype' }, { type: 'raw', value: html }] };
  return parser.runSync(raw);
}
