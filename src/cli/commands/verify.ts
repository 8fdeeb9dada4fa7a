/** `promulgate verify`: whether a published site shows what its own ledger says was published; without its sources. */
import { openPublished, verifySite } from '../../index.ts';
import { openSite } from '../../io/published-site.ts';
import { type Diagnostic, isError } from '../../model/diagnostic.ts';
import { LEDGER_PATH } from '../../model/ledger.ts';
import { POLICIES_PATH } from '../../model/policies-document.ts';
import type { PublishedFile, Verification, VerifiedText } from '../../model/published.ts';
import { counted } from '../counted.ts';
import { during } from '../fault.ts';
import type { VerifyOptions } from '../options.ts';
import { exitCodeOf } from '../outcome.ts';
import { type Paint, paintFor } from '../paint.ts';
import { prettyReport } from '../reporters/pretty.ts';
import { verifyJson } from '../reporters/verify-json.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { visibleLine } from '../visible-text.ts';

/** 0: as published. 1: something is not. 2: its ledger cannot be read. */
export async function runVerify(options: VerifyOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { published: site, head: noted, isJson } = options;
  if (site === undefined) throw new Error('The command line asks for a site before it runs this');
  const reader = openSite(site, { version: surroundings.version, fetch });
  const { location } = reader;
  const first = await during('reading the published site', () => reader.read([LEDGER_PATH, POLICIES_PATH]));
  const opened = openPublished(fileIn(first, LEDGER_PATH), fileIn(first, POLICIES_PATH));
  const verification =
    opened.kind === 'unreadable'
      ? undefined
      : verifySite(opened.published, {
          files: await during('reading the published site', () => reader.read(opened.published.wanted)),
          noted,
        });
  const diagnostics = verification?.diagnostics ?? [unreadableProblem(location, opened)];
  if (isJson) surroundings.stdout.write(verifyJson({ location, verification, diagnostics }));
  else tell({ location, verification, diagnostics }, options, surroundings);
  return exitCodeOf(diagnostics);
}

interface Told {
  readonly location: string;
  readonly verification: Verification | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function tell(
  { location, verification, diagnostics }: Told,
  { root, isQuiet }: VerifyOptions,
  { stdout, stderr, env, cwd }: Surroundings,
): void {
  const paint = paintFor(stdout, env);
  const texts = verification?.texts.filter(({ isIntact }) => !isQuiet || !isIntact) ?? [];
  stdout.write(texts.map((text) => `${textLine(text, paint)}\n`).join(''));
  const layout = { root, cwd, columns: stderr.columns ?? 100, paint: paintFor(stderr, env), linesOf: () => undefined };
  stderr.write(prettyReport(diagnostics, layout));
  if (verification === undefined || (isQuiet && !diagnostics.some(isError))) return;
  stderr.write(`${visibleLine(`${location}: ${closingText(verification)}`)}\n`);
}

function textLine({ policy, edition, language, address, source, isIntact }: VerifiedText, paint: Paint): string {
  const state = isIntact ? paint.good('as published') : paint.error('NOT AS PUBLISHED');
  return `${state}  ${visibleLine(`${policy} ${edition} (${language})  /${address}  ${source}`)}`;
}

function closingText({ texts, pages, entries, head, diagnostics }: Verification): string {
  const failed = texts.filter(({ isIntact }) => !isIntact).length;
  const errors = diagnostics.filter(isError).length;
  const scope = `${counted(texts.length, 'text')} on ${counted(pages, 'page')}, ${counted(entries, 'entry', 'entries')} in the ledger, head ${head}`;
  if (errors === 0) return `all as published: ${scope}.`;
  const what =
    failed === 0
      ? 'the texts are as published, but not all else is'
      : `${failed} of ${counted(texts.length, 'text')} not as published`;
  return `${what}: ${counted(errors, 'error')}; ${scope}.`;
}

function fileIn(files: ReadonlyMap<string, PublishedFile>, address: string): PublishedFile {
  return files.get(address) ?? { kind: 'missing', reason: 'there is no such file' };
}

function unreadableProblem(location: string, opened: ReturnType<typeof openPublished>): Diagnostic {
  const reason = opened.kind === 'unreadable' ? opened.reason : '';
  return {
    ruleId: 'site-ledger-unreadable',
    severity: 'error',
    message: `The ledger of ${location} cannot be read: ${reason}.`,
    hint: 'Give the address of the first page of a site that Promulgate has made, with the path it is served under, or its folder. A site whose publisher never ran “promulgate seal” has no ledger.',
  };
}
