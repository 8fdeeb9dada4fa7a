/** What a template sees of texts that are compared. */
import type { ForeignLinkView, LinkView } from '../view.ts';

/** One of two editions that are compared. */
export interface ComparedView {
  /** The way to its permanent page; the text names it by its date. */
  readonly link: LinkView;
  readonly version?: string;
  /** When it applies; that it is withdrawn. Ready sentences. */
  readonly sentences: readonly string[];
}

/** What changed from one edition to another. */
export interface ChangesView {
  readonly older: ComparedView;
  readonly newer: ComparedView;
  /** A sentence for each edition between the two that was withdrawn before the newer one applies. */
  readonly passedOver: readonly string[];
  /** What changed, in the author's words. */
  readonly summary?: string;
  /** What the author calls the change: editorial or substantive, in a sentence. */
  readonly judgement?: string;
  /** Language and direction of both texts: those of the page. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** HTML of what was found: how many clauses changed in which way. Trusted: print with `| raw`. */
  readonly countsHtml: string;
  /** HTML of lists of links to the changes; empty if there are none. Trusted: print with `| raw`. */
  readonly listHtml: string;
  /** HTML of the text with its changes. Trusted: print with `| raw`. */
  readonly bodyHtml: string;
  /** The same page of the edition before, and of the one after. */
  readonly previous?: LinkView;
  readonly next?: LinkView;
  /** The page on which any two editions are compared. */
  readonly compare?: LinkView;
  readonly current: LinkView;
  readonly archive: LinkView;
}

/** The page on which a script compares any two editions. */
export interface CompareView {
  /** Of the page, below the site's root. */
  readonly path: string;
  /** For `<title>` and for paper, once two were compared: with `{from}`, `{to}` and `{address}` for a script to fill. */
  readonly titleFilled: string;
  readonly imprintFilled: string;
  readonly direction: 'ltr' | 'rtl';
  /** The words that the script needs, as JSON. */
  readonly wordsJson: string;
  /** Newest first. Those that have no text in the page's language have no `body`. */
  readonly editions: readonly (ComparedView & {
    readonly id: string;
    /** By its date. */
    readonly name: string;
    /** In a list to choose from: of one that is announced or withdrawn, that too. */
    readonly choice: string;
    /** See `ChangesView`. */
    readonly passedOver: readonly string[];
    /** True if a later edition passes over it: what it changed is then in no comparison that goes past it. */
    readonly isPassedOver: boolean;
    /** Address of its text as data. */
    readonly body?: string;
    readonly changes?: ForeignLinkView;
    /** What it changed, in the author’s words, and what the author calls that. */
    readonly summary?: string;
    readonly judgement?: string;
  })[];
  /** Ids of the two that are chosen at first. */
  readonly older: string;
  readonly newer: string;
  readonly current: LinkView;
  readonly archive: LinkView;
}
