/** Policies and their rendered bodies go in; every text as the ledger sees it comes out. */
import { addresses } from '../model/address.ts';
import { type CivilDate, type Instant, instantOf, startOfDay } from '../model/civil-date.ts';
import type { Bodies, Body } from '../model/clause.ts';
import type { SiteConfig } from '../model/config.ts';
import type { Ledger, TextEntry } from '../model/ledger.ts';
import type { Edition, EditionText, Policy } from '../model/policy.ts';
import type { Facts } from '../model/policy-work.ts';
import { sha256 } from '../model/sha256.ts';
import type { AsOf } from '../model/timeline.ts';
import { canonicalText, factsOf } from './canonical-text.ts';
import { textKey } from './chain.ts';
import { visibleText } from './visible-text.ts';

export interface LedgerWork {
  /** Drafts too, so that one which was published can be told of. */
  readonly policies: readonly Policy[];
  /** A text without a body is passed over: what is wrong with it was said when it was rendered. */
  readonly bodies: Bodies;
  /** Of the texts that have a body, if they are known: else the bodies are read. */
  readonly facts?: Facts;
  readonly config: SiteConfig;
  readonly asOf: AsOf;
  /** Absent if nothing was ever sealed. */
  readonly ledger: Ledger | undefined;
  /** Addresses that lead on to others, both below the root of the site: of texts that moved. */
  readonly redirects: { readonly [from: string]: string };
  /** False if texts were left out because of errors: then none is called missing. */
  readonly isComplete: boolean;
}

/** How a text stands: what an entry of it would say, but for its clauses, which only an entry needs. */
export type TextRecord = Omit<TextEntry, 'kind' | 'clauses' | 'formerly' | 'sealedAsOf' | 'previous' | 'digest'>;

export interface PublishedText {
  readonly key: string;
  readonly edition: Edition;
  readonly text: EditionText;
  /** Most texts are as they were sealed, and nobody looks at them: they may be rendered only when they are asked for. */
  readonly body: Body;
  readonly record: TextRecord;
  /** False while its publication is still to come. */
  readonly isPublished: boolean;
}

/** Every text that has a body and is no draft, in the order of policies, ids and languages. */
export function publishedTexts({ policies, bodies, facts, config, asOf }: LedgerWork): PublishedText[] {
  const { day } = asOf;
  return policies.flatMap(({ slug, editions }) =>
    editions
      .filter(({ declared }) => declared.kind !== 'draft')
      .flatMap((edition) => {
        const isPublished = isPublishedBy(edition, asOf, config);
        return edition.texts.flatMap((text): PublishedText[] => {
          const words = facts === undefined ? wordsOf(text, bodies) : facts.get(text.path)?.words;
          if (words === undefined) return [];
          const address = addresses(config, text.language).edition(slug, edition.id);
          const record = {
            ...recordOf({ policy: slug, edition, text, words, address }),
            ...withdrawalOf(edition, day),
          };
          const key = textKey(record);
          return [
            {
              ...{ key, edition, text, record, isPublished },
              get body() {
                return bodyOf(text, bodies);
              },
            },
          ];
        });
      }),
  );
}

interface Parts {
  readonly policy: string;
  readonly edition: Edition;
  readonly text: EditionText;
  /** SHA-256 of its words. */
  readonly words: string;
  readonly address: string;
}

/** SHA-256; undefined without a body. */
function wordsOf({ path, title }: EditionText, bodies: Bodies): string | undefined {
  const body = bodies.get(path);
  return body === undefined ? undefined : sha256(visibleText(body, title));
}

function bodyOf({ path }: EditionText, bodies: Bodies): Body {
  const body = bodies.get(path);
  if (body === undefined) throw new Error(`No body of ${path}`);
  return body;
}

function recordOf({ policy, edition, text, words, address }: Parts): TextRecord {
  const corrections = edition.corrections
    .filter(({ language = text.language }) => language === text.language)
    .map(({ language, ...correction }) => correction);
  return {
    policy,
    edition: edition.id,
    language: text.language,
    address,
    source: sha256(canonicalText(edition, text)),
    text: words,
    ...factsOf(edition, text),
    corrections,
  };
}

/** A withdrawal that is still to come may be thought over: it is entered once its day has begun. */
function withdrawalOf({ declared }: Edition, day: CivilDate): Pick<TextRecord, 'withdrawn'> {
  if (declared.kind !== 'withdrawn' || declared.on > day) return {};
  return { withdrawn: { on: declared.on, reason: declared.reason } };
}

/** An edition that does not say when it is published is public as soon as it stands on the site. */
function isPublishedBy(edition: Edition, asOf: AsOf, config: SiteConfig): boolean {
  return (publicationBegin(edition, config) ?? asOf.instant) <= asOf.instant;
}

/** When it was or will be made public, if it says so; of a month or year the first day counts. */
export function publicationBegin({ published }: Edition, { timeZone }: SiteConfig): Instant | undefined {
  if (published === undefined) return undefined;
  return 'firstDay' in published ? startOfDay(published.firstDay, timeZone) : instantOf(published, timeZone);
}
