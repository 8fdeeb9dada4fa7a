/** The marked-up comparison of two editions of a text: plain data, safe to clone and cache. */
import type { ElementContent, Properties } from 'hast';
import type { Body } from './clause.ts';
import type { ClauseMatching } from './clause-match.ts';
import type { Language } from './config.ts';
import type { SubstanceFinding } from './substance.ts';

export interface Redline {
  /** True if both texts say the same words in the same order under the same numbers: quotes, dashes, spaces, links and mark-up aside. */
  readonly sameWording: boolean;
  /**
   * In reading order: that of the newer text, with what was taken out where it stood. All blocks with an `older` side but
   * `moved-here` are the older text in order; all with a `newer` side but `moved-away` the newer.
   */
  readonly blocks: readonly RedlineBlock[];
  /** Where each block stands, by its index. */
  readonly places: readonly ClausePlace[];
  /** What happened to each clause, in the order of `blocks`. */
  readonly changes: readonly ClauseChange[];
  /** What changed in no clause: at most one for each place. */
  readonly outside: readonly OutsideChange[];
  readonly matching: ClauseMatching;
}

/**
 * `changed`: in words, number or form. `replaced`: too large to be compared word by word, so that all of it is shown taken out and put in.
 * A moved block stands twice: `moved-away` with the older words, `moved-here` with what changed on the way.
 */
export type BlockKind = 'same' | 'changed' | 'replaced' | 'inserted' | 'deleted' | 'moved-here' | 'moved-away';

/** What a block is to its reader. `title` is the text's own title, `rule` a line across. */
export type Role =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'title' | 'paragraph' | 'item' | 'quote' | 'term' | 'definition' | 'code' | 'summary' }
  | { readonly kind: 'note' | 'cell' | 'table' | 'rule' };

/** A block as it stands in one of the texts. */
export interface BlockSide {
  readonly role: Role;
  /** The number as typed, if one opens the block. It is not part of `content`. */
  readonly label?: string;
  /** The fragment that leads to it, without `#`. */
  readonly anchor?: string;
  /** It goes on from the block before it: in this text the two are one paragraph, which the other text parts. */
  readonly continues?: true;
}

/** An element without its content. */
export interface Shell {
  readonly tagName: string;
  readonly properties: Properties;
}

/** An element that holds blocks: a list, an item, a quotation. Those of two blocks with the same key are the same one. */
export interface Container extends Shell {
  readonly key: string;
  /** True if the number of its first block stands directly in it, before the rest. */
  readonly isLabelled: boolean;
  /** What rendering puts before its first block: the heading of the notes. */
  readonly opening?: readonly ElementContent[];
}

export interface RedlineBlock {
  readonly kind: BlockKind;
  readonly older?: BlockSide;
  readonly newer?: BlockSide;
  /** The elements around it, the outermost first. */
  readonly within: readonly Container[];
  /** Its own element; absent for text that stands directly in its container. */
  readonly shell?: Shell;
  readonly content: TextContent | TableContent;
  /** What changed besides words. */
  readonly form: readonly FormChange[];
  /** Of a moved block: the index in `blocks` of its other end. */
  readonly counterpart?: number;
}

export interface TextContent {
  readonly kind: 'text';
  /** In reading order; within a change what was taken out comes first. */
  readonly runs: readonly Run[];
}

/** A stretch of inline content. `nodes` are of the newer text, but for `deleted`. */
export type Run =
  /** `older` stands where the older text spells the same words otherwise: other quotes, other dashes. */
  | { readonly kind: 'same'; readonly nodes: readonly ElementContent[]; readonly older?: readonly ElementContent[] }
  /** The same words, with another link or another emphasis; see `form` of the block. */
  | { readonly kind: 'restyled'; readonly nodes: readonly ElementContent[]; readonly older: readonly ElementContent[] }
  | { readonly kind: 'inserted' | 'deleted'; readonly nodes: readonly ElementContent[] };

export interface TableContent {
  readonly kind: 'table';
  readonly rows: readonly RedlineRow[];
}

export type PartKind = 'same' | 'changed' | 'inserted' | 'deleted';

/** A row that moved stands twice, as a block does. */
export type RowKind = PartKind | 'moved-here' | 'moved-away';

export interface RedlineRow {
  readonly kind: RowKind;
  readonly section: 'caption' | 'thead' | 'tbody' | 'tfoot';
  readonly shell: Shell;
  readonly cells: readonly RedlineCell[];
}

export interface RedlineCell {
  readonly kind: PartKind;
  readonly shell: Shell;
  readonly blocks: readonly RedlineBlock[];
}

