/** The names of a site's policies go in; the schema of `retired` in policy.yaml comes out. */
import * as z from 'zod';
import type { Language } from '../model/config.ts';
import { type Converted, converted } from './conversion.ts';
import { localText } from './local-text.ts';
import { dayValue } from './moment-value.ts';
import { parseSecureAddress } from './site-address.ts';
import { suggest } from './suggest.ts';

export interface PolicyNames {
  /** Of the site; without them, any may stand. */
  readonly languages: readonly Language[] | undefined;
  /** The policy's own. */
  readonly slug: string;
  /** Of all policies. */
  readonly slugs: readonly string[];
}

const EXAMPLE = '{on: 2027-03-01, reason: The service has ended}';

/** Comes out as model `Retirement`. */
export function retirementSchema({ languages, slug, slugs }: PolicyNames) {
  const others = slugs.filter((other) => other !== slug);
  const successor = converted((text) => readSuccessor(text.trim(), slug, others));
  const successors = z.array(successor).superRefine((names, context) => {
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) === index) continue;
      const params = { hint: 'Delete it here.' };
      context.addIssue({ code: 'custom', path: [index], message: `“${name}” is given twice.`, params });
    }
  });
  return z
    .strictObject({
      on: dayValue.meta({ examples: ['2027-03-01'] }),
      reason: localText(languages).meta({ examples: ['The service has ended'] }),
      replacedBy: z
        .union([successor, successors])
        .transform((value): readonly string[] => (Array.isArray(value) ? value : [value]))
        .meta({ examples: [others[0] ?? 'https://legal.acme.example/terms/'] })
        .default([]),
    })
    .meta({ examples: [EXAMPLE] });
}

/** The slug of another policy, or an https address. */
function readSuccessor(text: string, own: string, others: readonly string[]): Converted<string> {
  if (others.includes(text)) return { value: text };
  if (text === own) {
    const hint = `Write the name of the folder of another policy, or an address that begins with “https://”; or delete it.`;
    return { message: `“${text}” is this policy itself.`, hint };
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) return readAddress(text);
  const folder = text.replace(/^[./]*(policies\/)?|\/$|\.md$/g, '');
  const meant = others.includes(folder) ? folder : suggest(folder, others);
  if (meant === undefined && /[./]/.test(text)) return readAddress(text);
  const hint = meant === undefined ? choices(others) : `Did you mean “${meant}”?`;
  return { message: `“${text}” is not a policy of this site.`, hint };
}

function readAddress(text: string): Converted<string> {
  const address = parseSecureAddress(text, 'https://legal.acme.example/terms/');
  if (!('value' in address)) return address;
  const { protocol, href } = address.value;
  if (protocol === 'https:') return { value: href };
  return {
    message: `“${text}” is not an address that others can open.`,
    hint: 'Write one that begins with “https://”.',
  };
}

function choices(others: readonly string[]): string {
  const address = 'the full address of a page elsewhere, such as “https://legal.acme.example/terms/”';
  if (others.length === 0) return `There is no other policy: write ${address}, or delete it.`;
  return `Write the name of a policy’s folder (${others.join(', ')}), or ${address}.`;
}
