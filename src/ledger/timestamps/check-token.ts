/** A time stamp goes in, with the certificates that are trusted; who made it comes out, or why it is not to be believed. */
import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import type { Token } from './read-token.ts';

/** Object identifiers (RFC 5754, 5758, 8017, 8419). */
const DIGESTS: { readonly [oid: string]: string } = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const SIGNATURES: {
  readonly [oid: string]: { readonly digest?: string; readonly isPss?: true; readonly isEd?: true };
} = {
  '1.2.840.113549.1.1.1': {},
  '1.2.840.113549.1.1.10': { isPss: true },
  '1.2.840.113549.1.1.11': { digest: 'sha256' },
  '1.2.840.113549.1.1.12': { digest: 'sha384' },
  '1.2.840.113549.1.1.13': { digest: 'sha512' },
  '1.2.840.10045.4.3.2': { digest: 'sha256' },
  '1.2.840.10045.4.3.3': { digest: 'sha384' },
  '1.2.840.10045.4.3.4': { digest: 'sha512' },
  '1.3.101.112': { isEd: true },
};
const SHA256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
/** Name the certificate of the signer (RFC 2634, 5035): without one of them another could be put in its place. */
const SIGNING_CERTIFICATE = ['1.2.840.113549.1.9.16.2.12', '1.2.840.113549.1.9.16.2.47'];
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const LONGEST_CHAIN = 8;

export type TokenCheck =
  | {
      readonly kind: 'good';
      /** The name in the certificate, its parts on one line. */
      readonly authority: string;
      /** True if it leads back to a certificate that is trusted. */
      readonly isTrusted: boolean;
    }
  | { readonly kind: 'bad'; readonly reason: string };

/** `trusted` are of the authority itself or of those that vouch for it. Whether any was revoked is not asked. `head` is what must be stamped. */
export function checkToken(token: Token, head: string, trusted: readonly X509Certificate[]): TokenCheck {
  if (token.imprintAlgorithm !== SHA256 || token.imprint !== head) return bad('it is of something else');
  const reason = attributesProblem(token);
  if (reason !== undefined) return bad(reason);
  const enclosed = token.certificates.flatMap(parseCertificate);
  const signer = [...trusted, ...enclosed].find((one) => isNamed(one, token) && isSigned(token, one));
  if (signer === undefined) {
    const isThere = [...trusted, ...enclosed].some((one) => isNamed(one, token));
    return bad(isThere ? 'its signature is wrong' : 'the certificate of the authority is missing');
  }
  if (signer.keyUsage?.join() !== TIME_STAMPING) return bad('its certificate is not one for time stamps');
  if (!isValidAt(signer, token.time)) return bad('the certificate of the authority was not valid at that time');
  const isTrusted = leadsTo(signer, { trusted, enclosed, time: token.time, depth: 0 });
  if (trusted.length > 0 && !isTrusted) return bad('it was not made by the authority whose certificate was given');
  return { kind: 'good', authority: signer.subject.split('\n').join(', '), isTrusted };
}

function bad(reason: string): TokenCheck {
  return { kind: 'bad', reason };
}

/** What is signed must be of this very content. */
function attributesProblem({ content, contentType, attributes, digestAlgorithm }: Token): string | undefined {
  const digest = DIGESTS[digestAlgorithm];
  if (digest === undefined) return 'its digest is of a kind that is not held to be safe';
  const said = attributes.get(MESSAGE_DIGEST);
  const computed = createHash(digest).update(content).digest();
  // An OCTET STRING in DER: two bytes, then its content.
  if (said === undefined || !computed.equals(said.subarray(2))) return 'its content was altered';
  const type = attributes.get(CONTENT_TYPE);
  return contentType === TST_INFO && type !== undefined ? undefined : 'what is signed is no time stamp';
}

function isNamed({ raw }: X509Certificate, { attributes }: Token): boolean {
  const named = SIGNING_CERTIFICATE.flatMap((type) => attributes.get(type) ?? []);
  return named.some((value) =>
    ['sha1', 'sha256', 'sha384', 'sha512'].some((digest) =>
      Buffer.from(value).includes(createHash(digest).update(raw).digest()),
    ),
  );
}

function isSigned(token: Token, { publicKey }: X509Certificate): boolean {
  const algorithm = SIGNATURES[token.signatureAlgorithm];
  if (algorithm === undefined) return false;
  const digest = algorithm.isEd ? null : (algorithm.digest ?? DIGESTS[token.digestAlgorithm] ?? 'sha256');
  const padding = algorithm.isPss
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    : {};
  try {
    return verify(digest, token.signed, { key: publicKey, ...padding }, token.signature);
  } catch {
    return false;
  }
}

interface Vouching {
  readonly trusted: readonly X509Certificate[];
  readonly enclosed: readonly X509Certificate[];
  readonly time: number;
  readonly depth: number;
}

/** True if a trusted certificate vouches for it, itself or through others that were valid at the time (RFC 5280, chapter 6, in its essence). */
function leadsTo(certificate: X509Certificate, { trusted, enclosed, time, depth }: Vouching): boolean {
  if (trusted.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256)) return true;
  if (depth >= LONGEST_CHAIN) return false;
  return [...trusted, ...enclosed].some(
    (issuer) =>
      issuer.ca &&
      issuer.fingerprint256 !== certificate.fingerprint256 &&
      certificate.checkIssued(issuer) &&
      certificate.verify(issuer.publicKey) &&
      isValidAt(issuer, time) &&
      leadsTo(issuer, { trusted, enclosed, time, depth: depth + 1 }),
  );
}

function isValidAt({ validFrom, validTo }: X509Certificate, time: number): boolean {
  return Date.parse(validFrom) <= time && time <= Date.parse(validTo);
}

function parseCertificate(der: Uint8Array): X509Certificate[] {
  try {
    return [new X509Certificate(der)];
  } catch {
    return [];
  }
}

/** All certificates in a file: PEM (RFC 7468), or one in DER; none if there is none. */
export function readCertificates(bytes: Uint8Array): X509Certificate[] {
  const text = Buffer.from(bytes).toString('latin1');
  const pems = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g);
  if (pems === null) return parseCertificate(bytes);
  return pems.flatMap((pem) => parseCertificate(Buffer.from(pem)));
}
