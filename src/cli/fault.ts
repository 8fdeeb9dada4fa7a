/** From an unexpected exception to what its reader can do about it. */
import { isSystemError, reasonOf } from '../io/system-error.ts';
import { visibleText } from './visible-text.ts';

/** An exception, with what was being done when it was thrown. */
class Fault extends Error {
  override readonly name = 'Fault';
  /** Ends the sentence "This happened while …". */
  readonly doing: string;

  constructor(doing: string, cause: unknown) {
    super(`Failed while ${doing}`, { cause });
    this.doing = doing;
  }
}

/** Does `work`; whatever it throws comes out as a Fault that says what was being done. */
export async function during<Result>(doing: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof Fault ? cause : new Fault(doing, cause);
  }
}

export interface FaultOptions {
  /** Print the stack. */
  readonly isVerbose: boolean;
  /** Names the program, its version and what it runs on. */
  readonly identity: string;
}

/** The report on `error`, ready to print. */
export function describeFault(error: unknown, { isVerbose, identity }: FaultOptions): string {
  const cause = error instanceof Fault ? error.cause : error;
  const doing = error instanceof Fault ? ` while ${error.doing}` : '';
  const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const lines = isSystemError(cause)
    ? [
        `The system got in the way${doing}: ${reasonOf(cause)}${cause.path === undefined ? '' : `, at ${cause.path}`}.`,
        'Nothing is wrong with your text. Remove the obstacle and run the command again.',
      ]
    : [
        'This is a fault of Promulgate, not of your text.',
        `It happened${doing || ' outside any known step'}: ${what}`,
        isVerbose
          ? 'To report it, send all of this to the maintainers of Promulgate.'
          : 'To report it, run the same command with --verbose and send all that it prints to the maintainers of Promulgate.',
      ];
  if (isVerbose) lines.push('', identity, cause instanceof Error ? (cause.stack ?? what) : what);
  return `${visibleText(lines.join('\n'))}\n`;
}
