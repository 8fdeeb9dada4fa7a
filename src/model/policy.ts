/** Policies and their editions as authors wrote them: no clock has been read yet. */
import type { CivilDate, Moment, Span } from './civil-date.ts';
import type { Correction, Language, LocalText, PolicyConfig } from './config.ts';
import type { Place } from './diagnostic.ts';

/** An edition in one language. */
export interface EditionText {
  readonly language: Language;
  readonly title: string;
  readonly summary?: string;
  /** Source path relative to the root, e.g. `policies/privacy/2020-02-04.ru.md`. */
  readonly path: string;
  /** The Markdown after the front matter: LF, no BOM. */
  readonly markdown: string;
  /** What is known of `markdown` where it is taken from its file again whenever it is asked for. */
  readonly gist?: TextGist;
  /** Lines of the source file before the Markdown begins; add it to a line of `markdown` to get the file's line. */
  readonly lineOffset: number;
  /** Where in the source each front matter key stands, for later diagnostics. */
  readonly keyPlaces: { readonly [key: string]: Place };
}

/** So much of a text can be known without asking for it. */
export interface TextGist {
  readonly sha256: string;
  /** UTF-16 units. */
  readonly length: number;
  /** See `mentionsIn`. */
  readonly mentions: readonly string[];
}

/** Draft: not built unless asked. Withdrawn: in force no more from the start of that day. */
export type Declared =
  | { readonly kind: 'issued' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'withdrawn'; readonly on: CivilDate; readonly reason: string };

/**
 * What is known of the moment at which an edition takes force. Stated: by its author. On publication: it equals `published`.
 * Unknown: it was in force not later than `effective`, and not before the first day of `published`.
 */
export type Onset = 'stated' | 'on-publication' | 'unknown';

/** Some of those whom an edition concerns, to whom it applies from a moment of their own. */
export interface Cohort {
  /** Who they are, e.g. "accounts opened before 1 July 2026". */
  readonly to: LocalText;
  readonly from: Moment;
  /** Where the front matter gives `from`. */
  readonly place?: Place;
}

export interface Edition {
  /** The file's stem; permanent. */
  readonly id: string;
  /** From when it applies: to the first of its cohorts, where it has any. See `onset`. */
  readonly effective: Moment;
  readonly onset: Onset;
  /** When it was posted; where the day is not known, the month or year. */
  readonly published?: Moment | Span;
  /** True if it is meant to apply to a time before it was published. */
  readonly isRetroactive: boolean;
  /** The moments for which it had been announced before its date was moved, in the order of their announcement. */
  readonly announcedEffective: readonly Moment[];
  /** By `from`; empty if it applies to everybody at once. */
  readonly cohorts: readonly Cohort[];
  readonly version?: string;
  /** What its author says of the difference from the edition before. */
  readonly change?: 'editorial' | 'substantive';
  readonly declared: Declared;
  readonly corrections: readonly Correction[];
  /** At least one; in the order of the site's languages. */
  readonly texts: readonly [EditionText, ...EditionText[]];
}

export interface Policy {
  /** The folder's name under `policies/`; permanent, part of every address. */
  readonly slug: string;
  readonly config: PolicyConfig;
  /** By id. */
  readonly editions: readonly Edition[];
}

/** The text of `edition` in `language`; else in the authoritative language, the default one, or the first it has. */
export function textIn(edition: Edition, preferences: readonly (Language | undefined)[]): EditionText {
  for (const language of preferences) {
    const text = edition.texts.find((candidate) => candidate.language === language);
    if (text !== undefined) return text;
  }
  return edition.texts[0];
}

/** The corrections of the text in `language`. */
export function correctionsIn({ corrections }: Edition, language: Language): Correction[] {
  return corrections.filter((correction) => (correction.language ?? language) === language);
}

/** Orders edition ids so that `2020-02-04` comes before `2020-02-04.2`, and `.2` before `.10`. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [x = '', y = ''] = [left[index], right[index]];
    if (x === y) continue;
    const numeric = /^\d+$/.test(x) && /^\d+$/.test(y) ? Number(x) - Number(y) : 0;
    return numeric || (x < y ? -1 : 1);
  }
  return 0;
}
