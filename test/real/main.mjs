/**
 * Builds every policy of the corpora with the compiled library, as their publishers would, and prints per source what was
 * built, what was refused and by which rule, and what was conserved. Fails if anything crashes, if an edition is
 * neither built nor refused with a place and a cure, or if a built edition lost a word.
 * Usage: node test/real/main.mjs [FOLDER] [--refused]   (default: ../shared/corpora beside the repository)
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../lib/index.js';
import { readCorpora } from './corpora.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { refused: { type: 'boolean' } } });
const folder = positionals[0] ?? join(root, '..', 'shared', 'corpora');

if (!existsSync(join(folder, 'MANIFEST.tsv'))) {
  console.log(`No corpora at ${folder}: the run on real policies is skipped.`);
  process.exit(0);
}

const encoder = new TextEncoder();
const theme = await readTheme(join(root, 'templates'));
const faults = [];
const rows = [];
for (const source of readCorpora(folder)) rows.push(await buildSource(source));
console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(
  faults.length === 0
    ? 'Every edition was built whole or refused with a place and a cure.'
    : `${faults.length} faults.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

async function buildSource({ name, site, editions }) {
  const started = performance.now();
  const first = await attempt(name, site, editions);
  const refused = new Map();
  for (const diagnostic of first.diagnostics.filter(({ severity }) => severity === 'error')) {
    const path = diagnostic.place?.path ?? '';
    if (diagnostic.place?.line === undefined || diagnostic.hint === '')
      faults.push(`${path}: no place or cure: ${diagnostic.message}`);
    refused.set(path, [...(refused.get(path) ?? []), diagnostic]);
  }
  const kept = editions.filter(({ path }) => !refused.has(path));
  const second = refused.size === 0 ? first : await attempt(name, site, kept);
  const pages = second.files.filter(({ path }) => path.endsWith('.html')).length;
  const left = second.diagnostics.filter(({ severity }) => severity === 'error');
  for (const { place, message } of left) faults.push(`${name}: still refused: ${place?.path}: ${message}`);
  const rules = new Map();
  for (const { ruleId } of [...refused.values()].flat()) rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1);
  if (values.refused) printRefused(refused, editions);
  return {
    name,
    editions: editions.length,
    built: left.length === 0 ? kept.length : 0,
    refused: refused.size,
    pages,
    'words in': second.conservation?.wordsIn ?? 0,
    'words out': second.conservation?.wordsOut ?? 0,
    clauses: second.conservation?.clauses ?? 0,
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
    rules: [...rules].map(([rule, count]) => `${rule} ${count}`).join(', '),
  };
}

async function attempt(name, site, editions) {
  const sources = [
    { path: 'policies/site.yaml', bytes: encoder.encode(site) },
    ...editions.map(({ path, text }) => ({ path, bytes: encoder.encode(text) })),
  ];
  try {
    return await build({ sources, theme, asOf: '2026-11-25' });
  } catch (error) {
    faults.push(`${name}: crashed: ${error instanceof Error ? error.stack : error}`);
    return { diagnostics: [], files: [] };
  }
}

function printRefused(refused, editions) {
  for (const [path, diagnostics] of refused) {
    const origin = editions.find((edition) => edition.path === path)?.origin ?? path;
    for (const { place, ruleId, message } of diagnostics)
      console.log(`${origin}:${place?.line}:${place?.column} ${ruleId}: ${message}`);
  }
}

async function readTheme(from) {
  const names = await readdir(from, { recursive: true, withFileTypes: true });
  return Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path: relative(from, path).split(sep).join('/'), bytes: await readFile(path) };
      }),
  );
}
