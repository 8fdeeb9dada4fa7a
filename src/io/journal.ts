/** What is to change in an output folder goes in; it stands in the scratch folder as a journal, whole and lasting, and is read from there. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isContained } from './portable-path.ts';
import { readRegularFile } from './regular-file.ts';

/** Where second names of what is replaced or removed stand in the scratch folder. */
export const OLD = '.promulgate-old';

/** A list of all files of both sites, in the scratch folder. */
export const BOTH_MANIFESTS = '.promulgate-both.json';

const FORWARD = '.promulgate-journal.json';
const BACK = '.promulgate-journal-back.json';

/** Of the journal's text: what an unlike program wrote is not taken for ours. */
const FORMAT = 1;

/** A file whose place is in the output folder. */
export interface Put {
  readonly kind: 'put';
  /** Where it stands in the scratch folder. */
  readonly from: string;
  readonly path: string;
  readonly sha256: string;
  readonly inode: number;
}

/** Paths are relative and POSIX, as everywhere. */
export type Step = Put | { readonly kind: 'remove'; readonly path: string };

export interface Journal {
  /** Its steps are to be taken back, not to be done. */
  readonly isBack: boolean;
  readonly steps: readonly Step[];
}

/** Writes under another name, syncs and renames: a journal that can be found is whole. */
export function writeJournal(scratch: string, steps: readonly Step[]): void {
  const unfinished = join(scratch, `${FORWARD}.new`);
  const file = openSync(unfinished, 'wx');
  try {
    writeFileSync(file, JSON.stringify({ format: FORMAT, steps }));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, join(scratch, FORWARD));
}

/** Undefined if there is none, or none that could be ours. */
export async function readJournal(scratch: string): Promise<Journal | undefined> {
  const isBack = existsSync(join(scratch, BACK));
  const reading = await readRegularFile(join(scratch, isBack ? BACK : FORWARD));
  if (reading.kind !== 'bytes') return undefined;
  const steps = stepsIn(new TextDecoder().decode(reading.bytes));
  return steps === undefined ? undefined : { isBack, steps };
}

/** True if there is one, whatever it says: nothing in the scratch folder may be removed. */
export function hasJournal(scratch: string): boolean {
  return journalsIn(scratch).length > 0;
}

/** From here on its steps are taken back, by whoever finds it. */
export function turnBack(scratch: string): void {
  renameSync(join(scratch, FORWARD), join(scratch, BACK));
}

/** All is done, or taken back. */
export function closeJournal(scratch: string): void {
  for (const path of journalsIn(scratch)) unlinkSync(path);
}

function journalsIn(scratch: string): readonly string[] {
  return [FORWARD, BACK].map((name) => join(scratch, name)).filter((path) => existsSync(path));
}

function stepsIn(text: string): readonly Step[] | undefined {
  try {
    const { format, steps }: { format?: unknown; steps?: unknown } = Object(JSON.parse(text));
    return format === FORMAT && Array.isArray(steps) && steps.every(isStep) ? steps : undefined;
  } catch {
    return undefined;
  }
}

/** By hand: what takes its place as soon as the command starts is to load no package. */
function isStep(value: unknown): value is Step {
  const { kind, from, path, sha256, inode }: { [Key in keyof Put]?: unknown } = Object(value);
  if (typeof path !== 'string' || !isContained(path)) return false;
  if (kind === 'remove') return true;
  const isWhole = typeof sha256 === 'string' && typeof inode === 'number';
  return kind === 'put' && typeof from === 'string' && isContained(from) && isWhole;
}
