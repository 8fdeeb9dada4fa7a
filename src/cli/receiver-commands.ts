/** The words of the command line for the receiver and its inbox: their options, and what runs. Loaded only when they run. */
import { type Command, Option } from 'commander';
import { during } from './fault.ts';
import { parseName, parsePort } from './options.ts';
import { INBOX_HELP, RECEIVE_HELP } from './receiver-help.ts';
import {
  MOST_BYTES,
  PREVIEW_STORE,
  parseBits,
  parseMailbox,
  parseOrigin,
  parseRate,
  parseRetention,
  parseSeconds,
  parseSize,
  type RawInboxOptions,
  type RawReceiveOptions,
} from './receiver-options.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

interface Context {
  /** Adds a command with the usual help. */
  readonly add: (name: string, description: string) => Command;
  readonly surroundings: Surroundings;
  readonly finish: (code: ExitCode) => void;
}

/** Adds `receive`. */
export function addReceive({ add, surroundings, finish }: Context): void {
  add('receive', 'take the messages of the feedback form and keep them')
    .requiredOption('--store <folder>', 'the folder to keep them in', parseName)
    .option('--origin <url>', 'the site whose form is taken; may be given again (default: any site)', parseOrigin)
    .addOption(
      new Option('--retain <days>', 'delete messages that are older').argParser(parseRetention).default(180, '180d'),
    )
    .addOption(
      new Option('--max-size <size>', 'refuse messages when the folder has become so large')
        .argParser(parseSize)
        .default(MOST_BYTES, '1GB'),
    )
    .addOption(new Option('--port <number>', 'the port to listen at').argParser(parsePort).default(8787))
    .addOption(
      new Option('--host <name>', 'the address to listen at')
        .argParser(parseName)
        .default('127.0.0.1', 'this machine only'),
    )
    .addOption(
      new Option('--rate <count/time>', 'how many messages one address may send; off: any')
        .argParser(parseRate)
        .default({ count: 20, seconds: 600 }, '20/10m'),
    )
    .option('--behind-proxy', 'the sender is the last address in X-Forwarded-For, which a proxy of yours sets')
    .addOption(
      new Option('--min-seconds <number>', 'set aside what is sent sooner after the page was shown')
        .argParser(parseSeconds)
        .default(3),
    )
    .addOption(
      new Option('--proof-bits <number>', 'set aside what lacks a proof of work, proofBits in site.yaml')
        .argParser(parseBits)
        .default(0, 'none'),
    )
    .option('--smtp <url>', 'forward by this mail server (better: set PROMULGATE_SMTP)', parseName)
    .option('--mail-to <address>', 'whom to forward to', parseMailbox)
    .option('--mail-from <address>', 'the sender of these mails (default: the same)', parseMailbox)
    .option('--verbose', 'print where exactly a fault happened')
    .addHelpText('after', RECEIVE_HELP)
    .action(async (raw: RawReceiveOptions) => {
      const { runReceive } = await during('loading the command', () => import('./commands/receive.ts'));
      finish(await runReceive(raw, surroundings));
    });
}

/** Adds `inbox` and what is below it. */
export function addInbox({ add, surroundings, finish }: Context): void {
  const inbox = add('inbox', 'read, export and delete the messages that were received')
    .usage('<command> [options]')
    .addHelpText('after', INBOX_HELP);
  const load = () => during('loading the command', () => import('./commands/inbox.ts'));
  const sub = (name: string, description: string) =>
    inbox
      .command(name)
      .description(description)
      .addOption(
        new Option('--store <folder>', 'the folder of the receiver').argParser(parseName).default(PREVIEW_STORE),
      )
      .option('--verbose', 'print where exactly a fault happened')
      .showHelpAfterError(`Run "promulgate inbox ${name} --help" to see what there is.`);

  sub('list', 'list the messages, the oldest first')
    .option('--quarantine', 'only those that were set aside')
    .option('--json', 'print one JSON document')
    .action(async (raw: RawInboxOptions) => finish(await (await load()).runList(raw, surroundings)));
  sub('show', 'print messages whole')
    .argument('<id...>', 'a message, by the beginning of its id')
    .option('--json', 'print one JSON document')
    .action(async (ids: string[], raw: RawInboxOptions) =>
      finish(await (await load()).runShow(ids, raw, surroundings)),
    );
  sub('export', 'print all messages for another program')
    .argument('<format>', 'csv or json')
    .option('--email <address>', 'only those from this address', parseMailbox)
    .action(async (format: string, raw: RawInboxOptions) =>
      finish(await (await load()).runExport(format, raw, surroundings)),
    );
  sub('release', 'take messages out of quarantine')
    .argument('<id...>', 'a message, by the beginning of its id')
    .action(async (ids: string[], raw: RawInboxOptions) =>
      finish(await (await load()).runRelease(ids, raw, surroundings)),
    );
  sub('delete', 'delete messages for good')
    .argument('<id...>', 'a message, by the beginning of its id')
    .option('--json', 'print one JSON document')
    .action(async (ids: string[], raw: RawInboxOptions) =>
      finish(await (await load()).runDelete(ids, raw, surroundings)),
    );
  sub('erase', 'delete everything from one person')
    .requiredOption('--email <address>', 'the address the person gave', parseMailbox)
    .option('--dry-run', 'only say how many there are')
    .option('--json', 'print one JSON document')
    .action(async (raw: RawInboxOptions) => finish(await (await load()).runErase(raw, surroundings)));
}
