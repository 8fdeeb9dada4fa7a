/** Starts `promulgate preview` on a seeded corpus, saves an edition, and measures how long it takes until a browser is told and until the page is served. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCorpus, SIZES } from './corpus.mjs';
import { GENERATORS } from './generators.mjs';

const MAIN = fileURLToPath(new URL('../../lib/command/main.js', import.meta.url));
const { values } = parseArgs({
  options: { size: { type: 'string', default: 'M' }, times: { type: 'string', default: '5' } },
});

const folder = mkdtempSync(join(tmpdir(), 'promulgate-bench-'));
try {
  await measure(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(root) {
  const [policies, editions] = SIZES[values.size];
  const corpus = createCorpus({ policies, editions, isNew: false });
  GENERATORS.promulgate(corpus, root);
  const words = ['preview', '--root', root, '--port', '0', '--as-of', '2026-01-01', '--quiet'];
  const child = spawn(process.execPath, [MAIN, ...words], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const [address] = await Promise.race([
    new Promise((resolve) => createInterface({ input: child.stdout }).once('line', (line) => resolve([line]))),
    ended.then(() => Promise.reject(new Error('The preview ended before it served anything.'))),
  ]);
  const { slug, editions: list } = corpus.at(-1);
  const edition = {
    file: join(root, 'policies', slug, `${list.at(-1).id}.md`),
    page: `${address}${slug}/${list.at(-1).id}/`,
  };
  const results = [];
  for (let time = 0; time < Number(values.times); time += 1) results.push(await saveOnce(edition, { address, time }));
  child.kill('SIGINT');
  await ended;
  const told = median(results.map((result) => result.told));
  const served = median(results.map((result) => result.served));
  console.log(
    `${values.size}, median of ${results.length}: the browser is told after ${told} ms, the page is served after ${served} ms`,
  );
}

/** Adds a paragraph to one edition; milliseconds until the news comes, and until the page has it. */
async function saveOnce({ file, page }, { address, time }) {
  const mark = `Saved for the ${time}th time.`;
  const reader = (await fetch(`${address}.promulgate/live?${time}`)).body
    .pipeThrough(new TextDecoderStream())
    .getReader();
  await reader.read();
  const start = performance.now();
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${mark}\n`);
  await reader.read();
  const told = Math.round(performance.now() - start);
  const text = await (await fetch(page)).text();
  if (!text.includes(mark)) throw new Error(`${page} does not show what was saved.`);
  const served = Math.round(performance.now() - start);
  await reader.cancel();
  return { told, served };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
