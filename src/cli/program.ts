/** From the words of the command line to a command run and its exit code. Commands are loaded only when they run: `--help` and `--version` stay quick. */
import { Command, CommanderError, Option } from 'commander';
import { describeFault, during } from './fault.ts';
import {
  ADOPT_HELP,
  BUILD_HELP,
  CHECK_HELP,
  DIFF_HELP,
  MAIN_HELP,
  PREVIEW_HELP,
  SEAL_HELP,
  STATUS_HELP,
  VERIFY_HELP,
} from './help.ts';
import { addNew } from './new-command.ts';
import {
  type AllOptions,
  FORMATS,
  parseBase,
  parseDays,
  parseDigest,
  parseLocation,
  parseName,
  parsePort,
  parseSite,
  type RawOptions,
  REPORTERS,
  readOptions,
} from './options.ts';
import { addInbox, addReceive } from './receiver-commands.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

type Run = (options: AllOptions, surroundings: Surroundings) => Promise<ExitCode>;

/** Runs the program with the words after its name. Never throws: a fault of ours is reported on stderr and gives 2. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(surroundings, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(wordsToParse(words, program), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const identity = `promulgate ${surroundings.version}, ${surroundings.platform}`;
    surroundings.stderr.write(describeFault(error, { isVerbose: words.includes('--verbose'), identity }));
    return 2;
  }
}

/**
 * Leaves only the name of an unknown command, which would otherwise pass for a wish for help: `bulid --help`, `help bulid`.
 * Passes on what `help` would not: `help inbox erase`.
 */
function wordsToParse(words: readonly string[], program: Command): readonly string[] {
  const [name, below] = words[0] === 'help' ? words.slice(1) : words;
  if (name === undefined || name.startsWith('-') || name === 'help') return words;
  const command = program.commands.find((each) => each.name() === name);
  if (command === undefined) return [name];
  if (words[0] !== 'help' || below === undefined || command.commands.length === 0) return words;
  return command.commands.some((each) => each.name() === below) ? [name, below, '--help'] : [name, below];
}

function createProgram(surroundings: Surroundings, finish: (code: ExitCode) => void): Command {
  const { stdout, stderr, version } = surroundings;
  const program = new Command('promulgate')
    .description(
      'Makes a web site of policy documents: one Markdown file for each edition, every edition at an address that lasts.',
    )
    .usage('<command> [options]')
    .helpCommand('help [command]', 'tell all about a command')
    .helpOption('-h, --help', 'print this help')
    .version(version, '-V, --version', 'print the version')
    .addHelpText('after', MAIN_HELP)
    .showHelpAfterError('Run "promulgate --help" to see what there is. The options of a command come after its name.')
    // With what may follow the names, the descriptions would not fit a narrow terminal.
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
    });
  const add = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .usage('[options]')
      .version(version, '-V, --version', 'print the version')
      .showHelpAfterError(`Run "promulgate ${name} --help" to see what there is.`);
  const does = (load: () => Promise<Run>) => async (raw: RawOptions, command: Command) =>
    finish(await perform(raw, { command, surroundings, load }));

  const diff = does(async () => (await import('./commands/diff.ts')).runDiff);

  withOutput(withChecks(add('build', 'make the site')))
    .option('--dry-run', 'only say what would be written and removed')
    .addOption(reporter())
    .addHelpText('after', BUILD_HELP)
    .action(does(async () => (await import('./commands/build.ts')).runBuild));
  withChecks(add('check', 'look for problems; leave the site as it is'))
    .option('--since <revision>', 'also check that nothing published in that Git revision has changed since', parseName)
    .option('--external', 'also ask other hosts whether the links to them still lead anywhere')
    .option('--endpoint', 'also send one marked message by the feedback form, to see whether it arrives')
    .addOption(
      new Option('--stale <address or folder>', 'look at a published site instead: is it still up to date?')
        .argParser(parseLocation)
        .conflicts(['root', 'base', 'site', 'drafts', 'strict', 'external', 'endpoint', 'since']),
    )
    .option(
      '--max-age <days>',
      'with --stale: how old a site may be (default: any age, if nothing has changed)',
      parseDays,
    )
    .addOption(reporter())
    .addHelpText('after', CHECK_HELP)
    .action(does(async () => (await import('./commands/check.ts')).runCheck));
  withSources(add('status', 'tell what is in force, what changes next, and which text applied on a day'))
    .option('--on <moment>', 'tell which text applied on that day (2021-05-03) or at that instant')
    .addOption(new Option('--next', 'print only the instant of the next change').conflicts(['on', 'json']))
    .option('--json', 'print one JSON document')
    .addHelpText('after', STATUS_HELP)
    .action(does(async () => (await import('./commands/status.ts')).runStatus));
  withSources(add('diff', 'show what changed between two editions, or since a Git revision'))
    .argument('[policy]', 'the policy; with --since, all of them if it is left out')
    .argument('[editions...]', 'one edition, to compare with the one before it; or two, the older one first')
    .usage('<policy> [edition] [edition] [options]')
    .addOption(new Option('--format <name>', 'how it is shown').choices(FORMATS).default('terminal'))
    .option('--language <tag>', 'the language to compare (default: the authoritative one or the first)', parseName)
    .option('--since <revision>', 'compare with the texts in a Git revision, as in main', parseName)
    .option('--drafts', 'count drafts among the editions to choose from')
    .addHelpText('after', DIFF_HELP)
    .action((_policy: unknown, _editions: unknown, raw: RawOptions, command: Command) => diff(raw, command));
  withSources(add('seal', 'enter in the ledger what is published'))
    .option('--check', 'only tell what is missing in it')
    .addOption(
      new Option('--timestamp-request', 'also write the request for a time stamp of the ledger').conflicts('check'),
    )
    .option('--json', 'print one JSON document')
    .addHelpText('after', SEAL_HELP)
    .action(does(async () => (await import('./commands/seal.ts')).runSeal));
  withSources(add('adopt', 'begin a ledger from the history in Git'))
    .option('--dry-run', 'only report what the history tells')
    .option('--json', 'print one JSON document')
    .addHelpText('after', ADOPT_HELP)
    .action(does(async () => (await import('./commands/adopt.ts')).runAdopt));
  const verify = does(async () => (await import('./commands/verify.ts')).runVerify);
  add('verify', 'check a published site against its own ledger, without its sources')
    .argument('<address or folder>', 'the first page of the site, or its folder', parseLocation)
    .usage('<address or folder> [options]')
    .option('--head <digest>', 'a digest of the ledger that you noted earlier: it must still be in it', parseDigest)
    .option(
      '--against <address or file>',
      'a ledger.json from earlier, or the site as it is published: all its entries must still be there',
      parseLocation,
    )
    .option('--tsa-certificate <file>', 'the certificate of the authority whose time stamps you trust', parseName)
    .addOption(new Option('--quiet', 'print problems only').conflicts('verbose'))
    .option('--verbose', 'print where exactly a fault happened')
    .option('--json', 'print one JSON document')
    .addHelpText('after', VERIFY_HELP)
    .action((_site: unknown, raw: RawOptions, command: Command) => verify(raw, command));
  withOutput(
    withChecks(add('preview', 'make the site and show it in your browser, as a static host would')),
    '.promulgate/preview',
  )
    .option('--port <number>', 'the port to serve it at; another free one if it is taken (default: 4321)', parsePort)
    .option('--host <name>', 'the host name or address to serve it at (default: this machine only)', parseName)
    .addHelpText('after', PREVIEW_HELP)
    .action(does(async () => (await import('./commands/preview.ts')).runPreview));
  addNew({ add, surroundings, finish });
  addReceive({ add, surroundings, finish });
  addInbox({ add, surroundings, finish });
  return program;
}

