/** What the receiver and the inbox can be told, and the checks on words that need nothing but themselves. */
import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Rate } from '../receiver/app.ts';
import { PREVIEW_FOLDER } from './options.ts';

/** As commander hands them over. */
export interface RawReceiveOptions {
  readonly store: string;
  readonly retain: number;
  readonly maxSize: number;
  readonly origin?: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly rate: Rate | 'off';
  readonly behindProxy?: true;
  readonly minSeconds: number;
  readonly proofBits: number;
  readonly smtp?: string;
  readonly mailTo?: string;
  readonly mailFrom?: string;
}

export interface RawInboxOptions {
  readonly store: string;
  readonly json?: true;
  readonly quarantine?: true;
  readonly email?: string;
  readonly dryRun?: true;
}

/** Where the preview keeps what is sent from its form, below the root folder. */
export const PREVIEW_STORE = path.join(PREVIEW_FOLDER, 'inbox');

/** `180d`, `26w` or `180`: whole days. */
export function parseRetention(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,5})([dw]?)$/.exec(text) ?? [];
  const days = Number(number) * (unit === 'w' ? 7 : 1);
  if (number !== '' && days > 0) return days;
  throw new InvalidArgumentError('Write a number of days, from 1: 180d.');
}

/** Bytes. */
export const MOST_BYTES = 1e9;

const BYTES: { readonly [unit: string]: number } = { MB: 1e6, GB: 1e9 };

/** `500MB`, `2GB`: bytes. */
export function parseSize(text: string): number {
  const [, number = '0', unit = ''] = /^(\d{1,5})([MG]B)$/.exec(text.toUpperCase()) ?? [];
  const bytes = Number(number) * (BYTES[unit] ?? 0);
  if (bytes > 0) return bytes;
  throw new InvalidArgumentError('Write a size in MB or GB: 500MB.');
}

const SECONDS: { readonly [unit: string]: number } = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `20/10m`: 20 messages in 10 minutes. */
export function parseRate(text: string): Rate | 'off' {
  if (text === 'off') return 'off';
  const [, count = '0', length, unit = ''] = /^(\d{1,9})\/(\d{0,4})([smhd])$/.exec(text) ?? [];
  const seconds = Number(length === '' ? 1 : length) * (SECONDS[unit] ?? 0);
  // Timers of Node cannot be longer than 24 days.
  if (Number(count) > 0 && seconds > 0 && seconds <= 7 * 86_400) return { count: Number(count), seconds };
  throw new InvalidArgumentError(
    'Write how many messages in which time, as in 20/10m (s, m, h or d; at most 7d), or off.',
  );
}

/** The address of a site, with the path it is served under. Adds to those given before. */
export function parseOrigin(text: string, earlier: readonly string[] = []): readonly string[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:\/\//i.test(text)) {
    throw new InvalidArgumentError('Write the whole address of the site, as in https://legal.example.com.');
  }
  if (`${url.username}${url.password}${url.search}${url.hash}` !== '') {
    throw new InvalidArgumentError('Write the address without a name, a password, a query or a fragment.');
  }
  return [...earlier, url.href];
}

/** The bits of a proof of work. */
export function parseBits(text: string): number {
  if (/^\d{1,2}$/.test(text) && Number(text) <= 24) return Number(text);
  throw new InvalidArgumentError('Write a whole number from 0 to 24, the same as proofBits in site.yaml.');
}

export function parseSeconds(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number of seconds; 0 sets nobody aside.');
}

/** An address that mail can be sent to. */
export function parseMailbox(text: string): string {
  if (/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(text)) return text;
  throw new InvalidArgumentError('Write an e-mail address alone, as in legal@example.com.');
}

/** What is wrong with the address of a mail server, or undefined. */
export function smtpProblem(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isMail = url !== undefined && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
  return isMail ? undefined : 'The address of the mail server is not understood.';
}
