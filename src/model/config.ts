/** What site.yaml and policy.yaml say, once read and found valid. */
import type { CivilDate } from './civil-date.ts';
import type { Place } from './diagnostic.ts';
import type { FeedbackKind } from './feedback-services.ts';

/** A BCP 47 tag as site.yaml spells it, e.g. `en` or `zh-Hans`. */
export type Language = string;

/** Text in one language, or by language. */
export type LocalText = string | { readonly [language: Language]: string };

export interface Organization {
  readonly name: LocalText;
  readonly address?: LocalText;
  readonly identifiers: readonly { readonly name: LocalText; readonly value: string }[];
  readonly contacts: readonly { readonly name: LocalText; readonly value: string }[];
}

export interface FeedbackField {
  /** The name under which the value is posted. */
  readonly name: string;
  readonly type: 'text' | 'email' | 'textarea' | 'select';
  readonly required: boolean;
  readonly label: LocalText;
  /** The choices of a `select`. */
  readonly options: readonly LocalText[];
  readonly maxLength?: number;
  /** An HTML autocomplete token, e.g. `name` or `email`. */
  readonly autocomplete?: string;
}

/** Where messages of visitors go, and what they are asked. */
export interface FeedbackConfig {
  /** The service that takes them; what it asks of a form stands in `FEEDBACK_SERVICES`. */
  readonly kind: FeedbackKind;
  /** An https address (http only for this machine); `mailto:…` for e-mail; empty for Netlify, which takes posts at the site itself. */
  readonly endpoint: string;
  /** Empty: the form asks for name, e-mail, topic and message. */
  readonly fields: readonly FeedbackField[];
  /** The key that a service tells its customers by. */
  readonly key?: string;
  /** Origins through which the endpoint leads a visitor on after sending, other than its own and the site's. */
  readonly redirects?: readonly string[];
  /** True if a `generic` endpoint answers scripts of the site with JSON. */
  readonly inline?: boolean;
  /** For our receiver: how many leading zero bits a proof of work has (the hash is SHA-256). */
  readonly proofBits?: number;
  /** Where to write to when sending fails. */
  readonly email?: string;
  /** For a `generic` endpoint: the name of the field that people never see and that it expects to stay empty. */
  readonly honeypot?: string;
}

export interface SiteConfig {
  readonly title: LocalText;
  /** Absolute address of the site's origin, without a trailing slash, e.g. `https://legal.acme.example`. */
  readonly url: string;
  /** Path the site is served under; begins and ends with `/`. */
  readonly base: string;
  /** IANA zone in which a civil day begins. */
  readonly timeZone: string;
  /** At least one; the first is the default. */
  readonly languages: readonly [Language, ...Language[]];
  readonly organization?: Organization;
  readonly feedback?: FeedbackConfig;
  readonly noticeDays?: number;
}

/** How the items of ordered lists are numbered: as typed, `1.1.1.` by depth, or in a style per depth (`a.`, `(i)`, `1)`). */
export type Numbering =
  | { readonly kind: 'as-typed' }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'styles'; readonly styles: readonly string[] };

/** A rule whose warnings a publisher does not want to see for a policy, and why. */
export interface Silence {
  readonly rule: string;
  readonly reason: string;
}

/** The end of a policy. Its pages stay. */
export interface Retirement {
  /** The first day on which no edition of it is in force. */
  readonly on: CivilDate;
  readonly reason: LocalText;
  /** Policies of this site, by slug, and addresses elsewhere (`https:`). */
  readonly replacedBy: readonly string[];
}

/** That a policy was looked through and found to need no new edition. */
export interface Review {
  readonly on: CivilDate;
  /** Where policy.yaml says so. */
  readonly place: Place;
}

export interface PolicyConfig {
  /** Names of its folder before the one it has: their addresses lead on. */
  readonly aliases?: readonly string[];
  /** Lower comes first on the index; policies without one follow, by slug. */
  readonly order?: number;
  readonly description?: LocalText;
  /** The language whose text prevails. */
  readonly authoritative?: Language;
  /** Without it, numbers stand as typed. */
  readonly numbering?: Numbering;
  readonly reviewed?: Review;
  readonly silence?: readonly Silence[];
  readonly retired?: Retirement;
}

/** A declared repair of a published edition. */
export interface Correction {
  readonly on: CivilDate;
  /** The text it repairs, where it is declared in one. */
  readonly language?: Language;
  readonly clause?: string;
  readonly was: string;
  readonly now: string;
  readonly reason: string;
}

/** `text` in `language`, else in the first of `languages` that has it. */
export function localText(text: LocalText, language: Language, languages: readonly Language[]): string {
  if (typeof text === 'string') return text;
  const found = [language, ...languages].find((tag) => text[tag] !== undefined);
  return (found === undefined ? Object.values(text)[0] : text[found]) ?? '';
}
