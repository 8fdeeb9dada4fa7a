/** The planned site and its rendered texts go in; a warning for every link of an author that leads to nothing of ours comes out. */
import type { BodyLink } from '../model/clause.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { findPage, indexPages, inLanguage, type PageIndex, splitSitePath } from '../model/page-index.ts';
import { textIn } from '../model/policy.ts';
import type { Facts, TextFacts } from '../model/policy-work.ts';
import type { Page, Site } from '../model/site.ts';
import { editionOf } from '../model/timeline.ts';

/**
 * Warnings, not errors: the text of an edition may be published already, and may not be changed for the sake of a link.
 * A link to a stable page is checked against the edition that stands there at `asOf`.
 */
export function checkLinks(site: Site, facts: Facts, index = indexPages(site)): Diagnostic[] {
  const texts = site.timelines.flatMap(({ editions }) => editions.flatMap(({ edition }) => edition.texts));
  return texts.flatMap(({ path, language }) => {
    const body = facts.get(path);
    if (body === undefined) return [];
    const check = (link: BodyLink) => {
      if (link.target.startsWith('#')) return checkFragment(link, body);
      return link.target.startsWith('/') ? checkPage(link, { site, facts, index, language }) : undefined;
    };
    return body.links.flatMap((link) => check(link) ?? []);
  });
}

/** The outward links of all texts, in order, each with its places: for checking that they still lead somewhere. */
export function outwardLinks(facts: Facts): { readonly url: string; readonly places: readonly Place[] }[] {
  const found = new Map<string, Place[]>();
  for (const { links } of facts.values()) {
    for (const { target, place } of links) {
      if (!/^https?:/i.test(target)) continue;
      const places = found.get(target);
      if (places === undefined) found.set(target, [place]);
      else places.push(place);
    }
  }
  return [...found].map(([url, places]) => ({ url, places }));
}

function checkFragment({ target, place }: BodyLink, body: TextFacts): Diagnostic | undefined {
  const fragment = splitSitePath(`/${target}`).fragment;
  if (fragment === '' || body.anchors.includes(fragment)) return undefined;
  return {
    ruleId: 'link-anchor',
    severity: 'warning',
    place,
    message: `The link "${target}" leads to no place in this text.`,
    hint: hintFor(fragment, body),
  };
}

interface Surroundings {
  readonly site: Site;
  readonly facts: Facts;
  readonly index: PageIndex;
  readonly language: string;
}

function checkPage({ target, place }: BodyLink, surroundings: Surroundings): Diagnostic | undefined {
  const { path, fragment } = splitSitePath(target);
  const found = findPage(surroundings.index, path);
  if (found === undefined) {
    return {
      ruleId: 'link-nowhere',
      severity: 'warning',
      place,
      message: `The link leads to "/${path}", and this site has no such page.`,
      hint: 'Link to a policy (../terms/), to one of its editions (../terms/2020-02-04.md), or give the whole address (https://…).',
    };
  }
  const page = inLanguage(surroundings.index, found, surroundings.language);
  const body = bodyOn(page, surroundings);
  if (fragment === '' || body === undefined || body.anchors.includes(fragment)) return undefined;
  return {
    ruleId: 'link-anchor',
    severity: 'warning',
    place,
    message: `The link leads to "/${path}", where there is no "#${fragment}".`,
    hint: hintFor(fragment, body),
  };
}

function bodyOn(page: Page, { site, facts }: Surroundings): TextFacts | undefined {
  if (page.kind !== 'policy' && page.kind !== 'edition') return undefined;
  const timeline = site.timelines.find(({ policy }) => policy.slug === page.policy);
  if (timeline === undefined) return undefined;
  const { edition } = editionOf(timeline, page.edition);
  const text = textIn(edition, [page.language, timeline.policy.config.authoritative, ...site.config.languages]);
  return facts.get(text.path);
}

/** Names the place that is likely meant: the same letters and digits, written another way. */
function hintFor(fragment: string, { anchors }: TextFacts): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const near = anchors.find((anchor) => plain(anchor) === plain(fragment));
  if (near !== undefined) return `Did you mean "#${near}"?`;
  return 'A clause’s address is its number ("#3.3.2") or its heading in small letters with hyphens ("#your-rights").';
}
