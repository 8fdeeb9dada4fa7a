/** The files under `policies/` go in; site.yaml and the folders of the policies come out, and every file that is in a wrong place. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import { TIMESTAMPS_SOURCE } from '../model/timestamp.ts';
import { misplacedProblem, nestedProblem, strayProblem, strayTimestampProblem } from './stray-files.ts';

/** A policy's folder. */
export interface PolicyFolder {
  readonly slug: string;
  readonly path: string;
  readonly config?: SourceFile;
  /** Its `.md` files. */
  readonly texts: readonly SourceFile[];
}

export interface Listing {
  readonly site?: SourceFile;
  readonly folders: readonly PolicyFolder[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Notes to colleagues, and what operating systems and editors leave behind. */
const IGNORED = /^(\.|~\$|readme(\.|$)|thumbs\.db$|desktop\.ini$)|~$/i;

/** Sorts files by what they are, whatever their order. Paths that do not begin with `policies/` are no sources. */
export function listSources(files: readonly SourceFile[]): Listing {
  const placed = files
    .map((file) => ({ file, steps: file.path.split('/') }))
    .filter(({ steps }) => steps[0] === 'policies')
    .filter(({ steps }) => !steps.slice(1, -1).some((step) => step.startsWith('.') && step !== '..'))
    .toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const top = placed.filter(({ steps }) => steps.length === 2).map(({ file }) => file);
  const site = top.find(({ path }) => path === 'policies/site.yaml');
  const stamps = placed.filter(({ file }) => file.path.startsWith(`${TIMESTAMPS_SOURCE}/`));
  const inFolders = placed.filter((one) => one.steps.length > 2 && !stamps.includes(one));
  const slugs = [...new Set(inFolders.map(({ steps }) => steps[1] ?? ''))];
  const folders = slugs.map((slug) =>
    listFolder(
      slug,
      inFolders.filter(({ steps }) => steps[1] === slug),
    ),
  );
  const strays = top.filter(({ path }) => !/^policies\/(site\.yaml|ledger\.json)$/.test(path) && !isIgnored(path));
  return {
    ...(site === undefined ? {} : { site }),
    folders: folders.map(({ folder }) => folder),
    diagnostics: [
      ...strays.map(({ path }) => misplacedProblem(path, site !== undefined)),
      ...stamps
        .map(({ file }) => file.path)
        .filter((path) => !isTimestamp(path) && !isIgnored(path))
        .map(strayTimestampProblem),
      ...folders.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}

type Placed = { readonly file: SourceFile; readonly steps: readonly string[] };

function listFolder(slug: string, placed: readonly Placed[]): { folder: PolicyFolder; diagnostics: Diagnostic[] } {
  const path = `policies/${slug}`;
  const own = placed.filter(({ steps }) => steps.length === 3).map(({ file }) => file);
  const config = own.find((file) => file.path === `${path}/policy.yaml`);
  const texts = own.filter((file) => file.path.endsWith('.md') && !isIgnored(file.path));
  const strays = own.filter((file) => file !== config && !texts.includes(file) && !isIgnored(file.path));
  const nested = placed.filter(({ steps }) => steps.length > 3);
  const inner = [...new Set(nested.map(({ steps }) => steps[2] ?? ''))];
  return {
    folder: { slug, path, ...(config === undefined ? {} : { config }), texts },
    diagnostics: [
      ...strays.map((file) => strayProblem(file.path, config !== undefined)),
      ...inner.map((name) =>
        nestedProblem(
          `${path}/${name}`,
          nested.filter(({ steps }) => steps[2] === name).map(({ file }) => file.path),
        ),
      ),
    ],
  };
}

/** The request for a time stamp, or the answer to one. */
function isTimestamp(path: string): boolean {
  return /^policies\/timestamps\/[0-9a-f]{64}\.ts[qr]$/.test(path);
}

function isIgnored(path: string): boolean {
  return IGNORED.test(path.slice(path.lastIndexOf('/') + 1));
}
