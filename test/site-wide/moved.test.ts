import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { LEDGER_SOURCE } from '../../src/model/ledger.ts';
import { folderWith } from '../cli/run.ts';
import { fakeSurroundings } from '../cli/surroundings.ts';
import { cook } from '../ledger/independent-tools.ts';
import { edited, type Files, PRIVACY } from '../ledger/ledgered.ts';
import { readAtom } from '../site/read-atom.ts';
import { built, outputOf, SITE_FILES, sealedFiles } from './ledgered-site.ts';
import { ROOT } from './sample-site.ts';

const AT = 'https://legal.acme.example/';

/** The same files, the policy in a folder called `data`. */
const renamed = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.replace('policies/privacy/', 'policies/data/'), text]),
  );

const sealed = await sealedFiles(SITE_FILES);
const before = outputOf(await built(sealed));

describe('a policy whose folder has a new name', async () => {
  const resealed = await sealedFiles({ ...renamed(sealed), 'policies/data/policy.yaml': 'aliases: [privacy]\n' });
  const files = outputOf(await built(resealed));

  it('is refused without its former name, if it was sealed, and told how to give it', async () => {
    const { diagnostics } = await built(renamed(sealed));
    const found = diagnostics.find(({ ruleId }) => ruleId === 'ledger-missing');
    expect(found?.hint).toContain('“aliases: [privacy]”');
  });

  it('keeps its place in the ledger, which tells where each text stood before', () => {
    const { entries } = JSON.parse(resealed[LEDGER_SOURCE] ?? '');
    const moved = entries.filter(({ kind }: { kind: string }) => kind === 'address-changed');
    expect(moved.map(({ formerly, address }: Record<string, string>) => `${formerly} ${address}`).sort()).toEqual([
      'privacy/2020-02-04/ data/2020-02-04/',
      'privacy/2021-05-04/ data/2021-05-04/',
      'ru/privacy/2020-02-04/ ru/data/2020-02-04/',
    ]);
  });

  it('is led to from every former address, by the host and by a page without a script', () => {
    expect(files.get('_redirects')).toBe(
      [
        ...['/privacy /data/ 301', '/privacy/* /data/:splat 301'],
        ...['/ru/privacy /ru/data/ 301', '/ru/privacy/* /ru/data/:splat 301', ''],
      ].join('\n'),
    );
    const pages = [...files.keys()].filter((path) => path.startsWith('data/') && path.endsWith('/index.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const path of pages) {
      const former = path.replace('data/', 'privacy/');
      const html = files.get(former) ?? '';
      const url = AT + path.replace('index.html', '');
      const [, refresh = '', href = ''] = /0; url=([^"]+)">[\s\S]*<a href="([^"]+)">/.exec(html) ?? [];
      for (const link of [refresh, href]) expect(new URL(link, AT + former).href).toBe(url);
      expect(html).toContain(`<link rel="canonical" href="${url}">`);
      expect(html).not.toMatch(/<script|style=/);
    }
    expect(files.get('ru/privacy/index.html')).toContain('<html lang="ru">');
  });

  it('is what a link in a text still means that names it as it was called', async () => {
    expect(SITE_FILES['policies/privacy/2020-02-04.md']).toContain('](/privacy/2021-05-04/)');
    expect(files.get('data/2020-02-04/index.html')).toContain('<a href="../2021-05-04/">the later edition</a>');
    const { diagnostics } = await built(resealed);
    expect(diagnostics.map(({ ruleId }) => ruleId)).not.toContain('link-nowhere');
  });

  it.each([
    [
      'an edition is withdrawn',
      'effective: 2021-05-04\nstatus: withdrawn\nwithdrawn: { on: 2021-04-15, reason: Issued in error }',
    ],
    ['a date is moved', 'effective: 2021-05-10\nannouncedEffective: 2021-05-04'],
  ])('is looked for by verify under its new name alone, after %s', async (_, lines) => {
    const asOf = '2021-04-20T09:00:00Z';
    const first = await sealedFiles(SITE_FILES, asOf);
    const moved = await sealedFiles({ ...renamed(first), 'policies/data/policy.yaml': 'aliases: [privacy]\n' }, asOf);
    const later = edited(moved, 'policies/data/2021-05-04.md', 'effective: 2021-05-04', lines);
    const site = await folderWith(Object.fromEntries(outputOf(await built(await sealedFiles(later, asOf), asOf))));
    const { printed, ...surroundings } = fakeSurroundings();
    const code = await run(['verify', site], surroundings);
    expect({ code, stderr: printed.stderr }).toMatchObject({
      code: 0,
      stderr: expect.not.stringContaining('verify-policy-missing'),
    });
  });

  it('tells subscribers nothing new: its entries keep their ids', () => {
    const headsIn = (xml = '') => readAtom(xml).entries.map(({ id, updated }) => [id, updated]);
    expect(headsIn(files.get('feed.xml'))).toEqual(headsIn(before.get('feed.xml')));
  });
});

describe('the manual', async () => {
  const manual = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, code = ''] = /### When a policy gets another name[\s\S]*?```sh\n([\s\S]*?)```/.exec(manual) ?? [];
  const lines = code.split('\n').filter((line) => /^(?:sed|jq) /.test(line));

  it('makes the rules of other hosts from the redirects', async () => {
    const site = await folderWith({ 'dist/_redirects': '/privacy /data/ 301\n/privacy/* /data/:splat 301\n' });
    const made = lines.map((line) => {
      const { status, stdout } = spawnSync('sh', ['-c', line.replace(/ > \S+$/, '')], { cwd: site, encoding: 'utf8' });
      return status === 127 ? undefined : stdout.trim();
    });
    const [nginx, apache, vercel, s3] = made;
    expect([nginx, apache]).toEqual([
      'rewrite ^/privacy(?:/(.*))?$ /data/$1 permanent;',
      'Redirect 301 /privacy /data',
    ]);
    if (vercel === undefined || s3 === undefined) return;
    expect(JSON.parse(vercel)).toEqual({
      redirects: [{ source: '/privacy/(.*)', destination: '/data/$1', permanent: true }],
    });
    expect(JSON.parse(s3)).toEqual([
      {
        Condition: { KeyPrefixEquals: 'privacy/' },
        Redirect: { ReplaceKeyPrefixWith: 'data/', HttpRedirectCode: '301' },
      },
    ]);
  });

  it('redirects at CloudFront', () => {
    const [, source = ''] = /```js\n(function handler[\s\S]*?)```/.exec(manual) ?? [];
    const handler = runInNewContext(`(${source})`);
    const locationOf = (uri: string) => handler({ request: { uri } }).headers?.location.value;
    expect(['/data/2020-02-04/feed.xml', '/data', '/database/'].map(locationOf)).toEqual([
      '/privacy/2020-02-04/feed.xml',
      '/privacy/',
      undefined,
    ]);
  });
});

