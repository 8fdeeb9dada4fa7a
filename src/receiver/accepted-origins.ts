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

/** `sites`: absolute addresses, possibly with a path below which the site lies. */
export function acceptOrigins(sites: readonly string[]): AcceptedOrigins {
  const prefixes = sites.map((site) => (site.endsWith('/') ? site : `${site}/`)).map((site) => new URL(site));
  const origins = [...new Set(prefixes.map(({ origin }) => origin))];
  return {
    origins,
    judge({ origin, referer }) {
      if (origins.length === 0) return 'own';
      if (origin !== undefined) return origins.includes(origin) ? 'own' : 'foreign';
      if (referer === undefined || !URL.canParse(referer)) return 'unknown';
      return origins.includes(new URL(referer).origin) ? 'own' : 'foreign';
    },
    destination(wanted, origin) {
      const url = URL.canParse(wanted) ? new URL(wanted) : undefined;
      const isOwn = (prefix: URL) =>
        url?.origin === prefix.origin &&
        url.pathname.startsWith(prefix.pathname) &&
        `${url.username}${url.password}` === '';
      if (url !== undefined && prefixes.some(isOwn)) return url.href;
      const own = prefixes.find((prefix) => prefix.origin === origin) ?? prefixes[0];
      return own === undefined ? undefined : new URL('feedback/thanks/', own).href;
    },
  };
}
