/** Messages go in; what staff read of them on a terminal comes out. */
import { CONTEXT_NAMES, fieldValue, type Suspicion } from '../receiver/message.ts';
import type { Kept } from '../receiver/read-inbox.ts';
import type { Place } from '../receiver/store-layout.ts';
import { type TableOptions, tableText } from './table.ts';
import { visibleLine, visibleText } from './visible-text.ts';

const SHORT_ID = 8;
const LONGEST_EXCERPT = 50;

const REASONS: { readonly [suspicion in Suspicion]: string } = {
  honeypot: 'the field that people do not see was filled in, by a program or a password manager',
  'too-quick': 'it was sent within seconds of the page being shown',
  proof: 'it lacks the proof of work, as everything does that is sent without JavaScript',
  encoding: 'some of it was not encoded as browsers do',
  'odd-fields': 'it holds fields that the form does not send',
  'no-origin': 'nothing tells from which site it was sent',
};

/** One row for each message. */
export function listText(inbox: readonly Kept[], options: TableOptions): string {
  const headings = ['Id', 'Received (UTC)', 'State', 'About', 'From', 'Message'];
  const rows = inbox.map(({ entry, message }) => {
    const head = [shortId(entry.id), shortMoment(entry.received), stateText(entry.place)];
    if (message === undefined) return [...head, '', '', 'cannot be read'];
    const { policy, edition, clause } = message.context;
    const about = [policy, edition, clause].filter((part) => part !== '').join(' ');
    const from = fieldValue(message, 'email') || fieldValue(message, 'name');
    return [...head, excerpt(about), excerpt(from), excerpt(fieldValue(message, 'message'))];
  });
  return tableText({ headings, rows }, options);
}

/** Everything that is known of one message. */
export function messageText({ entry, message }: Kept): string {
  const lines = [`Id: ${entry.id}`, `Received: ${entry.received}`];
  const state = stateText(entry.place);
  if (state !== '') lines.push(`State: ${state}`);
  if (message === undefined) return `${lines.join('\n')}\nIts file cannot be read: somebody has changed it.\n`;
  for (const suspicion of message.suspicions) lines.push(`Set aside because ${REASONS[suspicion]}.`);
  if (message.elapsed !== null) lines.push(`Seconds on the page: ${message.elapsed}`);
  for (const name of CONTEXT_NAMES) {
    if (message.context[name] !== '') lines.push(visibleLine(`${name}: ${message.context[name]}`));
  }
  const fields = message.fields.filter(({ value }) => value.trim() !== '');
  return `${lines.join('\n')}\n\n${fields.map(fieldText).join('')}`;
}

export function shortId(id: string): string {
  return id.slice(0, SHORT_ID);
}

function stateText(place: Place): string {
  if (place === 'quarantine') return 'quarantine';
  return place === 'new' ? 'to forward' : '';
}

function shortMoment(received: string): string {
  return received.slice(0, 16).replace('T', ' ');
}

/** What a visitor wrote stands indented, so that it cannot pass for a line of ours. */
function fieldText({ name, value }: { readonly name: string; readonly value: string }): string {
  const text = visibleText(value.replaceAll('\t', '    ')).replace(/^/gm, '  ');
  return `${visibleLine(name)}:\n${text}\n`;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST_EXCERPT ? line : `${characters.slice(0, LONGEST_EXCERPT - 1).join('')}…`;
}
