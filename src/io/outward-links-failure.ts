/** What a request threw goes in; the Reply that it amounts to comes out, in plain words. */
import type { Reply } from './outward-links-answer.ts';

const REASONS: { readonly [code: string]: string } = {
  EAI_AGAIN: 'the name of its host could not be looked up just now',
  ECONNREFUSED: 'its host refuses the connection',
  ECONNRESET: 'its host broke off the connection',
  UND_ERR_SOCKET: 'its host broke off the connection',
  ENETUNREACH: 'the network knows no way to its host',
  EHOSTUNREACH: 'the network knows no way to its host',
};

const TIMEOUTS = ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'];

/** The codes of OpenSSL and of Node for what is wrong with a certificate or with the encryption. */
const ENCRYPTION = /CERT|TLS|SSL|SIGNATURE|EPROTO/;

/** Throws on what is no failure of the network, but a fault of ours. */
export function failureOf(error: unknown, timeoutMs: number): Reply {
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  const code = isTimeout ? 'ETIMEDOUT' : codeOf(error);
  if (code === undefined) throw error;
  if (code === 'ENOTFOUND') return { kind: 'absent', reason: 'there is no host of that name' };
  return { kind: 'unclear', reason: reasonOf(code, timeoutMs) };
}

function reasonOf(code: string, timeoutMs: number): string {
  if (TIMEOUTS.includes(code)) return `its host gave no answer within ${timeoutMs / 1000} seconds`;
  if (ENCRYPTION.test(code)) return `the certificate or the encryption of its host is not in order (${code})`;
  return `${REASONS[code] ?? 'the connection to its host failed'} (${code})`;
}

/** Fetch wraps every failure of the network: the TypeError has it as its cause. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof TypeError && error.cause instanceof Error)) return undefined;
  const { cause } = error;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
