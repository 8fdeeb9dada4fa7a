/** The site goes in; `sitemap.xml` and `robots.txt` come out. */
import { absoluteUrl } from '../model/address.ts';
import type { OutputFile } from '../model/file.ts';
import { isIndexed, type Site } from '../model/site.ts';

/** sitemaps.org protocol 0.9, with the language versions of each page (`xhtml:link`). No dates: a build is not a change. */
export function sitemap(site: Site): OutputFile {
  const entries = site.pages.filter(isIndexed).map((page) => {
    const links = page.alternates.map(
      ({ language, path }) =>
        `    <xhtml:link rel="alternate" hreflang="${escapeXml(language)}" href="${escapeXml(absoluteUrl(site.config, path))}"/>\n`,
    );
    return `  <url>\n    <loc>${escapeXml(absoluteUrl(site.config, page.path))}</loc>\n${links.join('')}  </url>\n`;
  });
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n',
    ...entries,
    '</urlset>\n',
  ].join('');
  return { path: 'sitemap.xml', content };
}

/** RFC 9309. Everything may be read; past editions say `noindex` themselves, which a crawler must be able to read. */
export function robots(site: Site): OutputFile {
  return {
    path: 'robots.txt',
    content: `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(site.config, 'sitemap.xml')}\n`,
  };
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
