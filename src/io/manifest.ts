/** The list of files that a build wrote goes in, or the folder it wrote them to; the list as text, or as read, comes out. */
import { join } from 'node:path';
import { isContained } from './portable-path.ts';
import { readRegularFile } from './regular-file.ts';

/** The manifest's own path in the output folder. */
export const MANIFEST = '.promulgate.json';

export type ManifestReading =
  | { readonly kind: 'read'; readonly files: ReadonlySet<string> }
  | { readonly kind: 'absent' }
  /** Something is there that no build of ours wrote. */
  | { readonly kind: 'invalid' };

/** The manifest of `paths`, relative to the output folder: the same text for the same paths in whatever order. */
export function formatManifest(paths: readonly string[]): string {
  return `${JSON.stringify({ generator: 'promulgate', files: [...paths].sort() }, undefined, 2)}\n`;
}

/** Reads the manifest of the folder at `path`. */
export async function readManifest(path: string): Promise<ManifestReading> {
  const reading = await readRegularFile(join(path, MANIFEST));
  if (reading.kind === 'absent') return { kind: 'absent' };
  if (reading.kind !== 'bytes') return { kind: 'invalid' };
  const files = filesIn(parseJson(new TextDecoder().decode(reading.bytes)));
  return files === undefined ? { kind: 'invalid' } : { kind: 'read', files: new Set(files) };
}

/** By hand: what takes its place as soon as the command starts is to load no package. */
function filesIn(manifest: unknown): readonly string[] | undefined {
  if (typeof manifest !== 'object' || manifest === null || !('generator' in manifest) || !('files' in manifest)) {
    return undefined;
  }
  const { generator, files } = manifest;
  const isOurs = generator === 'promulgate' && Array.isArray(files);
  return isOurs && files.every((path) => typeof path === 'string' && isContained(path)) ? files : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
