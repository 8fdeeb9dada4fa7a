/** What a language's words of legal weight look like, as data. */

/**
 * All are sources of regular expressions (flag `u`) for whole words: nothing that is a letter or a digit may stand before or behind. One in
 * lower case altogether is matched in any case. The name before a source, where there is one, stands for all that it matches:
 * words under one name are the same word.
 */
export interface SubstanceWords {
  /** Negations, exceptions, limits. */
  readonly negations: { readonly [name: string]: string };
  /** Duty, permission, intention. */
  readonly modals: { readonly [name: string]: string };
  /** Who speaks and who is spoken to: only one put in another's place counts. */
  readonly pronouns: { readonly [name: string]: string };
  /** What parties are called by what they do. */
  readonly roles: { readonly [name: string]: string };
  /** Names that say by their form that they are a company's. */
  readonly companies: readonly string[];
  /** Countries, states, unions, courts, laws. */
  readonly jurisdictions: readonly string[];
  /** As jurisdictions, for words with endings: the name stands for all of them. */
  readonly jurisdictionStems: { readonly [name: string]: string };
  /** January to December. */
  readonly months: readonly string[];
  /** What may follow the day and the year of a date. */
  readonly daySuffix: string;
  readonly yearSuffix: string;
  readonly periodUnits: { readonly [name: string]: string };
  /** What may stand between a number and its unit, and matters. */
  readonly periodKinds: { readonly [name: string]: string };
  /** Periods without a number. */
  readonly periodWords: readonly string[];
  readonly numberWords: { readonly [source: string]: number };
  /** Behind a number: money, shares. */
  readonly amountUnits: { readonly [name: string]: string };
  /** Behind a number, before a currency. */
  readonly multipliers: { readonly [name: string]: string };
  /** Before the number of a clause that is referred to. */
  readonly referenceNouns: readonly string[];
  /** Between two such numbers. */
  readonly and: string;
  /** Before a date or number that tells of the edition itself. */
  readonly stamps: readonly string[];
  /** The same, but only where a block opens with it: it might speak of other things elsewhere. */
  readonly openingStamps: readonly string[];
  /** Capitalised, and no names: the whole, or its last word. */
  readonly notNames: readonly string[];
  /** With a capital they open a sentence or a title; a name does not begin with them. */
  readonly notInNames: string;
  /** What stands before or behind a name in a postal address: that of a street, a town, a state. */
  readonly addressBefore: string;
  readonly addressBehind: string;
}
