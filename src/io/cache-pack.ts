/** The text of a pack of cached results goes in; the results come out, none if the text is not whole; and back. */
import { createHash } from 'node:crypto';

/** The first line is the SHA-256 of all others; each of these is a key, a space and a result in JSON, which has no line's end. */
export function formatPack(entries: ReadonlyMap<string, string>): string {
  const lines = [...entries].map(([key, json]) => `${key} ${json}\n`).join('');
  return `${digestOf(lines)}\n${lines}`;
}

/** By key. A pack that was cut off or altered holds nothing. */
export function readPack(text: string): Map<string, string> {
  const start = text.indexOf('\n') + 1;
  const lines = text.slice(start);
  const entries = new Map<string, string>();
  if (start === 0 || text.slice(0, start - 1) !== digestOf(lines)) return entries;
  for (let at = 0; at < lines.length; ) {
    const end = lines.indexOf('\n', at);
    const space = lines.indexOf(' ', at);
    entries.set(lines.slice(at, space), lines.slice(space + 1, end));
    at = end + 1;
  }
  return entries;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
