/** Styles and scripts of a published site go in; those of which it is not known what they do to its pages come out. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PublishedFile } from '../model/published.ts';
import { sha256 } from '../model/sha256.ts';

/** Any origin will do: only what stays on it is of the site. */
const ORIGIN = 'https://site.invalid';

/** The addresses, below the root of the site, of the styles and scripts that the page at `address` loads from the site itself. */
export function assetsOf(page: Root, address: string): string[] {
  const found = new Set<string>();
  visit(page, 'element', (element) => {
    const target = targetOf(element);
    if (target === undefined || !URL.canParse(target, `${ORIGIN}/root/${address}`)) return;
    const { origin, pathname } = new URL(target, `${ORIGIN}/root/${address}`);
    if (origin === ORIGIN && pathname.startsWith('/root/')) found.add(pathname.slice('/root/'.length));
  });
  return [...found];
}

function targetOf({ tagName, properties: { rel, src, href } }: Element): string | undefined {
  if (tagName === 'script' && src !== undefined) return String(src);
  const isStyle = tagName === 'link' && [rel].flat().some((one) => /^stylesheet$/i.test(String(one)));
  return isStyle ? String(href ?? '') : undefined;
}

/** A warning, `verify-style`: the words of a page are checked, and a style could hide some of them. `known` are SHA-256 of files that do not. */
export function verifyAssets(files: ReadonlyMap<string, PublishedFile>, known: ReadonlySet<string>): Diagnostic[] {
  const unknown = [...files]
    .filter(([, file]) => file.kind === 'missing' || !known.has(sha256(file.bytes)))
    .map(([address]) => `/${address}`)
    .sort();
  if (unknown.length === 0) return [];
  return [
    {
      ruleId: 'verify-style',
      severity: 'warning',
      message: `Styles or scripts of the pages are not those of this version of Promulgate: ${unknown.join(', ')}. The words of the pages are checked; whether a style hides some of them, or a script changes them, is not.`,
      hint: 'So it is with a theme of the publisher’s own, or made by another version. To be sure, read the file text.md, or a page without its style (in most browsers: View, Page Style).',
    },
  ];
}
