/** What each service that takes the form's messages asks of a form and how it answers, as its public documentation says. */

/** The services that site.yaml can name under `kind`. */
export const FEEDBACK_KINDS = [
  ...(['generic', 'formspree', 'netlify', 'web3forms', 'basin'] as const),
  ...(['forminit', 'formsubmit', 'promulgate', 'mailto'] as const),
] as const;

export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** Where messages go: to an address the publisher was given, one for everybody, the site itself (Netlify), or a mailbox. */
export type Target =
  | {
      readonly kind: 'address';
      /** The hosts of the service; empty if it may stand anywhere. */
      readonly hosts: readonly string[];
      /** How its addresses look, for advice. */
      readonly example: string;
    }
  | { readonly kind: 'fixed'; readonly address: string }
  | { readonly kind: 'site' }
  | { readonly kind: 'mailbox' };

/** How a script may send: the answer is JSON, and the service lets pages of other sites read it (CORS). */
export interface Inline {
  /** One of these holds `true`, `"true"` or an address when the message has arrived, and no `error` or `errors` stands beside it. */
  readonly confirmedBy: readonly string[];
  /** Where scripts post, if elsewhere: the beginning of the address, and what stands in its place. */
  readonly instead?: { readonly of: string; readonly write: string };
}

export interface FeedbackService {
  /** As its publisher calls it. */
  readonly name: string;
  readonly target: Target;
  /** Hidden fields that are always the same. */
  readonly fixed: readonly { readonly name: string; readonly value: string }[];
  /** The hidden field for the key that the publisher was given (`key` in site.yaml). */
  readonly keyField?: string;
  /** How such a key looks, where all of them look alike. */
  readonly keyForm?: { readonly pattern: RegExp; readonly example: string };
  /** The hidden field for where the visitor is led after sending; without one it is set in the account with the service. */
  readonly redirectField?: string;
  /** The hidden field that tells it which fields must be filled in: a JSON object of their labels, by their names. */
  readonly requiredField?: string;
  /** The field that people never see and must stay empty. */
  readonly honeypot?: string;
  /** Absent if the answer cannot tell whether the message has arrived: then the form is sent as browsers do. */
  readonly inline?: Inline;
  /** The prefix of the names it takes, and the names of its own for some of ours. */
  readonly names?: { readonly prefix: string; readonly own: { readonly [name: string]: string } };
  /** What its refusals usually mean for a publisher, by the status of the answer; 200 stands for one that reports a problem. */
  readonly causes?: { readonly [status: number]: string };
}

const SUCCESS: Inline = { confirmedBy: ['success'] };

/** The name under which a service takes a field that we call `name`. */
export function fieldNameFor(kind: FeedbackKind, name: string): string {
  const { names } = FEEDBACK_SERVICES[kind];
  return names?.own[name] ?? `${names?.prefix ?? ''}${name}`;
}

/** How a script may send to it, if at all; a `generic` one must be said to allow it. */
export function inlineOf(feedback: { readonly kind: FeedbackKind; readonly inline?: boolean }): Inline | undefined {
  const isAllowed = feedback.kind !== 'generic' || feedback.inline === true;
  return isAllowed ? FEEDBACK_SERVICES[feedback.kind].inline : undefined;
}

