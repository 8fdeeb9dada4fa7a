/** The links of a tree go in; they come out safe and relative to the site's root. What a link may not say is here too. */
import type { Element, Root } from 'hast';
import { SCHEMES } from './allowed-html.ts';
import type { Problem } from './problems.ts';
import { visit } from './visit.ts';

/** Base for resolving; `.invalid` never exists (RFC 2606). */
const NOWHERE = 'https://site.invalid';

/** A link of the author: to one of our own pages, within the text, or outward. */
export interface SettledLink {
  readonly target: string;
  readonly position: Element['position'];
}

/**
 * Links to our own pages become site paths (`/terms/`), resolved from the policy's folder as the author sees it on disk.
 * Outward links pass nothing on. Links that `problemOf` objects to must have been reported before.
 * Returns the author's links, with their settled targets.
 */
export function settleLinks(tree: Root, policy: string): SettledLink[] {
  const links: SettledLink[] = [];
  const ids = new Set<unknown>();
  visit(tree, 'element', (element) => {
    if (element.tagName === 'a') nameToId(element);
    // An author's: our own are given out once. A browser goes to the first.
    if (ids.has(element.properties.id)) delete element.properties.id;
    else if (element.properties.id !== undefined) ids.add(element.properties.id);
    if (element.tagName !== 'a') return;
    const { href } = element.properties;
    if (typeof href !== 'string') return;
    if (isOutward(href)) element.properties.rel = ['noreferrer', 'noopener', 'external'];
    const target = hasScheme(href) || href.startsWith('#') ? href : sitePath(href, policy);
    element.properties.href = target;
    // What rendering itself linked is right, and has no place in the source.
    if (element.position !== undefined) links.push({ target, position: element.position });
  });
  return links;
}

/** Parameters by which advertisers follow people from page to page. */
const TRACKING = /^(?:utm_\w+|gclid|dclid|gbraid|wbraid|yclid|ysclid|fbclid|msclkid|mc_eid|igshid|_openstat)$/i;

/** A warning for an outward link that tells its target more than where to go. */
export function trackingProblem(href: string): Problem | undefined {
  if (!isOutward(href) || !URL.canParse(href)) return undefined;
  const names = [...new URL(href).searchParams.keys()].filter((name) => TRACKING.test(name));
  if (names.length === 0) return undefined;
  return {
    ruleId: 'link-tracking',
    severity: 'warning',
    message: `This link carries a parameter that follows the reader: ${names.join(', ')}.`,
    hint: `Remove it from the address: everything of the form ${names[0]}=….`,
  };
}

/** What is wrong with a link's target, in whatever syntax it is written. */
export function problemOf(href: string): Problem | undefined {
  // Browsers take a backslash for a slash, and pass over blanks in front.
  const plain = href.trimStart().replaceAll('\\', '/');
  if (plain.startsWith('//')) {
    return {
      ruleId: 'link-scheme',
      message: `The link "${href}" does not say how to reach the address.`,
      hint: `Write https:${plain}.`,
    };
  }
  const scheme = schemeOf(href);
  if (scheme !== undefined && !SCHEMES.includes(scheme)) {
    return {
      ruleId: 'link-scheme',
      message: `A link may not begin with "${scheme}:".`,
      hint: 'Link to a web page (https://…), an e-mail address (mailto:…), a telephone number (tel:…), or a page of this site (../terms/).',
    };
  }
  // In Markdown a backslash is written out as `%5C`, which no host has.
  if (isOutward(href) && !URL.canParse(href.replaceAll('\\', '%5C'))) {
    return {
      ruleId: 'link-address',
      message: `"${href}" is not an address that a browser can open.`,
      hint: 'Write the whole address as it stands in the address bar of a browser.',
    };
  }
  return undefined;
}

function schemeOf(href: string): string | undefined {
  // Browsers ignore control characters and blanks in front of and inside a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
}

function hasScheme(href: string): boolean {
  return schemeOf(href) !== undefined;
}

function isOutward(href: string): boolean {
  return /^https?:/i.test(href);
}

function sitePath(href: string, policy: string): string {
  const { pathname, search, hash } = new URL(href, `${NOWHERE}/${policy}/`);
  return `${pathname}${search}${hash}`;
}

/** `<a name>` is the old way to write an anchor. */
function nameToId(element: Element): void {
  const { name, id } = element.properties;
  if (typeof name !== 'string') return;
  if (id === undefined) element.properties.id = name;
  delete element.properties.name;
}
