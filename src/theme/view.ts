/** What a template sees: one plain value per page, already put into words and relative addresses. Templates add mark-up only. */
import type { FeedbackView } from './feedback/view.ts';
import type { ClausesView, HistoryView } from './history/view.ts';
import type { ChangesView, CompareView } from './redline/view.ts';
import type { VerifyView } from './verify/view.ts';

export interface LinkView {
  readonly text: string;
  readonly href: string;
}

/** With its language, where that is not the page's. */
export interface ForeignLinkView extends LinkView {
  readonly language?: { readonly tag: string; readonly name: string };
}

/** A day or instant: `iso` for `<time datetime>`, `text` as readers of the page's language write it. */
export interface DateView {
  readonly iso: string;
  readonly text: string;
}

/** A language the page can be read in; `name` is in that language itself. */
export interface LanguageView {
  readonly tag: string;
  readonly name: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

export interface NoticeView {
  /** `past`, `announced`, `withdrawn`, `draft`: an edition that is not the one in force. `coming`: a later edition is announced. `language`: the text stands in another language than the page. */
  readonly kind: 'past' | 'announced' | 'withdrawn' | 'draft' | 'coming' | 'retired' | 'language';
  readonly text: string;
  /** The ways onward; usually one. */
  readonly links: readonly LinkView[];
}

/** What the stable page shows from an instant on. */
export interface ChangeoverView {
  /** RFC 3339, in UTC. */
  readonly from: string;
  /** The id of the edition that is to be shown, and the address of its permanent page. */
  readonly edition: string;
  readonly href: string;
  /** What is said when it has been shown. */
  readonly said: string;
  /** What stands on the page if it cannot be shown. */
  readonly notice: NoticeView;
  readonly tombstones: readonly TombstoneView[];
}

/** What to say to "which text applied?" of a stretch of time, half-open; the first has no `from`, the last no `until`. */
export interface AnswerView {
  /** The instant (RFC 3339, in UTC) and the civil day, in the site's zone, on which it begins. */
  readonly from?: { readonly instant: string; readonly day: string };
  /** The instant at which it ends, and the last day on which it lasts. */
  readonly until?: { readonly instant: string; readonly day: string };
  /** The stretch in words; empty if it is all time. */
  readonly when: string;
  /** Empty where the edition says it all. */
  readonly text: string;
  /** To whom each applies, or empty if to everybody. */
  readonly editions: readonly { readonly to: string; readonly link: LinkView }[];
}

/** A place for old links: shown only to a visitor who comes with its address. */
export interface TombstoneView {
  readonly anchor: string;
  readonly text: string;
  /** Where the clause stood last. */
  readonly link: LinkView;
}

export interface ContentsView {
  readonly href: string;
  /** The clause's number, or empty. */
  readonly label: string;
  readonly title: string;
  readonly depth: number;
}

/** One edition with its text, as on the stable page and on its permanent page. */
export interface EditionView {
  readonly id: string;
  readonly title: string;
  readonly version?: string;
  /** What changed, in its author's words. */
  readonly summary?: string;
  /** What changed, word by word. */
  readonly changes?: ForeignLinkView;
  /** Language and direction of the text, which may differ from the page's. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** How the edition is cited: "Privacy policy, edition of 4 February 2020". */
  readonly citation: string;
  /** The dated facts, e.g. "In force from 4 February 2020 until 31 December 2026." Ready sentences. */
  readonly sentences: readonly string[];
  readonly published?: DateView;
  readonly effective: DateView;
  /** Languages the text exists in, this one included; empty where there is one only. */
  readonly languages: readonly LanguageView[];
  /** Shown first in reading order. */
  readonly notices: readonly NoticeView[];
  /** What stands in their place from coming instants on (RFC 3339, in UTC), soonest first. */
  readonly noticesLater: readonly { readonly from: string; readonly notices: readonly NoticeView[] }[];
  /** On a stable page whose edition will be replaced; soonest first. */
  readonly changeovers: readonly ChangeoverView[];
  /** Dates for which it was announced before they were moved. */
  readonly moved: readonly DateView[];
  /** To whom it applies from when, where that is not the same for everybody; without `from`, it never does. */
  readonly cohorts: readonly { readonly to: string; readonly from?: DateView }[];
  /** HTML of the title, from the text itself or from `title`. Trusted: print with `| raw`. */
  readonly headingHtml: string;
  /** HTML of the text. Trusted: print with `| raw`. */
  readonly bodyHtml: string;
  /** Clauses that apply from a day of their own; empty where there is none. */
  readonly relevantDates: readonly { readonly link: LinkView; readonly from: DateView }[];
  /** Empty for short texts. */
  readonly contents: readonly ContentsView[];
  /** The text is the absolute address. */
  readonly permanent: LinkView;
  /** The canonical text as a file, and its SHA-256 in hexadecimal. */
  readonly textFile: LinkView & { readonly sha256: string };
  /** The stable page of the policy. */
  readonly current: LinkView;
  /** The neighbours; the text names the edition by its day, e.g. "Edition of 12 March 2018". */
  readonly previous?: LinkView;
  readonly next?: LinkView;
  readonly archive: LinkView;
  /** The clauses that changed, if there is another edition to compare with. */
  readonly history?: LinkView;
  readonly feedback?: LinkView;
  /** On a stable page: clauses of earlier editions that the one shown lacks, for old links to land on. */
  readonly tombstones: readonly TombstoneView[];
  readonly corrections: readonly CorrectionView[];
  /** The file of the text as it was before all corrections, if it can be given back to the byte. */
  readonly original?: LinkView & { readonly sha256: string };
}

/** A declared repair of a published text. */
export interface CorrectionView {
  readonly on: DateView;
  readonly clause?: string;
  readonly was: string;
  readonly now: string;
  readonly reason: string;
}

/** One row of an archive. */
export interface ArchiveRowView {
  readonly title: string;
  readonly href: string;
  readonly version?: string;
  readonly effective: DateView;
  readonly published?: DateView;
  readonly moved: readonly DateView[];
  /** Its time in force in words. */
  readonly interval: string;
  readonly summary?: string;
  /** What changed, word by word. */
  readonly changes?: ForeignLinkView;
  /** Languages its text exists in, each a link. */
  readonly languages: readonly LanguageView[];
}

/** One policy on the index or in the archive. */
export interface PolicyView {
  readonly title: string;
  readonly href: string;
  readonly description?: string;
  /** Dated facts on the edition that stands. */
  readonly sentences: readonly string[];
  /** What stands in their place from coming instants on (RFC 3339, in UTC), soonest first. */
  readonly sentencesLater: readonly { readonly from: string; readonly sentences: readonly string[] }[];
  readonly isRetired: boolean;
  /** For the archive of the policy: what to answer for any day. */
  readonly answers: readonly AnswerView[];
  /** For the archive of the policy: where any two editions are compared. */
  readonly compare?: LinkView;
  /** The way to the stable address. */
  readonly current: LinkView;
  readonly archive: LinkView;
  readonly editions: readonly ArchiveRowView[];
  /** For the archive of the policy: those of all its editions, the latest first. */
  readonly corrections: readonly (CorrectionView & { readonly edition: LinkView })[];
}

/** A coming change on the index. */
export interface AnnouncedView {
  readonly effective: DateView;
  readonly link: LinkView;
  readonly summary?: string;
}

export interface OrganizationView {
  readonly name: string;
  readonly address?: string;
  readonly identifiers: readonly { readonly name: string; readonly value: string }[];
  readonly contacts: readonly { readonly name: string; readonly value: string; readonly href?: string }[];
}

/** What differs from one kind of page to the next. */
export type ContentView =
  | {
      readonly kind: 'home';
      readonly policies: readonly PolicyView[];
      readonly announced: readonly AnnouncedView[];
      /** What stands in its place from coming instants on (RFC 3339, in UTC), soonest first. */
      readonly announcedLater: readonly { readonly from: string; readonly announced: readonly AnnouncedView[] }[];
    }
  | { readonly kind: 'policy' | 'edition'; readonly edition: EditionView }
  | { readonly kind: 'policy-archive'; readonly policy: PolicyView }
  | { readonly kind: 'changes'; readonly changes: ChangesView }
  | { readonly kind: 'compare'; readonly compare: CompareView }
  | { readonly kind: 'clauses'; readonly clauses: ClausesView }
  | { readonly kind: 'clause-history'; readonly history: HistoryView }
  | { readonly kind: 'verify'; readonly verify: VerifyView }
  | {
      readonly kind: 'archive';
      readonly policies: readonly PolicyView[];
      /** Of all editions of all policies, the latest first. */
      readonly corrections: PolicyView['corrections'];
    }
  | { readonly kind: 'feedback' | 'policy-feedback' | 'edition-feedback'; readonly feedback: FeedbackView }
  | { readonly kind: 'thanks' | 'not-found' };

/** The whole contract between our code and a theme. */
export interface View {
  readonly page: {
    readonly kind: ContentView['kind'];
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
    /** For `<title>`: the page's own name, then the site's. */
    readonly title: string;
    /** The page's own name alone. */
    readonly heading: string;
    readonly description?: string;
    /** Absolute address; absent on the 404 page. */
    readonly canonical?: string;
    readonly isIndexed: boolean;
    /** For `<link rel=alternate hreflang>`: absolute addresses; empty with one language. */
    readonly alternates: readonly { readonly tag: string; readonly href: string }[];
    /** What identifies a printed sheet: policy, edition, address. */
    readonly imprint: string;
  };
  readonly site: {
    readonly title: string;
    /** In which its days begin (IANA). */
    readonly timeZone: string;
    readonly home: string;
    readonly archive: LinkView;
    /** Where a copy is held against what was published. */
    readonly verify: LinkView;
    /** Coming changes, for a calendar to subscribe to. */
    readonly calendar: LinkView;
    /** Everything that happens, for a feed reader; of all policies first, then of the policy that the page is about. */
    readonly feeds: readonly (LinkView & { readonly title: string })[];
    readonly feedback?: LinkView;
    readonly policies: readonly (LinkView & { readonly isCurrent: boolean })[];
    readonly languages: readonly LanguageView[];
    readonly organization?: OrganizationView;
    /** The record of what was published, and the digest that stands for all of it; absent if there is none. */
    readonly ledger?: LinkView & { readonly head: string };
  };
  readonly assets: {
    readonly css: string;
    readonly js: string;
    readonly time: string;
    readonly icon: string;
    /** For pages that show changes. */
    readonly redlineCss: string;
    readonly redline: string;
    /** For the pages on which editions and copies are compared: what compares, and what shows it. */
    readonly engine: string;
    readonly compare: string;
    /** For pages with the form: its look, what posts it, and what shows it. */
    readonly feedbackCss: string;
    readonly feedbackPost: string;
    readonly feedback: string;
    readonly verify: string;
  };
  /** The words of the interface in the page's language, by key (templates/strings/). */
  readonly words: { readonly [key: string]: string };
  readonly content: ContentView;
}
