/**
 * Measures whole builds, of ours and of other site generators where they are installed, on the same editions, by turns.
 * Usage: node test/bench/main.mjs [--size S|M|L] [--new] [--rounds N] [--only NAME]… [--folder DIR]
 * `--new`: no edition has a block of another, which is the worst case for us. Other programs from npm are installed by
 * `npm ci --prefix test/bench/peers`; Hugo and Jekyll are packages of Debian.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCorpus, SIZES } from './corpus.mjs';
import { addEdition, clear, GENERATORS } from './generators.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'S' },
    new: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: Object.keys(GENERATORS) },
    folder: { type: 'string' },
  },
});
const [policies, editions] = SIZES[values.size];
const corpus = createCorpus({ policies, editions, isNew: values.new });
const root = values.folder ?? mkdtempSync(join(tmpdir(), 'bench-'));
const works = values.only.flatMap(worksOf);
const measures = new Map(works.map(({ name }) => [name, []]));
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const { name, prepare, command, folder } of works) {
    prepare(round);
    measures.get(name).push(measure(command, folder));
  }
}
report();
if (values.folder === undefined) rmSync(root, { recursive: true, force: true });

/** What one generator is asked to do in each round, in order. */
function worksOf(generator) {
  const folder = join(root, generator);
  mkdirSync(folder, { recursive: true });
  const made = GENERATORS[generator](corpus, folder);
  if (made === undefined) return [];
  const { command, output } = made;
  if (generator !== 'promulgate') return [{ name: generator, prepare: () => clear(folder, output), command, folder }];
  const cold = () => {
    for (const name of [output, '.promulgate', 'copy']) clear(folder, name);
  };
  return [
    { name: 'promulgate, cold', prepare: cold, command, folder },
    { name: 'promulgate, nothing changed', prepare: () => undefined, command, folder },
    { name: 'promulgate, one edition added', prepare: (round) => addEdition(corpus, folder, round), command, folder },
    { name: 'cp -r of its output', prepare: () => undefined, command: ['cp', '-r', output, 'copy'], folder },
    {
      name: 'list and stat its sources',
      prepare: () => undefined,
      command: ['find', 'policies', '-newermt', '2099-01-01'],
      folder,
    },
  ];
}

/** GNU time tells what a process and its children took. */
function measure(command, folder) {
  const result = join(root, 'time');
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-o', result, '-f', '%e %U %S %M', ...command], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command.join(' ')} in ${folder} ends with ${status}\n${stdout}\n${stderr}`);
  const [wall, user, system, kilobytes] = readFileSync(result, 'utf8').trim().split(' ').map(Number);
  return { wall, cpu: user + system, memory: kilobytes / 1024 };
}

function report() {
  const count = policies * editions;
  const bytes = corpus.flatMap(({ editions: all }) => all.map(({ markdown }) => Buffer.byteLength(markdown)));
  const size = (bytes.reduce((sum, each) => sum + each, 0) / count / 1000).toFixed(1);
  const share = values.new ? 'every block new' : 'a quarter of each new';
  console.log(
    `${count} editions of ${size} KB, ${share}; ${values.rounds} rounds, medians; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`,
  );
  const rows = [...measures].map(([name, taken]) => ({
    name,
    ...Object.fromEntries(['wall', 'cpu', 'memory'].map((key) => [key, middle(taken.map((each) => each[key]))])),
  }));
  const peers = ['hugo', 'eleventy'].map((name) => rows.find((row) => row.name === name));
  console.log(`| | wall, s | CPU, s | memory, MB | × Hugo | × Eleventy |\n|---|---:|---:|---:|---:|---:|`);
  for (const { name, wall, cpu, memory } of rows) {
    const ratios = peers.map((peer) => (peer === undefined ? '' : (wall / peer.wall).toFixed(2)));
    console.log(`| ${[name, wall.toFixed(2), cpu.toFixed(2), memory.toFixed(0), ...ratios].join(' | ')} |`);
  }
}

function middle(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
