/** The archive page of a policy goes in, with the editions that are known; editions that it leads to and nobody knows, or that it leaves out, come out. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Ledger, leftAddresses, type TextEntry } from '../model/ledger.ts';
import type { PoliciesProof } from '../model/policies-document.ts';
import { latestByText } from './chain.ts';

/** An archive page, and what it must lead to. Addresses are below the root of the site. */
export interface ListProof {
  readonly page: string;
  /** Of the policy's pages in the language of the page: `ru/privacy/`. */
  readonly tree: string;
  /** Ids of editions that may stand there; and of those that must, because they are sealed in this language. */
  readonly known: ReadonlySet<string>;
  readonly sealed: ReadonlySet<string>;
}

/** Addresses of our own beside those of editions. */
const NO_EDITIONS = new Set(['archive', 'compare', 'changes', 'feedback']);

const ORIGIN = 'https://site.invalid/';

/** For each policy in each of its languages. */
export function listsOf(ledger: Ledger, { policies, site }: Pick<PoliciesProof, 'policies' | 'site'>): ListProof[] {
  const latest = [...latestByText(ledger).values()].map(([entry]) => entry);
  const left = leftAddresses(ledger);
  return policies.flatMap(({ urls, editions }) =>
    Object.values(urls)
      .filter((url) => url.startsWith(site.url))
      .map((url): ListProof => {
        const tree = url.slice(site.url.length);
        const isIn = ({ address, edition }: TextEntry) => address === `${tree}${edition}/` && !left.has(address);
        return {
          page: `${tree}archive/`,
          tree,
          known: new Set(editions.map(({ id }) => id)),
          sealed: new Set(latest.filter(isIn).map(({ edition }) => edition)),
        };
      }),
  );
}

/** Errors, `verify-list`. */
export function verifyList(page: Root, proof: ListProof): Diagnostic[] {
  const listed = editionsIn(page, proof);
  const strange = [...listed].filter((id) => !proof.known.has(id) && !proof.sealed.has(id));
  const missing = [...proof.sealed].filter((id) => !listed.has(id));
  return [
    ...strange.map((id) =>
      problem(
        `The page /${proof.page} leads to an edition ${id}, of which neither ledger.json nor policies.json knows.`,
      ),
    ),
    ...missing.map((id) => problem(`The page /${proof.page} does not lead to the edition ${id}, which was published.`)),
  ];
}

function editionsIn(page: Root, proof: ListProof): Set<string> {
  const found = new Set<string>();
  visit(page, 'element', ({ tagName, properties: { href } }) => {
    if (tagName !== 'a' || !URL.canParse(String(href), `${ORIGIN}${proof.page}`)) return;
    const target = new URL(String(href), `${ORIGIN}${proof.page}`).href.slice(ORIGIN.length).replace(/[?#].*$/, '');
    const id = target.startsWith(proof.tree) ? target.slice(proof.tree.length) : '';
    const [, name = ''] = /^([^/]+)\/(?:index\.html)?$/.exec(id) ?? [];
    if (name !== '' && !NO_EDITIONS.has(name)) found.add(name);
  });
  return found;
}

function problem(message: string): Diagnostic {
  const hint = 'Publish the site anew from its sources; and find out who or what changed the page.';
  return { ruleId: 'verify-list', severity: 'error', message, hint };
}
