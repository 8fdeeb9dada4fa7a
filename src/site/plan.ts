/** Timelines go in; every page of the site, with its address and its counterparts in other languages, comes out. */
import { addresses } from '../model/address.ts';
import { baselineOf } from '../model/baseline.ts';
import type { Language, SiteConfig } from '../model/config.ts';
import type { Page, Site } from '../model/site.ts';
import { type AsOf, type DatedEdition, standing, type Timeline } from '../model/timeline.ts';

/** A page before its counterparts are known; `key` is the same for one page in all languages. */
interface Draft {
  readonly key: string;
  readonly page: Page extends infer P ? (P extends Page ? Omit<P, 'alternates'> : never) : never;
}

/**
 * The default language has every page; another language has its own index, archive and form, the stable page and archive of
 * each policy that has any text in it, and a page for each edition that has. What changed is shown in each language in which
 * both texts are.
 */
export function plan(config: SiteConfig, timelines: readonly Timeline[], asOf: AsOf): Site {
  const drafts = config.languages.flatMap((language) => [
    ...sitePages(config, language),
    ...timelines.flatMap((timeline) => policyPages({ config, language, timeline })),
  ]);
  const versions = new Map<string, { language: Language; path: string }[]>();
  for (const { key, page } of drafts) {
    const { language, path } = page;
    versions.set(key, [...(versions.get(key) ?? []), { language, path }]);
  }
  const pages = drafts.map(({ key, page }): Page => {
    const alternates = versions.get(key) ?? [];
    // A copy of it would have a hidden class of its own.
    return Object.assign(page, { alternates: alternates.length < 2 ? [] : alternates });
  });
  return { config, asOf, timelines, pages };
}

function sitePages(config: SiteConfig, language: Language): Draft[] {
  const at = addresses(config, language);
  const pages: Draft[] = [
    { key: 'home', page: { kind: 'home', language, path: at.home } },
    { key: 'archive', page: { kind: 'archive', language, path: at.archive } },
    { key: 'verify', page: { kind: 'verify', language, path: at.verify } },
  ];
  if (config.feedback !== undefined) {
    pages.push({ key: 'feedback', page: { kind: 'feedback', language, path: at.feedback } });
    pages.push({ key: 'thanks', page: { kind: 'thanks', language, path: at.thanks } });
  }
  // Static hosts know one page for all missing addresses.
  if (language === config.languages[0])
    pages.push({ key: '404', page: { kind: 'not-found', language, path: '404.html' } });
  return pages;
}

interface PolicyPlace {
  readonly config: SiteConfig;
  readonly language: Language;
  readonly timeline: Timeline;
}

function policyPages(place: PolicyPlace): Draft[] {
  const { config, language, timeline } = place;
  const isDefault = language === config.languages[0];
  const shown = timeline.editions.filter((dated) => isDefault || isIn(language, dated));
  if (shown.length === 0) return [];
  const at = addresses(config, language);
  const policy = timeline.policy.slug;
  return [
    {
      key: policy,
      page: { kind: 'policy', language, path: at.policy(policy), policy, edition: standing(timeline).edition.id },
    },
    { key: `${policy} archive`, page: { kind: 'policy-archive', language, path: at.policyArchive(policy), policy } },
    ...shown.map(({ edition: { id: edition } }): Draft => {
      const path = at.edition(policy, edition);
      return { key: `${policy} ${edition}`, page: { kind: 'edition', language, path, policy, edition } };
    }),
    ...changesPages(place),
    ...comparePages(place),
    ...feedbackPages(place, shown),
  ];
}

/** A page for each edition with one that it replaces. A draft is compared with what was issued; nothing is compared with a draft. */
function changesPages({ config, language, timeline }: PolicyPlace): Draft[] {
  const at = addresses(config, language);
  const { editions, policy } = timeline;
  return editions.flatMap((dated): Draft[] => {
    const newer = dated.edition.id;
    const before = baselineOf(timeline, newer);
    if (before === undefined || !isIn(language, dated) || !isIn(language, before)) return [];
    const key = `${policy.slug} ${newer} changes`;
    const path = at.changes(policy.slug, newer);
    const page = { language, path, policy: policy.slug, older: before.edition.id, newer };
    return [{ key, page: { kind: 'changes', ...page } }];
  });
}

/** What takes all editions with a text in the language, where there are two or more. */
function comparePages({ config, language, timeline: { editions: all, policy } }: PolicyPlace): Draft[] {
  const editions = all.filter((dated) => isIssued(dated) && isIn(language, dated)).map(({ edition }) => edition.id);
  if (editions.length < 2) return [];
  const at = addresses(config, language);
  const shared = { language, policy: policy.slug, editions };
  return [
    { key: `${policy.slug} compare`, page: { ...shared, kind: 'compare', path: at.compare(policy.slug) } },
    { key: `${policy.slug} clauses`, page: { ...shared, kind: 'clauses', path: at.clauses(policy.slug) } },
  ];
}

/** A form for each edition that has a page in the language, or stands at the stable one. */
function feedbackPages({ config, language, timeline }: PolicyPlace, shown: readonly DatedEdition[]): Draft[] {
  if (config.feedback === undefined) return [];
  const { slug: policy } = timeline.policy;
  const at = addresses(config, language);
  return [
    { key: `${policy} feedback`, page: { kind: 'policy-feedback', language, path: at.policyFeedback(policy), policy } },
    ...[...new Set([...shown, standing(timeline)])].map(({ edition: { id: edition } }): Draft => {
      const path = at.editionFeedback(policy, edition);
      return {
        key: `${policy} ${edition} feedback`,
        page: { kind: 'edition-feedback', language, path, policy, edition },
      };
    }),
  ];
}

function isIssued({ edition }: DatedEdition): boolean {
  return edition.declared.kind !== 'draft';
}

function isIn(language: Language, { edition }: Pick<DatedEdition, 'edition'>): boolean {
  return edition.texts.some((text) => text.language === language);
}
