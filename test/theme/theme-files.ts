/** The default theme as the stages get it. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../../src/model/file.ts';

const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url));

export async function themeFiles(): Promise<SourceFile[]> {
  const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => ({ path: relative(FOLDER, path).split(sep).join('/'), bytes: await readFile(path) })),
  );
}
