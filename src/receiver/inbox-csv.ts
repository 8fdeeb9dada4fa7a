/** Messages go in; a table for spreadsheet programs comes out (RFC 4180, UTF-8), in which nothing is taken for a formula. */
import { stringify } from 'csv-stringify/sync';
import { CONTEXT_NAMES, fieldValue, type Message } from './message.ts';

export interface CsvRow {
  readonly message: Message;
  readonly isQuarantined: boolean;
}

/** One column for each field that occurs, the usual ones first; values of one name stand on lines of one cell. */
export function inboxCsv(rows: readonly CsvRow[]): string {
  const names = [...new Set(rows.flatMap(({ message }) => message.fields.map(({ name }) => name)))];
  const head = ['received', 'id', 'quarantine', ...CONTEXT_NAMES, ...names.map((name) => `field: ${name}`)];
  const lines = rows.map(({ message, isQuarantined }) => [
    message.received,
    message.id,
    isQuarantined ? message.suspicions.join(' ') || 'yes' : '',
    ...CONTEXT_NAMES.map((name) => message.context[name]),
    ...names.map((name) => allValues(message, name)),
  ]);
  const cells = [head, ...lines].map((line) => line.map(harmless));
  return stringify(cells, { escape_formulas: true, bom: true, quoted: true, record_delimiter: 'windows' });
}

/** Also where a program cuts at semicolons or at line ends and does not see the quotation marks. */
function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const printable = text.replace(/(?![\n\t])[\u0000-\u001F\u007F-\u009F]/g, '\uFFFD');
  return printable.replace(/(?<=[;\n\t])[ ]*(?=[=+\-@])/g, "$&'");
}

function allValues(message: Message, name: string): string {
  const values = message.fields.filter((field) => field.name === name).map(({ value }) => value);
  return values.length > 1 ? values.join('\n') : fieldValue(message, name);
}
