/** A form as it was posted and what is asked of it go in; the message to keep, or what its sender must mend, comes out. */
import * as z from 'zod';
import { type Instant, isoInstant } from '../model/civil-date.ts';
import { FEEDBACK_SERVICES } from '../model/feedback-services.ts';
import { sha256 } from '../model/sha256.ts';
import { CONTEXT_NAMES, type Message, type Suspicion } from './message.ts';
import { isProven } from './proof-of-work.ts';
import type { Form } from './read-form.ts';

export interface Expectations {
  readonly received: Instant;
  /** Whoever sends sooner after the page was shown is set aside. */
  readonly minSeconds: number;
  /** 0: no proof of work. */
  readonly proofBits: number;
  /** True if nothing tells which page the form stood on, though it should. */
  readonly isOriginMissing: boolean;
}

/** What is wrong with a field; `label`: how the form calls it. */
export type FieldProblem = { readonly kind: 'empty' | 'email' } | { readonly kind: 'missing'; readonly label: string };

export type Composition =
  | { readonly kind: 'message'; readonly message: Message; readonly redirect: string }
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, FieldProblem>>; readonly language: string };

const {
  honeypot: HONEYPOT = '',
  redirectField: REDIRECT = '',
  requiredField: REQUIRED = '',
} = FEEDBACK_SERVICES.promulgate;
const OWN_NAMES: readonly string[] = [...CONTEXT_NAMES, 'submission', 'elapsed', 'proof', HONEYPOT, REDIRECT, REQUIRED];

/** As a form of ours names its fields; what else comes was not sent by one. */
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LONGEST_CONTEXT = 2000;
const LONGEST_ADDRESS = 254;
const LONGEST_LABEL = 200;

/** Reads what the form says. What looks odd is noted in the message, never a reason to refuse it. */
export function composeMessage(form: Form, expectations: Expectations): Composition {
  const first = (name: string) => form.entries.find((entry) => entry.name === name)?.value.trim() ?? '';
  const context = {
    policy: first('policy').slice(0, LONGEST_CONTEXT),
    edition: first('edition').slice(0, LONGEST_CONTEXT),
    language: first('language').slice(0, LONGEST_CONTEXT),
    clause: first('clause').slice(0, LONGEST_CONTEXT),
    page: first('page').slice(0, LONGEST_CONTEXT),
    digest: first('digest').slice(0, LONGEST_CONTEXT),
  };
  const fields = form.entries.filter(({ name }) => !OWN_NAMES.includes(name));
  const required = readRequired(first(REQUIRED));
  const problems = problemsOf(fields, required ?? {});
  if (Object.keys(problems).length > 0) return { kind: 'problems', problems, language: context.language };
  const received = isoInstant(expectations.received);
  const words = JSON.stringify([fields.map(({ name, value }) => [name, value]), context]);
  const given = first('submission').toLowerCase();
  const submission = UUID.test(given) ? given : derivedUuid(`${received.slice(0, 10)}\n${words}`);
  const elapsed = /^\d{1,9}$/.test(first('elapsed')) ? Number(first('elapsed')) : null;
  const suspicions: readonly (Suspicion | false)[] = [
    first(HONEYPOT) !== '' && 'honeypot',
    elapsed !== null && elapsed < expectations.minSeconds && 'too-quick',
    !isProven(submission, first('proof'), expectations.proofBits) && 'proof',
    !form.isWellEncoded && 'encoding',
    (isOdd(form, given) || required === undefined) && 'odd-fields',
    expectations.isOriginMissing && 'no-origin',
  ];
  const message: Message = {
    format: 1,
    id: `${sha256(`${submission}\n${words}`).slice(0, 12)}-${submission}`,
    submission,
    received,
    fields,
    context,
    elapsed,
    suspicions: suspicions.filter((suspicion) => suspicion !== false),
  };
  return { kind: 'message', message, redirect: first(REDIRECT) };
}

/**
 * What the form says must be filled in is asked for: browsers see to it, but not all. The address in the field `email` is
 * where a reply goes: a wrong one is worth a question while the visitor is there.
 */
function problemsOf(fields: Form['entries'], required: Labels): Record<string, FieldProblem> {
  const isEmpty = (name: string) => fields.every((field) => field.name !== name || field.value.trim() === '');
  const missing = Object.entries(required).flatMap(([name, label]): [string, FieldProblem][] =>
    isEmpty(name) ? [[name, { kind: 'missing', label: label.slice(0, LONGEST_LABEL) }]] : [],
  );
  const email = fields.find(({ name }) => name === 'email')?.value.trim() ?? '';
  if (email !== '' && !isAddress(email)) missing.push(['email', { kind: 'email' }]);
  const isNothing = missing.length === 0 && fields.every(({ value }) => value.trim() === '');
  return isNothing ? { message: { kind: 'empty' } } : Object.fromEntries(missing);
}

type Labels = Readonly<Record<string, string>>;

/** Undefined if it is not what a form of ours says; a form of an older site says nothing. */
function readRequired(text: string): Labels | undefined {
  if (text === '') return {};
  try {
    return labels.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const labels = z.record(z.string(), z.string());

function isAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && /^[^\s@<>,;:"()[\]\\\p{C}]+@[^\s@<>,;:"()\\\p{C}]+$/u.test(text);
}

function isOdd({ entries }: Form, submission: string): boolean {
  return (
    entries.some(({ name }) => !FIELD_NAME.test(name)) ||
    (submission !== '' && !UUID.test(submission)) ||
    OWN_NAMES.some((own) => entries.filter(({ name }) => name === own).length > 1) ||
    entries.some(({ name, value }) => OWN_NAMES.includes(name) && name !== REQUIRED && value.length > LONGEST_CONTEXT)
  );
}

function derivedUuid(text: string): string {
  const hex = sha256(text);
  const variant = (8 + (Number.parseInt(hex[16] ?? '0', 16) % 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
