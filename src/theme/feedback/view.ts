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

/** What a message is about: a policy, with the forms for its editions, the latest first; or one edition. */
export type SubjectView =
  | {
      readonly kind: 'policy';
      /** The stable page. */
      readonly text: LinkView;
      readonly editions: readonly LinkView[];
    }
  | {
      readonly kind: 'edition';
      /** The permanent page. */
      readonly text: LinkView;
      /** The form for the policy, from which other editions are reached. */
      readonly policyForm: LinkView;
      /** The name of the field for the clause. */
      readonly clauseName: string;
      readonly clauses: readonly { readonly anchor: string; readonly text: string }[];
    };

/** The stable page of a policy, and its editions in force and announced, each with when it applies. */
export interface PrivacyView extends LinkView {
  readonly editions: readonly { readonly link: LinkView; readonly interval: string }[];
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
  /** On the forms for policies and editions. */
  readonly subject?: SubjectView;
  /** Instead of a form: the address to write to. */
  readonly mailbox?: LinkView;
  /** Says to which host what is written is sent, if it is not the site's own. */
  readonly host?: string;
  /** The policy whose edition in force governs what is sent, if the site has one. */
  readonly privacy?: PrivacyView;
  /** What the script has to know, as JSON. */
  readonly script: string;
}
