/** The planned site and one of its pages go in; addresses as that page must print them come out. */
import { absoluteUrl, addresses, relativeLink } from '../model/address.ts';
import { findPage, inLanguage, type PageIndex, splitSitePath } from '../model/page-index.ts';
import type { Page, Site } from '../model/site.ts';

export interface Linker {
  /** Address of a path below the site's root, relative to the page. */
  to(path: string): string;
  /** Address of what an author linked to by a site path (`/terms/`, `/terms/2020-02-04.md#3`): a page in the reader's language if there is one. */
  toSitePath(sitePath: string): string;
  /** The site path of that page: the same for all ways to write it. */
  settle(sitePath: string): string;
  /** Absolute address of a path below the site's root. */
  absolute(path: string): string;
  /** Path of a policy's page in the page's language, or in the default one if it has no tree there. */
  policyPath(slug: string): string;
  archivePath(slug: string): string;
  editionPath(slug: string, id: string): string;
}

export function createLinker(place: { readonly site: Site; readonly page: Page; readonly index: PageIndex }): Linker {
  const { site, page, index } = place;
  const { config } = site;
  const [defaultLanguage] = config.languages;
  // A host shows the 404 page at any depth, so only there links begin at the host's root.
  const to = (path: string) => (page.kind === 'not-found' ? `${config.base}${path}` : relativeLink(page.path, path));
  const inOwnLanguage = (path: string) => {
    const found = index.byPath.get(path);
    return found === undefined ? path : inLanguage(index, found, page.language).path;
  };
  const find = (sitePath: string) => {
    const { path, rest } = splitSitePath(sitePath);
    const found = findPage(index, path);
    return { path: found === undefined ? path : inLanguage(index, found, page.language).path, rest };
  };
  return {
    to,
    toSitePath(sitePath) {
      const { path, rest } = find(sitePath);
      return `${to(path)}${rest}`;
    },
    settle(sitePath) {
      const { path, rest } = find(sitePath);
      return `/${path}${rest}`;
    },
    absolute: (path) => absoluteUrl(config, path),
    policyPath: (slug) => inOwnLanguage(addresses(config, defaultLanguage).policy(slug)),
    archivePath: (slug) => inOwnLanguage(addresses(config, defaultLanguage).policyArchive(slug)),
    editionPath: (slug, id) => inOwnLanguage(addresses(config, defaultLanguage).edition(slug, id)),
  };
}
