/** A configured form goes in; one message, marked as a trial, is sent as the page would send it, and what came back comes out. */
import { randomUUID } from 'node:crypto';
import { absoluteUrl, addresses } from '../model/address.ts';
import { type FeedbackConfig, localText, type SiteConfig } from '../model/config.ts';
import { FEEDBACK_SERVICES, fieldNameFor, type Inline, inlineOf } from '../model/feedback-services.ts';
import { failureOf } from './outward-links-failure.ts';

/** `said` is what the receiver says of itself; `status` that of HTTP. */
export type Trial =
  /** There is nobody to send to: the visitor's own mail program does. */
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'arrived'; readonly status: number }
  | { readonly kind: 'refused'; readonly status: number; readonly said?: string }
  /** Browsers would show what the receiver shows, but hold back where it leads them: this origin is not among the `redirects`. */
  | { readonly kind: 'led-astray'; readonly origin: string }
  /** A page's script could not read the answer: the receiver does not name the site's origin (CORS). */
  | { readonly kind: 'unreadable'; readonly status: number }
  /** An answer that confirms nothing. */
  | { readonly kind: 'unsure'; readonly status: number }
  | { readonly kind: 'silent'; readonly reason: string };

export interface TrialOptions {
  readonly fetch: typeof fetch;
  /** Default: 20 seconds, as the page waits. */
  readonly timeoutMs?: number;
}

/** What the marked message says. */
export const TRIAL_MESSAGE =
  'This is a trial by “promulgate check --endpoint”, sent on purpose to see whether the form works. It can be deleted.';

/** Sends one message. Never throws for what the network does. */
export async function tryForm(config: SiteConfig, feedback: FeedbackConfig, options: TrialOptions): Promise<Trial> {
  if (FEEDBACK_SERVICES[feedback.kind].target.kind === 'mailbox') return { kind: 'not-sent' };
  const inline = inlineOf(feedback);
  const { timeoutMs = 20_000 } = options;
  try {
    const response = await options.fetch(addressOf(config, feedback, inline), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        Accept: inline === undefined ? 'text/html' : 'application/json',
        Origin: config.url,
        Referer: `${config.url}/`,
      },
      body: new URLSearchParams(fieldsOf(config, feedback)),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return judge(response, await response.text(), { config, feedback, inline });
  } catch (error) {
    const failure = failureOf(error, timeoutMs);
    return { kind: 'silent', reason: 'reason' in failure ? failure.reason : '' };
  }
}

function addressOf(config: SiteConfig, { endpoint }: FeedbackConfig, inline: Inline | undefined): string {
  if (endpoint === '') return thanksOf(config);
  return inline?.instead === undefined ? endpoint : endpoint.replace(inline.instead.of, inline.instead.write);
}

function thanksOf(config: SiteConfig): string {
  return absoluteUrl(config, addresses(config, config.languages[0]).thanks);
}

/** Every required field has a value that fits; the message says what it is. */
function fieldsOf(config: SiteConfig, feedback: FeedbackConfig): [string, string][] {
  const { fixed, keyField, redirectField } = FEEDBACK_SERVICES[feedback.kind];
  const [language] = config.languages;
  const mailbox = feedback.email ?? `trial@${new URL(config.url).hostname}`;
  const configured = feedback.fields.map(({ name, type, options }): [string, string] => {
    const [first = ''] = options;
    if (type === 'select') return [name, localText(first, language, config.languages)];
    return [name, type === 'email' ? mailbox : type === 'textarea' ? TRIAL_MESSAGE : 'Promulgate'];
  });
  const usual: [string, string][] = [
    ['topic', 'site'],
    ['message', TRIAL_MESSAGE],
    ['name', 'Promulgate'],
    ['email', mailbox],
  ];
  const context: [string, string][] = [
    ['language', language],
    ['page', absoluteUrl(config, addresses(config, language).feedback)],
    ['submission', randomUUID()],
    // Receivers take for a machine what comes at once.
    ['elapsed', '60'],
  ];
  const named = [...(configured.length === 0 ? usual : configured), ...context].map(
    ([name, value]): [string, string] => [fieldNameFor(feedback.kind, name), value],
  );
  return [
    ...fixed.map(({ name, value }): [string, string] => [name, value]),
    ...(keyField === undefined || feedback.key === undefined ? [] : [[keyField, feedback.key] as [string, string]]),
    ...(redirectField === undefined ? [] : [[redirectField, thanksOf(config)] as [string, string]]),
    ...named,
  ];
}

interface Context {
  readonly config: SiteConfig;
  readonly feedback: FeedbackConfig;
  readonly inline: Inline | undefined;
}

function judge(response: Response, text: string, { config, feedback, inline }: Context): Trial {
  const { status, headers } = response;
  const answer = objectIn(text);
  const said = saidIn(answer);
  if (status >= 400) return { kind: 'refused', status, ...said };
  if (inline === undefined) return judgePlain(response, { config, feedback });
  const allowed = headers.get('access-control-allow-origin');
  const isSameOrigin = feedback.endpoint === '' || new URL(feedback.endpoint).origin === config.url;
  if (!isSameOrigin && allowed !== '*' && allowed !== config.url) return { kind: 'unreadable', status };
  if (isComplaint(answer, inline)) return { kind: 'refused', status, ...said };
  return inline.confirmedBy.some((key) => isYes(answer[key]))
    ? { kind: 'arrived', status }
    : { kind: 'unsure', status };
}

/** As a browser posts it: the receiver shows a page, or leads to one that the headers of the form let it lead to. */
function judgePlain({ status, headers, url }: Response, { config, feedback }: Omit<Context, 'inline'>): Trial {
  const location = headers.get('location');
  if (status < 300 || location === null) return { kind: feedback.endpoint === '' ? 'arrived' : 'unsure', status };
  const base = url === '' ? config.url : url;
  const { origin } = URL.canParse(location, base) ? new URL(location, base) : { origin: location };
  const known = [config.url, new URL(base).origin, ...(feedback.redirects ?? [])];
  return known.includes(origin) ? { kind: 'arrived', status } : { kind: 'led-astray', origin };
}

type Answer = { readonly [key: string]: unknown };

const isNo = (value: unknown) => value === false || value === 'false';
const isYes = (value: unknown) => value === true || (typeof value === 'string' && value !== '' && !isNo(value));

function isComplaint({ error, errors, ...answer }: Answer, { confirmedBy }: Inline): boolean {
  const isEmpty = (value: unknown) =>
    value === undefined || value === null || value === '' || value === false || Object.keys(Object(value)).length === 0;
  return !isEmpty(error) || !isEmpty(errors) || confirmedBy.some((key) => isNo(answer[key]));
}

function saidIn({ message, error }: Answer): { said?: string } {
  const said = [message, error].find((text) => typeof text === 'string' && text !== '');
  return typeof said === 'string' ? { said: said.slice(0, 300) } : {};
}

function objectIn(text: string): Answer {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
