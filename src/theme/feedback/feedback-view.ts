/** The configured form and the page it stands on go in; the form as a template sees it comes out. */
import { addresses } from '../../model/address.ts';
import type { FeedbackConfig } from '../../model/config.ts';
import { FEEDBACK_SERVICES, fieldNameFor, type Inline, inlineOf } from '../../model/feedback-services.ts';
import type { Page } from '../../model/site.ts';
import { editionTitle, policyTitle } from '../edition-view.ts';
import type { PageContext } from '../page-context.ts';
import type { LinkView } from '../view.ts';
import { FEEDBACK_WORDS } from './feedback-words.ts';
import { viewFields } from './fields.ts';
import { viewPrivacy } from './privacy.ts';
import { type Subject, type SubjectPage, subjectOf } from './subject.ts';
import type { FeedbackView, FieldView, HiddenView } from './view.ts';

export type FeedbackPage = Extract<Page, { kind: 'feedback' }> | SubjectPage;

/** The name of the form in the account with Netlify. */
const NETLIFY_NAME = 'feedback';

export function viewFeedback(page: FeedbackPage, context: PageContext): FeedbackView {
  const { feedback } = context.site.config;
  if (feedback === undefined) throw new Error('Planned a form without anywhere to send it');
  const service = FEEDBACK_SERVICES[feedback.kind];
  const honeypot = service.honeypot ?? feedback.honeypot;
  const nameOf = (name: string) => fieldNameFor(feedback.kind, name);
  const subject = page.kind === 'feedback' ? undefined : subjectOf(page, context, nameOf('clause'));
  const thanks = addresses(context.site.config, page.language).thanks;
  const isMail = service.target.kind === 'mailbox';
  const fields = isMail ? [] : viewFields(context, nameOf);
  const privacy = viewPrivacy(context);
  const host = hostSentence(feedback, context);
  return {
    // Netlify wants a path that begins with a slash.
    action: isMail ? '' : addressFor(feedback, page) || `${context.site.config.base}${thanks}`,
    fields,
    hidden: [
      ...service.fixed,
      ...fieldWith(service.keyField, feedback.key),
      ...fieldWith(service.redirectField, context.link.absolute(thanks)),
      ...fieldWith(service.requiredField, requiredLabels(fields)),
      ...contextFields(page, subject).map((field) => ({ ...field, name: nameOf(field.name) })),
    ],
    script: JSON.stringify(scriptData(page, subject, context, feedback)),
    ...(subject === undefined ? {} : { subject: subject.view }),
    ...(honeypot === undefined ? {} : { honeypot }),
    ...(service.target.kind === 'site' ? { netlify: NETLIFY_NAME } : {}),
    ...(isMail ? { mailbox: mailLink(feedback.endpoint, subject, context) } : {}),
    ...(host === undefined ? {} : { host }),
    ...(privacy === undefined ? {} : { privacy }),
  };
}

function fieldWith(name: string | undefined, value: string | undefined): HiddenView[] {
  return name === undefined || value === undefined ? [] : [{ name, value }];
}

/** As JSON, by name: said by the form itself, so that page and receiver cannot disagree. */
function requiredLabels(fields: readonly FieldView[]): string {
  return JSON.stringify(
    Object.fromEntries(fields.flatMap((each) => (each.isRequired ? [[each.name, each.label]] : []))),
  );
}

/** What tells the receiver which text was read. What only a script can know is empty without one. */
function contextFields(page: FeedbackPage, subject: Subject | undefined): HiddenView[] {
  const { edition, language, page: read, digest } = subject?.told ?? { language: page.language };
  const role = (name: string, value = ''): HiddenView => ({ name, value, role: name });
  return [
    role('policy', page.kind === 'feedback' ? '' : page.policy),
    role('edition', edition),
    // Chosen from a list where there is one.
    ...(subject?.view.kind === 'edition' ? [] : [role('clause')]),
    role('language', language),
    role('page', read),
    role('digest', digest),
    ...['submission', 'elapsed', 'proof'].map((name) => role(name)),
  ];
}

/** What feedback.js has to know of the service, and the words it says. */
function scriptData(page: FeedbackPage, subject: Subject | undefined, context: PageContext, feedback: FeedbackConfig) {
  const { voice, site, link } = context;
  const { kind, proofBits } = feedback;
  const inline = inlineOf(feedback);
  const about = subject === undefined ? {} : { about: subject.told.page, unlisted: subject.unlisted };
  if (FEEDBACK_SERVICES[kind].target.kind === 'mailbox') return { ...about, unlisted: subject?.anchors ?? '' };
  const mailbox = feedback.email ?? contactMailbox(site.config.organization?.contacts ?? []);
  const words = Object.fromEntries(FEEDBACK_WORDS.map((key) => [key, voice.words.words[key] ?? '']));
  return {
    words,
    root: link.absolute(''),
    ...about,
    ...(inline === undefined
      ? {}
      : { confirmedBy: inline.confirmedBy, post: postAddress(addressFor(feedback, page), inline) }),
    ...(kind === 'promulgate' ? { isOnce: true } : {}),
    ...(proofBits === undefined ? {} : { proofBits }),
    ...(mailbox === undefined ? {} : { mailbox, mailSubject: mailSubject(context) }),
  };
}

/** Our receiver learns from the address which language to answer in, also where it refuses what it has not read. */
function addressFor({ kind, endpoint }: FeedbackConfig, { language }: FeedbackPage): string {
  if (kind !== 'promulgate') return endpoint;
  const address = new URL(endpoint);
  address.searchParams.set('language', language);
  return address.href;
}

function postAddress(endpoint: string, { instead }: Inline): string {
  return instead === undefined ? endpoint : endpoint.replace(instead.of, instead.write);
}

function contactMailbox(contacts: readonly { readonly value: string }[]): string | undefined {
  return contacts.find(({ value }) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))?.value;
}

/** RFC 6068: what stands after `subject=` and `body=` is percent-encoded. The letter begins with the address of the text. */
function mailLink(endpoint: string, subject: Subject | undefined, context: PageContext): LinkView {
  const title = mailSubject(context);
  const body = subject === undefined ? '' : `&body=${encodeURIComponent(`${subject.told.page}\r\n\r\n`)}`;
  return { text: endpoint.replace(/^mailto:/, ''), href: `${endpoint}?subject=${encodeURIComponent(title)}${body}` };
}

/** What the letter is about: the edition, the policy, or else the site. */
function mailSubject(context: PageContext): string {
  const { site, voice, page } = context;
  const said =
    page.kind === 'edition-feedback'
      ? editionTitle(page, context)
      : 'policy' in page
        ? policyTitle(page.policy, page.language, context)
        : new URL(site.config.url).host;
  return voice.words.say('form-mail-subject', { page: said }).replaceAll('\u00A0', ' ');
}

function hostSentence({ endpoint }: FeedbackConfig, { site, voice }: PageContext): string | undefined {
  if (!/^https?:/.test(endpoint)) return undefined;
  const { host } = new URL(endpoint);
  return host === new URL(site.config.url).host ? undefined : voice.words.say('feedback-host', { host });
}
