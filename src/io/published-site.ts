/** The address or the folder of a published site goes in; files of it come out, by their addresses below its root, each with the reason why if it cannot be had. */
import path from 'node:path';
import { fileOf } from '../model/address.ts';
import { LEDGER_PATH } from '../model/ledger.ts';
import { POLICIES_PATH } from '../model/moment-files.ts';
import type { PublishedFile } from '../model/published.ts';
import { concurrently } from './concurrently.ts';
import { type BytesReading, type DeployedOptions, readDeployedFile, type SiteLocation } from './deployed-site.ts';

export interface PublishedSite {
  /** The address of its first page, or the path of its folder. */
  readonly location: string;
  /** Reads the files at `addresses`, such as `privacy/` and `ledger.json`; several at a time. Follows redirects. */
  read(addresses: readonly string[]): Promise<ReadonlyMap<string, PublishedFile>>;
}

/** `site` may name the ledger or policies.json in place of the first page. */
export function openSite(site: SiteLocation, options: DeployedOptions): PublishedSite {
  const locationOf = site.kind === 'address' ? below(rootAddress(site.url)) : within(rootFolder(site.path));
  const readOne = async (address: string): Promise<readonly [string, PublishedFile]> => {
    const reading = await readDeployedFile(site.kind, locationOf(address), options);
    return [address, publishedFile(reading)];
  };
  return {
    location: site.kind === 'address' ? rootAddress(site.url).href : rootFolder(site.path),
    read: async (addresses) => new Map(await concurrently(addresses, readOne)),
  };
}

/** The ledger of a site, or a copy of one, whatever its name, if it ends in `.json`. */
export async function readLedgerAt(at: SiteLocation, options: DeployedOptions): Promise<PublishedFile> {
  const isFile = (at.kind === 'address' ? at.url.pathname : at.path).endsWith('.json');
  if (!isFile) {
    const files = await openSite(at, options).read([LEDGER_PATH]);
    return files.get(LEDGER_PATH) ?? { kind: 'missing', reason: 'there is no such file' };
  }
  return publishedFile(await readDeployedFile(at.kind, at.kind === 'address' ? at.url.href : at.path, options));
}

function publishedFile(reading: BytesReading): PublishedFile {
  return reading.kind === 'bytes'
    ? { kind: 'read', bytes: reading.bytes }
    : { kind: 'missing', reason: reading.reason };
}

function rootAddress(url: URL): URL {
  const root = new URL(url);
  root.search = '';
  root.hash = '';
  root.pathname = root.pathname.replace(/\/(?:ledger\.json|policies\.json|index\.html)$/, '/');
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  return root;
}

function below(root: URL): (address: string) => string {
  return (address) => new URL(address, root).href;
}

function rootFolder(folder: string): string {
  return [LEDGER_PATH, POLICIES_PATH].includes(path.basename(folder)) ? path.dirname(folder) : folder;
}

function within(folder: string): (address: string) => string {
  return (address) => path.join(folder, ...fileOf(address).split('/'));
}
