/** The program's own files go in; a digest that is another whenever the program, or a package it works with, is another comes out. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isSystemError } from './system-error.ts';

/** What package managers write down about all they have installed. */
const INSTALLED = ['.package-lock.json', '.modules.yaml', '.yarn-integrity', '.yarn-state.yml'];

/** SHA-256 of the code, of what is installed and of Node's version; contents count, dates do not. */
export function ownDigest(): string {
  const hash = createHash('sha256').update(process.version);
  const code = fileURLToPath(new URL('../', import.meta.url));
  hash.update(bundleDigest() || codeDigest(code));
  hash.update(readIfThere(join(code, '..', 'package.json')));
  for (const folder of modulesAbove(code)) {
    for (const name of INSTALLED) hash.update(readIfThere(join(folder, name)));
  }
  return hash.digest('hex');
}

/** What `bundle.mjs` noted of the command when it made it of one piece: to read all of that again would take longer than checking a policy. */
function bundleDigest(): string {
  return readIfThere(fileURLToPath(new URL('./digest.txt', import.meta.url)));
}

function codeDigest(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name));
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** The `node_modules` folders that packages may be found in. */
function modulesAbove(folder: string): string[] {
  const parts = folder.split(/[\\/]/);
  return parts.map((_, index) => join(parts.slice(0, index + 1).join('/') || '/', 'node_modules'));
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return '';
  }
}
