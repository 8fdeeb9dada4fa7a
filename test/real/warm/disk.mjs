/** A site as data goes in; its files come to stand on disk, and the program runs there. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run as runProgram } from '../../../lib/cli/program.js';
import { filesOf } from './site.mjs';

const PROGRAM = fileURLToPath(new URL('../../../lib/command/main.js', import.meta.url));
const { version: VERSION } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
const THEME = new URL('../../../templates/', import.meta.url);

/** Writes what is not so; sometimes so that its time does not tell. */
export function writeSources({ root, site, random }) {
  const files = filesOf(site, (path) => readFileSync(new URL(path, THEME), 'utf8'));
  for (const path of ['policies', 'templates'].flatMap((name) => list(join(root, name)))) {
    if (!files.has(path.slice(root.length + 1))) rmSync(path);
  }
  for (const [name, text] of files) {
    const path = join(root, name);
    const before = existsSync(path) ? statSync(path) : undefined;
    if (before !== undefined && readFileSync(path).equals(Buffer.from(text))) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    if (before !== undefined && random.isTimeFor(0.5)) utimesSync(path, before.atime, before.mtime);
  }
  for (const name of readdirSync(join(root, 'policies'))) {
    const path = join(root, 'policies', name);
    if (statSync(path).isDirectory() && list(path).length === 0) rmSync(path, { recursive: true });
  }
}

/** The files in a folder and those below it. */
export function list(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Runs the command as users do. @returns its exit code, and what it says, but where its folders are and what it wrote. */
export function run(words, root) {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, TZ: 'UTC' } };
    execFile(process.execPath, [PROGRAM, ...words, '--root', root], options, (error, stdout, stderr) => {
      resolve(toldOf(error?.code ?? 0, `${stdout}${stderr}`, root));
    });
  });
}

/** The same within this process, which is quicker after some times: for what takes nothing from other runs. */
export async function runHere(words, root) {
  const said = ['', ''];
  const [stdout, stderr] = said.map((_, index) => {
    const write = (text) => {
      said[index] += text;
    };
    return { isTTY: false, write };
  });
  const code = await runProgram([...words, '--root', root], {
    ...{ version: VERSION, platform: '', cwd: root, env: process.env },
    ...{ stdout, stderr, clock: () => Date.now(), stopwatch: () => performance.now() },
    untilStopped: () => new Promise(() => {}),
  });
  return toldOf(code, said.join(''), root);
}

function toldOf(code, said, root) {
  const outs = ['dist', 'other', '../cold'].map((name) => join(root, name));
  const text = [...outs, root].reduce(
    (left, folder) => left.replaceAll(folder, folder === root ? 'ROOT' : 'OUT'),
    said,
  );
  const counts =
    /"(?:written|unchanged|removed)": \d+|\d+ (?:would be )?(?:written|unchanged|removed)|in \S+(?=: \d)|Took .*|(?<=Nothing was written).*/g;
  return { code, text: `exit ${code}\n${text.replace(counts, '#')}` };
}