function withSources(command: Command): Command {
  return command
    .option('--root <folder>', 'the folder that holds policies/ (default: the working folder)', parseName)
    .option('--as-of <moment>', 'the day (2027-01-01) or instant (2027-01-01T12:00+03:00) to build for (default: now)')
    .option('--base <path>', 'the path the site is served under, instead of the one in site.yaml', parseBase)
    .option('--site <url>', 'the address of the host, instead of the one in site.yaml', parseSite)
    .addOption(new Option('--quiet', 'print problems only').conflicts('verbose'))
    .option('--verbose', 'print every step, and where exactly a fault happened');
}

function withChecks(command: Command): Command {
  return withSources(command)
    .option('--drafts', 'include drafts')
    .option('--strict', 'count warnings as errors')
    .option('--no-cache', 'do all work anew, whatever earlier builds have done');
}

function withOutput(command: Command, folder = 'dist'): Command {
  return command.option('--out <folder>', `the folder to write to (default: ${folder} in the root)`, parseName);
}

function reporter(): Option {
  return new Option('--reporter <name>', 'how problems are reported').choices(REPORTERS).default('pretty');
}

interface Performance {
  readonly command: Command;
  readonly surroundings: Surroundings;
  readonly load: () => Promise<Run>;
}

async function perform(raw: RawOptions, { command, surroundings, load }: Performance): Promise<ExitCode> {
  const { env, clock, cwd } = surroundings;
  const { decideNow, momentProblem } = await import('./now.ts');
  const { parseMoment } = await import('../model/civil-date.ts');
  const refuse = ({ message, hint }: { message: string; hint: string }) => command.error(`error: ${message}\n${hint}`);
  // The age of a published site is told by the clock: a moment set for builds would hide it.
  const sourceDateEpoch = raw.stale === undefined ? env.SOURCE_DATE_EPOCH : undefined;
  const now = decideNow({ asOf: raw.asOf, sourceDateEpoch, clock });
  if (now.kind === 'problem') return refuse(now);
  const on = raw.on === undefined ? undefined : parseMoment(raw.on);
  if (raw.on !== undefined && on === undefined) return refuse(momentProblem('--on', raw.on));
  if (raw.maxAge !== undefined && raw.stale === undefined) {
    return refuse({
      message: '--max-age means nothing without --stale.',
      hint: 'Name the published site with --stale.',
    });
  }
  const run = await during('loading the command', load);
  return await run(readOptions(raw, { cwd, now, on, names: command.args }), surroundings);
}
