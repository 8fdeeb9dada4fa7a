/**
 * Holds builds that use what earlier ones left to builds that use nothing: changes small sites at random, as legal staff do, builds
 * each state into one and the same folder, and anew by `--no-cache` into another, and compares every byte and every problem.
 * Besides what somebody else put there, nothing is left out but how many files were written, and whether there was a site to be
 * spared: that depends on what was there.
 * Usage: node test/real/warm.mjs [SITES [ACTS [SEED]]]   (20 sites, 30 acts for each, the first of seed 1, unless given)
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../fuzz/random.mjs';
import { ACTS } from './warm/acts.mjs';
import { AROUND, seal } from './warm/around.mjs';
import { run, runHere, writeSources } from './warm/disk.mjs';
import { createSite } from './warm/site.mjs';
import { WISHES, wordsOf } from './warm/wishes.mjs';

// Builds that use nothing have another zone than the command.
process.env.TZ = 'Pacific/Apia';
const [sites = 20, acts = 30, seed = 1] = process.argv.slice(2).map(Number);
const counts = { built: 0, refused: 0 };
let faults = 0;
for (let index = seed; index < seed + sites; index += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'promulgate-warm-'));
  try {
    const told = await liveThrough(index, folder);
    if (told.length > 0) {
      faults += 1;
      console.log(`FAULT of seed ${index}\n  ${told.join('\n  ')}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`${sites} sites: ${counts.built} builds wrote a site, ${counts.refused} refused, ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

/** Gives what was done until a difference was found, and the difference; nothing if there is none. */
async function liveThrough(number, folder) {
  const random = createRandom(number);
  const life = {
    random,
    folder,
    root: join(folder, 'root'),
    site: createSite(random),
    wishes: { asOf: Date.UTC(2026, 10, 20, 9), flags: {} },
    foreign: new Map(),
    count: 0,
    // One site in four has the command itself, the others what it is made of, which is quicker.
    run: number % 4 === 0 ? run : runHere,
  };
  // What was done, for whoever looks for the cause of a difference.
  const done = [];
  let good = structuredClone(life.site);
  let isUnsealed = false;
  for (let step = 0; step < acts; step += 1) {
    let act = 'begin';
    try {
      if (step > 0) act = await doSomething(life, isUnsealed);
    } catch (error) {
      return [...done, error.stack];
    }
    writeSources(life);
    const { differences, isRefused, text } = await compareBuilds(life);
    done.push(`${step}. ${act}${isRefused ? ' (refused)' : ''}   ${wordsOf(life.wishes).join(' ')}`);
    if (differences.length > 0) return [...done, ...differences];
    isUnsealed = isRefused && text.includes('-unsealed') && random.isTimeFor(0.8);
    counts[isRefused ? 'refused' : 'built'] += 1;
    if (!isRefused) good = structuredClone(life.site);
    // Whoever was refused mostly takes it back: then what was there is to be found again.
    else if (!isUnsealed && random.isTimeFor(0.8)) {
      life.site = structuredClone(good);
      life.wishes.flags = {};
    }
  }
  return [];
}

async function doSomething(life, isUnsealed) {
  const { random } = life;
  if (isUnsealed) {
    await seal(life);
    return 'seal, as was asked';
  }
  const told = await doOne(life);
  return random.isTimeFor(0.6) ? told : `${told}, ${await doOne(life)}`;
}

async function doOne(life) {
  const { random } = life;
  const kind = random.below(20);
  if (kind < 10) {
    const [name, , act] = weighed(ACTS, random);
    act(life.site, random);
    return name;
  }
  const [name, , act] = weighed(kind < 14 ? WISHES : AROUND, random);
  return `${name} ${(await act(life)) ?? ''}`;
}

function weighed(acts, random) {
  let left = (random.below(1000) / 1000) * acts.reduce((sum, [, weight]) => sum + weight, 0);
  return acts.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
}

async function compareBuilds({ root, folder, wishes, foreign, run }) {
  const [out, cold] = [join(root, wishes.flags['--out'] ?? 'dist'), join(folder, 'cold')];
  const before = contentOf(out);
  rmSync(cold, { recursive: true, force: true });
  const words = ['build', ...wordsOf(wishes)];
  const [one, other] = await Promise.all([run(words, root), runHere([...words, '--no-cache', '--out', cold], root)]);
  const after = contentOf(out);
  const isRefused = one.code !== 0;
  const isDry = '--dry-run' in wishes.flags;
  const wanted = isRefused || isDry ? before : contentOf(cold);
  const differences =
    one.text === other.text
      ? []
      : ['they say otherwise:', ...linesOnlyIn(one, other), 'and not', ...linesOnlyIn(other, one)];
  if (!isRefused && !isDry && out.endsWith('dist'))
    for (const [path, text] of foreign) wanted.set(path, Buffer.from(text));
  for (const path of new Set([...wanted.keys(), ...after.keys()])) {
    const [a, b] = [after.get(path), wanted.get(path)];
    if (a === undefined || b === undefined || !a.equals(b)) differences.push(`${path}: ${firstDifference(a, b)}`);
  }
  return { differences, isRefused, text: one.text };
}

function linesOnlyIn({ text }, other) {
  const known = new Set(other.text.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
}

function firstDifference(a, b) {
  if (a === undefined || b === undefined) return a === undefined ? 'is not there' : 'is there';
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return [a, b].map((bytes) => JSON.stringify(`${bytes.subarray(Math.max(0, at - 60), at + 60)}`)).join(' and not ');
}

/** Its files, and its folders, which have no bytes. */
function contentOf(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), entry.isDirectory() ? Buffer.of() : readFileSync(path)];
    }),
  );
}
