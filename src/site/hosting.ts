/** The site goes in; the files that tell static hosts how to serve it come out. */

import { addresses } from '../model/address.ts';
import type { FeedbackConfig, SiteConfig } from '../model/config.ts';
import { FEEDBACK_SERVICES, inlineOf } from '../model/feedback-services.ts';
import type { OutputFile } from '../model/file.ts';
import type { Site } from '../model/site.ts';

/** `.nojekyll` keeps GitHub Pages from leaving out names that begin with an underscore. */
export function hostingFiles(site: Site): OutputFile[] {
  return [
    { path: '_headers', content: headersFile(site) },
    { path: '.nojekyll', content: '' },
  ];
}

/**
 * Headers in the form that Netlify and Cloudflare Pages read. Hosts differ in what they do when two rules match one
 * path, so no two of these do: each carries everything. The one exception adds nothing but the type of a text as a file, which is no
 * page and needs none of the rest.
 */
function headersFile(site: Site): string {
  const { config, timelines } = site;
  const rules: [path: string, lines: string[]][] = [
    [`${config.base}assets/*`, [...COMMON, cacheFor('31536000, immutable')]],
  ];
  const documents = [...COMMON, cacheFor('300, must-revalidate')];
  const page = [...documents, `Content-Security-Policy: ${contentSecurityPolicy()}`, 'Referrer-Policy: no-referrer'];
  for (const language of config.languages) {
    const at = addresses(config, language);
    const paths = [at.home, `${at.archive}*`, ...timelines.map(({ policy }) => `${at.policy(policy.slug)}*`)];
    for (const path of paths) rules.push([`${config.base}${path}`, page]);
    if (config.feedback === undefined) continue;
    const csp = `Content-Security-Policy: ${contentSecurityPolicy(formSources(config, config.feedback))}`;
    // Services refuse a form whose origin is withheld: the pages with it alone tell it.
    rules.push([`${config.base}${at.feedback}*`, [...documents, csp, 'Referrer-Policy: strict-origin']]);
  }
  rules.push([`${config.base}404.html`, page]);
  rules.push([`${config.base}changes.ics`, page]);
  // Programs of other sites may read what is public anyway.
  rules.push([`${config.base}policies.json`, [...page, 'Access-Control-Allow-Origin: *']]);
  for (const language of config.languages) {
    const at = addresses(config, language);
    for (const { policy } of timelines) {
      rules.push([`${config.base}${at.text(policy.slug, ':edition')}`, ['Content-Type: text/markdown; charset=utf-8']]);
    }
  }
  return rules.map(([path, lines]) => `${path}\n${lines.map((line) => `  ${line}\n`).join('')}`).join('\n');
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
