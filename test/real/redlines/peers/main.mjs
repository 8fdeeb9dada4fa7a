/**
 * Compares twenty pairs of neighbouring editions of the corpora, spread evenly over all that changed, with the compiled library
 * and with other makers of redlines, and prints for each how long it took and how its redline reads: stretches that are marked,
 * words in them, words cut in two, and texts that cannot be had back from it to the word.
 * Usage: npm ci && node main.mjs [FOLDER] [--out FOLDER]   (here; default: ../shared/corpora beside the repository)
 * `--out` keeps all redlines as text, `[-taken out-]` and `{+put in+}`, to be read side by side.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { compare } from '../../../../lib/diff/compare.js';
import { readSide } from '../../../../lib/diff/read-side.js';
import { readBodies } from '../bodies.mjs';
import { violationsOf } from '../violations.mjs';
import { measure, wordsOf } from './measure.mjs';
import { PLAIN_TEXT, textOfHtml } from './shown.mjs';

const PAIRS = 20;
const LONGEST_MS = 120_000;
const HERE = fileURLToPath(new URL('.', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const folder = positionals[0] ?? fileURLToPath(new URL('../../../../../shared/corpora', import.meta.url));
if (!existsSync(join(folder, 'MANIFEST.tsv')) || !existsSync(join(HERE, 'node_modules'))) {
  console.log(`Needs corpora at ${folder}, and "npm ci" in ${HERE}: nothing is compared.`);
  process.exit(0);
}

const html = unified().use(rehypeStringify);
const scratch = mkdtempSync(join(tmpdir(), 'redlines-'));
const TOOLS = {
  promulgate: ({ older, newer }) => {
    const started = performance.now();
    const redline = compare(older.body, newer.body);
    const ms = performance.now() - started;
    const lost = violationsOf(older.body, newer.body, redline, readSide).length;
    return { ms, text: PLAIN_TEXT(redline), lost };
  },
  'git --word-diff': (pair) => {
    const files = ['older', 'newer'].map((side) => join(scratch, `${side}.txt`));
    // As publishers have it: the text as written. Here of the words as they are shown, so that all compare the same.
    for (const [index, side] of ['older', 'newer'].entries())
      writeFileSync(files[index], `${textOfHtml(htmlOf(pair[side]))}\n`);
    const started = performance.now();
    const { stdout } = spawnSync('git', ['diff', '--no-index', '--word-diff=plain', '-U100000', ...files], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    return { ms: performance.now() - started, text: stdout.replace(/^[\s\S]*?\n@@.*@@.*\n/, '') };
  },
  'htmldiff-js': (pair) => inChild('htmldiff-js', pair),
  'node-htmldiff': (pair) => inChild('node-htmldiff', pair),
};

const pairs = choose([...allPairs()]);
const totals = Object.fromEntries(Object.keys(TOOLS).map((name) => [name, []]));
for (const [index, pair] of pairs.entries()) {
  for (const [name, run] of Object.entries(TOOLS)) {
    const { ms, text, lost } = run(pair);
    const row = {
      ms,
      ...(text === undefined ? { failed: 1 } : measured(pair, text)),
      ...(lost === undefined ? {} : { 'texts lost': lost }),
    };
    totals[name].push(row);
    if (values.out !== undefined) keep(`${String(index + 1).padStart(2, '0')} ${name}`, text, pair);
  }
  console.log(`${index + 1}. ${pair.older.origin} → ${pair.newer.origin.split('/').at(-1)}: ${timesOf(index)}`);
}
rmSync(scratch, { recursive: true });
console.table(Object.fromEntries(Object.entries(totals).map(([name, rows]) => [name, summed(rows)])));

function* allPairs() {
  for (const { editions } of readBodies(folder)) {
    for (const [index, newer] of editions.entries()) {
      const older = editions[index - 1];
      if (older !== undefined && !compare(older.body, newer.body).sameWording) yield { older, newer };
    }
  }
}

function choose(all) {
  return Array.from({ length: PAIRS }, (_, step) => all[Math.floor(((step + 0.5) * all.length) / PAIRS)]);
}

function htmlOf({ body }) {
  return html.stringify({ type: 'root', children: body.tree.children });
}

function inChild(name, { older, newer }) {
  const { stdout, status } = spawnSync(process.execPath, [join(HERE, 'peer.mjs'), name], {
    input: JSON.stringify([htmlOf(older), htmlOf(newer)]),
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: LONGEST_MS,
  });
  if (status !== 0) return { ms: LONGEST_MS };
  const { ms, marked } = JSON.parse(stdout);
  return { ms, text: textOfHtml(marked) };
}

function measured({ older, newer }, text) {
  const [before, after] = [older, newer].map((side) => wordsOf(textOfHtml(htmlOf(side))));
  return measure(text, { before, after });
}

function keep(name, text, { older, newer }) {
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, `${name}.txt`), `${older.origin} → ${newer.origin}\n\n${text ?? 'Took too long.'}\n`);
}

function timesOf(index) {
  return Object.entries(totals)
    .map(([name, rows]) => `${name} ${Math.round(rows[index].ms)} ms`)
    .join(', ');
}

function summed(rows) {
  const keys = new Set(rows.flatMap((row) => Object.keys(row)));
  const sums = [...keys].map((key) => [key, Math.round(rows.reduce((sum, row) => sum + (row[key] ?? 0), 0))]);
  return { ...Object.fromEntries(sums), slowest: Math.round(Math.max(...rows.map(({ ms }) => ms))) };
}
