/** Policies as they are and as they were go in; the earlier ones under their present names come out. */
import type { Policy } from '../model/policy.ts';

/** Names that policies had before, by their `aliases`, each with the present one; none that a policy has now. */
export function presentNames(policies: readonly Policy[]): ReadonlyMap<string, string> {
  return new Map(
    policies.flatMap(({ slug, config: { aliases = [] } }) => aliases.map((name) => [name, slug] as const)),
  );
}

/** A policy whose folder has a new name since is the one it was. */
export function renamed(earlier: readonly Policy[], names: ReadonlyMap<string, string>): readonly Policy[] {
  return earlier.map((policy) => {
    const slug = names.get(policy.slug);
    return slug === undefined || earlier.some((one) => one.slug === slug) ? policy : { ...policy, slug };
  });
}
