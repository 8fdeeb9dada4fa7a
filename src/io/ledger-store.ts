/** The text of a ledger goes in; it stands in `policies/` afterwards, whole, or the file is what it was before. */
import { open, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { LEDGER_SOURCE } from '../model/ledger.ts';
import { TIMESTAMPS_SOURCE } from '../model/timestamp.ts';
import { makeFoldersWithin } from './make-folders.ts';
import { readRegularFile } from './regular-file.ts';
import { isAbsence, isSystemError, reasonOf, type SystemError } from './system-error.ts';

const ATTRIBUTES = 'policies/.gitattributes';

export interface LedgerStoring {
  /** False if the file held this very text, or could not be written. */
  readonly isWritten: boolean;
  /** An error if the file could not be written; a warning if Git is not told how to merge it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes beside the file and renames. `attributes` is what Git needs to merge two ledgers; written if no such file is there. */
export async function storeLedger(options: {
  /** The folder that holds `policies/`. */
  readonly root: string;
  readonly text: string;
  readonly attributes: string;
}): Promise<LedgerStoring> {
  const { root, text, attributes } = options;
  try {
    const isWritten = await replace(join(resolve(root), LEDGER_SOURCE), text);
    return { isWritten, diagnostics: await tellGit(join(resolve(root), ATTRIBUTES), attributes) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { isWritten: false, diagnostics: [unwritableProblem(error)] };
  }
}

/** Writes the request for a time stamp of the digest `head` into `policies/timestamps/`; gives its path below `root`, or an error. */
export async function storeTimestampRequest(
  root: string,
  head: string,
  request: Uint8Array,
): Promise<string | Diagnostic> {
  const path = `${TIMESTAMPS_SOURCE}/${head}.tsq`;
  try {
    makeFoldersWithin(resolve(root), TIMESTAMPS_SOURCE);
    await replace(join(resolve(root), path), request);
    return path;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return {
      ...unwritableProblem(error),
      place: { path },
      message: `The request cannot be written: ${reasonOf(error)}.`,
    };
  }
}

async function replace(path: string, text: string | Uint8Array): Promise<boolean> {
  const present = await readRegularFile(path);
  if (present.kind === 'bytes' && Buffer.from(text).equals(present.bytes)) return false;
  // Hidden, so that what a killed process leaves is not taken for an edition.
  const beside = join(dirname(path), `.${basename(path)}.new`);
  try {
    // What stands there is what a killed process left, or a link that would lead the text elsewhere: it is not written to.
    await unlink(beside).catch(ignoreAbsence);
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(text);
      // The name must not come to stand for a file whose content is still on its way to the disk.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  return true;
}

function ignoreAbsence(error: unknown): void {
  if (!isAbsence(error)) throw error;
}

async function tellGit(path: string, attributes: string): Promise<Diagnostic[]> {
  const present = await readRegularFile(path);
  if (present.kind === 'absent') {
    await writeFile(path, attributes, { flag: 'wx' });
    return [];
  }
  const text = present.kind === 'bytes' ? new TextDecoder().decode(present.bytes) : '';
  return /^ledger\.json\s.*merge=union/m.test(text) ? [] : [attributesProblem(attributes.trim())];
}

function attributesProblem(line: string): Diagnostic {
  return {
    ruleId: 'ledger-attributes',
    severity: 'warning',
    place: { path: ATTRIBUTES },
    message: 'Git is not told how to merge the ledgers of two branches.',
    hint: `Add the line “${line}”.`,
  };
}

function unwritableProblem(error: SystemError): Diagnostic {
  return {
    ruleId: 'output-ledger-not-writable',
    severity: 'error',
    place: { path: LEDGER_SOURCE },
    message: `The ledger cannot be written: ${reasonOf(error)}. It is as it was.`,
    hint: 'Remove the obstacle and run the command again.',
  };
}
