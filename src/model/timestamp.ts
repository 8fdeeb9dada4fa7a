/** Time stamps from outside (RFC 3161) of the digests that stand for a ledger: where they are kept and published. */

/** The folder among the sources. */
export const TIMESTAMPS_SOURCE = 'policies/timestamps';

/** `<head>.tsr`, below the root of a site. */
export function timestampPath(head: string): string {
  return `timestamps/${head}.tsr`;
}

/** A time stamp of a published ledger, as it was found to be. */
export interface VerifiedTimestamp {
  /** The digest that was stamped. */
  readonly head: string;
  /** RFC 3339, in UTC. */
  readonly time: string;
  /** Who says so, by the certificate. */
  readonly authority: string;
  /** Whether a certificate that was given vouches for it. */
  readonly isTrusted: boolean;
  /** How many entries of the ledger existed at that time. */
  readonly entries: number;
}
