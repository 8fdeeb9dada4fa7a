/** The planned site and its ledger go in; the files by which anyone can check what was published come out: each text, and the ledger. */
import { addresses } from '../model/address.ts';
import type { OutputFile } from '../model/file.ts';
import { LEDGER_PATH, type Ledger } from '../model/ledger.ts';
import type { Site } from '../model/site.ts';
import { canonicalText } from './canonical-text.ts';
import { headOf } from './chain.ts';
import { ledgerJson } from './ledger-json.ts';
import { originalText } from './original-text.ts';
import { sha256 } from './sha256.ts';

export interface LedgerFiles {
  /** `text.md` beside the page of every text; `ledger.json`, if there is a ledger. */
  readonly files: readonly OutputFile[];
  /** The SHA-256 of each `text.md`, by the path of the text's source. */
  readonly texts: ReadonlyMap<string, string>;
  /** The SHA-256 of each text as it was before it was corrected, by the path of its source; it is published too. */
  readonly originals: ReadonlyMap<string, string>;
  /** The digest that stands for the whole ledger; absent if there is none. */
  readonly head?: string;
}

/** All of them, whether sealed or not. */
export function ledgerFiles({ config, timelines }: Site, ledger: Ledger | undefined): LedgerFiles {
  const texts = timelines.flatMap(({ policy, editions }) =>
    editions.flatMap(({ edition }) =>
      edition.texts.map((text) => ({
        source: text.path,
        path: addresses(config, text.language).text(policy.slug, edition.id),
        content: canonicalText(edition, text),
      })),
    ),
  );
  const before = timelines.flatMap(({ policy, editions }) =>
    editions.flatMap(({ edition }) =>
      edition.texts.flatMap((text) => {
        const at = addresses(config, text.language);
        const content = originalText({ edition, text, address: at.edition(policy.slug, edition.id) }, ledger);
        if (content === undefined) return [];
        return [{ source: text.path, path: at.original(policy.slug, edition.id), content }];
      }),
    ),
  );
  const files = [...texts, ...before].map(({ path, content }) => ({ path, content }));
  const originals = new Map(before.map(({ source, content }) => [source, sha256(content)]));
  const digests = new Map(texts.map(({ source, content }) => [source, sha256(content)]));
  if (ledger === undefined) return { files, texts: digests, originals };
  const record = { path: LEDGER_PATH, content: ledgerJson(ledger) };
  return { files: [...files, record], texts: digests, originals, head: headOf(ledger) };
}
