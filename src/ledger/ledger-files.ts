/** The planned site and its ledger go in; the files by which anyone can check what was published come out. */
import { addresses } from '../model/address.ts';
import type { OutputFile } from '../model/file.ts';
import { LEDGER_PATH, type Ledger } from '../model/ledger.ts';
import type { EditionText } from '../model/policy.ts';
import { sha256 } from '../model/sha256.ts';
import type { Site } from '../model/site.ts';
import { canonicalText } from './canonical-text.ts';
import { headOf } from './chain.ts';
import { type FormerText, formerTexts } from './former-texts.ts';
import { ledgerJson } from './ledger-json.ts';

export interface LedgerFiles {
  /** `text.md` beside the page of every text, and its like for what was corrected. */
  readonly files: readonly OutputFile[];
  /** The SHA-256 of each `text.md`, by the path of the text's source. */
  readonly texts: ReadonlyMap<string, string>;
  /** The SHA-256 of each text as it was before it was corrected, by the path of its source; it is published too. */
  readonly originals: ReadonlyMap<string, string>;
  /** What changed texts were before, the latest corrections still to come. */
  readonly former: readonly ChangedFrom[];
  /** The digest that stands for the whole ledger; absent if there is none. */
  readonly head?: string;
}

/** The ledger as a file. */
export function ledgerFile(ledger: Ledger): OutputFile {
  return { path: LEDGER_PATH, content: ledgerJson(ledger) };
}

/** A text, and one of those that it was before. */
export interface ChangedFrom {
  readonly policy: string;
  readonly edition: string;
  readonly text: EditionText;
  readonly former: FormerText;
}

/** All of them, whether sealed or not. */
export function ledgerFiles({ config, timelines }: Site, ledger: Ledger | undefined): LedgerFiles {
  const all = timelines.flatMap(({ policy, editions }) =>
    editions.flatMap(({ edition }) => edition.texts.map((text) => ({ policy: policy.slug, edition, text }))),
  );
  const texts = all.map(({ policy, edition, text }) => ({
    source: text.path,
    path: addresses(config, text.language).text(policy, edition.id),
    content: canonicalText(edition, text),
  }));
  const former = all.flatMap(({ policy, edition, text }) => {
    const address = addresses(config, text.language).edition(policy, edition.id);
    const found = formerTexts({ edition, text, address }, ledger);
    return found.map((one): ChangedFrom => ({ policy, edition: edition.id, text, former: one }));
  });
  const originals = former.filter(({ former: { isOriginal } }) => isOriginal);
  const files = [
    ...texts.map(({ path, content }) => ({ path, content })),
    ...originals.map(({ policy, edition, text, former: { canonical } }) => ({
      path: addresses(config, text.language).original(policy, edition),
      content: canonical,
    })),
  ];
  return {
    files,
    former,
    texts: new Map(texts.map(({ source, content }) => [source, sha256(content)])),
    originals: new Map(originals.map(({ text, former: { entry } }) => [text.path, entry.source])),
    ...(ledger === undefined ? {} : { head: headOf(ledger) }),
  };
}
