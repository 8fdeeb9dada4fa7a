/** Policies that had other names go in; every address that leads on, and to where, comes out. */
import { addresses } from './address.ts';
import type { SiteConfig } from './config.ts';
import type { Policy } from './policy.ts';
import type { Site } from './site.ts';

/** Addresses of pages by which a policy was known under other names, each with the one it leads to; all below the root of the site. */
export type Moved = Readonly<Record<string, string>>;

/** Of the pages of single editions: by these a ledger knows that a text is the one it was. */
export function movedEditions(policies: readonly Policy[], config: SiteConfig): Moved {
  return Object.fromEntries(
    policies.flatMap(({ slug, config: { aliases = [] }, editions }) =>
      config.languages.flatMap((language) =>
        aliases.flatMap((alias) =>
          editions.map(({ id }) => {
            const at = addresses(config, language);
            return [at.edition(alias, id), at.edition(slug, id)] as const;
          }),
        ),
      ),
    ),
  );
}

/** Of all pages that a policy has. */
export function movedPages({ config, timelines, pages }: Site): Moved {
  const aliasesOf = new Map(timelines.map(({ policy }) => [policy.slug, policy.config.aliases ?? []]));
  return Object.fromEntries(
    pages.flatMap((page) => {
      if (!('policy' in page)) return [];
      const own = addresses(config, page.language).policy(page.policy);
      if (!page.path.startsWith(own)) return [];
      return (aliasesOf.get(page.policy) ?? []).map(
        (alias) => [addresses(config, page.language).policy(alias) + page.path.slice(own.length), page.path] as const,
      );
    }),
  );
}
