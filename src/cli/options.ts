/** What the commands can be told, and the checks on words that need nothing but themselves. */
import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { SiteLocation } from '../io/deployed-site.ts';
import type { Moment } from '../model/civil-date.ts';
import type { Now } from './now.ts';

/** Below the root folder: what is of this machine alone, and not to be committed. */
export const PREVIEW_FOLDER = '.promulgate';

export const REPORTERS = ['pretty', 'github', 'json'] as const;

export const FORMATS = ['terminal', 'markdown', 'html', 'json'] as const;

export type FormatName = (typeof FORMATS)[number];

export type ReporterName = (typeof REPORTERS)[number];

/** As commander hands them over, by the long names of the options. */
export interface RawOptions {
  readonly root?: string;
  readonly out?: string;
  readonly asOf?: string;
  readonly base?: string;
  readonly site?: string;
  readonly drafts?: true;
  readonly cache?: boolean;
  readonly dryRun?: true;
  readonly reporter?: ReporterName;
  readonly strict?: true;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly port?: number;
  readonly host?: string;
  readonly external?: true;
  readonly endpoint?: true;
  readonly stale?: string;
  readonly maxAge?: number;
  readonly on?: string;
  readonly json?: true;
  readonly next?: true;
  readonly format?: FormatName;
  readonly language?: string;
  readonly since?: string;
  readonly check?: true;
  readonly head?: string;
  readonly against?: string;
  readonly tsaCertificate?: string;
  readonly timestampRequest?: true;
}

export interface CheckOptions {
  /** Absolute path of the folder that holds `policies/`. */
  readonly root: string;
  readonly now: Now;
  readonly base: string | undefined;
  readonly url: string | undefined;
  readonly drafts: boolean;
  /** Where the form is sent to in place of the address in site.yaml. */
  readonly receiver?: string;
  /** Take the results of earlier builds where nothing has changed. */
  readonly usesCache: boolean;
  /** Leave results for later builds: only commands that write a site do. */
  readonly keepsCache?: true;
  /** This process built the site before, and somebody waits for it. */
  readonly isAgain?: true;
  /** Make the files. Else they are made only to try the templates, if the site has some of its own. */
  readonly makesFiles?: true;
  readonly reporter: ReporterName;
  /** Warnings count as errors. */
  readonly isStrict: boolean;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
}

export interface ExternalCheckOptions extends CheckOptions {
  /** Ask other hosts whether the links to them still lead anywhere. */
  readonly isExternal: boolean;
  /** Send one marked message by the form. */
  readonly isEndpoint: boolean;
  /** A Git revision: what was published in it must not have changed since. */
  readonly since: string | undefined;
  /** Look at a published site instead of the policies. */
  readonly stale: StaleQuestion | undefined;
}

export interface StaleQuestion {
  readonly site: SiteLocation;
  /** The age in days from which a site counts as stale although nothing has changed; undefined: none. */
  readonly maxAge: number | undefined;
}

export interface StatusOptions extends CheckOptions {
  /** The day or instant that is asked about. */
  readonly on: Moment | undefined;
  readonly isJson: boolean;
  readonly isNextOnly: boolean;
}

export interface DiffOptions extends CheckOptions {
  /** A policy, then up to two editions, as the user wrote them. */
  readonly names: readonly string[];
  readonly format: FormatName;
  readonly language: string | undefined;
  /** A Git revision. */
  readonly since: string | undefined;
}

export interface SealOptions extends CheckOptions {
  /** Only tell what is missing in the ledger. */
  readonly isCheckOnly: boolean;
  /** Write the request for a time stamp of the ledger. */
  readonly isTimestampWanted: boolean;
  readonly isJson: boolean;
}

export interface AdoptOptions extends CheckOptions {
  /** Write nothing. */
  readonly isDryRun: boolean;
  readonly isJson: boolean;
}

export interface VerifyOptions extends CheckOptions {
  /** The published site; undefined for the commands that ask about none. */
  readonly published: SiteLocation | undefined;
  /** The digest of the ledger or of an entry that someone noted earlier, in hexadecimal. */
  readonly head: string | undefined;
  /** Where the ledger is as it was kept earlier. */
  readonly against: SiteLocation | undefined;
  /** Absolute path of a file with certificates of time-stamping authorities. */
  readonly tsaCertificate: string | undefined;
  readonly isJson: boolean;
}

export interface BuildOptions extends CheckOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly isDryRun: boolean;
}

export interface PreviewOptions extends BuildOptions {
  /** Absolute path of the folder for the site as it is previewed: another than `out`, since its form is sent elsewhere. */
  readonly previewOut: string;
  readonly port: number;
  readonly host: string | undefined;
}

