/** A message goes in; the e-mail that tells staff of it comes out. */
import type { SendMailOptions } from 'nodemailer';
import { CONTEXT_NAMES, fieldValue, type Message } from './message.ts';

export interface Mailing {
  readonly from: string;
  readonly to: string;
}

const LONGEST_SUBJECT = 120;

/** The visitor's address is where an answer goes, if it is one; everything else of theirs stands in the text alone, as text. */
export function mailFor(message: Message, { from, to }: Mailing): SendMailOptions {
  const email = fieldValue(message, 'email').trim();
  const { policy, edition, clause } = message.context;
  const about = oneLine([policy, edition, clause].filter((part) => part !== '').join(' '));
  const context = CONTEXT_NAMES.map((name) => ({ name, value: message.context[name] }));
  const lines = [...message.fields, ...context].filter(({ value }) => value.trim() !== '').map(fieldText);
  return {
    from,
    to,
    ...(email === '' ? {} : { replyTo: { name: '', address: email } }),
    subject: `Feedback${about === '' ? '' : `: ${about}`}`.slice(0, LONGEST_SUBJECT),
    // The same for every attempt, so that a mailbox can tell a repetition.
    messageId: `<${message.id}@${from.replace(/^.*@|>.*$/g, '')}>`,
    date: new Date(message.received),
    text: `${lines.join('\n')}\n\n-- \nReceived ${message.received}, ${message.id}\n`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function fieldText({ name, value }: { readonly name: string; readonly value: string }): string {
  return value.includes('\n') ? `${name}:\n${value.replace(/^/gm, '  ')}` : `${name}: ${value}`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
}
