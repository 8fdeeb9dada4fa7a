/** `promulgate verify`: whether a published site shows what its own ledger says was published; without its sources. */
import path from 'node:path';
import { openLedgerFile, openPublished, readCertificates, verifyAssets, verifySite } from '../../index.ts';
import type { SiteLocation } from '../../io/deployed-site.ts';
import { openSite, type PublishedSite, readLedgerAt } from '../../io/published-site.ts';
import { readTheme } from '../../io/read.ts';
import { readRegularFile } from '../../io/regular-file.ts';
import { type Diagnostic, isError } from '../../model/diagnostic.ts';
import { LEDGER_PATH, type Ledger } from '../../model/ledger.ts';
import { POLICIES_PATH } from '../../model/moment-files.ts';
import type { PublishedFile, Verification, VerifiedText } from '../../model/published.ts';
import { sha256 } from '../../model/sha256.ts';
import type { VerifiedTimestamp } from '../../model/timestamp.ts';
import { counted } from '../counted.ts';
import { DEFAULT_THEME } from '../default-theme.ts';
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
  const trusted = options.tsaCertificate === undefined ? undefined : await certificatesIn(options.tsaCertificate);
  if (typeof trusted === 'string') {
    surroundings.stderr.write(`error: ${trusted}\n`);
    return 2;
  }
  const kept = options.against === undefined ? undefined : await keptLedger(options.against, surroundings);
  if (typeof kept === 'string') {
    surroundings.stderr.write(`error: ${kept}\n`);
    return 2;
  }
  const reader = openSite(site, { version: surroundings.version, fetch });
  const { location } = reader;
  const first = await during('reading the published site', () => reader.read([LEDGER_PATH, POLICIES_PATH]));
  const opened = openPublished(fileIn(first, LEDGER_PATH), fileIn(first, POLICIES_PATH));
  const judged =
    opened.kind === 'unreadable'
      ? undefined
      : verifySite(opened.published, {
          files: await during('reading the published site', () => reader.read(opened.published.wanted)),
          noted,
          ...(kept === undefined ? {} : { kept }),
          ...(trusted === undefined ? {} : { trusted }),
        });
  const styles = judged === undefined ? [] : await stylesOf(judged, reader);
  const verification = judged && { ...judged, diagnostics: [...judged.diagnostics, ...styles] };
  const diagnostics = verification?.diagnostics ?? [unreadableProblem(location, opened)];
  if (isJson) surroundings.stdout.write(verifyJson({ location, verification, diagnostics }));
  else tell({ location, verification, diagnostics }, options, surroundings);
  return exitCodeOf(diagnostics);
}

/** What is not known of the styles and scripts of its pages: those of this version hide nothing. */
async function stylesOf({ assets }: Verification, reader: PublishedSite): Promise<Diagnostic[]> {
  const root = path.dirname(DEFAULT_THEME);
  const theme = await during('reading the templates', () => readTheme({ defaultTheme: DEFAULT_THEME, root }));
  const known = new Set(theme.files.map(({ bytes }) => sha256(bytes)));
  return verifyAssets(await during('reading the published site', () => reader.read(assets)), known);
}

/** Its bytes; or in words why no certificate can be read from it. */
async function certificatesIn(file: string): Promise<Uint8Array | string> {
  const reading = await readRegularFile(file);
  if (reading.kind !== 'bytes') return `The file ${file}, given with --tsa-certificate, cannot be read.`;
  if (readCertificates(reading.bytes).length > 0) return reading.bytes;
  return `The file ${file}, given with --tsa-certificate, holds no certificate (in PEM or DER).`;
}

/** Of a site, or in a file of any name; or in words why it cannot be read. */
async function keptLedger(at: SiteLocation, { version }: Surroundings): Promise<Ledger | string> {
  const name = at.kind === 'address' ? at.url.href : at.path;
  const found = await during('reading the earlier ledger', () => readLedgerAt(at, { version, fetch }));
  const ledger = found.kind === 'missing' ? found.reason : openLedgerFile(found.bytes);
  return typeof ledger === 'string'
    ? `The ledger at ${name}, given with --against, cannot be read: ${ledger}.`
    : ledger;
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
  const stamps = isQuiet ? [] : (verification?.timestamps ?? []);
  stdout.write(stamps.map((stamp) => `${stampLine(stamp, verification?.entries ?? 0, paint)}\n`).join(''));
  const layout = { root, cwd, columns: stderr.columns ?? 100, paint: paintFor(stderr, env), linesOf: () => undefined };
  stderr.write(prettyReport(diagnostics, layout));
  if (verification === undefined || (isQuiet && !diagnostics.some(isError))) return;
  stderr.write(`${visibleLine(`${location}: ${closingText(verification)}`)}\n`);
}

function textLine({ policy, edition, language, address, source, isIntact }: VerifiedText, paint: Paint): string {
  const state = isIntact ? paint.good('as published') : paint.error('NOT AS PUBLISHED');
  return `${state}  ${visibleLine(`${policy} ${edition} (${language})  /${address}  ${source}`)}`;
}

function stampLine(
  { head, time, authority, isTrusted, entries }: VerifiedTimestamp,
  all: number,
  paint: Paint,
): string {
  const state = isTrusted ? paint.good('time-stamped') : 'time-stamped, by whom is not certain';
  return `${state}  ${visibleLine(`${time}  ${entries} of ${counted(all, 'entry', 'entries')}  ${head}  by ${authority}`)}`;
}

/** Warnings of what can make a page look other than its words. */
const SHOWING_OTHERWISE = new Set(['verify-page-foreign', 'verify-style', 'verify-unrendered']);

function closingText({ texts, pages, entries, head, diagnostics }: Verification): string {
  const failed = texts.filter(({ isIntact }) => !isIntact).length;
  const errors = diagnostics.filter(isError).length;
  const scope = `${counted(texts.length, 'text')} on ${counted(pages, 'page')}, ${counted(entries, 'entry', 'entries')} in the ledger, head ${head}`;
  const isUncertain = diagnostics.some(({ ruleId }) => SHOWING_OTHERWISE.has(ruleId));
  if (errors === 0 && isUncertain) {
    return `all words as published; whether pages show them so is not certain, see the warnings: ${scope}.`;
  }
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
