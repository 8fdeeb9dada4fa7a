/** Time stamps of a ledger from a throw-away authority that openssl plays: asked for, published and checked. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { build } from '../../src/index.ts';
import { checkToken, readCertificates } from '../../src/ledger/timestamps/check-token.ts';
import { readToken } from '../../src/ledger/timestamps/read-token.ts';
import { sources } from '../builders.ts';
import { folderWith } from '../cli/run.ts';
import { fakeSurroundings } from '../cli/surroundings.ts';
import { THEME } from '../theme/views.ts';
import { FORGED_TOKENS } from './hostile-received-table.ts';
import { built, outputOf, SITE_FILES, sealedFiles } from './ledgered-site.ts';

const NOW = '2021-06-01T09:00:00Z';
const isOpensslThere = spawnSync('openssl', ['version']).error === undefined;
if (!isOpensslThere) console.warn('No time stamps are tested: openssl, which plays the authority, is not installed.');

const folder = mkdtempSync(join(tmpdir(), 'promulgate-stamps-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const bytesOf = (name: string) => new Uint8Array(readFileSync(at(name)));
const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });

const CONFIGURATION = `[req]
distinguished_name = name
prompt = no
[name]
CN = Throw-away
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[stamps]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = critical,timeStamping
[servers]
extendedKeyUsage = serverAuth
[authority]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ess_cert_id_alg = sha256
`;

/** A root, an authority for stamps below it, and a certificate that is for servers. */
function foundAuthority(): void {
  writeFileSync(at('a.cnf'), CONFIGURATION);
  writeFileSync(at('serial'), '01');
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-config', 'a.cnf'];
  for (const name of ['root', 'other']) {
    openssl(
      'req',
      '-x509',
      ...ec,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-subj',
      `/CN=${name}`,
      '-extensions',
      'root',
    );
  }
  for (const [name, key] of [
    ['stamps', ['-newkey', 'rsa:2048', '-nodes', '-config', 'a.cnf']],
    ['elliptic', ec],
  ] as const) {
    openssl('req', '-new', ...key, '-keyout', `${name}.key`, '-out', 'a.csr', '-subj', `/CN=Authority ${name}`);
    const signing = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-extfile', 'a.cnf'];
    openssl('x509', '-req', '-in', 'a.csr', ...signing, '-extensions', 'stamps', '-out', `${name}.pem`);
  }
}

/** The answer to the request in `request`, by the certificate called `name`. */
function stamp(request: string, name = 'stamps'): Uint8Array {
  const own = ['-config', 'a.cnf', '-section', 'authority', '-signer', `${name}.pem`, '-inkey', `${name}.key`];
  openssl('ts', '-reply', ...own, '-queryfile', request, '-out', 'a.tsr');
  return bytesOf('a.tsr');
}

async function promulgate(...words: readonly string[]) {
  const surroundings = fakeSurroundings();
  const code = await run(words, surroundings);
  return { code, ...surroundings.printed };
}

