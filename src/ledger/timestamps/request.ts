/** The digest of a ledger goes in; the request for a time stamp of it comes out. */

/** TimeStampReq of RFC 3161 in DER up to the digest: version 1, a message imprint by SHA-256 (RFC 5754). */
const BEFORE = '30390201013031300d060960864801650304020105000420';

/** certReq: the answer shall hold the certificate of the authority. */
const AFTER = '0101ff';

/**
 * Without a nonce, so that the same ledger gives the same bytes. What is stamped is the digest itself, as an imprint: it is a SHA-256
 * already. The same as `openssl ts -query -digest <head> -sha256 -cert -no_nonce`.
 */
export function timestampRequest(head: string): Uint8Array {
  const bytes = `${BEFORE}${head}${AFTER}`.match(/../g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16));
}
