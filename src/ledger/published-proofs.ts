/** A published ledger and what policies.json says go in; what must be read of the site to check it comes out. */
import { type Ledger, leftAddresses, type TextEntry } from '../model/ledger.ts';
import type { PoliciesProof } from '../model/policies-document.ts';
import { latestByText, textKey } from './chain.ts';

/** A text and where it must be shown. Addresses are below the root of the site. */
export interface TextProof {
  /** Its latest entries: one, or one from each branch that was merged. */
  readonly entries: readonly [TextEntry, ...TextEntry[]];
  /** Of its canonical text. */
  readonly file: string;
  /** Its own page; and the stable page of its policy, if it is in force. */
  readonly pages: readonly [string, ...string[]];
}

/** In the order of addresses. Texts that have moved to another address are looked for there only. */
export function proofsOf(ledger: Ledger, policies: PoliciesProof['policies']): TextProof[] {
  const inForce = new Set(policies.map(({ slug, inForce: edition }) => `${slug}/${edition}`));
  const left = leftAddresses(ledger);
  return [...latestByText(ledger).values()]
    .filter(([{ address }]) => !left.has(address))
    .map((entries): TextProof => {
      const [{ address, policy, edition }] = entries;
      const stable = address.slice(0, -`${edition}/`.length);
      return {
        entries,
        file: `${address}text.md`,
        pages: inForce.has(`${policy}/${edition}`) ? [address, stable] : [address],
      };
    })
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** A page in a language in which its edition has no text: it must show one that it has. */
export interface StandInProof {
  readonly page: string;
  readonly entries: readonly [TextEntry, ...TextEntry[]];
}

/** The permanent and the stable pages of such editions. */
export function standInsOf(
  ledger: Ledger,
  { policies, site }: Pick<PoliciesProof, 'policies' | 'site'>,
): StandInProof[] {
  const latest = [...latestByText(ledger).values()].map(([entry]) => entry);
  return policies.flatMap(({ slug, inForce, urls: stable, editions }) =>
    editions.flatMap(({ id, titles, urls }): StandInProof[] => {
      const [first, ...others] = latest.filter(({ policy, edition }) => policy === slug && edition === id);
      if (first === undefined) return [];
      const all = [...Object.entries(urls), ...(id === inForce ? Object.entries(stable) : [])];
      return all
        .filter(([language, url]) => titles[language] === undefined && url.startsWith(site.url))
        .map(([, url]) => ({ page: url.slice(site.url.length), entries: [first, ...others] }));
    }),
  );
}

/** Texts that the site has published and the ledger does not know: `privacy 2020-02-04 (en)`. */
export function unsealedTexts(ledger: Ledger, policies: PoliciesProof['policies']): string[] {
  const sealed = latestByText(ledger);
  return policies.flatMap(({ slug, editions }) =>
    editions
      .filter(({ state }) => state !== 'draft' && state !== 'announced')
      .flatMap(({ id, titles }) =>
        Object.keys(titles)
          .filter((language) => !sealed.has(textKey({ policy: slug, edition: id, language })))
          .map((language) => `${slug} ${id} (${language})`),
      ),
  );
}
