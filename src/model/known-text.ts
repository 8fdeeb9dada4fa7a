/** What a site knows of a text that it has published, so that a copy of it can be recognised. */
import type { Body } from './clause.ts';

export interface KnownText {
  readonly policy: string;
  /** The id of its edition. */
  readonly edition: string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Below the root of the site: of its page. Absent if the text as it was then stands nowhere any more. */
  readonly address?: string;
  /** Of the text as data, where it is known word by word. */
  readonly body?: string;
  /** SHA-256 of its canonical text, in hexadecimal. */
  readonly source: string;
  /** SHA-256 of the words that a reader sees, in hexadecimal. */
  readonly text: string;
  /** `standing`: as the ledger has it last. `former`: as it was before it was corrected or edited. `unsealed`: not in a ledger. */
  readonly kind: 'standing' | 'former' | 'unsealed';
  /** When what changed a former text was entered. RFC 3339, in UTC. */
  readonly until?: string;
}

/** A text as it once was, rendered. */
export interface FormerBody extends Pick<KnownText, 'policy' | 'edition' | 'language' | 'source'> {
  readonly body: Body;
}