export const FEEDBACK_SERVICES: { readonly [K in FeedbackKind]: FeedbackService } = {
  /** Any address that takes a form. Nothing is known of its answers unless site.yaml says `inline: true`. */
  generic: {
    name: 'another service',
    target: { kind: 'address', hosts: [], example: 'https://forms.acme.example/policy' },
    fixed: [],
    redirectField: 'redirect',
    inline: { confirmedBy: ['ok', 'success'] },
  },
  /**
   * https://help.formspree.io (“Honeypot spam filtering”, “Submit forms with JavaScript (AJAX)”), and `isServerSuccessResponse` in
   * formspree/formspree-js: success holds `next`, refusals `error` and `errors`. `_next` and `_gotcha`: the README of
   * formspree/formspree; a message whose `_gotcha` is filled in is “silently ignored”. It looks at the referrer
   * (googlearchive/built-with-polymer, issue 19); a form restricted to a domain refuses others with 403.
   */
  formspree: {
    name: 'Formspree',
    target: { kind: 'address', hosts: ['formspree.io'], example: 'https://formspree.io/f/xayzkqwe' },
    fixed: [],
    redirectField: '_next',
    honeypot: '_gotcha',
    inline: { confirmedBy: ['ok', 'next'] },
    causes: {
      402: 'The messages of this month are used up: see the plan of your account.',
      403: 'The form is restricted to another domain, or asks for a captcha: see its settings with Formspree.',
      404: 'Formspree knows no such form: compare the address with the one in your account.',
    },
  },
  /**
   * https://docs.netlify.com/forms/setup/ and …/spam-filters/: Netlify finds the form in the published pages by `data-netlify`, if
   * form detection is on, and takes posts to any page of the site; `action` is the page shown next. A script would get that page
   * as its answer, found or not, and so could not tell a message taken from one lost.
   */
  netlify: {
    name: 'Netlify Forms',
    target: { kind: 'site' },
    fixed: [{ name: 'form-name', value: 'feedback' }],
    honeypot: 'bot-field',
    causes: {
      404: 'Netlify has not found the form: turn on form detection in its settings, and publish the site again.',
      405: 'Netlify has not found the form: turn on form detection in its settings, and publish the site again.',
    },
  },
  /**
   * https://docs.web3forms.com/getting-started/api-reference: `access_key`, `redirect`, `botcheck`; `success` in every answer; servers
   * may send in paid plans only. No page says how a key looks: those in public repositories are all UUIDs.
   */
  web3forms: {
    name: 'Web3Forms',
    target: { kind: 'fixed', address: 'https://api.web3forms.com/submit' },
    fixed: [],
    keyField: 'access_key',
    keyForm: {
      pattern: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
      example: '3f1c9b52-8a44-4d0e-9c1b-2a7d5e8f6b10',
    },
    redirectField: 'redirect',
    honeypot: 'botcheck',
    inline: SUCCESS,
    causes: {
      400: 'The key is not known to Web3Forms: compare it with the one you were sent.',
      403: 'Web3Forms takes messages from browsers only: send one from the form itself to learn more.',
    },
  },
  /**
   * https://docs.usebasin.com/guides/form-features/ajax: `Accept: application/json`, across sites by default; refusals hold `error`.
   * …/guides/api/api-forms/: where the visitor is led is a setting of the form (`redirect_url`), not of the free plan; no page speaks
   * of a field for it. …/spam-protection/advanced-filters: the honeypot.
   */
  basin: {
    name: 'Basin',
    target: {
      kind: 'address',
      hosts: ['usebasin.com', 'www.usebasin.com'],
      example: 'https://usebasin.com/f/1a2b3c4d5e6f',
    },
    fixed: [],
    honeypot: '_gotcha',
    inline: SUCCESS,
  },
  /**
   * https://forminit.com/docs (formerly Getform): names begin with `fi-`, and `fi-sender-…` tell who writes. `success` in every
   * answer. Where the visitor is led is set in the account. A used-up plan is refused with 402 or 429.
   */
  forminit: {
    name: 'Forminit (Getform)',
    target: {
      kind: 'address',
      hosts: ['forminit.com', 'api.forminit.com', 'getform.io', 'api.getform.io'],
      example: 'https://forminit.com/f/y5ewa2cnm5i',
    },
    fixed: [],
    honeypot: '_gotcha',
    inline: SUCCESS,
    causes: {
      401: 'The form takes messages with a key only: make it public in your account with Forminit.',
      402: 'The messages of this month are used up: see the plan of your account.',
      429: 'The messages of this month are used up, or too many came at once.',
    },
    names: { prefix: 'fi-text-', own: { name: 'fi-sender-fullName', email: 'fi-sender-email' } },
  },
  /**
   * https://formsubmit.co/documentation and …/ajax-documentation: `_next`, `_honey`; scripts post below `/ajax/`. It answers 200 with
   * `"success": "false"` until the mailbox has confirmed the first message (“This form needs Activation”), and so it does for each
   * domain; and refuses, also with 200, posts without a referrer (“open this page through a web server”). Both as many public
   * repositories have seen it.
   */
  formsubmit: {
    name: 'FormSubmit',
    target: {
      kind: 'address',
      hosts: ['formsubmit.co'],
      example: 'https://formsubmit.co/0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    },
    fixed: [
      { name: '_template', value: 'table' },
      { name: '_captcha', value: 'false' },
    ],
    redirectField: '_next',
    honeypot: '_honey',
    inline: {
      confirmedBy: ['success'],
      instead: { of: 'https://formsubmit.co/', write: 'https://formsubmit.co/ajax/' },
    },
    causes: {
      200: 'FormSubmit sends nothing on before the mailbox has confirmed the first message from a site: look there for its letter.',
    },
  },
  /** Our own receiver, `promulgate receive`: a message with its honeypot filled in is set aside, never dropped. */
  promulgate: {
    name: 'the receiver of Promulgate',
    target: { kind: 'address', hosts: [], example: 'https://feedback.acme.example/' },
    fixed: [],
    redirectField: 'redirect',
    requiredField: 'required',
    honeypot: 'note_2',
    inline: { confirmedBy: ['ok'] },
  },
  /** The visitor's own mail program (RFC 6068): no form, but an address with the subject filled in. */
  mailto: { name: 'e-mail', target: { kind: 'mailbox' }, fixed: [] },
};
