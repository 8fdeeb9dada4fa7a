/**
 * Builds sites that are changed at random, for a time, and holds each against what must be true of any: nothing is thrown,
 * nothing hangs, no word is lost, no code comes alive, every problem has a place. Failing inputs are made small and saved.
 * Usage: node test/fuzz/main.mjs [--seconds N] [--seed N] [--corpora DIR] [--save DIR] [FILE]   (FILE: a saved input to run again)
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBench } from './bench.mjs';
import { minimize } from './minimize.mjs';
import { mutate } from './mutate.mjs';
import { createRandom } from './random.mjs';
import { excerpt, readSeeds, seedSite } from './seeds.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Of the processor, in milliseconds: what takes longer for a few kilobytes is a fault. */
const SLOW = 5000;
/** One input in so many is built twice. */
const TWICE = 4;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    corpora: { type: 'string', default: join(ROOT, '../shared/corpora') },
    save: { type: 'string', default: join(tmpdir(), 'promulgate-fuzz') },
  },
});
const bench = await openBench();
try {
  process.exitCode = (positionals[0] === undefined ? await fuzz() : await replay(positionals[0])) === 0 ? 0 : 1;
} finally {
  await bench.close();
}

async function fuzz() {
  const { texts, real } = readSeeds(ROOT, values.corpora);
  const seed = Number(values.seed);
  const start = Date.now();
  const until = start + Number(values.seconds) * 1000;
  const counts = { inputs: 0, refused: 0, twice: 0, slowest: 0 };
  const known = new Map();
  for (; Date.now() < until; counts.inputs += 1) {
    const sources = inputOf(seed * 1_000_000 + counts.inputs, texts);
    const isTwice = counts.inputs % TWICE === 0;
    const { faults, isRefused, milliseconds } = withSlowness(await bench.run(sources, isTwice));
    counts.refused += isRefused ? 1 : 0;
    counts.twice += isTwice ? 1 : 0;
    counts.slowest = Math.max(counts.slowest, milliseconds);
    for (const fault of faults) await take(fault, sources, known);
  }
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(
    `seed ${seed}, ${texts.length} texts (${real} real): ${counts.inputs} inputs in ${seconds} s, ${counts.inputs - counts.refused} built, ${counts.refused} refused,`,
  );
  console.log(
    `${counts.twice} built twice; the slowest took ${Math.round(counts.slowest)} ms; ${known.size} kinds of findings`,
  );
  for (const [signature, count] of known) console.log(`${count} × ${signature}`);
  return known.size;
}

function inputOf(number, texts) {
  const random = createRandom(number);
  const text = excerpt(random.pick(texts), random);
  const site = seedSite(text, random.isTimeFor(0.8) ? text : excerpt(random.pick(texts), random));
  if (random.isTimeFor(0.7))
    site['policies/site.yaml'] = site['policies/site.yaml']
      .replace('[en, ru]', '[en]')
      .replace(/\{en: ([^,]+), ru: [^}]+\}/, '$1');
  if (random.isTimeFor(0.7)) site['policies/privacy/policy.yaml'] = 'order: 1\n';
  return mutate(site, random, texts);
}

function withSlowness(outcome) {
  if (outcome.isBroken || outcome.milliseconds < SLOW) return outcome;
  return { ...outcome, faults: [...outcome.faults, { oracle: 'slow', detail: `${SLOW} ms` }] };
}

/** Faults that differ in names and numbers only are of one kind. */
function signatureOf({ oracle, detail }) {
  if (['words-lost', 'double-id', 'thrown'].includes(oracle))
    return oracle === 'thrown' ? `thrown: ${detail.slice(0, 120)}` : oracle;
  // The same fault shows on every page of a text.
  const plain = detail.replace(/^\S+: /, '').replace(/ at ".*$/s, '');
  return `${oracle}: ${plain
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/\d+/g, 'N')
    .slice(0, 160)}`;
}

async function take(fault, sources, known) {
  const kind = signatureOf(fault);
  known.set(kind, (known.get(kind) ?? 0) + 1);
  if (known.get(kind) > 1) return;
  const isFaulty = async (candidate) =>
    withSlowness(await bench.run(candidate, fault.oracle === 'determinism')).faults.some(
      (other) => signatureOf(other) === kind,
    );
  const small = fault.oracle === 'hangs' ? sources : await minimize(sources, isFaulty);
  mkdirSync(values.save, { recursive: true });
  const path = join(values.save, `${fault.oracle}-${values.seed}-${known.size}.json`);
  writeFileSync(path, `${JSON.stringify({ ...fault, sources: small }, undefined, 2)}\n`);
  console.log(`FOUND ${fault.oracle}: ${fault.detail}\n  ${path}`);
}

async function replay(path) {
  const { faults, milliseconds } = withSlowness(await bench.run(JSON.parse(readFileSync(path, 'utf8')).sources, true));
  for (const { oracle, detail } of faults) console.log(`${oracle}: ${detail}`);
  console.log(`${Math.round(milliseconds)} ms, ${faults.length} faults`);
  return faults.length;
}
