/** The addresses of the sites that may send go in; what a request says of where it comes from is judged by them. */

/** `unknown`: the request does not say. `foreign`: another site. */
export type Standing = 'own' | 'unknown' | 'foreign';

export interface AcceptedOrigins {
  /** Origins alone (RFC 6454). */
  readonly origins: readonly string[];
  /** Judges by `Origin`, else by `Referer`. Everything is `own` if no site was named. */
  judge(headers: { readonly origin: string | undefined; readonly referer: string | undefined }): Standing;
  /** Where to lead the visitor: `wanted` if it lies on a named site, else the thanks page of the one that sent. Undefined without one. */
  destination(wanted: string, origin: string | undefined): string | undefined;
}

/**
 * `sites`: absolute addresses, possibly with a path below which the site lies. `published`: the address of the site that
 * they are copies of; its pages are sought in the copy.
 */
export function acceptOrigins(sites: readonly string[], published?: string): AcceptedOrigins {
  const prefixes = sites.map((site) => new URL(withSlash(site)));
  const original = published === undefined ? undefined : new URL(withSlash(published)).href;
  const origins = [...new Set(prefixes.map(({ origin }) => origin))];
  return {
    origins,
    judge({ origin, referer }) {
      if (origins.length === 0) return 'own';
      // Browsers that hide where they are say `null` (RFC 6454, section 7.3): no reason to turn a person away.
      if (origin === 'null') return 'unknown';
      if (origin !== undefined) return origins.includes(origin) ? 'own' : 'foreign';
      if (referer === undefined || !URL.canParse(referer)) return 'unknown';
      return origins.includes(new URL(referer).origin) ? 'own' : 'foreign';
    },
    destination(wanted, origin) {
      const own = prefixes.find((prefix) => prefix.origin === origin) ?? prefixes[0];
      const url = copyOf(URL.canParse(wanted) ? new URL(wanted) : undefined, { original, copy: own });
      const isOwn = (prefix: URL) =>
        url?.origin === prefix.origin &&
        url.pathname.startsWith(prefix.pathname) &&
        `${url.username}${url.password}` === '';
      if (url !== undefined && prefixes.some(isOwn)) return url.href;
      return own === undefined ? undefined : new URL('thanks/', own).href;
    },
  };
}

function copyOf(url: URL | undefined, { original, copy }: { original: string | undefined; copy: URL | undefined }) {
  if (url === undefined || original === undefined || copy === undefined || !url.href.startsWith(original)) return url;
  return new URL(`./${url.href.slice(original.length)}`, copy);
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
