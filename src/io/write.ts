/** The files of a finished site and a folder go in; the folder holds that site whole afterwards, or is what it was before. */
import type { OutputFile } from '../model/file.ts';
import { checkPaths } from './output-paths.ts';
import { type OutputOptions, openOutput, type Writing } from './site-output.ts';

/**
 * Writes a site to the folder `out`: puts what is new beside that folder, and exchanges the few files that differ, or the whole
 * folder, by renaming. A folder that holds this very site is left alone. Throws if a path among `files` is unfit, which is a fault of ours.
 */
export async function writeSite(options: OutputOptions & { readonly files: readonly OutputFile[] }): Promise<Writing> {
  checkPaths(options.files.map(({ path }) => path));
  const opening = await openOutput(options);
  return opening.kind === 'refused' ? opening.writing : await opening.output.finish(options.files);
}
