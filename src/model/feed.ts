/** What subscribers are told of: facts with a date of their own, and the feeds that tell them. */
import type { Instant } from './civil-date.ts';
import type { Correction, Language } from './config.ts';
import type { EditionText } from './policy.ts';
import type { DatedEdition, Timeline } from './timeline.ts';

/** The name of every feed's file. */
export const FEED_FILE = 'feed.xml';

/** Something that happened to an edition, as one language tells it. */
export type FeedEvent = {
  readonly timeline: Timeline;
  readonly dated: DatedEdition;
  /** The edition in the language told of, or in the nearest to it. */
  readonly text: EditionText;
  /** When it happened, by the sources and the ledger alone: never when a site was built. */
  readonly instant: Instant;
} & (
  | { readonly kind: 'edition' | 'withdrawn' }
  /** `digest` is that of the entry in the ledger. */
  | { readonly kind: 'date-moved'; readonly digest: string }
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'retired' }
);

/** A way on from an entry or a feed. */
export interface FeedLink {
  /** IANA link relation. */
  readonly rel: 'alternate' | 'related' | 'self';
  /** Absolute. */
  readonly href: string;
  /** Media type. */
  readonly type: string;
  readonly language?: Language;
  readonly title?: string;
}

export interface FeedEntry {
  /** An absolute IRI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly published: Instant;
  readonly updated: Instant;
  /** What changed, in the author's words. */
  readonly summary?: string;
  /** HTML; addresses in it are absolute. */
  readonly contentHtml: string;
  readonly links: readonly FeedLink[];
}

/** A feed as RFC 4287 has it. */
export interface Feed {
  /** Of its file, below the site's root. */
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly author: string;
  readonly updated: Instant;
  readonly links: readonly FeedLink[];
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
}
