/** Everything that views of one page are made from, gathered once. */
import { addresses } from '../model/address.ts';
import type { Bodies, Body } from '../model/clause.ts';
import type { Language } from '../model/config.ts';
import type { FormerBody, KnownText } from '../model/known-text.ts';
import type { LineageEngine } from '../model/lineage.ts';
import type { PageIndex } from '../model/page-index.ts';
import type { EditionText } from '../model/policy.ts';
import type { RedlineEngine } from '../model/redline.ts';
import type { Memory } from '../model/runner.ts';
import type { Page, Site } from '../model/site.ts';
import { type DatedEdition, standing, type Timeline } from '../model/timeline.ts';
import type { Assets } from './assets.ts';
import type { Histories } from './history/lineages.ts';
import type { KeptHtml } from './html.ts';
import { createLinker, type Linker } from './linker.ts';
import type { Comparisons } from './redline/compared-pairs.ts';
import type { PrintableBlocks } from './redline/printable-body.ts';
import type { Voice } from './statements.ts';

/** Digests, SHA-256 in hexadecimal, by which readers can prove what was published. */
export interface Proofs {
  /** Of the texts as files, by the path of their source. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of the texts as they were before they were corrected, by the path of their source. */
  readonly originals: ReadonlyMap<string, string>;
  /** Of the whole ledger; absent if nothing was sealed. */
  readonly head?: string;
  /** All texts, for recognising copies of them. */
  readonly known: readonly KnownText[];
  /** What texts were before they were changed. */
  readonly former: readonly FormerBody[];
}

/** What all pages share. */
export interface SiteContext {
  readonly site: Site;
  readonly bodies: Bodies;
  readonly assets: Assets;
  readonly engine: RedlineEngine & LineageEngine;
  readonly memory: Memory;
  /** Kept while the pages of one policy are laid out. */
  readonly comparisons: Comparisons;
  historiesOf(policy: string, context: PageContext): Histories;
  /** Of blocks that stand on several pages. */
  readonly kept: KeptHtml;
  /** Of blocks that stand in several texts. */
  readonly printable: PrintableBlocks;
  readonly proofs: Proofs;
  readonly index: PageIndex;
  readonly timelines: ReadonlyMap<string, Timeline>;
  voiceOf(language: Language): Voice;
  /** A language's name in itself. */
  languageName(language: Language): string;
}

export interface PageContext extends SiteContext {
  readonly page: Page;
  readonly link: Linker;
  /** The words and dates of the page's language. */
  readonly voice: Voice;
  /** Address of the form, if the site has one. */
  readonly feedback?: string;
  timelineOf(slug: string): Timeline;
  /** The edition at a policy's stable address. */
  standingOf(slug: string): DatedEdition;
  bodyOf(text: EditionText): Body;
  /** Address of the same page in another language, if there is one. */
  counterpart(language: Language): string | undefined;
}

export function contextOf(page: Page, shared: SiteContext): PageContext {
  const { site, index } = shared;
  const link = createLinker({ site, page, index });
  const timelineOf = (slug: string) => present(shared.timelines.get(slug), slug);
  return {
    ...shared,
    page,
    link,
    voice: shared.voiceOf(page.language),
    timelineOf,
    standingOf: (slug) => standing(timelineOf(slug)),
    bodyOf: (text) => present(shared.bodies.get(text.path), text.path),
    counterpart(language) {
      const path = page.alternates.find((alternate) => alternate.language === language)?.path;
      return path === undefined ? undefined : link.to(path);
    },
    ...(site.config.feedback === undefined
      ? {}
      : { feedback: link.to(addresses(site.config, page.language).feedback) }),
  };
}

/** What the plan names is there; anything else is a fault of ours. */
function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`Planned but not there: ${name}`);
  return value;
}
