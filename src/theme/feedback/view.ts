/** The part of a View that the pages with the form have. */
import type { LinkView } from '../view.ts';

export interface FieldView {
  /** Under which the value is posted; as the service wants it. */
  readonly name: string;
  readonly id: string;
  /** `radio`: a choice of which one is made already. */
  readonly type: 'text' | 'email' | 'textarea' | 'select' | 'radio';
  readonly label: string;
  readonly isRequired: boolean;
  readonly maxLength: number;
  readonly autocomplete?: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
}

/** A field that the page fills in. */
export interface HiddenView {
  readonly name: string;
  readonly value: string;
  /** By which the script finds it: `page`, `digest`, `submission` … Absent if the value never changes. */
  readonly role?: string;
}

/** What a message may be about. */
export interface SubjectView {
  /** The stable page of the policy, and its absolute address. */
  readonly policy: LinkView & { readonly page: string };
  /** The field for the edition. The latest is the first; one is chosen only if there is no other. */
  readonly editionName: string;
  readonly editions: readonly {
    readonly id: string;
    readonly text: string;
    readonly isChosen: boolean;
    /** The permanent address, absolute. */
    readonly page: string;
    /** Of the text that its page shows. */
    readonly language: string;
    readonly digest: string;
  }[];
  readonly clauseName: string;
  /** Of the edition that stands. */
  readonly clauses: readonly { readonly anchor: string; readonly text: string }[];
}

export interface FeedbackView {
  /** Where the form is posted; empty if there is an address to write to instead. */
  readonly action: string;
  readonly fields: readonly FieldView[];
  readonly hidden: readonly HiddenView[];
  /** The name of the field that nobody sees and that must stay empty. */
  readonly honeypot?: string;
  /** For Netlify, which looks for the form in the pages: its name there. */
  readonly netlify?: string;
  /** On the form of one policy. */
  readonly subject?: SubjectView;
  /** Instead of a form: the address to write to. */
  readonly mailbox?: LinkView;
  /** Says to which host what is written is sent, if it is not the site's own. */
  readonly host?: string;
  /** The policy whose edition in force governs what is sent, if the site has one. */
  readonly privacy?: LinkView;
  /** What the script has to know, as JSON. */
  readonly script: string;
}
