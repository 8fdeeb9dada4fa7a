/** Files that are to be made go in; they stand on the disk afterwards, and nothing that was there is written over. */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFile } from '../model/file.ts';
import { makeFoldersWithin } from './make-folders.ts';
import { isSystemError, reasonOf, type SystemError } from './system-error.ts';

export interface NewFiles {
  /** Paths from the root folder, of those that were made. */
  readonly written: readonly string[];
  /** An error, `output-new-file`, for the first one that could not be made; those after it were not tried. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `root` is the folder that holds `policies/`; folders are made as they are needed. */
export async function writeNewFiles(root: string, files: readonly OutputFile[]): Promise<NewFiles> {
  const written: string[] = [];
  for (const { path, content } of files) {
    try {
      makeFoldersWithin(root, dirname(path));
      await writeFile(join(root, path), content, { flag: 'wx' });
      written.push(path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return { written, diagnostics: [refusal(path, error)] };
    }
  }
  return { written, diagnostics: [] };
}

function refusal(path: string, error: SystemError): Diagnostic {
  const problem = { ruleId: 'output-new-file', severity: 'error' as const, place: { path } };
  if (error.code === 'EEXIST') {
    return {
      ...problem,
      message: 'This file is there already; it was left as it is.',
      hint: 'Give the edition another id with --id.',
    };
  }
  return {
    ...problem,
    message: `This file cannot be made: ${reasonOf(error)}.`,
    hint: 'Remove the obstacle and run the command again.',
  };
}
