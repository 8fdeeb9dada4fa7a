/**
 * Looks for changes of substance in every pair of neighbouring editions in the corpora with the compiled library and prints, per
 * source, in how many pairs there are any, how many of each kind, and how long it took.
 * Usage: node test/real/substance/main.mjs [FOLDER] [--sample N]   (default: ../shared/corpora beside the repository)
 * `--sample N` prints N findings, spread evenly over all of each kind, to be judged by eye.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare } from '../../../lib/diff/compare.js';
import { plainText } from '../../../lib/diff/plain-text.js';
import { readSide } from '../../../lib/diff/read-side.js';
import { findSubstance } from '../../../lib/diff/substance.js';
import { readBodies } from '../redlines/bodies.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { sample: { type: 'string' } } });
const folder = positionals[0] ?? fileURLToPath(new URL('../../../../shared/corpora', import.meta.url));
if (!existsSync(join(folder, 'MANIFEST.tsv'))) {
  console.log(`No corpora at ${folder}: nothing is looked at.`);
  process.exit(0);
}

const rows = new Map();
const found = [];
for (const { source, editions } of readBodies(folder)) {
  const row = rows.get(source) ?? { pairs: 0, reworded: 0, substantive: 0, findings: 0, ms: 0 };
  rows.set(source, row);
  for (const [index, { origin, body }] of editions.entries()) {
    const before = editions[index - 1];
    if (before !== undefined) lookAt(`${before.origin} → ${origin.split('/').at(-1)}`, compare(before.body, body), row);
  }
}
console.table(Object.fromEntries([...rows].map(([name, row]) => [name, { ...row, ms: Math.round(row.ms) }])));
const kinds = groupByKind();
console.table([...kinds].map(([kind, list]) => ({ kind, findings: list.length })));
if (values.sample !== undefined) sample(Number(values.sample));

function lookAt(name, redline, row) {
  const text = readSide(redline.blocks, 'newer')
    .map((block) => block.text)
    .join(' ');
  const language = /__([a-z-]+)/.exec(name)?.[1] ?? (/[а-я]{3}/i.test(text) ? 'ru' : 'en');
  const started = performance.now();
  const findings = findSubstance(redline, language);
  row.ms += performance.now() - started;
  row.pairs += 1;
  row.reworded += redline.sameWording ? 0 : 1;
  row.substantive += findings.length > 0 ? 1 : 0;
  row.findings += findings.length;
  found.push(...findings.map((finding) => ({ name, finding, block: redline.blocks[finding.block] })));
}

/** Every kind gets its share, the rare ones at least one. */
function sample(size) {
  const each = Math.max(1, Math.floor(size / kinds.size));
  for (const [kind, list] of kinds) {
    const step = Math.max(1, Math.floor(list.length / each));
    for (const { name, finding, block } of list
      .filter((_, index) => index % step === Math.floor(step / 2))
      .slice(0, each)) {
      console.log(`\n${kind}: ${finding.older.slice(0, 200)} → ${finding.newer.slice(0, 200)}\n    ${name}`);
      console.log(plainText([block]).join('\n').slice(0, 700));
    }
  }
}

function groupByKind() {
  const groups = new Map();
  for (const one of found) groups.set(one.finding.kind, [...(groups.get(one.finding.kind) ?? []), one]);
  return groups;
}
