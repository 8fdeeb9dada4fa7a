/** The HTML of a page goes in; its tree comes out. */
import type { Root, RootContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';

const parser = unified().use(rehypeRaw).freeze();

/** Elements in each other. Browsers stop at about 500; pages of ours have some dozens. */
const DEEPEST = 1000;

const EMPTY: Root = { type: 'root', children: [] };

/** As browsers read it (WHATWG HTML, chapter 13.2). Of a page so deep that no reader would be shown it, nothing. */
export function parsePage(html: string): Root {
  const raw: Root = { type: 'root', children: [{ type: 'doctype' }, { type: 'raw', value: html }] };
  try {
    const page = parser.runSync(raw);
    return isTooDeep(page) ? EMPTY : page;
  } catch (error) {
    // The parser goes down level by level, and so far only.
    if (error instanceof RangeError) return EMPTY;
    throw error;
  }
}

/** Level by level, without going down in each. */
function isTooDeep(page: Root): boolean {
  let level: readonly RootContent[] = page.children;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node): RootContent[] => ('children' in node ? node.children : []));
  }
  return false;
}
