import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SourceFile } from '../../src/model/file.ts';
import type { Job, Memory } from '../../src/model/runner.ts';
import { parseSources } from '../../src/parse/sources.ts';

const SITE = 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en, ru]\n';
const edition = (day: string, body = 'We keep it, see [terms](../terms/).\n', more = '') =>
  `---\ntitle: Policy\neffective: ${day}\n${more}---\n${body}`;

const FILES: { readonly [path: string]: string } = {
  'policies/site.yaml': SITE,
  'policies/privacy/policy.yaml': 'order: 1\n',
  'policies/privacy/2020-01-01.md': edition('2020-01-01'),
  'policies/privacy/2020-01-01.ru.md': edition('2020-01-01', '\r\nМы храним 🙂.\r\n', 'summary: Новое.\n'),
  'policies/privacy/2021-01-01.md': edition('2021-13-01'),
  'policies/terms/2020-01-01.md': `\uFEFF${edition('2020-01-01', '# All\n\nAll.\n')}`,
};

function sources(files: typeof FILES): SourceFile[] {
  return Object.entries(files).map(([path, text]) => {
    const bytes = new TextEncoder().encode(text);
    return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}

/** Remembers what it is given as another build would have it, and for whom it had to work. */
function createMemory() {
  const known = new Map<string, string>();
  const worked: string[] = [];
  const memory: Memory = {
    recall<T>(job: Job, work: () => T): T {
      const key = JSON.stringify(job);
      if (!known.has(key)) {
        worked.push(job.group);
        known.set(key, JSON.stringify(work()));
      }
      return JSON.parse(known.get(key) ?? '');
    },
  };
  return { memory, worked };
}

it('gives the same as reading all of it, texts and problems too, whatever changed since', () => {
  const { memory, worked } = createMemory();
  const changes: readonly (readonly [change: object, read: readonly string[]])[] = [
    [{}, ['privacy', 'terms']],
    [{}, []],
    [{ 'policies/terms/2020-01-01.md': edition('2020-01-01', '# All\n\nNothing.\n') }, ['terms']],
    [{ 'policies/privacy/2021-01-01.md': edition('2021-01-01') }, ['privacy']],
    [{ 'policies/privacy/policy.yaml': 'ordr: 1\n' }, ['privacy']],
    [{ 'policies/privacy/2022-01-01.md': edition('2022-01-01', ' \n') }, ['privacy']],
    [{ 'policies/site.yaml': SITE.replace('UTC', 'Europe/Moscow') }, ['privacy', 'terms']],
    [{ 'policies/extra/2020-01-01.md': edition('2020-01-01') }, ['privacy', 'terms', 'extra']],
    [{}, []],
  ];
  for (const [index, [change, read]] of changes.entries()) {
    const files = sources({ ...FILES, ...change });
    const anew = parseSources(files.map(({ path, bytes }) => ({ path, bytes })));
    expect([index, structuredClone(parseSources(files, {}, memory))]).toEqual([index, structuredClone(anew)]);
    expect([index, new Set(worked.splice(0))]).toEqual([index, new Set(read)]);
  }
});

it('reads what is not known by its digest', () => {
  const { memory, worked } = createMemory();
  parseSources(
    sources(FILES).map(({ path, bytes }) => ({ path, bytes })),
    {},
    memory,
  );
  expect(worked).toEqual([]);
});
