/** The address that a form is to be sent to goes in; what is wrong with it, in view of the service, comes out: a form never leads nowhere. */
import { FEEDBACK_SERVICES, type FeedbackKind } from '../model/feedback-services.ts';
import type { Converted } from './conversion.ts';
import type { Words } from './reading.ts';
import { parseSecureAddress } from './site-address.ts';

/** Names kept for examples (RFC 2606): nobody can receive anything there. */
const SAMPLE_HOSTS = /(^|\.)example\.(com|net|org)$/i;
/** The same, with the name before it: all names of one made-up publisher end so. */
const SAMPLE_DOMAIN = /(?:^|\.)((?:[^.]+\.)?(?:example|invalid|test))$/i;

/** The addresses and keys by which our own advice shows how they look. */
const OWN_SAMPLES = Object.values(FEEDBACK_SERVICES).flatMap(({ target, keyForm }) => [
  ...(target.kind === 'address' && target.hosts.length > 0 ? [target.example] : []),
  ...(keyForm === undefined ? [] : [keyForm.example]),
]);

/** What instructions write where a customer puts a code or an address of their own. */
const UNFILLED_PARTS = [
  /(^|[^a-z])your[-_. ]?(access|api|form|site|mail|e-?mail|@|endpoint|name|domain|company|key|id|random|org)/i,
  /(^|[/=])(form|access|api)[-_]?(id|key)($|[/&?])/i,
  /[{}<>[\]]|x{4,}|\b(todo|tbd|placeholder|changeme)\b/i,
];
const MAILBOX = /^[^\s@,;?&]+@[^\s@,;?&]+\.[^\s@,;?&]+$/;

/** True for what our own advice shows. */
export function isOwnSample(text: string): boolean {
  return OWN_SAMPLES.includes(text.replace(/\/$/, '').toLowerCase());
}

/** True for text that was to be replaced, such as `YOUR_FORM_ID` or `xxxxxxxx`. */
export function isUnfilled(text: string): boolean {
  const plain = decode(text);
  return UNFILLED_PARTS.some((pattern) => pattern.test(plain));
}

/** Model `FeedbackConfig.endpoint`. */
export function endpointOf(kind: FeedbackKind, given: string | undefined): Converted<string> {
  const { name, target } = FEEDBACK_SERVICES[kind];
  switch (target.kind) {
    case 'site':
      return given === undefined ? { value: '' } : needless(name);
    case 'fixed':
      return given === undefined || given.replace(/\/$/, '') === target.address
        ? { value: target.address }
        : needless(name);
    case 'mailbox':
      return mailboxOf(given);
    case 'address':
      if (given !== undefined) return addressOf(given, target);
      return {
        message: '“endpoint” is missing: the form would lead nowhere.',
        hint: `Add a line such as “endpoint: ${target.example}”, with the address that the service gave you.`,
      };
  }
}

function addressOf(
  given: string,
  { hosts, example }: { hosts: readonly string[]; example: string },
): Converted<string> {
  const address = parseSecureAddress(given, example);
  if (!('value' in address)) return address;
  const { hash, href, hostname, pathname, search } = address.value;
  if (hash !== '') {
    return { message: 'The address must not hold “#”.', hint: `Write “${href.replace(/#.*$/, '')}”.` };
  }
  if (
    SAMPLE_HOSTS.test(hostname) ||
    isOwnSample(href) ||
    isUnfilled(`${hostname.replace(/^\[.*\]$/, '')}${pathname}${search}`)
  ) {
    return {
      message: `“${given}” is the address of an example: nobody would receive what visitors send.`,
      hint: `Write the address that the service gave you; it looks like “${example}”.`,
    };
  }
  if (hosts.length > 0 && (!hosts.includes(hostname) || pathname === '/')) {
    return {
      message: `“${given}” is not an address of this service.`,
      hint: `Write the address that the service gave you; it looks like “${example}”. If another service is meant, correct “kind”.`,
    };
  }
  return { value: href };
}

function mailboxOf(given: string | undefined): Converted<string> {
  const hint = 'Write the address of a mailbox: “endpoint: mailto:feedback@acme.example”.';
  if (given === undefined) return { message: '“endpoint” is missing: nobody would know where to write.', hint };
  const mailbox = given.trim().replace(/^mailto:/i, '');
  if (!MAILBOX.test(mailbox)) return { message: `“${given}” is not an e-mail address.`, hint };
  const host = mailbox.slice(mailbox.lastIndexOf('@') + 1);
  if (SAMPLE_HOSTS.test(host) || isUnfilled(mailbox)) {
    return { message: `“${given}” is the address of an example: nobody would receive what visitors send.`, hint };
  }
  return { value: `mailto:${mailbox}` };
}

function needless(name: string): Words {
  return { message: `${name} has no address of its own for each form.`, hint: 'Delete the line “endpoint”.' };
}

/** A real site cannot send to a host that exists in examples only; an example may, to one of its own made-up publisher or on this machine. */
export function sampleEndpointProblem(endpoint: string | undefined, site: string): Words | undefined {
  const domain = endpoint === undefined ? undefined : sampleDomain(endpoint);
  if (domain === undefined || domain === sampleDomain(site)) return undefined;
  if (domain === 'localhost' && (sampleDomain(site) !== undefined || SAMPLE_HOSTS.test(hostOf(site)))) return undefined;
  const hint = 'Write the address that the service gave you, or delete “feedback”.';
  if (domain === 'localhost') return { message: `“${endpoint}” leads each visitor to their own machine.`, hint };
  return { message: `“${endpoint}” is the address of an example: nobody would receive what visitors send.`, hint };
}

/** Undefined for a host that everybody may reach. */
function sampleDomain(address: string): string | undefined {
  const host = hostOf(address);
  return /^127\.|^\[::1\]$|(^|\.)localhost$/.test(host) ? 'localhost' : SAMPLE_DOMAIN.exec(host)?.[1]?.toLowerCase();
}

function hostOf(address: string): string {
  if (address.startsWith('mailto:')) return address.slice(address.lastIndexOf('@') + 1);
  return URL.canParse(address) ? new URL(address).hostname : '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
