/** What is found of a published site, and what is known of it once it was checked against its ledger. */
import type { Diagnostic } from './diagnostic.ts';
import type { VerifiedTimestamp } from './timestamp.ts';

/** A file of a published site. `reason` is a clause that can follow a colon. */
export type PublishedFile =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing'; readonly reason: string };

/** What became of one text. */
export interface VerifiedText {
  readonly policy: string;
  readonly edition: string;
  /** BCP 47. */
  readonly language: string;
  /** Of its page, below the root of the site. */
  readonly address: string;
  /** SHA-256 of its canonical text by the ledger, in hexadecimal. */
  readonly source: string;
  /** True if its file and every page that must show it do so, unaltered. */
  readonly isIntact: boolean;
}

export interface Verification {
  /** The digest that stands for the whole ledger. */
  readonly head: string;
  /** How many entries the ledger has. */
  readonly entries: number;
  /** In the order of their addresses. */
  readonly texts: readonly VerifiedText[];
  /** By their time. */
  readonly timestamps: readonly VerifiedTimestamp[];
  /** Addresses of the styles and scripts that these pages load from the site itself. */
  readonly assets: readonly string[];
  /** How many pages were held against the ledger. */
  readonly pages: number;
  /** Errors for what is not as it was published; warnings for what cannot be told. Without places: addresses stand in the messages. */
  readonly diagnostics: readonly Diagnostic[];
}
