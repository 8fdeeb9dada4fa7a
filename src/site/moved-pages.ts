/** The planned site goes in; what leads from the addresses that a policy had under other names to those it has comes out. */
import { absoluteUrl, addresses, fileOf, relativeLink } from '../model/address.ts';
import type { Language } from '../model/config.ts';
import type { OutputFile } from '../model/file.ts';
import { movedPages } from '../model/moved.ts';
import type { Site } from '../model/site.ts';

/** What such a page says: the words before the link, in a language. */
export type MovedWords = (language: Language) => { readonly title: string; readonly leadsTo: string };

/**
 * `_redirects`, as Netlify and Cloudflare Pages read it; and for hosts that do not, a page at each former address that leads on by
 * itself, without a script, and by a link. Nothing, where no policy had another name.
 */
export function movedFiles(site: Site, words: MovedWords): OutputFile[] {
  const { config, pages } = site;
  const moved = Object.entries(movedPages(site));
  if (moved.length === 0) return [];
  const languageOf = new Map(pages.map(({ path, language }) => [path, language]));
  const files = moved.map(([from, to]): OutputFile => {
    const language = languageOf.get(to) ?? config.languages[0];
    return {
      path: fileOf(from),
      content: pageAt({ from, to, url: absoluteUrl(config, to), language, ...words(language) }),
    };
  });
  return [...files, { path: '_redirects', content: redirectsFile(site) }];
}

function redirectsFile({ config, timelines }: Site): string {
  const lines = timelines.flatMap(({ policy }) =>
    config.languages.flatMap((language) =>
      (policy.config.aliases ?? []).flatMap((alias) => {
        const at = addresses(config, language);
        const [from, to] = [`${config.base}${at.policy(alias)}`, `${config.base}${at.policy(policy.slug)}`];
        return [`${from.slice(0, -1)} ${to} 301`, `${from}* ${to}:splat 301`];
      }),
    ),
  );
  return `${lines.join('\n')}\n`;
}

interface MovedPage {
  readonly from: string;
  readonly to: string;
  readonly url: string;
  readonly language: Language;
  readonly title: string;
  readonly leadsTo: string;
}

/** A refresh at once is no change that takes a reader by surprise (WCAG 2.2, technique H76), and no policy of scripts holds it back. */
function pageAt({ from, to, url, language, title, leadsTo }: MovedPage): string {
  const link = escapeHtml(relativeLink(from, to));
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="canonical" href="${escapeHtml(url)}">
<meta name="robots" content="noindex, follow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${link}">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(leadsTo)} <a href="${link}">${escapeHtml(url)}</a></p>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
