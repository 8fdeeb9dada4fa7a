/** The site goes in; the files that tell static hosts how to serve it come out. */
import { addresses } from '../model/address.ts';
import type { FeedbackConfig, SiteConfig } from '../model/config.ts';
import { FEED_FILE } from '../model/feed.ts';
import { FEEDBACK_SERVICES, inlineOf } from '../model/feedback-services.ts';
import type { OutputFile } from '../model/file.ts';
import { LEDGER_PATH } from '../model/ledger.ts';
import { CALENDAR_PATH, POLICIES_PATH } from '../model/moment-files.ts';
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
 * path, so no two of these set the same header: each carries everything. Only the type of a text or a feed, and who may read it,
 * stand apart. Where there would be too many rules, those for pages name no more of a path than sets it apart from the
 * folders with headers of their own: `/pr*` is `/privacy/*` and `/pricing/*`.
 */
function headersFile(site: Site): string {
  const { base } = site.config;
  const apart = apartRules(site);
  const rulesFor = (patterns: readonly string[]) =>
    joined([...apart, ...patterns.map((pattern): Rule => [pattern, pageHeaders()]), ...contentRules()]);
  const full = rulesFor(pagePatterns(site));
  const rules = full.length > MOST_RULES ? rulesFor(shortened(pagePatterns(site), apart)) : full;
  return rules.map(([path, lines]) => `${base}${path}\n${lines.map((line) => `  ${line}\n`).join('')}`).join('\n');
}

/** One rule for each path: of two, Cloudflare Pages reads the last. */
function joined(rules: readonly Rule[]): Rule[] {
  const byPath = new Map<string, readonly string[]>();
  for (const [path, lines] of rules) byPath.set(path, [...(byPath.get(path) ?? []), ...lines]);
  return [...byPath];
}

/** The folders whose files have other headers than pages: what is named by its content, and the forms. */
function apartRules({ config }: Site): Rule[] {
  const rules: Rule[] = [['assets/*', [...COMMON, cacheFor('31536000, immutable')]]];
  if (config.feedback === undefined) return rules;
  const csp = `Content-Security-Policy: ${contentSecurityPolicy(formSources(config, config.feedback))}`;
  // Services refuse a form whose origin is withheld: the pages with it alone tell it.
  const forms = `${addresses(config, config.languages[0]).feedback}*`;
  return [...rules, [forms, [...documents(), csp, 'Referrer-Policy: strict-origin']]];
}

/** Of everything else: the tree of a language other than the default one lies below one folder. */
function pagePatterns({ config, timelines }: Site): string[] {
  const at = addresses(config, config.languages[0]);
  const others = config.languages.slice(1).map((language) => addresses(config, language).home);
  const policies = timelines.flatMap(({ policy: { slug, config: own } }) => [slug, ...(own.aliases ?? [])]);
  const thanks = config.feedback === undefined ? [] : [at.thanks];
  const folders = [at.archive, at.verify, ...thanks, 'timestamps/', ...others, ...policies.map(at.policy)];
  return [at.home, ...folders.map((folder) => `${folder}*`), ...FILES];
}

/** Outside the folders of pages. */
const FILES = ['404.html', CALENDAR_PATH, POLICIES_PATH, LEDGER_PATH, FEED_FILE];

function shortened(patterns: readonly string[], apart: readonly Rule[]): string[] {
  const isApart = (beginning: string) => apart.some(([path]) => path.startsWith(beginning));
  const beginnings = patterns.map((pattern) => {
    if (pattern === '') return '';
    let length = 1;
    while (isApart(pattern.slice(0, length))) length += 1;
    return `${pattern.slice(0, length)}*`;
  });
  return [...new Set(beginnings)];
}

/** Types that hosts do not tell by a file's name, and that programs of other sites may read what is public anyway. */
function contentRules(): Rule[] {
  const open = 'Access-Control-Allow-Origin: *';
  const text = ['Content-Type: text/markdown; charset=utf-8'];
  const feed = ['Content-Type: application/atom+xml; charset=utf-8', open];
  return [
    [POLICIES_PATH, [open]],
    [LEDGER_PATH, [open]],
    ['timestamps/*', [open, 'Content-Type: application/timestamp-reply']],
    // Of the site and of policies, in any language: a placeholder stands for one folder.
    [FEED_FILE, feed],
    [`:a/${FEED_FILE}`, feed],
    [`:a/:b/${FEED_FILE}`, feed],
    // As it stands and as it was before corrections.
    [':a/:b/text.md', text],
    [':a/:b/:c/text.md', text],
    [':a/:b/:c/:d/text.md', text],
  ];
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
