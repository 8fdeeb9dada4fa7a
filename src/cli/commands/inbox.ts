/** `promulgate inbox …`: lists, shows, exports and deletes what was received. Safe beside a running receiver. */
import path from 'node:path';
import { isAbsence } from '../../io/system-error.ts';
import { type DeletionReason, deleteMessages } from '../../receiver/deletions.ts';
import { inboxCsv } from '../../receiver/inbox-csv.ts';
import { type Kept, moveMessage, placeOfGood, readInbox } from '../../receiver/read-inbox.ts';
import { counted } from '../counted.ts';
import { during } from '../fault.ts';
import { listText, messageText, shortId } from '../inbox-text.ts';
import { paintFor } from '../paint.ts';
import type { RawInboxOptions } from '../receiver-options.ts';
import { shownFolder } from '../shown-path.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { visibleLine } from '../visible-text.ts';

/** What a command does with the messages that are there. */
type Work = (inbox: readonly Kept[], dir: string) => ExitCode | Promise<ExitCode>;

export async function runList(
  { store, json, quarantine }: RawInboxOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, stderr, env } = surroundings;
  return await withInbox(store, surroundings, (inbox) => {
    const shown = inbox.filter(({ entry }) => quarantine !== true || entry.place === 'quarantine');
    if (json === true) stdout.write(document(shown.map(plain)));
    else if (shown.length > 0) stdout.write(listText(shown, { columns: stdout.columns, paint: paintFor(stdout, env) }));
    const aside = inbox.filter(({ entry }) => entry.place === 'quarantine').length;
    if (quarantine === true && aside === 0) stderr.write('Nothing is in quarantine. ');
    stderr.write(`${counted(inbox.length, 'message')}${aside === 0 ? '' : `, ${aside} of them in quarantine`}.\n`);
    return 0;
  });
}

export async function runShow(
  ids: readonly string[],
  raw: RawInboxOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout } = surroundings;
  return await withChosen(ids, raw, surroundings, (chosen) => {
    stdout.write(raw.json === true ? document(chosen.map(plain)) : chosen.map(messageText).join('\n'));
    return 0;
  });
}

export async function runExport(
  format: string,
  { store, email }: RawInboxOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, stderr } = surroundings;
  if (format !== 'csv' && format !== 'json') {
    stderr.write(`error: There is no format "${visibleLine(format)}". Write csv or json.\n`);
    return 2;
  }
  return await withInbox(store, surroundings, (inbox) => {
    const chosen = email === undefined ? inbox : inbox.filter((kept) => isFrom(kept, email));
    const rows = chosen.flatMap(({ entry, message }) =>
      message === undefined ? [] : [{ message, isQuarantined: entry.place === 'quarantine' }],
    );
    stdout.write(format === 'csv' ? inboxCsv(rows) : document(chosen.map(plain)));
    stderr.write(`${counted(rows.length, 'message')} exported.\n`);
    if (email !== undefined) tellMentions(inbox, { email, theirs: chosen }, surroundings);
    tellUnreadable(inbox, surroundings);
    return 0;
  });
}

export async function runRelease(
  ids: readonly string[],
  raw: RawInboxOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  return await withChosen(ids, raw, surroundings, async (chosen, dir): Promise<ExitCode> => {
    const aside = chosen.filter(({ entry }) => entry.place === 'quarantine');
    const place = await placeOfGood(dir);
    for (const { entry } of aside) await moveMessage(dir, entry, place);
    const { stderr } = surroundings;
    stderr.write(`${counted(aside.length, 'message')} taken out of quarantine.\n`);
    const others = chosen.filter((kept) => !aside.includes(kept));
    if (others.length > 0) stderr.write(`Not in quarantine: ${shortIds(others)}. There was nothing to do.\n`);
    return 0;
  });
}

export async function runDelete(
  ids: readonly string[],
  raw: RawInboxOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  return await withChosen(ids, raw, surroundings, (chosen, dir) =>
    remove(chosen, 'by staff', { dir, raw, surroundings }),
  );
}

export async function runErase(raw: RawInboxOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { email = '', store, dryRun } = raw;
  const { stdout } = surroundings;
  return await withInbox(store, surroundings, async (inbox, dir): Promise<ExitCode> => {
    const theirs = inbox.filter((kept) => isFrom(kept, email));
    if (dryRun === true) {
      stdout.write(
        raw.json === true
          ? document({ found: theirs.length })
          : `${counted(theirs.length, 'message')} would be deleted.\n`,
      );
    } else {
      await remove(theirs, 'at the request of the person concerned', { dir, raw, surroundings });
    }
    tellMentions(inbox, { email, theirs }, surroundings);
    tellUnreadable(inbox, surroundings);
    return 0;
  });
}

