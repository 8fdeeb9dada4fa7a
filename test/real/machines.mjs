/**
 * Builds the sample and every fixture site as other machines would: in other zones and languages, from a clone of depth 1 and
 * from a tarball, and on another Node. Fails if any byte differs from the first build.
 * Usage: node test/real/machines.mjs [--quick] [NODE …]   (paths of further Node binaries; quick: only these, clone and tarball)
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'promulgate-machines-'));
const AS_OF = '2026-02-28T20:59:59Z';
const ZONES = ['UTC', 'America/Los_Angeles', 'Pacific/Apia', 'Pacific/Kiritimati', 'Asia/Kolkata'];
const LANGUAGES = ['C', 'ru_RU.UTF-8'];

const fixtures = readdirSync(join(root, 'test/fixtures')).map((name) => join('test/fixtures', name));
const sites = ['.', ...fixtures].filter((site) => existsSync(join(root, site, 'policies/site.yaml')));
const isQuick = process.argv.includes('--quick');
const otherNodes = process.argv.slice(2).filter((word) => word !== '--quick');
const usual = { node: process.execPath, from: root, zone: 'UTC', language: 'C' };
const machines = [
  // Zone and language have nothing to do with each other: each is met with the other's extremes.
  ...(isQuick ? [] : ZONES.map((zone, index) => ({ ...usual, zone, language: LANGUAGES[(index + 1) % 2] }))),
  ...otherNodes.map((node) => ({ ...usual, node, zone: 'America/Los_Angeles', language: 'ru_RU.UTF-8' })),
  { ...usual, from: shallowClone(), name: 'a clone of depth 1' },
  { ...usual, from: tarball(), name: 'a tarball' },
];

let faults = 0;
try {
  const expected = sites.map((site) => digestOf(site, usual));
  for (const machine of machines) {
    const { name = `${versionOf(machine.node)}, TZ=${machine.zone}, LANG=${machine.language}` } = machine;
    const different = sites.filter((site, index) => digestOf(site, machine) !== expected[index]);
    faults += different.length;
    console.log(
      `${name}: ${different.length === 0 ? `${sites.length} sites, the same bytes` : `DIFFERENT: ${different}`}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults === 0 ? 0 : 1;

/** SHA-256 over the names and bytes of all files of a site. */
function digestOf(site, { node, from, zone, language }) {
  const out = mkdtempSync(join(folder, 'out-'));
  const words = ['build', '--root', join(from, site), '--out', join(out, 'site'), '--as-of', AS_OF, '--quiet'];
  // What is built is the checkout's sources; what builds it is this program.
  execFileSync(node, [join(root, 'lib/command/main.js'), ...words], {
    env: { TZ: zone, LANG: language, LC_ALL: language, PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path.slice(out.length)}\0`).update(readFileSync(path));
  rmSync(out, { recursive: true });
  return hash.digest('hex');
}

function shallowClone() {
  const target = join(folder, 'clone');
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, target]);
  return target;
}

function tarball() {
  const target = join(folder, 'unpacked');
  mkdirSync(target);
  const archive = execFileSync('git', ['-C', root, 'archive', '--format=tar', 'HEAD'], { maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', target], { input: archive });
  return target;
}

function versionOf(node) {
  return `Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`;
}