export type AllOptions = ExternalCheckOptions &
  PreviewOptions &
  StatusOptions &
  DiffOptions &
  SealOptions &
  VerifyOptions;

/** What is not in the options themselves. */
export interface Circumstances {
  readonly cwd: string;
  readonly now: Now;
  /** `raw.on`, read. */
  readonly on?: Moment | undefined;
  /** What stands beside the options. */
  readonly names?: readonly string[];
}

/** The options of all commands with their defaults; paths are taken from `cwd`. */
export function readOptions(raw: RawOptions, { cwd, now, on, names = [] }: Circumstances): AllOptions {
  const root = path.resolve(cwd, raw.root ?? '.');
  return {
    root,
    now,
    base: raw.base,
    url: raw.site,
    drafts: raw.drafts === true,
    usesCache: raw.cache !== false,
    reporter: raw.reporter ?? 'pretty',
    isStrict: raw.strict === true,
    isQuiet: raw.quiet === true,
    isVerbose: raw.verbose === true,
    out: raw.out === undefined ? path.join(root, 'dist') : path.resolve(cwd, raw.out),
    previewOut: raw.out === undefined ? path.join(root, PREVIEW_FOLDER, 'preview') : path.resolve(cwd, raw.out),
    isDryRun: raw.dryRun === true,
    port: raw.port ?? 4321,
    host: raw.host,
    isExternal: raw.external === true,
    isEndpoint: raw.endpoint === true,
    stale: raw.stale === undefined ? undefined : { site: locationOf(raw.stale, cwd), maxAge: raw.maxAge },
    on,
    isJson: raw.json === true,
    isNextOnly: raw.next === true,
    isCheckOnly: raw.check === true,
    published: names[0] === undefined ? undefined : locationOf(names[0], cwd),
    head: raw.head,
    against: raw.against === undefined ? undefined : locationOf(raw.against, cwd),
    tsaCertificate: raw.tsaCertificate === undefined ? undefined : path.resolve(cwd, raw.tsaCertificate),
    isTimestampWanted: raw.timestampRequest === true,
    names,
    format: raw.format ?? 'terminal',
    language: raw.language,
    since: raw.since,
  };
}

function locationOf(text: string, cwd: string): SiteLocation {
  return isAddress(text) ? { kind: 'address', url: new URL(text) } : { kind: 'folder', path: path.resolve(cwd, text) };
}

function isAddress(text: string): boolean {
  return /^https?:/i.test(text);
}

/** The address of a published site, or a folder. */
export function parseLocation(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty; name a site or a folder.');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (isAddress(text) && (url === undefined || url.host === '')) {
    throw new InvalidArgumentError('Write the whole address, as in https://legal.example.com/.');
  }
  if (!isAddress(text) && /^[a-z][a-z0-9+.-]+:\/\//i.test(text)) {
    throw new InvalidArgumentError('Only addresses that begin with https:// or http:// can be asked.');
  }
  if (isAddress(text) && (url?.username !== '' || url.password !== '')) {
    throw new InvalidArgumentError('Write the address without a name and password; they are never sent.');
  }
  return text;
}

/** A SHA-256 in hexadecimal. */
export function parseDigest(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('Write the 64 digits of the digest, as they stand in the footer of each page.');
}

/** A number of whole days. */
export function parseDays(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('Write a whole number of days, from 1.');
}

/** A folder or host. Refuses an empty one, which is what an unset variable of a script turns into and would mean the working folder, or all the network. */
export function parseName(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('It is empty; name one, or leave the option out.');
}

/** The path a site is served under, with a slash at both ends. */
export function parseBase(text: string): string {
  if (/^[A-Za-z]:[\\/]/.test(text)) {
    throw new InvalidArgumentError(
      'Git Bash has put a Windows folder in its place; set MSYS_NO_PATHCONV=1 before the command, or run it from PowerShell.',
    );
  }
  const isPath = /^\/(?:[A-Za-z0-9._~-]+\/)*(?:[A-Za-z0-9._~-]+)?$/.test(text) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text);
  if (!isPath) throw new InvalidArgumentError('Write a path from the root of the host, as in /policies/ or just /.');
  return text.endsWith('/') ? text : `${text}/`;
}

/** The address of the host a site is served from, without a slash at its end. */
export function parseSite(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:\/\//i.test(text) || text !== text.trim()) {
    throw new InvalidArgumentError('Write the whole address, as in https://legal.example.com.');
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new InvalidArgumentError(
      `Write the host only, as in ${url.protocol}//${url.host}; a path below it goes into --base.`,
    );
  }
  return `${url.protocol}//${url.host}`;
}

/** A TCP port; 0 lets the system choose. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Write a whole number from 0 to 65535.');
}
