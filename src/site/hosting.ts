/** The site goes in; the files that tell static hosts how to serve it come out. */
import { addresses } from '../model/address.ts';
import type { FeedbackConfig, SiteConfig } from '../model/config.ts';
import { FEED_FILE } from '../model/feed.ts';
import { FEEDBACK_SERVICES, inlineOf } from '../model/feedback-services.ts';
import type { OutputFile } from '../model/file.ts';
import { LEDGER_PATH } from '../model/ledger.ts';
import { POLICIES_PATH } from '../model/policies-document.ts';
import type { Site } from '../model/site.ts';

/** `.nojekyll` keeps GitHub Pages from leaving out names that begin with an underscore. */
export function hostingFiles(site: Site): OutputFile[] {
  return [
    { path: '_headers', content: headersFile(site) },
    { path: '.nojekyll', content: '' },
  ];
}

/** Cloudflare Pages reads this many rules and leaves out the rest without a word. */
const MOST_RULES = 100;

type Rule = readonly [path: string, lines: readonly string[]];

/**
 * Headers in the form that Netlify and Cloudflare Pages read. Hosts differ in what they do when two rules match one
 * path, so no two of these set the same header: each carries everything. Only the type of a text or a feed, and who may read it, stand
 * apart. A site with so many policies and languages that there would be too many rules gets one for all pages.
 */
function headersFile(site: Site): string {
  const each = [...pageRules(site), ...fileRules(site, pageHeaders())];
  const rules = each.length > MOST_RULES ? [ruleForAll(site), ...fileRules(site, [])] : each;
  return rules.map(([path, lines]) => `${path}\n${lines.map((line) => `  ${line}\n`).join('')}`).join('\n');
}

function pageRules({ config, timelines }: Site): Rule[] {
  const rules: Rule[] = [[`${config.base}assets/*`, [...COMMON, cacheFor('31536000, immutable')]]];
  for (const language of config.languages) {
    const at = addresses(config, language);
    const policies = timelines.flatMap(({ policy: { slug, config: own } }) =>
      [slug, ...(own.aliases ?? [])].map((name) => `${at.policy(name)}*`),
    );
    for (const path of [at.home, `${at.archive}*`, `${at.verify}*`, ...policies])
      rules.push([`${config.base}${path}`, pageHeaders()]);
    if (config.feedback === undefined) continue;
    const csp = `Content-Security-Policy: ${contentSecurityPolicy(formSources(config, config.feedback))}`;
    // Services refuse a form whose origin is withheld: the pages with it alone tell it.
    rules.push([`${config.base}${at.feedback}*`, [...documents(), csp, 'Referrer-Policy: strict-origin']]);
  }
  return rules;
}

/** All pages may post to where the form leads, and what is named by its content is asked for again; each page itself says what it tells of referrers. */
function ruleForAll({ config }: Site): Rule {
  const form = config.feedback === undefined ? undefined : formSources(config, config.feedback);
  const csp = `Content-Security-Policy: ${contentSecurityPolicy(form)}`;
  return [`${config.base}*`, [...documents(), csp, 'Referrer-Policy: no-referrer']];
}

/** Files outside the folders of pages get the headers of `page` here; types are given that hosts do not tell by a file's name. */
function fileRules({ config }: Site, page: readonly string[]): Rule[] {
  // Programs of other sites may read what is public anyway.
  const open = [...page, 'Access-Control-Allow-Origin: *'];
  const text = ['Content-Type: text/markdown; charset=utf-8'];
  const feed = ['Content-Type: application/atom+xml; charset=utf-8', 'Access-Control-Allow-Origin: *'];
  const trees = config.languages.slice(1).map((language) => addresses(config, language).home);
  const rules: Rule[] = [
    ['404.html', page],
    ['changes.ics', page],
    [POLICIES_PATH, open],
    [LEDGER_PATH, open],
    ['timestamps/*', [...open, 'Content-Type: application/timestamp-reply']],
    [FEED_FILE, [...page, ...feed]],
    ...trees.map((tree): Rule => [`${tree}${FEED_FILE}`, page]),
    // Stands for the feed of all policies in another language, too.
    [`:folder/${FEED_FILE}`, feed],
    ...trees.map((tree): Rule => [`${tree}:policy/${FEED_FILE}`, feed]),
    ...['', ...trees].flatMap((tree): Rule[] => [
      [`${tree}:policy/:edition/text.md`, text],
      [`${tree}:policy/:edition/original/text.md`, text],
    ]),
  ];
  return rules.filter(([, lines]) => lines.length > 0).map(([path, lines]) => [`${config.base}${path}`, lines]);
}

function documents(): string[] {
  return [...COMMON, cacheFor('300, must-revalidate')];
}

function pageHeaders(): string[] {
  return [...documents(), `Content-Security-Policy: ${contentSecurityPolicy()}`, 'Referrer-Policy: no-referrer'];
}

const COMMON: readonly string[] = [
  'X-Content-Type-Options: nosniff',
  'Permissions-Policy: camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy: same-origin',
];

/** `no-transform`: a CDN that rewrites addresses or scripts would change what was published. */
function cacheFor(age: string): string {
  return `Cache-Control: public, max-age=${age}, no-transform`;
}

/** Where pages may post, and what their scripts may ask, as sources of a Content-Security-Policy (level 3). */
interface FormSources {
  readonly post: readonly string[];
  readonly ask: readonly string[];
}

/**
 * A browser also holds back the redirect that follows a post if it leads elsewhere: the message would be stored, and its sender
 * shown an error. So the site's own origin and all that the endpoint leads through are named.
 */
function formSources({ url }: SiteConfig, feedback: FeedbackConfig): FormSources {
  const { kind, endpoint, redirects = [] } = feedback;
  if (FEEDBACK_SERVICES[kind].target.kind === 'mailbox') return { post: [], ask: [] };
  const own = endpoint === '' ? [] : [new URL(endpoint).origin];
  return {
    post: [...new Set(["'self'", ...own, url, ...redirects])],
    ask: inlineOf(feedback) === undefined ? [] : own,
  };
}

/** Nothing from elsewhere, nothing inline; only the form's pages may post, to its endpoint. */
function contentSecurityPolicy({ post, ask }: FormSources = { post: [], ask: [] }): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    ["connect-src 'self'", ...ask].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${post.length === 0 ? "'none'" : post.join(' ')}`,
  ].join('; ');
}
