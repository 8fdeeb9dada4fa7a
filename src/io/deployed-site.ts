/** The address or the folder of a published site goes in; what its policies.json says comes out, or why that cannot be read. */
import path from 'node:path';
import { POLICIES_PATH } from '../model/moment-files.ts';
import { type PoliciesCore, policiesCoreSchema } from '../model/policies-document.ts';
import { failureOf } from './outward-links-failure.ts';
import { readRegularFile } from './regular-file.ts';

/** Where a site is: an address of it, or an absolute path of its folder. Both may name the file itself. */
export type SiteLocation =
  | { readonly kind: 'address'; readonly url: URL }
  | { readonly kind: 'folder'; readonly path: string };

export type DeployedReading =
  | { readonly kind: 'read'; readonly document: PoliciesCore; readonly location: string }
  /** `reason` is a clause that can follow a colon; `location` is where it was looked for. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly location: string };

export interface DeployedOptions {
  /** This program's own, to tell the host who asks. */
  readonly version: string;
  readonly fetch: typeof fetch;
  /** How long the host may take for its whole answer; default: 15 seconds. */
  readonly timeoutMs?: number;
}

export type BytesReading =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** No file larger than this is read: in bytes. A thousand policies of a hundred editions each would fit. */
const LARGEST = 100_000_000;
const TOO_LARGE = `it is larger than ${LARGEST / 1_000_000} MB`;

/** Follows redirects; asks for an answer that no cache on the way has kept. Throws only for faults of ours. */
export async function readDeployed(site: SiteLocation, options: DeployedOptions): Promise<DeployedReading> {
  const location = site.kind === 'address' ? documentAddress(site.url) : documentFile(site.path);
  const reading = await readDeployedFile(site.kind, location, options);
  if (reading.kind === 'unreadable') return { ...reading, location };
  const parsed = policiesCoreSchema.safeParse(parseJson(new TextDecoder().decode(reading.bytes)));
  if (parsed.success) return { kind: 'read', document: parsed.data, location };
  return { kind: 'unreadable', reason: 'what is there is not a policies.json that this version can read', location };
}

/** The bytes at a whole address, or in the file at an absolute path; or why there are none. */
export async function readDeployedFile(
  kind: SiteLocation['kind'],
  location: string,
  options: DeployedOptions,
): Promise<BytesReading> {
  return kind === 'address' ? await download(location, options) : await readLocal(location);
}

/** `https://acme.example/legal` → `https://acme.example/legal/policies.json`. */
function documentAddress(url: URL): string {
  const address = new URL(url);
  address.search = '';
  address.hash = '';
  if (address.pathname.endsWith(`/${POLICIES_PATH}`)) return address.href;
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return new URL(POLICIES_PATH, address).href;
}

function documentFile(folder: string): string {
  return path.basename(folder) === POLICIES_PATH ? folder : path.join(folder, POLICIES_PATH);
}

async function download(address: string, { version, fetch, timeoutMs = 15_000 }: DeployedOptions) {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'user-agent': `promulgate/${version} (+check of a published site)`, 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return await bytesOf(response);
    await response.body?.cancel();
    return unreadable(`its host answers with the code ${response.status}`);
  } catch (error) {
    const failure = failureOf(error, timeoutMs);
    return unreadable('reason' in failure ? failure.reason : 'its host gave no clear answer');
  }
}

async function bytesOf(response: Response): Promise<BytesReading> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST) return unreadable(TOO_LARGE);
    parts.push(part);
  }
  return { kind: 'bytes', bytes: Buffer.concat(parts) };
}

async function readLocal(file: string): Promise<BytesReading> {
  const reading = await readRegularFile(file, LARGEST);
  switch (reading.kind) {
    case 'bytes':
      return reading;
    case 'absent':
      return unreadable('there is no such file');
    case 'special':
      return unreadable('it is not an ordinary file');
    case 'too-large':
      return unreadable(TOO_LARGE);
    case 'unreadable':
      return unreadable(reading.reason);
  }
}

function unreadable(reason: string): Extract<BytesReading, { kind: 'unreadable' }> {
  return { kind: 'unreadable', reason };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
