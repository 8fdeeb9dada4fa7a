/**
 * Matches the clauses of the judged pairs of texts with the compiled library and prints precision, recall and every difference
 * from what a reader found (truth.tsv). Precision: of the clauses said to be one, how many are. Recall: of those that are, how
 * many are said to be.
 * Usage: node test/real/lineage/main.mjs [FOLDER]   (default: ../shared/corpora beside the repository)
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from '../../../lib/diff/compare.js';
import { traceClauses } from '../../../lib/diff/trace-clauses.js';
import { readBodies } from '../redlines/bodies.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../../shared/corpora', import.meta.url));
if (!existsSync(join(folder, 'MANIFEST.tsv'))) {
  console.log(`No corpora at ${folder}: lineage is not judged.`);
  process.exit(0);
}

const judged = readFileSync(new URL('truth.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [older, newer, side, anchor, truth, kind, note = ''] = line.split('\t');
    return { older, newer, side, anchor, truth, kind, note };
  });

const bodies = new Map();
for (const { editions } of readBodies(folder)) for (const { origin, body } of editions) bodies.set(origin, body);
const steps = new Map();
const tallies = {};
for (const row of judged) {
  const found = matchOf(row);
  for (const key of [row.kind, 'all', ...(row.note === '' ? ['all without borderline cases'] : [])]) {
    tallies[key] ??= { judged: 0, matched: 0, right: 0, 'in truth': 0 };
    tallies[key].judged += 1;
    tallies[key].matched += found === '-' ? 0 : 1;
    tallies[key]['in truth'] += row.truth === '-' ? 0 : 1;
    tallies[key].right += found !== '-' && found === row.truth ? 1 : 0;
  }
  if (found !== row.truth) {
    const name = `${row.older} → ${row.newer.split('/').at(-1)} #${row.anchor} (${row.side})`;
    console.log(`${name}: judged ${row.truth}, found ${found}${row.note && ` (${row.note})`}`);
  }
}
for (const tally of Object.values(tallies)) {
  tally.precision = share(tally.right, tally.matched);
  tally.recall = share(tally.right, tally['in truth']);
}
console.table(tallies);

function matchOf({ older, newer, side, anchor }) {
  const key = `${older} ${newer}`;
  const [before, after] = [bodies.get(older), bodies.get(newer)];
  const traced =
    steps.get(key) ??
    traceClauses(compare(before, after), { older: before.clauses, newer: after.clauses }).map((step) => [
      step.older ?? '-',
      step.clause.anchor,
    ]);
  steps.set(key, traced);
  const [from, to] = side === 'newer' ? [1, 0] : [0, 1];
  return traced.find((pair) => pair[from] === anchor)?.[to] ?? '-';
}

function share(part, whole) {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}