interface Removal {
  readonly dir: string;
  readonly raw: RawInboxOptions;
  readonly surroundings: Surroundings;
}

async function remove(
  chosen: readonly Kept[],
  reason: DeletionReason,
  { dir, raw, surroundings }: Removal,
): Promise<ExitCode> {
  const entries = chosen.map(({ entry }) => entry);
  const deletions = await deleteMessages(dir, entries, { at: surroundings.clock(), reason });
  const count = deletions.reduce((sum, deletion) => sum + deletion.count, 0);
  surroundings.stdout.write(
    raw.json === true ? document({ deleted: count }) : `${counted(count, 'message')} deleted.\n`,
  );
  return 0;
}

async function withInbox(store: string, surroundings: Surroundings, work: Work): Promise<ExitCode> {
  const dir = path.resolve(surroundings.cwd, store);
  return await during('reading the inbox', async () => {
    const inbox = await readInbox(dir).catch((error: unknown) => {
      if (isAbsence(error)) return undefined;
      throw error;
    });
    if (inbox !== undefined) return await work(inbox, dir);
    const folder = shownFolder(dir, { from: surroundings.cwd });
    surroundings.stderr.write(`error: No receiver keeps its messages in ${folder}. Name its folder with --store.\n`);
    return 2;
  });
}

/** Does nothing at all unless every id means exactly one message. */
async function withChosen(
  ids: readonly string[],
  { store }: RawInboxOptions,
  surroundings: Surroundings,
  work: Work,
): Promise<ExitCode> {
  return await withInbox(store, surroundings, async (inbox, dir) => {
    const found = ids.map((id) => ({ id, matches: inbox.filter(({ entry }) => isMeant(entry, id.toLowerCase())) }));
    const wrong = found.filter(({ matches }) => matches.length !== 1);
    for (const { id, matches } of wrong) surroundings.stderr.write(`error: ${choiceText(id, matches)}\n`);
    if (wrong.length > 0) return 1;
    return await work([...new Set(found.flatMap(({ matches }) => matches))], dir);
  });
}

/** By the beginning of the id, or of the submission's number, which the visitor may know. Nothing at all is no beginning. */
function isMeant({ id }: Kept['entry'], beginning: string): boolean {
  if (beginning === '') return false;
  return id.startsWith(beginning) || id.slice(id.indexOf('-') + 1).startsWith(beginning);
}

function choiceText(id: string, matches: readonly Kept[]): string {
  if (id === '') return 'An id is empty. Write the beginning of one that "inbox list" prints.';
  if (matches.length === 0) return `No message has an id that begins with "${visibleLine(id)}".`;
  const list = matches.map(({ entry }) => entry.id).join('\n  ');
  return `Several messages have an id that begins with "${visibleLine(id)}". Write more of it:\n  ${list}`;
}

/** Addresses are compared without regard to case. */
function isFrom({ message }: Kept, email: string): boolean {
  return (message?.fields ?? []).some(({ value }) => folded(value.trim()) === folded(email));
}

function mentions({ message }: Kept, email: string): boolean {
  return message?.fields.some(({ value }) => folded(value).includes(folded(email))) === true;
}

/** What others wrote may be about the person too: that is for staff to judge. */
function tellMentions(
  inbox: readonly Kept[],
  { email, theirs }: { readonly email: string; readonly theirs: readonly Kept[] },
  { stderr }: Surroundings,
): void {
  const others = inbox.filter((kept) => !theirs.includes(kept) && mentions(kept, email));
  if (others.length === 0) return;
  const messages = `${counted(others.length, 'message')} from others: ${shortIds(others)}`;
  stderr.write(`The address also stands in the text of ${messages}. Look with "inbox show".\n`);
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function plain({ entry, message }: Kept): object {
  return { state: entry.place, ...(message ?? { id: entry.id, received: entry.received, isUnreadable: true }) };
}

function tellUnreadable(inbox: readonly Kept[], { stderr }: Surroundings): void {
  const unreadable = inbox.filter(({ message }) => message === undefined);
  if (unreadable.length === 0) return;
  stderr.write(
    `${counted(unreadable.length, 'message')} cannot be read and may be anybody's: ${shortIds(unreadable)}.\n`,
  );
}

function shortIds(messages: readonly Kept[]): string {
  return messages.map(({ entry }) => shortId(entry.id)).join(' ');
}

function document(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
