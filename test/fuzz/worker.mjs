/** Inputs come in one by one from the main thread; each is built through the whole pipeline, and its faults go back. */
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { build } from '../../lib/index.js';
import { readTheme } from '../../lib/io/read.js';
import { findFaults } from './oracles.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const theme = await readTheme({ defaultTheme: `${ROOT}templates`, root: `${ROOT}test/fuzz` });
const AS_OF = '2020-06-01T00:00:00Z';

parentPort?.on('message', async ({ sources, isTwice }) => {
  parentPort?.postMessage(await run(sources, isTwice));
});
parentPort?.postMessage('ready');

async function run(sources, isTwice) {
  const before = process.cpuUsage();
  try {
    const built = await buildOf(Object.entries(sources));
    const { user, system } = process.cpuUsage(before);
    const faults = findFaults({ sources, built });
    if (isTwice) faults.push(...differences(built, await buildOf(Object.entries(sources).reverse())));
    const isRefused = built.diagnostics.some(({ severity }) => severity === 'error');
    return { faults, isRefused, milliseconds: (user + system) / 1000 };
  } catch (error) {
    const detail = String(error?.stack ?? error)
      .split('\n')
      .slice(0, 4)
      .join(' | ');
    return { faults: [{ oracle: 'thrown', detail }], isRefused: false, milliseconds: 0 };
  }
}

function buildOf(entries) {
  const files = entries.map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  return build({ sources: files, theme: theme.files, asOf: AS_OF });
}

/** The same files in another order give the same bytes and the same problems. */
function differences(one, other) {
  if (JSON.stringify(one.diagnostics) !== JSON.stringify(other.diagnostics))
    return [{ oracle: 'determinism', detail: 'problems' }];
  const contents = new Map(other.files.map(({ path, content }) => [path, String(content)]));
  const different = one.files.filter(({ path, content }) => contents.get(path) !== String(content));
  const isSame = different.length === 0 && one.files.length === other.files.length;
  return isSame ? [] : [{ oracle: 'determinism', detail: different[0]?.path ?? 'files' }];
}
