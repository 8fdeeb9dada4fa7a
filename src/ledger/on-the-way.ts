/** A page that was published goes in; the signs that its host or a network on the way has changed it come out. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Diagnostic } from '../model/diagnostic.ts';

interface Sign {
  readonly isIn: (element: Element) => boolean;
  /** What was done, and how it is stopped. */
  readonly done: string;
  readonly cure: string;
}

const addressOf = ({ properties: { src, href } }: Element) => String(src ?? href ?? '');

const SIGNS: readonly Sign[] = [
  {
    isIn: (element) => /\/cdn-cgi\/l\/email-protection/.test(addressOf(element)) || 'dataCfemail' in element.properties,
    done: 'E-mail addresses were replaced by Cloudflare’s “Email Address Obfuscation”: readers without JavaScript do not see them',
    cure: 'Turn it off at Cloudflare (Security settings, Scrape Shield), and see that “Cache-Control: no-transform” of the file _headers reaches the host.',
  },
  {
    isIn: (element) =>
      /rocket-?loader/.test(addressOf(element)) || /text\/rocketscript/.test(String(element.properties.type)),
    done: 'Scripts were replaced by Cloudflare’s “Rocket Loader”',
    cure: 'Turn it off at Cloudflare (Speed, Optimization).',
  },
  {
    isIn: (element) => /static\.cloudflareinsights\.com/.test(addressOf(element)),
    done: 'Cloudflare has put its “Web Analytics” into the page',
    cure: 'Turn off the automatic setup of Web Analytics at Cloudflare for this site.',
  },
  {
    isIn: (element) =>
      /\/cdn-cgi\//.test(addressOf(element)) && !/email-protection|rocket-?loader/.test(addressOf(element)),
    done: 'Cloudflare has put a script of its own into the page',
    cure: 'Turn off what changes pages at Cloudflare: Speed, Optimization; Security, Bots; Scrape Shield.',
  },
  {
    isIn: (element) => /\/(mod_)?pagespeed[/_.]|\.pagespeed\./.test(addressOf(element)),
    done: 'The page was rewritten by PageSpeed',
    cure: 'Turn the PageSpeed module of the web server off for this site.',
  },
];

/** Elements that load what their address names. */
const LOADING = new Set(['script', 'img', 'iframe', 'object', 'embed', 'source', 'video', 'audio', 'track', 'input']);
const LOADING_LINKS = new Set(['stylesheet', 'icon', 'preload', 'modulepreload', 'prefetch', 'preconnect', 'manifest']);

/** Errors, `verify-page-rewritten`, `verify-page-covered`; warnings, `verify-page-foreign`. `name` names the page in messages. */
export function foundOnTheWay(page: Root, name: string): Diagnostic[] {
  const signs = new Set<Sign>();
  const foreign = new Set<string>();
  const covering = new Set<string>();
  visit(page, 'element', (element) => {
    const cover = coveringIn(element);
    if (cover !== undefined) covering.add(cover);
    const known = SIGNS.filter(({ isIn }) => isIn(element));
    for (const sign of known) signs.add(sign);
    const loaded = known.length === 0 && cover === undefined ? foreignIn(element) : undefined;
    if (loaded !== undefined) foreign.add(loaded);
  });
  return [
    ...[...signs].map(({ done, cure }): Diagnostic => {
      return {
        ruleId: 'verify-page-rewritten',
        severity: 'error',
        message: `${name} was rewritten. ${done}.`,
        hint: cure,
      };
    }),
    ...[...covering].map((cover): Diagnostic => {
      const message = `${name} ${cover}, so that readers may see something else than its text.`;
      const hint =
        'Pages made by Promulgate have nothing of the kind. See who or what put it there, and publish the site anew.';
      return { ruleId: 'verify-page-covered', severity: 'error', message, hint };
    }),
    ...[...foreign].map((loaded): Diagnostic => {
      const message = `${name} ${loaded}, which pages made by Promulgate do not.`;
      const hint = 'If your own templates do so, all is well. If not, see who or what put it there.';
      return { ruleId: 'verify-page-foreign', severity: 'warning', message, hint };
    }),
  ];
}

const FRAMES = new Set(['iframe', 'frame', 'frameset', 'object', 'embed', 'portal', 'fencedframe']);

/** What takes the reader elsewhere, or shows another page in this one. */
function coveringIn({ tagName, properties }: Element): string | undefined {
  if (FRAMES.has(tagName)) return `shows another page in a part of it (${tagName})`;
  if (tagName === 'base') return 'sends all its links elsewhere (base)';
  const isRefresh = /^refresh$/i.test([properties.httpEquiv ?? ''].flat().join());
  return tagName === 'meta' && isRefresh ? 'sends its readers on by itself (refresh)' : undefined;
}

function foreignIn(element: Element): string | undefined {
  const { tagName, properties } = element;
  const handler = Object.keys(properties).find((key) => /^on[A-Z]/.test(key));
  if (handler !== undefined) return `runs a script within an element (${handler.toLowerCase()})`;
  if (tagName === 'style' || properties.style !== undefined) return 'has a style that stands in the page itself';
  if (tagName === 'script' && properties.src === undefined && !/json/.test(String(properties.type)))
    return 'runs a script that stands in the page itself';
  const isLink = tagName === 'link' && [properties.rel].flat().some((rel) => LOADING_LINKS.has(String(rel)));
  const target = String(properties.src ?? (isLink ? properties.href : properties.data) ?? '');
  if (!isLink && !LOADING.has(tagName)) return undefined;
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/|^(?:data|blob|javascript):/i.test(target)
    ? `loads ${target.slice(0, 200)}`
    : undefined;
}