/** A change that no word tells of. `words` are those it concerns. */
export type FormChange =
  /** A link leads elsewhere, was set (no `older`) or taken off (no `newer`). */
  | { readonly kind: 'link'; readonly words: string; readonly older?: string; readonly newer?: string }
  /** The reference is written as before, but the clause it led to is now at `moved`. */
  | { readonly kind: 'reference'; readonly words: string; readonly target: string; readonly moved: string }
  /** The same place in the text refers to another note. */
  | { readonly kind: 'note'; readonly older: string; readonly newer: string }
  /** The block is a note, shown with a clause that refers to it, and says something else than before. */
  | { readonly kind: 'note-words' }
  /** Names of elements: `em`, `strong`, `code` … */
  | {
      readonly kind: 'emphasis';
      readonly words: string;
      readonly older: readonly string[];
      readonly newer: readonly string[];
    }
  /** Levels of a heading, 1 to 6. */
  | { readonly kind: 'level'; readonly older: number; readonly newer: number }
  /** It was one paragraph with the block before it, or it is now. */
  | { readonly kind: 'parted' | 'joined' }
  | { readonly kind: 'role'; readonly older: Role['kind']; readonly newer: Role['kind'] }
  /** The same number written otherwise: `1.` and `1)`. */
  | { readonly kind: 'label'; readonly older: string; readonly newer: string }
  /** A row went past others of its table; `words` are those it has now. */
  | { readonly kind: 'row'; readonly words: string }
  /** Whole columns that came or went, and whether cells were joined or parted. */
  | { readonly kind: 'table'; readonly inserted: number; readonly deleted: number; readonly isRespanned: boolean };

/** A clause as one of the texts has it. */
export interface ClauseName {
  readonly anchor: string;
  readonly label?: string;
  /** See `Clause`. */
  readonly citation?: string;
  /** Empty for a numbered paragraph. */
  readonly title: string;
}

/** A clause as both texts have it; without `older` it is new, without `newer` it is gone. */
export interface ClausePair {
  readonly older?: ClauseName;
  readonly newer?: ClauseName;
}

/** Where a block stands that is in no clause: before the first one, in the notes, or behind a list of clauses. */
export type Outside = 'opening' | 'notes' | 'elsewhere';

/** The clause in which a block is: that of the newer text, if it is there. Where there is none, `outside` is set. */
export interface ClausePlace extends ClausePair {
  readonly outside?: Outside;
  /** Of a note: the clauses of the newer text that refer to it. */
  readonly referrers?: readonly ClauseName[];
}

/**
 * `split`: it came, but begins with words that were another clause's; `joined`: it is gone, but the words it began with are another
 * clause's. `changed` in its own words; `form` in nothing but links, emphasis, levels and the like. A clause is told of once for each
 * kind. One that went with the clause around is told of as `moved` there alone.
 */
export type ClauseChangeKind = 'added' | 'removed' | 'split' | 'joined' | 'moved' | 'changed' | 'form' | 'renumbered';

export interface ClauseChange extends ClausePair {
  readonly kind: ClauseChangeKind;
  /** Index in `blocks` of the first block concerned. */
  readonly block: number;
  /** True if the same befell the clause around. */
  readonly isWithin: boolean;
  /** Of a clause that was `split`: that of the older text with which it was one; if `joined`: that of the newer with which it is. */
  readonly whole?: ClauseName;
}

/** Words, or else form alone, of what is in no clause. */
export interface OutsideChange {
  readonly place: Outside;
  readonly kind: 'changed' | 'form';
  /** See `ClauseChange`. */
  readonly block: number;
}

/** Spoken at both ends of a change, in the language of the page, for those who do not see how it is marked. */
export interface RunWords {
  readonly insertion: string;
  readonly insertionEnd: string;
  readonly deletion: string;
  readonly deletionEnd: string;
  /** Shown and spoken where a row of a table moved from, and where it moved to. */
  readonly rowMovedAway: string;
  readonly rowMovedHere: string;
}

export interface MarkUpOptions {
  readonly words: RunWords;
  /** An address for block `index`, so that links can lead to it; none for undefined. */
  readonly addressOf?: (index: number) => string | undefined;
}

/** What a comparison needs of a correction. */
export interface DeclaredCorrection {
  readonly clause?: string;
  readonly was: string;
  readonly now: string;
}

/** A text as it stands, and the corrections that were declared of it, in their order. */
export interface CorrectedBody<C extends DeclaredCorrection = DeclaredCorrection> {
  readonly body: Body;
  readonly corrections: readonly C[];
}

/** Two texts as they are compared. */
export interface SettledTexts<C> {
  readonly older: Body;
  readonly newer: Body;
  /** Before these, the text reads as it is compared. */
  readonly undone: readonly C[];
}

/** What compares texts and marks up the outcome, as it is handed to the pages that show it. */
export interface RedlineEngine {
  /** What a correction repaired is to be no difference between two editions. */
  settleCorrections<C extends DeclaredCorrection>(older: CorrectedBody<C>, newer: CorrectedBody<C>): SettledTexts<C>;
  compare(older: Body, newer: Body): Redline;
  /** What may change what the text, in `language`, means in law; in the order of the redline. */
  findSubstance(redline: Redline, language: Language): readonly SubstanceFinding[];
  /** HTML with `<ins>` and `<del>`; every block that is not `same` carries its kind in `data-redline`. */
  markUp(blocks: readonly RedlineBlock[], options: MarkUpOptions): ElementContent[];
}

/** A number without what is typed around it: `3.1` for `3.1.`, `a` for `(a)`, `article 3` for `ARTICLE 3:`; empty for none. */
export function numberOf(label: string | undefined): string {
  const number = (label ?? '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return /\s/.test(number) ? number.toLowerCase().replace(/\s+/g, ' ') : number;
}

interface Labelled {
  readonly label?: string;
}

/** True for a block, or a clause, that stands in both texts under different numbers. */
export function isRenumbered({ older, newer }: { readonly older?: Labelled; readonly newer?: Labelled }): boolean {
  return older !== undefined && newer !== undefined && numberOf(older.label) !== numberOf(newer.label);
}
