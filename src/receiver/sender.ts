/** A request goes in; whom its rate is counted for comes out. Kept in memory only. */
import { isIPv6 } from 'node:net';

export interface SenderFacts {
  /** The other end of the connection. */
  readonly remote: string | undefined;
  /** The header `X-Forwarded-For`, if any. */
  readonly forwardedFor: string | undefined;
  /** True if every request comes through a proxy of ours, which adds the sender's address at the end of that header. */
  readonly isBehindProxy: boolean;
}

/** The address; of IPv6, the network of 64 bits that one household or office has (RFC 6177). */
export function senderOf({ remote = '', forwardedFor, isBehindProxy }: SenderFacts): string {
  const told = isBehindProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined;
  const address = (told === undefined || told === '' ? remote : told).replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(address) ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
