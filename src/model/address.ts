/** Addresses of pages, as paths below the site's root: permanent, and the same in every build; and links between them. */
import type { Language, SiteConfig } from './config.ts';

/** Where the tree of one language begins: `''` for the default language, `ru/` for another. */
function languageRoot(config: SiteConfig, language: Language): string {
  return language === config.languages[0] ? '' : `${language.toLowerCase()}/`;
}

/** Paths of the pages in one language's tree. */
export function addresses(config: SiteConfig, language: Language) {
  const root = languageRoot(config, language);
  // The forms of all languages lie below one folder and nothing else does: one rule of a host gives them headers of their own.
  const feedback = `feedback/${root}`;
  return {
    home: root,
    archive: `${root}archive/`,
    /** Where a copy of a text is told apart from others. */
    verify: `${root}verify/`,
    feedback,
    policyFeedback: (slug: string) => `${feedback}${slug}/`,
    editionFeedback: (slug: string, id: string) => `${feedback}${slug}/${id}/`,
    /** Where visitors land after sending. */
    thanks: `${root}thanks/`,
    policy: (slug: string) => `${root}${slug}/`,
    edition: (slug: string, id: string) => `${root}${slug}/${id}/`,
    /** What changed in an edition against the one before it. */
    changes: (slug: string, id: string) => `${root}${slug}/${id}/changes/`,
    /** The text of an edition as data, for comparing. */
    body: (slug: string, id: string) => `${root}${slug}/${id}/body.json`,
    /** The canonical text of an edition, as a file. */
    text: (slug: string, id: string) => `${root}${slug}/${id}/text.md`,
    /** The same as it was before it was corrected. */
    original: (slug: string, id: string) => `${root}${slug}/${id}/original/text.md`,
    /** A text as it once was, by its SHA-256, as data. */
    formerBody: (slug: string, id: string, source: string) =>
      `${root}${slug}/${id}/original/body-${source.slice(0, 16)}.json`,
    compare: (slug: string) => `${root}${slug}/compare/`,
    /** Which clauses changed, and the histories of some of them. */
    clauses: (slug: string) => `${root}${slug}/clauses/`,
    clauseHistory: (slug: string, part: string) => `${root}${slug}/clauses/${part}/`,
    policyArchive: (slug: string) => `${root}${slug}/archive/`,
  };
}

/** Absolute address of a path below the site's root. */
export function absoluteUrl(config: SiteConfig, path: string): string {
  return `${config.url}${config.base}${path}`;
}

/** The file a page is written to, relative to the output folder. */
export function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** The address of `to` as seen from the page at `from`, both paths below the site's root; never begins with `/`. */
export function relativeLink(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared += 1;
  const link = [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
  return link === '' ? './' : link;
}

/** `relativeLink` for a path that begins with `/` (the site's root) and may end in a query and a fragment. */
export function relativeSitePath(from: string, sitePath: string): string {
  const end = sitePath.search(/[?#]/);
  const path = end === -1 ? sitePath : sitePath.slice(0, end);
  return `${relativeLink(from, path.slice(1))}${end === -1 ? '' : sitePath.slice(end)}`;
}