describe.skipIf(!isOpensslThere)('a time stamp', async () => {
  if (!isOpensslThere) return;
  foundAuthority();
  const root = await folderWith(SITE_FILES);
  const sealing = await promulgate('seal', '--root', root, '--as-of', NOW, '--timestamp-request', '--json');
  const { head, timestampRequest } = JSON.parse(sealing.stdout);
  const request = join(root, timestampRequest);
  const answer = stamp(request);
  const read = (bytes: Uint8Array) => {
    const reading = readToken(bytes);
    if (reading.kind === 'unreadable') throw new Error(reading.reason);
    return reading.token;
  };
  const trusted = readCertificates(bytesOf('root.pem'));

  it('is asked for with the bytes that openssl would send', () => {
    expect(timestampRequest).toBe(`policies/timestamps/${head}.tsq`);
    openssl('ts', '-query', '-digest', head, '-sha256', '-cert', '-no_nonce', '-out', 'q.tsq');
    expect(readFileSync(request)).toEqual(readFileSync(at('q.tsq')));
  });

  it('is believed if the authority, or who vouches for it, is trusted', () => {
    const said = { kind: 'good', authority: 'CN=Authority stamps', isTrusted: true };
    expect(checkToken(read(answer), head, trusted)).toEqual(said);
    expect(checkToken(read(answer), head, readCertificates(bytesOf('stamps.pem')))).toEqual(said);
    expect(checkToken(read(answer), head, [])).toEqual({ ...said, isTrusted: false });
    const elliptic = read(stamp(request, 'elliptic'));
    expect(checkToken(elliptic, head, trusted)).toMatchObject({ kind: 'good', authority: 'CN=Authority elliptic' });
  });

  it('is not believed from somebody else, of something else, or out of its time', () => {
    const other = readCertificates(bytesOf('other.pem'));
    expect(checkToken(read(answer), head, other)).toMatchObject({
      kind: 'bad',
      reason: expect.stringContaining('not made by'),
    });
    expect(checkToken(read(answer), 'ab'.repeat(32), trusted)).toMatchObject({ kind: 'bad' });
    const early = { ...read(answer), time: Date.parse('2001-01-01T00:00:00Z') };
    expect(checkToken(early, head, trusted)).toMatchObject({
      kind: 'bad',
      reason: expect.stringContaining('not valid'),
    });
    const forged = { ...read(answer), certificates: [], signature: new Uint8Array(256) };
    expect(checkToken(forged, head, readCertificates(bytesOf('stamps.pem')))).toMatchObject({
      reason: 'its signature is wrong',
    });
  });

  it.each(FORGED_TOKENS)('%s is not believed', (_, forge) => {
    const reading = readToken(forge(answer));
    if (reading.kind === 'read') expect(checkToken(reading.token, head, trusted)).toMatchObject({ kind: 'bad' });
  });

  it('cannot be altered in any byte so that it says another time or digest', () => {
    const { time } = read(answer);
    let believed = 0;
    for (let index = 0; index < answer.length; index += 1) {
      const altered = answer.map((byte, place) => (place === index ? byte ^ 0x21 : byte));
      const reading = readToken(altered);
      if (reading.kind === 'unreadable' || checkToken(reading.token, head, trusted).kind === 'bad') continue;
      believed += 1;
      expect([reading.token.time, reading.token.imprint]).toEqual([time, head]);
    }
    expect(believed).toBeLessThan(answer.length / 4);
  });

  const files = await sealedFiles(SITE_FILES);
  const stamped = (name: string, bytes: Uint8Array) =>
    build({ sources: [...sources(files), { path: `policies/timestamps/${name}`, bytes }], theme: THEME, asOf: NOW });

  it('is published beside the ledger, and checked there', async () => {
    const site = await stamped(`${head}.tsr`, answer);
    expect(JSON.parse(outputOf(site).get('policies.json') ?? '').ledger).toMatchObject({ head, timestamps: [head] });
    const dist = await folderWith(Object.fromEntries(site.files.map(({ path, content }) => [path, content])));
    const trusting = await promulgate('verify', dist, '--tsa-certificate', at('root.pem'));
    expect(trusting).toMatchObject({ code: 0, stderr: expect.stringContaining('all as published') });
    expect(trusting.stdout).toMatch(
      /time-stamped {2}20\S+Z {2}4 of 4 entries {2}[0-9a-f]{64} {2}by CN=Authority stamps\n$/,
    );
    const json = JSON.parse((await promulgate('verify', dist, '--json')).stdout);
    expect(json).toMatchObject({ ok: true, timestamps: [{ head, trusted: false, entries: 4 }] });
    expect(json.diagnostics).toMatchObject([{ ruleId: 'verify-timestamp-unknown' }]);
    expect(await promulgate('verify', dist, '--tsa-certificate', at('other.pem'))).toMatchObject({ code: 1 });
    expect(await promulgate('verify', dist, '--tsa-certificate', at('a.cnf'))).toMatchObject({ code: 2 });
  });

  it('shows that a ledger was made anew', async () => {
    const site = await stamped(`${head}.tsr`, answer);
    const anew = outputOf(await built(await sealedFiles(SITE_FILES, '2021-07-01T09:00:00Z'), '2021-07-01T09:00:00Z'));
    const policies = (anew.get('policies.json') ?? '').replace('"timestamps": []', `"timestamps": ["${head}"]`);
    const dist = await folderWith({
      ...Object.fromEntries(anew),
      'policies.json': policies,
      [`timestamps/${head}.tsr`]: site.files.find(({ path }) => path.endsWith('.tsr'))?.content ?? '',
    });
    const { code, stderr } = await promulgate('verify', dist, '--tsa-certificate', at('root.pem'));
    expect(code).toBe(1);
    expect(stderr).toContain('which it no longer has: it was cut off or made anew');
  });

  it('is refused by a build under a name that is not its own', async () => {
    const rules = async (name: string, bytes = answer) =>
      (await stamped(name, bytes)).diagnostics.map(({ severity, ruleId }) => `${severity} ${ruleId}`);
    expect(await rules(`${'ab'.repeat(32)}.tsr`)).toEqual(['error ledger-timestamp']);
    expect(await rules(`${head}.tsr`, new Uint8Array(9))).toEqual(['error ledger-timestamp']);
    expect(await rules('notes.bin')).toEqual(['warning stray-file']);
    expect(await rules(`${head}.tsq`)).toEqual([]);
  });

  it('shows that the ledger itself is gone, and is not to be taken away', async () => {
    const stamp = { path: `policies/timestamps/${head}.tsr`, bytes: answer };
    const { diagnostics } = await build({ sources: [...sources(SITE_FILES), stamp], theme: THEME, asOf: NOW });
    expect(diagnostics).toMatchObject([{ ruleId: 'ledger-gone', place: { path: 'policies/ledger.json' } }]);
    expect(diagnostics[0]?.message).toContain('policies/ledger.json is gone: put it back.');
    const broken = { path: 'policies/ledger.json', bytes: new Uint8Array(9) };
    const unreadable = await build({ sources: [...sources(SITE_FILES), stamp, broken], theme: THEME, asOf: NOW });
    expect(unreadable.diagnostics.map(({ ruleId }) => ruleId)).not.toContain('ledger-gone');
  });
});
