/** Paths go in; their portable form, and what lies inside what, come out. No file system is asked. */
import nodePath, { type PlatformPath } from 'node:path';

/** A native path with `/` between its parts, spelled as it is. A backslash is a separator on Windows only. */
export function toPosixPath(native: string, path: PlatformPath = nodePath): string {
  return native.split(path.sep).join('/');
}

/** True if `inner` is `outer` or lies somewhere below it. Both are absolute native paths. */
export function isWithin(inner: string, outer: string, path: PlatformPath = nodePath): boolean {
  const way = path.relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/** A character that some system reads otherwise, or a part that is empty, `.` or `..`. */
const UNCONTAINED = /[\\:\0]|(?:^|\/)\.{0,2}(?:\/|$)/;

/** True if a relative POSIX path stays below the folder it is joined to, on every system. */
export function isContained(path: string): boolean {
  return !UNCONTAINED.test(path);
}

/** What two names have in common if some file system takes them for one: compares equal whatever the case and the form. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The folders on the way to a relative POSIX path, outermost first: `a/b/c` gives `a`, `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** All folders on the way to relative POSIX paths, in no order. */
export function foldersAbove(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      // So are those above it.
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
