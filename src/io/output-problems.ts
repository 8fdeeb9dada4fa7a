/** Why a site could not be written, or not cleanly, goes in; the problem in words comes out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFolder } from './output-folder.ts';
import { reasonWithPath, type SystemError } from './system-error.ts';

/** The disk refuses. */
export function unwritableProblem(out: string, error: SystemError): Diagnostic {
  return {
    ruleId: 'output-not-writable',
    severity: 'error',
    place: { path: out },
    message: `The site cannot be written to “${out}”: ${reasonWithPath(error)}. Nothing was changed.`,
    hint: 'The site is put together beside that folder and then takes its place: both must be allowed. Or name another folder with --out.',
  };
}

/** Another build is at it; `holder` is the number of its process, if it is known. */
export function busyProblem(folder: OutputFolder, holder: string): Diagnostic {
  const who = holder === '' ? 'Another build' : `Another build (process ${holder})`;
  return {
    ruleId: 'output-busy',
    severity: 'error',
    place: { path: folder.shown },
    message: `${who} is writing to “${folder.shown}” at this moment. Nothing was changed.`,
    hint: `Wait until it has ended, then build again. If no build is running, delete the file ${folder.lock}.`,
  };
}

/** Some files are those of the new site, and the disk does not let the others be put back. */
export function unsettledProblem(folder: OutputFolder, error: SystemError): Diagnostic {
  return {
    ruleId: 'output-unsettled',
    severity: 'error',
    place: { path: folder.shown },
    message: `The site in “${folder.shown}” is partly the new one and partly the one before: ${reasonWithPath(error)}.`,
    hint: `Remove the obstacle and build again: what is needed lies in ${folder.scratch}. Publish nothing before.`,
  };
}

/** The new site is in place, the last one still beside it. */
export function leftoverProblem(folder: OutputFolder, error: SystemError): Diagnostic {
  return {
    ruleId: 'output-leftover',
    severity: 'warning',
    place: { path: folder.shown },
    message: `The site is written, but the one before it could not be cleared away from ${folder.previous}: ${reasonWithPath(error)}.`,
    hint: 'The next build tries again; or delete that folder yourself.',
  };
}
