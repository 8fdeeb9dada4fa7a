/**
 * The corpora's manifest goes in; the 30 texts by which clause detection is judged come out, chosen by a seed and by nobody.
 * Usage: node test/real/clauses/sample.mjs [FOLDER]   (default: ../shared/corpora beside the repository)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SEED = 20261125;
const SIZE = 30;
const AT_MOST_PER_SOURCE = 4;
const SMALLEST_BYTES = 1024;

/**
 * @param {number} seed
 * @returns {() => number} Tommy Ettinger's mulberry32: the next number in [0, 1)
 */
export function mulberry32(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @param {string} folder the corpora, with their MANIFEST.tsv
 * @returns {string[]} paths below `folder`, sorted
 */
export function chooseSample(folder) {
  const rows = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1);
  const paths = rows
    .map((row) => row.split('\t'))
    .filter(([path = '', , , , , , , bytes]) => /\.mdx?$/.test(path) && Number(bytes) >= SMALLEST_BYTES)
    .map(([path = '']) => path)
    .sort();
  const random = mulberry32(SEED);
  const chosen = new Set();
  const perSource = new Map();
  // A text drawn twice, or of a source that is full, is drawn again.
  for (let draws = 0; chosen.size < SIZE && draws < 1_000_000; draws += 1) {
    const path = paths[Math.floor(random() * paths.length)] ?? '';
    const source = path.split('/')[0] ?? '';
    const taken = perSource.get(source) ?? 0;
    if (chosen.has(path) || taken === AT_MOST_PER_SOURCE) continue;
    chosen.add(path);
    perSource.set(source, taken + 1);
  }
  return [...chosen].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../../../shared/corpora', import.meta.url));
  for (const path of chooseSample(folder)) console.log(path);
}
