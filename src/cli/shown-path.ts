/** From an absolute path to the words that name it on the screen. */
import path from 'node:path';

export interface ShownPathOptions {
  /** Absolute folder from which the reader looks. */
  readonly from: string;
  /** The rules for paths: those of this machine unless told. */
  readonly platform?: path.PlatformPath;
}

/** `file` as seen from `from`, with slashes whatever the system; the folder itself is `.`. */
export function shownPath(file: string, { from, platform = path }: ShownPathOptions): string {
  const relative = platform.relative(from, file);
  return relative === '' ? '.' : relative.split(platform.sep).join('/');
}

/** A folder as seen from `from`, with a slash at its end so that it reads as one. */
export function shownFolder(folder: string, options: ShownPathOptions): string {
  return `${shownPath(folder, options)}/`;
}
