/** The paths of a site's files go in; they come out as a set, or an error tells that they cannot be a site: a fault of ours. */
import { foldersAbove, foldName, isContained } from './portable-path.ts';

/** So begin the names of what we put beside the files of a site. */
const RESERVED = '.promulgate';

export function checkPaths(paths: readonly string[]): ReadonlySet<string> {
  const folded = paths.map(foldName);
  const unfit = paths.find((path, index) => !isContained(path) || folded[index]?.startsWith(RESERVED));
  if (unfit !== undefined) throw new Error(`Not a path within the output folder: ${JSON.stringify(unfit)}`);
  const folders = foldersAbove(folded);
  if (paths.length === 0) throw new Error('A site without a file is not written');
  if (new Set(folded).size < paths.length) throw new Error('Two files of the site have the same path');
  if (folded.some((path) => folders.has(path))) throw new Error('A file and a folder of the site share a path');
  return new Set(paths);
}
