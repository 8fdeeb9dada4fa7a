/** The words of the command line for `new`: its options, and what runs. */
import path from 'node:path';
import { type Command, Option } from 'commander';
import { parseMoment } from '../model/civil-date.ts';
import { during } from './fault.ts';
import { momentProblem } from './now.ts';
import { parseName } from './options.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

interface Context {
  /** Adds a command with the usual help. */
  readonly add: (name: string, description: string) => Command;
  readonly surroundings: Surroundings;
  readonly finish: (code: ExitCode) => void;
}

interface RawNewOptions {
  readonly root?: string;
  readonly effective?: string;
  readonly published?: string;
  readonly language?: string;
  readonly from?: string;
  readonly title?: string;
  readonly id?: string;
  readonly quiet?: true;
}

const HELP = `
Makes policies/<policy>/<day>.md with the text of the edition before, as a draft:
it changes nothing on the site until its line “status: draft” is deleted. Of a
policy that is there in several languages, a file for each. A policy that is not
there is begun, with a file in which its text is still to be written.
No file is ever written over.

Examples:
  promulgate new privacy --effective 2027-03-01
  promulgate new privacy --effective 2027-03-01 --published 2027-01-15
  promulgate new privacy --effective 2027-03-01 --language ru
  promulgate new cookies --effective 2027-03-01 --title "Cookie policy"

Exit codes:
  0    the draft is there; its path was printed
  1    no draft was made: the policies stand in the way, as is said
  2    wrong usage, a problem in policies/site.yaml or with the disk
`;

/** Adds `new`. */
export function addNew({ add, surroundings, finish }: Context): void {
  add('new', 'begin the next edition of a policy, or a new policy')
    .argument('<policy>', 'the folder of the policy below policies/', parseName)
    .usage('<policy> --effective <moment> [options]')
    .option('--effective <moment>', 'the day (2027-03-01) or instant from which it is to apply')
    .option('--published <moment>', 'when it is to be made public')
    .option(
      '--from <edition>',
      'the edition whose text to begin with (default: the last one that is no draft)',
      parseName,
    )
    .option('--language <tag>', 'only the text in this language (default: all that the edition before has)', parseName)
    .option('--title <words>', 'its title (default: that of the edition before)', parseName)
    .option('--id <name>', 'the name of its file, for another edition of the same day (default: the day)', parseName)
    .option('--root <folder>', 'the folder that holds policies/ (default: the working folder)', parseName)
    .addOption(new Option('--quiet', 'print only the path of the new file, and problems').conflicts('verbose'))
    .option('--verbose', 'print where exactly a fault happened')
    .addHelpText('after', HELP)
    .action(async (policy: string, raw: RawNewOptions, command: Command) => {
      const { published, effective, id, from, language, title } = raw;
      const root = path.resolve(surroundings.cwd, raw.root ?? '.');
      const wish = {
        policy,
        effective: readMoment('--effective', effective, command),
        ...(published === undefined ? {} : { published: readMoment('--published', published, command) }),
        ...(id === undefined ? {} : { id }),
        ...(from === undefined ? {} : { from }),
        ...(language === undefined ? {} : { language }),
        ...(title === undefined ? {} : { title }),
      };
      const { runNew } = await during('loading the command', () => import('./commands/new.ts'));
      finish(await runNew({ root, wish, isQuiet: raw.quiet === true }, surroundings));
    });
}

function readMoment(option: string, text: string | undefined, command: Command) {
  if (text === undefined) {
    return command.error(
      `error: from when is it to apply?\nSay the day, as in ${option} 2027-03-01. As long as it is a draft, you can still change it.`,
    );
  }
  const moment = parseMoment(text);
  if (moment !== undefined) return moment;
  const { message, hint } = momentProblem(option, text);
  return command.error(`error: ${message}\n${hint}`);
}
