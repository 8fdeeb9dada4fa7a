/** What the pages of one policy are made from, and what comes of it: plain data, so that it can be done elsewhere and kept. */
import type { Instant } from './civil-date.ts';
import type { BodyLink } from './clause.ts';
import type { SiteConfig } from './config.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { OutputFile, PlacedFile, SourceFile } from './file.ts';
import type { FormerBody } from './known-text.ts';
import type { Ledger } from './ledger.ts';
import type { Edition, EditionText, Policy } from './policy.ts';
import { privacyPolicy } from './privacy-policy.ts';
import type { Page } from './site.ts';
import { type DatedEdition, settledMoment, standing, type Timeline } from './timeline.ts';

/** What is the same for all policies of a build. */
export interface SharedWork {
  readonly config: SiteConfig;
  /** The theme's files, paths relative to `templates/`. */
  readonly theme: readonly SourceFile[];
  readonly ledger: Ledger | undefined;
  /** Of each policy that has pages, in the order of the index, as much as pages of others say of it (`neighboursOf`). */
  readonly neighbours: readonly Timeline[];
  /** The pages that all pages lead to, by their addresses. */
  readonly index: readonly (readonly [path: string, page: Page])[];
}

/** Together with `SharedWork`, all that bears on the pages of one policy. Nothing else may be looked at. */
export interface PolicyWork {
  readonly slug: string;
  /** At its settled moment. Absent if no edition has a place in time: then its texts are only looked at for problems. */
  readonly timeline?: Timeline;
  /** The last moment of which its feeds tell something. */
  readonly toldAt: Instant;
  /** Texts of editions with errors: only to be looked at for further problems. */
  readonly unplaced: readonly EditionText[];
  /** Whether to make pages, or only to look for problems. */
  readonly makesPages: boolean;
  /** Its own, in the order of the plan. */
  readonly pages: readonly Page[];
  /** By their addresses, former ones too: its own, and those that its texts link to, if not all pages lead there. */
  readonly index: readonly (readonly [path: string, page: Page])[];
}

/** What all texts hold. */
export interface Counts {
  readonly wordsIn: number;
  readonly wordsOut: number;
  readonly clauses: number;
}

/** What others need to know of a text that was rendered: of its `Body` the small part. */
export interface TextFacts {
  /** Of its source. */
  readonly path: string;
  readonly anchors: readonly string[];
  readonly links: readonly BodyLink[];
  /** SHA-256 of the words that a reader sees, in hexadecimal. */
  readonly words: string;
}

/** By the path of a text's source. */
export type Facts = ReadonlyMap<string, TextFacts>;

export interface PolicyResult {
  readonly counts: Counts;
  /** Of the texts that could be rendered. */
  readonly texts: readonly TextFacts[];
  /** What is wrong with the texts, in no order. */
  readonly problems: readonly Diagnostic[];
  /** Empty if only problems were looked for. */
  readonly made: MadePages;
}

/** What a page was found to say of changes. */
export interface FoundChange {
  /** Of the page. */
  readonly path: string;
  /** For feeds. It may be unpacked only when it is asked for. */
  readonly html: string;
}

export interface MadePages {
  /** What is wrong with the templates. */
  readonly failures: readonly Diagnostic[];
  readonly files: readonly OutputFile[];
  /** Files that the runner has put where they belong; they are not in `files`. */
  readonly placed: readonly PlacedFile[];
  /** Pages that were not planned. */
  readonly pages: readonly Page[];
  readonly found: readonly FoundChange[];
  /** SHA-256 of the texts as files, and of what they were before they were corrected, by the path of their source. */
  readonly digests: readonly (readonly [path: string, sha256: string])[];
  readonly originals: readonly (readonly [path: string, sha256: string])[];
  /** What texts were before they were changed. */
  readonly former: readonly Omit<FormerBody, 'body'>[];
}

export const NOTHING_MADE: MadePages = {
  ...{ failures: [], files: [], placed: [], pages: [], found: [], digests: [], originals: [], former: [] },
};

/** Of which edition the titles are, others need not know: so another one that is called the same changes nothing for them. */
const NAMELESS: Omit<Edition, 'texts'> = {
  ...{ id: '', effective: { kind: 'day', day: '0001-01-01' }, onset: 'stated', isRetroactive: false },
  ...{ announcedEffective: [], cohorts: [], declared: { kind: 'issued' }, corrections: [] },
};

/** As much of each timeline as the pages of other policies say; `forms` if they have forms, which name the editions of the policy on privacy. */
export function neighboursOf(timelines: readonly Timeline[], { forms }: { readonly forms: boolean }): Timeline[] {
  const governing = forms ? privacyPolicy(timelines.map(({ policy }) => policy.slug)) : undefined;
  return timelines.map((timeline) =>
    timeline.policy.slug === governing ? asDatedNeighbour(timeline) : asNeighbour(timeline),
  );
}

/** That its policy is there, and what it is called. */
function asNeighbour(timeline: Timeline): Timeline {
  const { edition } = standing(timeline);
  const dated = {
    edition: { ...NAMELESS, texts: titlesOf(edition) },
    ...{ state: { kind: 'draft' as const }, effectiveInstant: 0, periods: [], lingering: [], cohorts: [] },
  };
  return {
    policy: policyOf(timeline),
    editions: [dated],
    ...{ asOf: 0, announced: [], stretches: [], later: [] },
  };
}

/** Also which editions there are, and when each applies. */
function asDatedNeighbour(timeline: Timeline): Timeline {
  const withTitles = (dated: DatedEdition): DatedEdition => {
    return { ...dated, edition: { ...dated.edition, texts: titlesOf(dated.edition), corrections: [] } };
  };
  const [first, ...others] = timeline.editions;
  return {
    ...timeline,
    policy: policyOf(timeline),
    editions: [withTitles(first), ...others.map(withTitles)],
    asOf: settledMoment(timeline),
    later: [],
  };
}

function policyOf({ policy: { slug, config } }: Timeline): Policy {
  const { authoritative } = config;
  return { slug, config: authoritative === undefined ? {} : { authoritative }, editions: [] };
}

function titlesOf({ texts: [first, ...others] }: Edition): Edition['texts'] {
  const named = ({ language, title }: EditionText): EditionText => {
    return { language, title, path: '', markdown: '', lineOffset: 0, keyPlaces: {} };
  };
  return [named(first), ...others.map(named)];
}
