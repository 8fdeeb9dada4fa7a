/**
 * Compares every pair of neighbouring editions in the corpora with the compiled library and prints, per source, how many changed,
 * how many say the same words, how long it took, and beside it how long plain `diffWords` of the `diff` package takes for the
 * same two texts. Fails if a redline does not hold both texts to the word, or lists other clauses as added or removed than the
 * history of clauses has.
 * Usage: node test/real/redlines/main.mjs [FOLDER] [--show PART]   (default: ../shared/corpora beside the repository)
 * `--show` prints the redlines of all pairs whose name has PART in it, changed blocks only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { diffWords } from 'diff';
import { compare } from '../../../lib/diff/compare.js';
import { plainText } from '../../../lib/diff/plain-text.js';
import { readSide } from '../../../lib/diff/read-side.js';
import { summarize } from '../../../lib/diff/summarize.js';
import { traceClauses } from '../../../lib/diff/trace-clauses.js';
import { readBodies } from './bodies.mjs';
import { disagreementsOf } from './disagreements.mjs';
import { violationsOf } from './violations.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: 'string' } } });
const folder = positionals[0] ?? fileURLToPath(new URL('../../../../shared/corpora', import.meta.url));
if (!existsSync(join(folder, 'MANIFEST.tsv'))) {
  console.log(`No corpora at ${folder}: no redlines are made.`);
  process.exit(0);
}

const rows = new Map();
const violations = [];
for (const { source, editions, refused } of readBodies(folder)) {
  const row = rows.get(source) ?? newRow();
  rows.set(source, row);
  row.editions += editions.length;
  row.refused += refused;
  for (const [index, { origin, body }] of editions.entries()) {
    const before = editions[index - 1];
    if (before !== undefined) comparePair(before, { origin, body }, row);
  }
}
const total = newRow();
for (const row of rows.values()) for (const key of Object.keys(total)) total[key] += row[key];
total.slowest = Math.max(...[...rows.values()].map(({ slowest }) => slowest));
console.table(Object.fromEntries([...rows, ['all', total]].map(([name, row]) => [name, shown(row)])));
for (const violation of violations) console.log(`VIOLATION ${violation}`);
console.log(
  violations.length === 0
    ? 'Every redline holds both texts to the word, and lists the clauses that came and went.'
    : `${violations.length} violations.`,
);
process.exitCode = violations.length === 0 ? 0 : 1;

function newRow() {
  return {
    editions: 0,
    refused: 0,
    pairs: 0,
    identical: 0,
    'same wording': 0,
    changed: 0,
    ms: 0,
    slowest: 0,
    'diffWords ms': 0,
  };
}

function comparePair(before, after, row) {
  const name = `${before.origin} → ${after.origin.split('/').at(-1)}`;
  const started = performance.now();
  const redline = compare(before.body, after.body);
  const ms = performance.now() - started;
  row.pairs += 1;
  row.ms += ms;
  row.slowest = Math.max(row.slowest, ms);
  const isIdentical = redline.blocks.every(({ kind }) => kind === 'same');
  row.identical += isIdentical ? 1 : 0;
  row[redline.sameWording ? 'same wording' : 'changed'] += 1;
  violations.push(
    ...violationsOf(before.body, after.body, redline, readSide).map((violation) => `${name}: ${violation}`),
    ...listedOtherwise(before.body, after.body, redline).map((violation) => `${name}: ${violation}`),
  );
  const [older, newer] = ['older', 'newer'].map((side) =>
    readSide(redline.blocks, side)
      .map(({ text }) => text)
      .join('\n'),
  );
  const plainStarted = performance.now();
  diffWords(older, newer, { timeout: 10_000 });
  row['diffWords ms'] += performance.now() - plainStarted;
  if (values.show !== undefined && name.includes(values.show)) show(name, redline);
}

function listedOtherwise(older, newer, redline) {
  const steps = traceClauses(redline, { older: older.clauses, newer: newer.clauses });
  const kept = new Set(steps.map((step) => step.older));
  const added = steps.filter((step) => step.older === undefined).map(({ clause }) => clause.anchor);
  const removed = older.clauses.map(({ anchor }) => anchor).filter((anchor) => !kept.has(anchor));
  return disagreementsOf({ older, newer, redline, added, removed });
}

function shown(row) {
  const rounded = Object.entries(row).map(([key, value]) => [key, Math.round(value)]);
  return {
    ...Object.fromEntries(rounded),
    '% same wording': Math.round((100 * row['same wording']) / Math.max(1, row.pairs)),
  };
}

function show(name, redline) {
  console.log(`\n=== ${name}: ${JSON.stringify(summarize(redline))}${redline.sameWording ? ' same wording' : ''}`);
  for (const block of redline.blocks) {
    if (block.kind === 'same') continue;
    for (const line of plainText([block])) console.log(line);
    for (const change of block.form) console.log(`    (${JSON.stringify(change)})`);
  }
  for (const change of redline.changes) {
    const { label = '', title = '' } = change.newer ?? change.older ?? {};
    console.log(`  * ${change.kind}: ${label} ${title}`);
  }
}
