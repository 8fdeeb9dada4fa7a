/** The sealed texts and those that are there go in; every sealed text that is not there comes out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ledger, TextEntry } from '../model/ledger.ts';
import { textKey } from './chain.ts';
import type { LedgerWork, PublishedText } from './published-texts.ts';
import { inWords, nameOfText, publicationOf } from './words.ts';

type Entries = readonly [TextEntry, ...TextEntry[]];

interface Sealed {
  readonly work: LedgerWork;
  readonly ledger: Ledger;
  /** By key. */
  readonly sealed: ReadonlyMap<string, Entries>;
  readonly present: readonly PublishedText[];
}

/** Errors, `ledger-missing`: one for each text, or for a policy of which nothing is left. A text that could not be rendered is not missing. */
export function missingTexts({ work, ledger, sealed, present }: Sealed): Diagnostic[] {
  const { policies, redirects } = work;
  const addresses = new Set(present.map(({ record }) => record.address));
  const there = new Set(
    policies.flatMap(({ slug, editions }) =>
      editions
        .filter(({ declared }) => declared.kind !== 'draft')
        .flatMap(({ id, texts }) => texts.map(({ language }) => textKey({ policy: slug, edition: id, language }))),
    ),
  );
  const gone = [...sealed]
    .filter(([key]) => !there.has(key))
    .filter(([, entries]) => !entries.some(({ address }) => addresses.has(redirects[address] ?? '')))
    .filter(([, entries]) => !isContinued(entries, ledger))
    .map(([, [entry]]) => entry);
  const lost = [...new Set(gone.map(({ policy }) => policy))].filter(
    (slug) => !policies.some((one) => one.slug === slug),
  );
  return [
    ...lost.map((slug) => missingPolicy(slug, gone)),
    ...gone.filter(({ policy }) => !lost.includes(policy)).map((entry) => missingText(entry, work)),
  ];
}

/** True if an entry under another name goes on from these. */
function isContinued(entries: Entries, ledger: Ledger): boolean {
  return ledger.entries.some((entry) => {
    if (entry.kind !== 'address-changed' || textKey(entry) === textKey(entries[0])) return false;
    return entries.some(({ address }) => entry.formerly === address);
  });
}

function missingPolicy(slug: string, gone: readonly TextEntry[]): Diagnostic {
  const editions = [...new Set(gone.filter(({ policy }) => policy === slug).map(({ edition }) => edition))].sort();
  return {
    ruleId: 'ledger-missing',
    severity: 'error',
    place: { path: `policies/${slug}` },
    message: `The policy “${slug}” was published (${inWords(editions)}), and its folder is gone.`,
    hint: `Put the folder back; or, if it has a new name, write “aliases: [${slug}]” in its policy.yaml. A policy that has ended stays, with “retired” there.`,
  };
}

function missingText(entry: TextEntry, { policies, config }: LedgerWork): Diagnostic {
  const { policy, edition, language } = entry;
  const name = nameOfText(entry, config.languages.length > 1);
  const found = policies.find(({ slug }) => slug === policy)?.editions.find(({ id }) => id === edition);
  const draft = found?.declared.kind === 'draft' ? found : undefined;
  const text = draft?.texts.find((one) => one.language === language);
  const suffix = language === config.languages[0] ? '' : `.${language.toLowerCase()}`;
  const place = text?.keyPlaces.status ?? { path: text?.path ?? `policies/${policy}/${edition}${suffix}.md` };
  const problem = { ruleId: 'ledger-missing', severity: 'error' as const, place };
  if (draft !== undefined) {
    const hint = 'Delete “status: draft”. An edition that must no longer apply is withdrawn: “status: withdrawn”.';
    return { ...problem, message: `${name} ${publicationOf(entry)}. It is now called a draft.`, hint };
  }
  const hint =
    'Put the file back under its old name. An edition that must no longer apply stays too, with “status: withdrawn”.';
  return { ...problem, message: `${name} ${publicationOf(entry)}. Its file is gone.`, hint };
}
