import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDelete, runErase, runExport, runList, runRelease, runShow } from '../../../src/cli/commands/inbox.ts';
import { receiving, SITE, uuid } from '../../receiver/receiving.ts';
import { fakeSurroundings } from '../surroundings.ts';

/** A running receiver with a good message, one set aside, and one that mentions the first one's sender. */
async function filled() {
  const { dir, post, inbox } = await receiving({ clock: () => Date.parse('2026-11-25T09:00:00Z') });
  await post({
    name: 'Jo',
    email: 'Jo@Example.com',
    message: 'Clause 3\nis unclear',
    policy: 'privacy',
    edition: '2020-02-04',
    clause: 'c-3',
    page: `${SITE}/privacy/`,
    submission: uuid(1),
    elapsed: '40',
  });
  await post({
    name: '=1+1',
    email: 'spam@example.com',
    message: '\u001b[31m-2;=3\n=4',
    submission: uuid(2),
    note_2: 'x',
  });
  await post({ name: 'Al', message: 'Ask jo@example.com', submission: uuid(3) });
  const idOf = async (number: number) =>
    (await inbox()).find(({ entry }) => entry.id.endsWith(uuid(number)))?.entry.id ?? '';
  return { dir, inbox, idOf, ask: { store: dir }, seen: fakeSurroundings() };
}

