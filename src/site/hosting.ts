/** The site goes in; the files that tell static hosts how to serve it come out. */

import { addresses } from '../model/address.ts';
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
    const csp = `Content-Security-Policy: ${contentSecurityPolicy(config.feedback.endpoint)}`;
    // Services refuse a form whose origin is withheld: this page alone tells it.
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

/** Nothing from elsewhere, nothing inline; only the form's page may post, to its endpoint. */
function contentSecurityPolicy(endpoint?: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    endpoint === undefined ? "form-action 'none'" : `form-action 'self' ${new URL(endpoint).origin}`,
  ].join('; ');
}
