/** The target of a request goes in; which file or folder of the site it means comes out, if it means any that may be seen. */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './system-error.ts';

/** What stands at a path; `path` is relative to the site's folder, POSIX, not percent-encoded. */
export type Served =
  | { readonly kind: 'file'; readonly path: string }
  /** A folder asked for without the slash at its end; `name` is its last part. */
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'missing' };

/** Files that configure a static host and are not themselves served. */
const HOST_FILES: ReadonlySet<string> = new Set(['_headers', '_redirects']);

/**
 * Finds what `path` (below the site's base, without leading slash, percent-encoded) means in the folder `dir`. Whatever
 * leaves the folder, is hidden (`.well-known` excepted, RFC 8615) or leads through a symbolic link is missing.
 */
export async function findServed(dir: string, path: string): Promise<Served> {
  const decoded = decode(path);
  if (decoded === undefined) return { kind: 'missing' };
  const isSlashed = decoded.at(-1) === '';
  const parts = isSlashed ? decoded.slice(0, -1) : decoded;
  const name = parts.at(-1);
  if (!parts.every(isVisible) || HOST_FILES.has(parts.join('/'))) return { kind: 'missing' };
  const kind = await kindAt(dir, parts);
  if (kind === 'folder' && !isSlashed && name !== undefined) return { kind: 'folder', name };
  const target = kind === 'folder' ? [...parts, 'index.html'] : parts;
  const isFile = kind === 'folder' ? (await kindAt(dir, target)) === 'file' : kind === 'file' && !isSlashed;
  return isFile ? { kind: 'file', path: target.join('/') } : { kind: 'missing' };
}

/** The parts of a path, each decoded by itself, so that an encoded slash stays within its part. */
function decode(path: string): readonly string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function isVisible(part: string): boolean {
  return part !== '' && !/[/\\\0]/.test(part) && (part === '.well-known' || !part.startsWith('.'));
}

/** Looks at one part after the other, because asking for the whole path would follow a link on the way. */
async function kindAt(dir: string, parts: readonly string[]): Promise<'file' | 'folder' | 'missing'> {
  let kind: 'file' | 'folder' | 'missing' = 'folder';
  for (let count = 1; count <= parts.length && kind === 'folder'; count += 1) {
    kind = await kindOf(join(dir, ...parts.slice(0, count)));
    if (kind === 'file' && count < parts.length) return 'missing';
  }
  return kind;
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'missing'> {
  try {
    const stats = await lstat(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'missing';
  } catch (error) {
    if (isSystemError(error)) return 'missing';
    throw error;
  }
}
