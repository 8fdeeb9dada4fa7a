/** The root folder goes in; which addresses gave a good answer of late, and when, comes out, and is written back. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import * as z from 'zod';
import { type Instant, isoInstant } from '../model/civil-date.ts';
import { makeFoldersWithin } from './make-folders.ts';
import { readRegularFile } from './regular-file.ts';
import { isSystemError } from './system-error.ts';

/** `{"version": 1, "good": {"https://example.com/": "2026-11-25T09:00:00.000Z"}}`: the instant at which each address gave a good answer. */
const schema = z.object({ version: z.literal(1), good: z.record(z.string(), z.iso.datetime()) });

/** How long a good answer is believed. Bad ones are not kept: who mends a page wants to see it at once. */
const LONGEST_AGE_MS = 7 * 24 * 60 * 60 * 1000;

export type GoodAnswers = ReadonlyMap<string, Instant>;

/** The good answers of the 7 days before `now` from `<root>/.promulgate/links.json`; none if that file cannot be read or is not ours. */
export async function readGoodAnswers(root: string, now: Instant): Promise<GoodAnswers> {
  const reading = await readRegularFile(pathIn(root));
  if (reading.kind !== 'bytes') return new Map();
  const parsed = schema.safeParse(parseJson(new TextDecoder().decode(reading.bytes)));
  if (!parsed.success) return new Map();
  const entries = Object.entries(parsed.data.good).map(([address, at]) => [address, Date.parse(at)] as const);
  return new Map(entries.filter(([, at]) => at <= now && now - at < LONGEST_AGE_MS));
}

/** Replaces the file whole. A folder that may not be written to only means that all is asked anew next time. */
export async function writeGoodAnswers(root: string, answers: GoodAnswers): Promise<void> {
  const sorted = [...answers].sort(([a], [b]) => (a < b ? -1 : 1));
  const good = Object.fromEntries(sorted.map(([address, at]) => [address, isoInstant(at)]));
  const path = pathIn(root);
  const scratch = `${path}.${process.pid}`;
  try {
    makeFoldersWithin(root, '.promulgate');
    await rm(scratch, { force: true });
    await writeFile(scratch, `${JSON.stringify({ version: 1, good }, undefined, 2)}\n`, { flag: 'wx' });
    await rename(scratch, path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await rm(scratch, { force: true }).catch(() => undefined);
  }
}

function pathIn(root: string): string {
  return join(root, '.promulgate', 'links.json');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
