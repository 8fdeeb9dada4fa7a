/**
 * Builds every policy of the corpora with the compiled library, as their publishers would, and prints per source what was
 * built, and what was refused and by which rule. Fails if anything crashes, or if an edition is neither built nor refused
 * with a place and a cure, or if the words of the built editions are not the words of their sources.
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
  const refused = new Map();
  let kept = editions;
  let result = await attempt(name, site, kept);
  // A rule may ask only the last edition, so taking one away can show the next; each round takes away at least one.
  for (let errors = errorsOf(result); errors.length > 0 && kept.length > 0; errors = errorsOf(result)) {
    for (const diagnostic of errors) {
      const path = diagnostic.place?.path ?? '';
      if (diagnostic.place?.line === undefined || diagnostic.hint === '') {
        faults.push(`${path}: no place or cure: ${diagnostic.message}`);
      }
      refused.set(path, [...(refused.get(path) ?? []), diagnostic]);
    }
    const rest = kept.filter(({ path }) => !refused.has(path));
    if (rest.length === kept.length) break;
    kept = rest;
    result = await attempt(name, site, kept);
  }
  const pages = result.files.filter(({ path }) => path.endsWith('.html')).length;
  for (const { place, message } of errorsOf(result)) faults.push(`${name}: still refused: ${place?.path}: ${message}`);
  const { wordsIn = 0, wordsOut = 0 } = result.counts ?? {};
  if (wordsIn !== wordsOut) faults.push(`${name}: ${wordsIn} words went in and ${wordsOut} came out`);
  const rules = new Map();
  for (const { ruleId } of [...refused.values()].flat()) rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1);
  if (values.refused) printRefused(refused, editions);
  return {
    name,
    editions: editions.length,
    built: errorsOf(result).length === 0 ? kept.length : 0,
    refused: refused.size,
    pages,
    'words in': result.counts?.wordsIn ?? 0,
    'words out': result.counts?.wordsOut ?? 0,
    clauses: result.counts?.clauses ?? 0,
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
    rules: [...rules].map(([rule, count]) => `${rule} ${count}`).join(', '),
  };
}

function errorsOf({ diagnostics }) {
  return diagnostics.filter(({ severity }) => severity === 'error');
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
