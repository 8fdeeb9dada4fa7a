/** The names of a site's policies go in; the schema of `aliases` in policy.yaml comes out. */
import * as z from 'zod';
import { converted } from './conversion.ts';
import { policyNameProblem } from './names.ts';
import type { PolicyNames } from './retirement-schema.ts';

/** Names of folders that the policy had before, each once; none of another policy. */
export function aliasesSchema({ languages = [], slugs }: PolicyNames) {
  const alias = converted((text) => {
    if (slugs.includes(text)) {
      return {
        message: `“${text}” is the folder of a policy of this site.`,
        hint: 'Name a folder that is there no more.',
      };
    }
    if (policyNameProblem(text, { languages, siblings: slugs }) === undefined) return { value: text };
    return { message: `“${text}” cannot have been the address of a policy of this site.`, hint: 'Delete it.' };
  });
  return z
    .union([alias, z.array(alias)])
    .transform((value): readonly string[] => [...new Set(Array.isArray(value) ? value : [value])])
    .meta({ examples: ['[privacy-policy]'] });
}
