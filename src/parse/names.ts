/** The names of folders and files go in; those that cannot become addresses, with a name that can, come out. */
import type { Language } from '../model/config.ts';
import type { Words } from './reading.ts';

/** What else a name must not be. */
interface NameUse {
  /** What the name is of: `folder`. */
  readonly what: string;
  /** There is nothing of that name yet: somebody asks for it. */
  readonly isWish?: boolean | undefined;
  /** Names that the site itself uses at the same level. */
  readonly taken: readonly string[];
  /** The other names beside it, its own among them. */
  readonly siblings: readonly string[];
}

/** Addresses of our own beside the policies. */
const SITE_NAMES = [
  ...[
    'archive',
    'feedback',
    'thanks',
    'assets',
    'verify',
    'timestamps',
    '404.html',
    'index.html',
    'robots.txt',
    'sitemap.xml',
  ],
  ...['policies.json', 'ledger.json', 'feed.xml', 'changes.ics'],
];
/** Addresses of our own beside the editions of a policy. */
const POLICY_NAMES = ['archive', 'clauses', 'compare', 'changes', 'feedback', 'feed.xml', 'index.html'];

const WINDOWS_DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export interface PolicyNameUse {
  /** Of the site: the tree of a language lies beside the policies. */
  readonly languages: readonly Language[];
  /** The slugs of all policies. */
  readonly siblings: readonly string[];
  /** There is no such folder yet: somebody asks for it. */
  readonly isWish?: boolean;
}

/** What is wrong with the name of a policy's folder, if anything. */
export function policyNameProblem(slug: string, use: PolicyNameUse): Words | undefined {
  const { languages, siblings, isWish } = use;
  const taken = [...SITE_NAMES, ...languages.map((language) => language.toLowerCase())];
  return nameProblem(slug, { what: isWish === true ? 'policy' : 'folder', taken, siblings, isWish });
}

/** What is wrong with an edition's id, if anything; `siblings` are the ids of the policy. */
export function editionNameProblem(
  id: string,
  use: { readonly siblings: readonly string[]; readonly isWish?: boolean },
): Words | undefined {
  return nameProblem(id, { what: 'edition', taken: POLICY_NAMES, ...use });
}

function nameProblem(name: string, { what, taken, siblings, isWish = false }: NameUse): Words | undefined {
  const called = isWish ? `You named the ${what} “${name}”` : `The ${what} is called “${name}”`;
  const rename = isWish ? 'Name it' : 'Rename it';
  if (WINDOWS_DEVICES.test(name)) {
    const message = `${called}, a name that Windows keeps for a device: the site could not be stored there.`;
    return { message, hint: 'Choose another name.' };
  }
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name) || name.endsWith('.')) {
    const latin = latinName(name);
    const cure = latin === undefined || taken.includes(latin) ? undefined : latin;
    if (cure !== undefined && siblings.includes(cure) && !isWish) {
      const message = `${called}, and another one “${cure}”: as parts of an address both would be the same.`;
      return { message, hint: 'Delete one of them, or give it another name.' };
    }
    return {
      message: `${called}; its name becomes part of an address, so only small Latin letters, digits, hyphens and full stops can be in it, and it begins with a letter or digit and does not end with a full stop.`,
      hint:
        cure === undefined
          ? `${rename}, for example ${isWish ? '' : 'to '}“privacy” or “2026-03-01”.`
          : `${rename}${isWish ? '' : ' to'} “${cure}”.`,
    };
  }
  if (!taken.includes(name)) return undefined;
  return {
    message: `${called}, which is the address of another page of the site.`,
    hint: 'Choose another name.',
  };
}

/** `name` as it would be allowed; undefined if too little of it would be left. */
function latinName(name: string): string | undefined {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const latin = plain.replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  const isEnough = latin.replace(/[-.]/g, '').length * 2 >= name.length;
  return isEnough && !WINDOWS_DEVICES.test(latin) ? latin : undefined;
}
