import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBuild, knownInputs, type RecordedBuild, recordBuild } from '../../src/io/build-record.ts';
import { writeStamps } from '../../src/io/output-stamps.ts';
import { fileStamp } from '../../src/io/regular-file.ts';
import { openOutput } from '../../src/io/site-output.ts';
import { folderWith } from './temporary-folder.ts';

const SITE = [
  { path: 'index.html', content: 'Home' },
  { path: 'privacy/index.html', content: 'Privacy' },
];

function readAt(native: string, bytes: Uint8Array = readFileSync(native)) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { native, bytes, sha256, stamp: fileStamp(statSync(native)) };
}

/** A site of two files was made from two; `age`: how long before the build its sources were written, in milliseconds. */
async function built({ age = 60_000 } = {}) {
  const root = await folderWith({ 'policies/a.md': 'One', 'policies/b.md': 'Two', 'dist/': '' });
  const inputs = ['a.md', 'b.md'].map((name) => join(root, 'policies', name));
  const opening = await openOutput({ out: join(root, 'dist'), root });
  if (opening.kind === 'refused') throw new Error(JSON.stringify(opening));
  const output = { ...opening.output, begun: statSync(inputs[0] ?? '').ctimeMs + age };
  await output.finish(SITE);
  const packs = { root, program: 'this', isReadOnly: false };
  const subject: RecordedBuild = { packs, output, wishes: { base: '/' } };
  const record = () => {
    const read = inputs.map((native) => readAt(native));
    recordBuild(subject, { inputs: read, stamps: writeStamps(output.path, output.placed(), packs), outcome: 'well' });
  };
  record();
  const find = async (changes: Partial<RecordedBuild> = {}, now = inputs) =>
    (await findBuild({ ...subject, ...changes }, { inputs: now, suits: () => true }))?.outcome;
  return { root, inputs, subject, record, find };
}

it('finds what came of a build of which everything still stands', async () => {
  const { find } = await built();
  expect(await find()).toBe('well');
});

it('tells what it found to be as it was, and finds nothing of which the outcome does not suit', async () => {
  const { inputs, subject } = await built();
  const found = await findBuild(subject, { inputs, suits: (outcome) => outcome === 'well' });
  expect(found?.inputs).toEqual(inputs.map((native) => ({ ...readAt(native), bytes: undefined })));
  expect(found?.placed).toEqual(subject.output.placed().map((file) => ({ ...file, isSame: true })));
  expect(await findBuild(subject, { inputs, suits: () => false })).toBeUndefined();
});

it('finds nothing for other wishes, for another program, or where the record is not whole', async () => {
  const { root, subject, find } = await built();
  expect(await find({ wishes: { base: '/legal/' } })).toBeUndefined();
  expect(await find({ packs: { ...subject.packs, program: 'that' } })).toBeUndefined();
  const cache = join(root, '.promulgate/cache');
  for (const name of readdirSync(cache)) {
    const bytes = readFileSync(join(cache, name));
    writeFileSync(join(cache, name), bytes.subarray(0, bytes.length - 1));
    expect([name, await find()]).toEqual([name, name.startsWith('.') ? 'well' : undefined]);
    writeFileSync(join(cache, name), bytes);
  }
  expect(await find()).toBe('well');
});

it('finds nothing once a source is changed, added or gone', async () => {
  const { inputs, find } = await built();
  const [first = '', second = ''] = inputs;
  expect(await find({}, [first])).toBeUndefined();
  expect(await find({}, [...inputs, join(first, '../c.md')])).toBeUndefined();
  const { atime, mtime } = statSync(second);
  writeFileSync(second, 'Owt');
  utimesSync(second, atime, mtime);
  expect(await find()).toBeUndefined();
  writeFileSync(second, 'Two');
  expect(await find()).toBe('well');
  rmSync(second);
  expect(await find()).toBeUndefined();
});

it('looks into a source that was written so shortly before that its time tells nothing', async () => {
  const { inputs, subject, find } = await built({ age: 0 });
  const [first = ''] = inputs;
  // As a disk tells it whose clock stood still between the reading and the change.
  const stale = inputs.map((native) => readAt(native, Buffer.from('Old')));
  const stamps = writeStamps(subject.output.path, subject.output.placed(), subject.packs);
  recordBuild(subject, { inputs: stale, stamps, outcome: 'well' });
  expect(await find()).toBeUndefined();
  for (const native of inputs) writeFileSync(native, 'Old');
  expect(statSync(first).size).toBe(3);
  expect(await find()).toBe('well');
});

it('writes down anew what it had to look into, once', async () => {
  const { root, inputs, subject, find } = await built({ age: 0 });
  const later = { ...subject.output, begun: subject.output.begun + 60_000 };
  const pack = () => readdirSync(join(root, '.promulgate/cache')).filter((name) => name.endsWith('-builds.pack'));
  const [name = ''] = pack();
  const stampOf = () => statSync(join(root, '.promulgate/cache', name)).ino;
  const before = stampOf();
  expect(await find({ output: later })).toBe('well');
  const between = stampOf();
  expect(between).not.toBe(before);
  expect(await find({ output: later })).toBe('well');
  expect(stampOf()).toBe(between);
  expect(inputs.length).toBe(2);
});

it('knows without reading it what is in a source that was not touched since, and written well before', async () => {
  for (const [age, isKnown] of [
    [60_000, true],
    [0, false],
  ] as const) {
    const { inputs, subject } = await built({ age });
    const [first = '', second = ''] = inputs;
    const known = knownInputs(subject);
    expect(known(first)?.sha256).toBe(isKnown ? readAt(first).sha256 : undefined);
    const { atime, mtime } = statSync(second);
    writeFileSync(second, 'Owt');
    utimesSync(second, atime, mtime);
    rmSync(first);
    for (const native of [first, second, '/absent']) expect(known(native)).toBeUndefined();
  }
});

it('finds nothing once a file of the site is changed or gone, or something else came into its folder', async () => {
  const { root, find, record } = await built();
  const dist = join(root, 'dist');
  const attempts: readonly [damage: () => void, repair: () => void][] = [
    [() => writeFileSync(join(dist, 'index.html'), 'Hone'), () => writeFileSync(join(dist, 'index.html'), 'Home')],
    [
      () => renameSync(join(dist, 'privacy'), join(root, 'x')),
      () => renameSync(join(root, 'x'), join(dist, 'privacy')),
    ],
    [() => writeFileSync(join(dist, 'CNAME'), 'x'), () => rmSync(join(dist, 'CNAME'))],
    [() => mkdirSync(join(dist, 'empty')), () => rmSync(join(dist, 'empty'), { recursive: true })],
  ];
  for (const [index, [damage, repair]] of attempts.entries()) {
    damage();
    // A folder with nothing in it is no part of a site.
    expect([index, await find()]).toEqual([index, index === 3 ? 'well' : undefined]);
    repair();
    expect([index, await find()]).toEqual([index, 'well']);
  }
  const manifest = join(dist, '.promulgate.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"index.html"', '"index.html", "old.html"'));
  expect(await find()).toBeUndefined();
  record();
  expect(await find()).toBeUndefined();
});

it('finds nothing where what is known of the files is not what was known when the record was made', async () => {
  const { subject, find } = await built();
  writeStamps(subject.output.path, subject.output.placed().slice(1), subject.packs);
  expect(await find()).toBeUndefined();
});
