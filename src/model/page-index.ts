/** The planned pages go in; the page that an author's link means comes out. */
import type { Language } from './config.ts';
import { movedPages } from './moved.ts';
import type { Page, Site } from './site.ts';

export interface PageIndex {
  readonly byPath: ReadonlyMap<string, Page>;
  readonly languages: readonly Language[];
}

/** A site path (`/terms/2020-02-04.md?x#3`) in its parts. */
export interface SitePath {
  /** Below the site's root, without a leading slash, percent-decoded. */
  readonly path: string;
  /** The query and fragment as written. */
  readonly rest: string;
  /** The fragment, decoded, without `#`; empty if there is none. */
  readonly fragment: string;
}

/** A page is found at its former addresses too: what was published and links to them cannot be changed any more. */
export function indexPages(site: Site): PageIndex {
  const byPath = new Map(site.pages.map((page) => [page.path, page]));
  for (const [from, to] of Object.entries(movedPages(site))) {
    const page = byPath.get(to);
    if (page !== undefined) byPath.set(from, page);
  }
  return { byPath, languages: site.config.languages };
}

export function splitSitePath(sitePath: string): SitePath {
  const end = sitePath.search(/[?#]/);
  const path = end === -1 ? sitePath : sitePath.slice(0, end);
  const rest = end === -1 ? '' : sitePath.slice(end);
  const hash = rest.indexOf('#');
  return { path: decode(path.slice(1)), rest, fragment: hash === -1 ? '' : decode(rest.slice(hash + 1)) };
}

/** The page meant by a path: its address, with or without the last slash, or the name of its source file. */
export function findPage(index: PageIndex, path: string): Page | undefined {
  const found = addressMeant(index, path);
  return found === undefined ? undefined : index.byPath.get(found);
}

/** What of the index a link to `path` needs: the page it means and the same page in other languages, by their addresses. */
export function entriesFor(index: PageIndex, path: string): readonly (readonly [string, Page])[] {
  const found = addressMeant(index, path);
  const page = found === undefined ? undefined : index.byPath.get(found);
  if (found === undefined || page === undefined) return [];
  const others = page.alternates.flatMap((alternate) => {
    const other = index.byPath.get(alternate.path);
    return other === undefined ? [] : [[alternate.path, other] as const];
  });
  return [[found, page], ...others];
}

function addressMeant({ byPath, languages }: PageIndex, path: string): string | undefined {
  const stem = path.replace(/(?:index)?\.md$/i, '').replace(/\/$/, '');
  const language = languages.find((tag) => stem.toLowerCase().endsWith(`.${tag.toLowerCase()}`));
  const withoutLanguage = language === undefined ? stem : stem.slice(0, -language.length - 1);
  const candidates = [path, `${path}/`, `${stem}/`, `${withoutLanguage}/`];
  return candidates.find((candidate) => byPath.has(candidate));
}

/** The same page in `language`, if it exists there; else the page itself. */
export function inLanguage({ byPath }: PageIndex, page: Page, language: Language): Page {
  const path = page.alternates.find((alternate) => alternate.language === language)?.path;
  return (path === undefined ? undefined : byPath.get(path)) ?? page;
}

/** Percent-decoding that takes a stray `%` as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
