/** The site as planned: which pages, at which addresses. Nothing is rendered yet. */
import type { Instant } from './civil-date.ts';
import type { Language, SiteConfig } from './config.ts';
import type { AsOf, Timeline } from './timeline.ts';

interface PageBase {
  readonly language: Language;
  /** Path below the site's root, without a leading slash: `''`, `privacy/`, `ru/privacy/2020-02-04/`, `404.html`. */
  readonly path: string;
  /** The same page in other languages, itself included; empty where there is one language only. */
  readonly alternates: readonly { readonly language: Language; readonly path: string }[];
}

export type Page =
  | (PageBase & { readonly kind: 'home' | 'archive' | 'verify' | 'thanks' | 'not-found' })
  | (PageBase & { readonly kind: 'feedback' })
  /** The stable address: shows the edition that stands (see `standing`). */
  | (PageBase & { readonly kind: 'policy'; readonly policy: string; readonly edition: string })
  | (PageBase & { readonly kind: 'edition'; readonly policy: string; readonly edition: string })
  | (PageBase & { readonly kind: 'policy-archive'; readonly policy: string })
  /** The form for one policy, about none of its editions in particular. */
  | (PageBase & { readonly kind: 'policy-feedback'; readonly policy: string })
  /** The form for one edition. */
  | (PageBase & { readonly kind: 'edition-feedback'; readonly policy: string; readonly edition: string })
  /** What changed from one edition to the next: ids. Both have a text in the page's language. */
  | (PageBase & { readonly kind: 'changes'; readonly policy: string; readonly older: string; readonly newer: string })
  /** Any two editions of a policy; `editions` are the ids of those with a text in the page's language, in order, at least two. */
  | (PageBase & { readonly kind: 'compare'; readonly policy: string; readonly editions: readonly string[] })
  /** Which clauses changed through these editions: those with a text in the page's language, in order, at least two. */
  | (PageBase & { readonly kind: 'clauses'; readonly policy: string; readonly editions: readonly string[] })
  /** What became of some of those clauses. Which such pages there are is known only when texts are compared: they are added then. */
  | (PageBase & { readonly kind: 'clause-history'; readonly policy: string; readonly part: string });

export interface Site {
  readonly config: SiteConfig;
  readonly asOf: AsOf;
  /** In the order of the index. */
  readonly timelines: readonly Timeline[];
  readonly pages: readonly Page[];
}

/** True for pages that a search engine should show: the stable pages and the lists, never a single edition. */
export function isIndexed(page: Page): boolean {
  return page.kind === 'home' || page.kind === 'policy' || page.kind === 'policy-archive' || page.kind === 'archive';
}

/** The next instant after `asOf` at which any page would differ; undefined if nothing is to come. */
export function nextChangeOf({ timelines }: Pick<Site, 'timelines'>): Instant | undefined {
  const instants = timelines.flatMap(({ nextChange }) => nextChange ?? []);
  return instants.length === 0 ? undefined : Math.min(...instants);
}