describe('promulgate inbox', () => {
  it('lists what came, and says what was set aside', async () => {
    const { ask, seen, idOf } = await filled();
    expect(await runList(ask, seen)).toBe(0);
    const rows = seen.printed.stdout.split('\n').filter((line) => line.includes('2026-11-25 09:00'));
    expect(
      (await Promise.all([1, 2, 3].map(idOf))).every((id) => rows.some((line) => line.startsWith(id.slice(0, 8)))),
    ).toBe(true);
    expect(rows.find((line) => line.includes('Jo@'))).toMatch(
      / privacy 2020-02-04 c-3 +Jo@Example\.com +Clause 3 is unclear$/,
    );
    expect(rows.find((line) => line.includes('spam@'))).toMatch(/ quarantine +spam@example\.com +␛\[31m-2;=3 =4$/);
    expect(seen.printed.stderr).toBe('3 messages, 1 of them in quarantine.\n');
  });

  it('shows a message whole, by the beginning of its id or its submission', async () => {
    const { ask, seen, idOf } = await filled();
    expect(await runShow([(await idOf(2)).slice(0, 8), uuid(1)], ask, seen)).toBe(0);
    expect(seen.printed.stdout).toContain('Set aside because the field that people do not see was filled in');
    expect(seen.printed.stdout).toContain(
      `page: ${SITE}/privacy/\n\nname:\n  Jo\nemail:\n  Jo@Example.com\nmessage:\n  Clause 3\n  is unclear\n`,
    );
    expect(await runShow(['zz', '00000000-0000'], ask, seen)).toBe(1);
    expect(seen.printed.stderr).toContain('error: No message has an id that begins with "zz".');
    expect(seen.printed.stderr).toContain(
      'error: Several messages have an id that begins with "00000000-0000". Write more of it:',
    );
  });

  it('exports a table in which a spreadsheet runs nothing', async () => {
    const { ask, seen } = await filled();
    expect(await runExport('csv', ask, seen)).toBe(0);
    const { stdout } = seen.printed;
    expect(stdout.startsWith('\uFEFF"received","id","quarantine","policy",')).toBe(true);
    expect(stdout).toContain('"Jo","Jo@Example.com","Clause 3\nis unclear"\r\n');
    expect(stdout).toContain(`"'=1+1","spam@example.com","\uFFFD[31m-2;'=3\n'=4"\r\n`);
    expect(await runExport('xlsx', ask, seen)).toBe(2);
  });

  it('exports what is held about one person, and points at what else names them', async () => {
    const { ask, seen, idOf } = await filled();
    await runExport('json', { ...ask, email: 'jo@example.com' }, seen);
    expect(JSON.parse(seen.printed.stdout)).toMatchObject([
      { state: 'kept', submission: uuid(1), context: { clause: 'c-3' } },
    ]);
    expect(seen.printed.stderr).toContain(
      `The address also stands in the text of 1 message from others: ${(await idOf(3)).slice(0, 8)}.`,
    );
  });

  it('erases everything from one person, points at what else names them, and records it without their address', async () => {
    const { ask, seen, dir, inbox, idOf } = await filled();
    const rest = [await idOf(2), await idOf(3)].sort();
    expect(await runErase({ ...ask, email: 'jo@example.COM', dryRun: true }, seen)).toBe(0);
    expect([seen.printed.stdout, (await inbox()).length]).toEqual(['1 message would be deleted.\n', 3]);
    expect(await runErase({ ...ask, email: 'jo@example.COM' }, seen)).toBe(0);
    expect((await inbox()).map(({ entry }) => entry.id).sort()).toEqual(rest);
    expect(seen.printed.stderr).toContain(
      `The address also stands in the text of 1 message from others: ${(await idOf(3)).slice(0, 8)}.`,
    );
    expect(await readFile(join(dir, 'deletions.log'), 'utf8')).toBe(
      '2026-11-25T09:00:00.000Z 1 message received on 2026-11-25 deleted: at the request of the person concerned.\n',
    );
  });

  it('deletes only if every id means one message', async () => {
    const { ask, seen, inbox, idOf } = await filled();
    expect(await runDelete([await idOf(1), 'zz'], ask, seen)).toBe(1);
    expect(await inbox()).toHaveLength(3);
    expect(await runDelete([await idOf(1), await idOf(1)], { ...ask, json: true }, seen)).toBe(0);
    expect([JSON.parse(seen.printed.stdout), (await inbox()).length]).toEqual([{ deleted: 1 }, 2]);
  });

  it('takes nothing for the beginning of no id, not even where there is one message only', async () => {
    const { ask, seen, inbox, idOf } = await filled();
    await runDelete([await idOf(1), await idOf(2)], ask, seen);
    expect([await runDelete([''], ask, seen), await runShow([''], ask, seen)]).toEqual([1, 1]);
    expect(seen.printed.stderr).toContain('error: An id is empty.');
    expect(await inbox()).toHaveLength(1);
  });

  it('says that nothing is in quarantine', async () => {
    const { ask, seen, idOf } = await filled();
    await runRelease([await idOf(2)], ask, seen);
    expect(await runList({ ...ask, quarantine: true }, seen)).toBe(0);
    expect(seen.printed.stderr).toContain('Nothing is in quarantine. 3 messages.\n');
  });

  it('takes a message out of quarantine, and says of others that they were not there', async () => {
    const { ask, seen, inbox, idOf } = await filled();
    await runRelease([await idOf(2), await idOf(1)], ask, seen);
    expect(seen.printed.stderr).toBe(
      `1 message taken out of quarantine.\nNot in quarantine: ${(await idOf(1)).slice(0, 8)}. There was nothing to do.\n`,
    );
    expect((await inbox()).map(({ entry }) => entry.place)).toEqual(['kept', 'kept', 'kept']);
  });

  it('names a file that somebody has changed instead of stumbling over it', async () => {
    const { ask, seen, dir, inbox } = await filled();
    const [{ entry } = { entry: undefined }] = await inbox();
    await writeFile(join(dir, entry?.place ?? '', entry?.name ?? ''), '{');
    expect(await runList(ask, seen)).toBe(0);
    expect(seen.printed.stdout).toContain('cannot be read');
    await runErase({ ...ask, email: 'nobody@example.com' }, seen);
    expect(seen.printed.stderr).toContain("1 message cannot be read and may be anybody's");
  });

  it('says where to look if there is no receiver’s folder', async () => {
    const seen = fakeSurroundings();
    expect(await runList({ store: '/nowhere/at/all' }, seen)).toBe(2);
    expect(seen.printed.stderr).toMatch(
      /^error: No receiver keeps its messages in .*Name its folder with --store\.\n$/,
    );
  });
});
