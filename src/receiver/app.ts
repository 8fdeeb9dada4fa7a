/** What to accept and where to put it go in; an HTTP application comes out that takes posted forms at `/`. */
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Instant } from '../model/civil-date.ts';
import type { ReceiverWords } from '../model/receiver-words.ts';
import type { AcceptedOrigins, Standing } from './accepted-origins.ts';
import { type Refusal, refusalJson, refusalPage, STATUS, thanksPage } from './answers.ts';
import { composeMessage } from './compose-message.ts';
import type { Message } from './message.ts';
import { readForm } from './read-form.ts';
import { senderOf } from './sender.ts';

export interface Rate {
  /** Messages from one address. */
  readonly count: number;
  readonly seconds: number;
}

export interface AppOptions {
  readonly accepted: AcceptedOrigins;
  /** Undefined: no limit. */
  readonly rate: Rate | undefined;
  readonly isBehindProxy: boolean;
  readonly minSeconds: number;
  readonly proofBits: number;
  readonly clock: () => Instant;
  /** The words in the first of these languages there are words in. */
  readonly wordsFor: (languages: readonly string[]) => ReceiverWords;
  /** Resolves once the message is kept for good. */
  readonly keep: (message: Message) => Promise<void>;
  /** Rejects if nothing can be kept. */
  readonly probe: () => Promise<void>;
  readonly onRefusal: (refusal: Refusal) => void;
}

/** Fields of 100,000 letters, three bytes each when they are Cyrillic and percent-encoded twice as long, and some more. */
const LARGEST_BODY = 640 * 1024;
const MOST_FIELDS = 200;
const HEALTH_SECONDS = 5;

export function createApp(options: AppOptions): Hono {
  const { accepted, rate, onRefusal, wordsFor } = options;
  const limiter =
    rate === undefined ? undefined : new RateLimiterMemory({ points: rate.count, duration: rate.seconds });
  const refuse = (context: Context, refusal: Refusal, language = '') => {
    onRefusal(refusal);
    const words = wordsFor([language, ...languagesOf(context)]);
    const status = STATUS[refusal.error];
    if (refusal.error === 'rate') context.header('Retry-After', String(refusal.retryAfter));
    return wantsJson(context)
      ? context.json(refusalJson(refusal, words), status)
      : context.html(refusalPage(refusal, words), status);
  };
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header(
      'Content-Security-Policy',
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
  if (accepted.origins.length > 0) {
    app.use(
      '/',
      cors({ origin: [...accepted.origins], allowMethods: ['POST'], allowHeaders: ['Content-Type'], maxAge: 600 }),
    );
  }
  app.get('/', (context) => context.text('Promulgate feedback receiver\n'));
  app.get('/health', createHealth(options));
  app.post(
    '/',
    async (context, next) => {
      const standing = accepted.judge({ origin: context.req.header('Origin'), referer: context.req.header('Referer') });
      if (standing === 'foreign') return refuse(context, { error: 'origin' });
      if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(context.req.header('Content-Type') ?? '')) {
        return refuse(context, { error: 'type' });
      }
      const retryAfter = await secondsToWait(limiter, context, options.isBehindProxy);
      if (retryAfter > 0) return refuse(context, { error: 'rate', retryAfter });
      return await next();
    },
    bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => refuse(context, { error: 'too-large' }) }),
    (context) => take(context, options, refuse),
  );
  app.all('/', (context) => context.text('Forms are posted here.\n', 405, { Allow: 'GET, POST, OPTIONS' }));
  app.notFound((context) => context.text('There is nothing here. Forms are posted to /.\n', 404));
  app.onError((error, context) => {
    // A sender that hangs up has no use for an answer; what else fails here is a fault of ours, which is told apart by it.
    if (context.req.raw.signal.aborted || isHangUp(error)) return context.body(null, 400);
    return refuse(context, { error: 'unavailable' });
  });
  return app;
}

async function take(
  context: Context,
  { accepted, keep, clock, minSeconds, proofBits, wordsFor }: AppOptions,
  refuse: (context: Context, refusal: Refusal, language?: string) => Response | Promise<Response>,
): Promise<Response> {
  const form = readForm(new Uint8Array(await context.req.arrayBuffer()));
  if (form.entries.length > MOST_FIELDS) return refuse(context, { error: 'too-large' });
  const origin = context.req.header('Origin');
  const standing: Standing = accepted.judge({ origin, referer: context.req.header('Referer') });
  const isOriginMissing = standing === 'unknown';
  const composition = composeMessage(form, { received: clock(), minSeconds, proofBits, isOriginMissing });
  if (composition.kind === 'problems') {
    return refuse(context, { error: 'fields', problems: composition.problems }, composition.language);
  }
  const { message, redirect } = composition;
  try {
    await keep(message);
  } catch {
    return refuse(context, { error: 'unavailable' }, message.context.language);
  }
  if (wantsJson(context)) return context.json({ ok: true, submission: message.submission });
  const destination = accepted.destination(redirect, origin);
  if (destination !== undefined) return context.redirect(destination, 303);
  return context.html(thanksPage(wordsFor([message.context.language, ...languagesOf(context)])));
}

async function secondsToWait(
  limiter: RateLimiterMemory | undefined,
  context: Context,
  isBehindProxy: boolean,
): Promise<number> {
  if (limiter === undefined) return 0;
  const remote = getConnInfo(context).remote.address;
  const sender = senderOf({ remote, forwardedFor: context.req.header('X-Forwarded-For'), isBehindProxy });
  try {
    await limiter.consume(sender);
    return 0;
  } catch (outcome) {
    if (outcome instanceof RateLimiterRes) return Math.max(1, Math.ceil(outcome.msBeforeNext / 1000));
    throw outcome;
  }
}

/** Looks at the disk at most once in some seconds, however often it is asked. */
function createHealth({ probe, clock }: AppOptions): (context: Context) => Promise<Response> {
  let last = { at: Number.NEGATIVE_INFINITY, result: Promise.resolve(true) };
  return async (context) => {
    const now = clock();
    if (Math.abs(now - last.at) >= HEALTH_SECONDS * 1000) {
      last = {
        at: now,
        result: probe().then(
          () => true,
          () => false,
        ),
      };
    }
    return (await last.result) ? context.json({ ok: true }) : context.json({ ok: false }, STATUS.unavailable);
  };
}

function wantsJson(context: Context): boolean {
  return /\bapplication\/json\b/i.test(context.req.header('Accept') ?? '');
}

/**
 * The language that the address of the form names, which is known although the form has not been read, then those of the browser,
 * in the order in which it names them (RFC 9110, section 12.5.4, without weights).
 */
function languagesOf(context: Context): string[] {
  const header = context.req.header('Accept-Language') ?? '';
  const accepted = header.slice(0, 200).split(',');
  return [
    (context.req.query('language') ?? '').slice(0, 35),
    ...accepted.map((part) => part.replace(/;.*$/, '').trim()),
  ];
}

function isHangUp(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'ABORT_ERR');
}
