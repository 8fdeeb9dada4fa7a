/** Units of a text that can be cited, and the body they stand in. */
import type { ElementContent, Root } from 'hast';
import type { Moment } from './civil-date.ts';
import type { Place } from './diagnostic.ts';

/** A numbered or headed unit of a text. */
export interface Clause {
  /** The label as typed: `3.3.2.`, `(a)`, `Article 3.` Absent for a heading without a number. */
  readonly label?: string;
  /** As a lawyer cites it: `3.3.2`, `2(b)(1)`, `Article 3`. Stands where `label` does. */
  readonly citation?: string;
  /** The heading's words without the label; empty for a numbered paragraph. */
  readonly title: string;
  /** The fragment that leads to it, without `#`. */
  readonly anchor: string;
  /** The fragment that its author fixed (`{#fees}`): it stays with the clause whatever its number and words. */
  readonly fixed?: string;
  /** 1 for a section, 2 for a clause in it, and so on. */
  readonly depth: number;
  /** True if a heading opens it: only these stand in the table of contents. */
  readonly headed: boolean;
  /** The line of the source file it begins on, from 1. */
  readonly line?: number;
  /** From when it applies, where its author dated it apart from its edition (`{from=2027-01-01}`). The tree marks the place of the note. */
  readonly from?: Moment;
}

/** The property of the empty `span` in a tree that stands where a clause's date is to be said; its value is an index into `clauses`. */
export const DATE_NOTE = 'dataClause';

/** The fragments of words that stand in no clause: before the first one, and in the notes, whose heading has it. */
export const BEFORE_CLAUSES = '';
export const NOTES = 'footnote-label';

/** An edition's text, rendered: what is published, whatever page it stands on. Plain data, safe to clone and cache. */
export interface Body {
  /** HTML tree; links to our own pages are site paths that begin with `/` (the site's root, not the host's). */
  readonly tree: Root;
  /** The text's own opening title (an `h1` that says what the front matter's title says), taken out of `tree`. */
  readonly heading?: readonly ElementContent[];
  /** In the order of the text. */
  readonly clauses: readonly Clause[];
  /** Every fragment that leads somewhere in the text: of clauses, headings, notes and what the author set. */
  readonly anchors: readonly string[];
  /** The author's links: to our own pages (`/terms/#3`), within the text (`#3.3`), and outward. */
  readonly links: readonly BodyLink[];
}

export interface BodyLink {
  readonly target: string;
  readonly place: Place;
}

/** Rendered texts, by the path of their source. */
export type Bodies = Pick<ReadonlyMap<string, Body>, 'get' | 'has'>;
