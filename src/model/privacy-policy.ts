/** The names of a site's policies go in; the one that says how messages are treated comes out. */

/** The policy called `privacy`, or the first whose name begins or ends so. */
export function privacyPolicy(slugs: readonly string[]): string | undefined {
  return slugs.find((slug) => slug === 'privacy') ?? slugs.find((slug) => /^privacy-|-privacy$/.test(slug));
}
