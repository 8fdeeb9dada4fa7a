/** The files in `policies/timestamps/` and the ledger go in; the time stamps to publish, and what is wrong with those that are not, come out. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OutputFile, SourceFile } from '../../model/file.ts';
import { LEDGER_SOURCE, type Ledger } from '../../model/ledger.ts';
import { TIMESTAMPS_SOURCE, timestampPath } from '../../model/timestamp.ts';
import { readToken } from './read-token.ts';
import { entriesUnder } from './stamped-heads.ts';

export interface TimestampFiles {
  readonly files: readonly OutputFile[];
  /** The digests that were stamped, in order. */
  readonly heads: readonly string[];
  /** Errors, `ledger-timestamp`; `ledger-gone` where there is no ledger to be stamped. Whether a signature is right is asked by `verify`, which is told whom to trust. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Requests (`.tsq`) are not published. */
export function timestampFiles(sources: readonly SourceFile[], ledger: Ledger | undefined): TimestampFiles {
  if (ledger === undefined) return { files: [], heads: [], diagnostics: isGone(sources) ? [GONE] : [] };
  const answers = sources
    .filter(({ path }) => path.startsWith(`${TIMESTAMPS_SOURCE}/`) && path.endsWith('.tsr'))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => ({ ...file, head: file.path.slice(TIMESTAMPS_SOURCE.length + 1, -4) }));
  const judged = answers.map((answer) => ({ ...answer, problem: problemWith(answer, ledger) }));
  const good = judged.filter(({ problem }) => problem === undefined);
  return {
    files: good.map(({ head, bytes }) => ({ path: timestampPath(head), content: bytes })),
    heads: good.map(({ head }) => head),
    diagnostics: judged.flatMap(({ problem }) => problem ?? []),
  };
}

const GONE: Diagnostic = {
  ruleId: 'ledger-gone',
  severity: 'error',
  place: { path: LEDGER_SOURCE },
  message: `${LEDGER_SOURCE} is gone: put it back. There are time stamps of it, so there was a ledger.`,
  hint: 'Take the file from the history of your repository. A ledger made anew could not show that nothing was changed before.',
};

/** A ledger that is there and cannot be read is told of elsewhere. */
function isGone(sources: readonly SourceFile[]): boolean {
  const isStamp = ({ path }: SourceFile) => path.startsWith(`${TIMESTAMPS_SOURCE}/`) && /\.ts[qr]$/.test(path);
  return sources.some(isStamp) && !sources.some(({ path }) => path === LEDGER_SOURCE);
}

interface Answer extends SourceFile {
  readonly head: string;
}

function problemWith({ head, bytes, path }: Answer, ledger: Ledger): Diagnostic | undefined {
  const problem = { ruleId: 'ledger-timestamp', severity: 'error' as const, place: { path } };
  const hint =
    'A time stamp is named after the digest it is of. Ask for it with the file that “promulgate seal --timestamp-request” has written, or take the file away.';
  if (entriesUnder(ledger, head) === undefined) {
    return { ...problem, message: 'This time stamp is named after a digest that the ledger has never had.', hint };
  }
  const reading = readToken(bytes);
  if (reading.kind === 'unreadable') {
    return { ...problem, message: `This time stamp cannot be used: ${reading.reason}.`, hint };
  }
  if (reading.token.imprint === head) return undefined;
  return { ...problem, message: `This time stamp is of another digest: ${reading.token.imprint}.`, hint };
}