it.each([
  ['the folder of a policy', 'privacy', 'is the folder of a policy'],
  ['what can be no address', '../x', 'cannot have been the address of a policy'],
  ['an address of our own', 'archive', 'cannot have been the address of a policy'],
])('refuses %s as a former name', async (_, alias, said) => {
  const { diagnostics } = await built({ ...SITE_FILES, 'policies/privacy/policy.yaml': `aliases: [${alias}]\n` });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message }) => message).join()).toContain(said);
});

it('writes nothing of the kind where no policy had another name', () => {
  expect(before.has('_redirects')).toBe(false);
});

it('is still known as it read before a correction that was entered under the former name', async () => {
  const correction = 'corrections: [{on: 2021-05-20, clause: "1", was: recieve, now: receive, reason: Typing error}]';
  const mended = edited(edited(sealed, PRIVACY, 'recieve', 'receive'), PRIVACY, '---\n#', `${correction}\n---\n#`);
  const corrected = renamed(await sealedFiles(mended));
  const moved = await sealedFiles({ ...corrected, 'policies/data/policy.yaml': 'aliases: [privacy]\n' });
  const page = outputOf(await built(moved)).get('verify/index.html') ?? '';
  const { entries } = JSON.parse(sealed[LEDGER_SOURCE] ?? '');
  const { text } = entries.find(({ address }: { address: string }) => address === 'privacy/2020-02-04/');
  expect(page).toContain(`data-text="${text}"`);
});

describe('a policy that is called as it was at first again', async () => {
  const aliased = { ...renamed(sealed), 'policies/data/policy.yaml': 'aliases: [privacy]\n' };
  const moved = await sealedFiles(aliased, '2021-06-02T09:00:00Z');
  const asOf = '2021-06-03T09:00:00Z';
  const back = { ...sealed, [LEDGER_SOURCE]: moved[LEDGER_SOURCE] ?? '' };

  it('is refused without the name it had between, and told how to give it', async () => {
    const { diagnostics } = await built(back, asOf);
    const hints = diagnostics.filter(({ ruleId }) => ruleId === 'ledger-missing').map(({ hint }) => hint);
    expect(hints).toEqual([expect.stringContaining('“aliases: [data]”')]);
  });

  it('is entered as come back, is verified there, and is led to from the name between', async () => {
    const resealed = await sealedFiles({ ...back, 'policies/privacy/policy.yaml': 'aliases: [data]\n' }, asOf);
    const { entries } = JSON.parse(resealed[LEDGER_SOURCE] ?? '');
    const returned = entries.filter(
      ({ sealedAsOf }: { sealedAsOf?: string }) => Date.parse(sealedAsOf ?? '') === Date.parse(asOf),
    );
    expect(returned.map(({ formerly, address }: Record<string, string>) => `${formerly} ${address}`)).toEqual([
      'data/2020-02-04/ privacy/2020-02-04/',
      'ru/data/2020-02-04/ ru/privacy/2020-02-04/',
      'data/2021-05-04/ privacy/2021-05-04/',
    ]);
    expect((await sealedFiles(resealed, asOf))[LEDGER_SOURCE]).toBe(resealed[LEDGER_SOURCE]);
    const files = outputOf(await built(resealed, asOf));
    const site = await folderWith(Object.fromEntries(files));
    const { printed, ...surroundings } = fakeSurroundings();
    expect({ code: await run(['verify', site], surroundings), stderr: printed.stderr }).toMatchObject({ code: 0 });
    const lines = ['privacy/2020-02-04', 'privacy/2021-05-04', 'ru/privacy/2020-02-04'];
    expect([undefined, { status: 0, lines: lines.map((path) => `${path}/text.md: OK`) }]).toContainEqual(cook(site));
    expect(files.get('_redirects')).toContain('/data/* /privacy/:splat 301');
    const idsIn = (xml = '') => readAtom(xml).entries.map(({ id }) => id);
    expect(idsIn(files.get('feed.xml'))).toEqual(idsIn(before.get('feed.xml')));
  });
});
