/** What a template sees of the page on which copies are checked. */
import type { LinkView } from '../view.ts';

/** A text that was published. */
export interface KnownTextView {
  /** `Privacy policy, edition of 4 February 2020`. */
  readonly name: string;
  /** BCP 47, and written from where to where. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** In itself; absent on a site of one language. */
  readonly languageName?: string;
  readonly title: string;
  /** That it is not in the ledger; or until when it read like this. */
  readonly note?: string;
  /** Policy, edition and language: the same for what it was before. */
  readonly key: string;
  /** Dated sentences: when its edition was published and applies, and what became of it. */
  readonly facts: readonly string[];
  /** SHA-256, in hexadecimal: of its canonical text, and of its words. */
  readonly source: string;
  readonly text: string;
  /** Of its page, its canonical text, its text as data; of what it was before a correction at most the last two. */
  readonly href?: string;
  readonly file?: string;
  readonly body?: string;
}

/** The page on which a visitor finds out which edition a copy is. */
export interface VerifyView {
  /** The words that the script needs, as JSON; and those that scripts add to texts. */
  readonly wordsJson: string;
  readonly furnitureJson: string;
  /** Absolute, of the page; and of the host. */
  readonly address: string;
  readonly origin: string;
  readonly ledger?: LinkView & { readonly head: string };
  readonly texts: readonly KnownTextView[];
}
