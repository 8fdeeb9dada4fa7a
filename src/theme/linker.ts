/** The planned site and one of its pages go in; addresses as that page must print them come out. */
import { absoluteUrl, addresses, relativeLink } from '../model/address.ts';
import type { Language } from '../model/config.ts';
import type { Page, Site } from '../model/site.ts';

export interface Linker {
  /** Address of a path below the site's root, relative to the page. */
  to(path: string): string;
  /** Address of what an author linked to by a site path (`/terms/`, `/terms/2020-02-04.md#3`): a page in the reader's language if there is one. */
  toSitePath(sitePath: string): string;
  /** Absolute address of a path below the site's root. */
  absolute(path: string): string;
  /** Path of a policy's page in the page's language, or in the default one if it has no tree there. */
  policyPath(slug: string): string;
  archivePath(slug: string): string;
  editionPath(slug: string, id: string): string;
}

/** The paths of all pages, made once per site. */
export interface PageIndex {
  readonly byPath: ReadonlyMap<string, Page>;
}

export function indexPages(site: Site): PageIndex {
  return { byPath: new Map(site.pages.map((page) => [page.path, page])) };
}

export function createLinker(place: { readonly site: Site; readonly page: Page; readonly index: PageIndex }): Linker {
  const { site, page, index } = place;
  const { config } = site;
  const [defaultLanguage] = config.languages;
  // A host shows the 404 page at any depth, so only there links begin at the host's root.
  const to = (path: string) => (page.kind === 'not-found' ? `${config.base}${path}` : relativeLink(page.path, path));
  const inOwnLanguage = (path: string) =>
    index.byPath.get(path)?.alternates.find(({ language }) => language === page.language)?.path ?? path;
  return {
    to,
    toSitePath(sitePath) {
      const { path, rest } = split(sitePath);
      const found = candidates(path, config.languages).find((candidate) => index.byPath.has(candidate));
      return `${to(found === undefined ? path : inOwnLanguage(found))}${rest}`;
    },
    absolute: (path) => absoluteUrl(config, path),
    policyPath: (slug) => inOwnLanguage(addresses(config, defaultLanguage).policy(slug)),
    archivePath: (slug) => inOwnLanguage(addresses(config, defaultLanguage).policyArchive(slug)),
    editionPath: (slug, id) => inOwnLanguage(addresses(config, defaultLanguage).edition(slug, id)),
  };
}

/** What an author may write for a page: its address, with or without the last slash, or the source file's name. */
function candidates(path: string, languages: readonly Language[]): string[] {
  const stem = path.replace(/\.md$/i, '');
  const language = languages.find((tag) => stem.toLowerCase().endsWith(`.${tag.toLowerCase()}`));
  const withoutLanguage = language === undefined ? stem : stem.slice(0, -language.length - 1);
  return [path, `${path}/`, `${stem}/`, `${withoutLanguage}/`];
}

function split(sitePath: string): { path: string; rest: string } {
  const end = sitePath.search(/[?#]/);
  const path = end === -1 ? sitePath : sitePath.slice(0, end);
  return { path: decodeURI(path.slice(1)), rest: end === -1 ? '' : sitePath.slice(end) };
}
