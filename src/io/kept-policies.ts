/** Policies that were made go in; what came of those of which nothing changed comes out again, if their files still stand. */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { lazy } from '../model/lazy.ts';
import type { FoundChange, PolicyResult, PolicyWork, SharedWork } from '../model/policy-work.ts';
import { sha256 } from '../model/sha256.ts';
import { squeeze, unsqueeze, unwrap, wrap } from './cache-pack.ts';
import { type PackedFacts, packFacts, unpackFacts } from './packed-facts.ts';
import { type PackFolder, packPath, readBytes, writeBytes } from './result-packs.ts';
import { workKey } from './work-key.ts';

export interface KeptPolicies {
  find(work: PolicyWork): PolicyResult | undefined;
  keep(work: PolicyWork, result: PolicyResult): void;
}

/** A result, but what was found to have changed, most of it, apart from it, for some pages at a time: few are ever asked for. */
interface KeptResult {
  readonly result: Uint8Array;
  readonly found: readonly { readonly paths: readonly string[]; readonly htmls: Uint8Array }[];
}

const STAGE = 'made';

/** Of each policy: for the site and for its preview, for example. */
const KEPT = 3;

/** Pages of which what was found is packed together. */
const TOGETHER = 10;

/** A result is found by all that it depends on. `result.made.files` is not kept: the files must stand where they were placed. */
export function openKept(folder: PackFolder, shared: SharedWork): KeptPolicies {
  const { theme, ...others } = shared;
  const hash = createHash('sha256').update(folder.program).update(JSON.stringify(others));
  for (const { path, bytes } of theme) hash.update(`${path} ${bytes.length}\n`).update(bytes);
  const common = hash.digest('hex');
  const keyOf = (work: PolicyWork) => sha256(common + JSON.stringify(workKey(work)));
  const pathOf = ({ slug }: PolicyWork) => packPath(folder, slug, STAGE);
  const read = (path: string): ReadonlyMap<string, KeptResult> => {
    const bytes = unwrap(readBytes(path), folder.program);
    return bytes === undefined ? new Map() : deserialize(bytes);
  };
  return {
    find(work) {
      const kept = read(pathOf(work)).get(keyOf(work));
      return kept === undefined ? undefined : unpack(kept);
    },
    keep(work, result) {
      if (folder.isReadOnly) return;
      const key = keyOf(work);
      const others = [...read(pathOf(work))].filter(([other]) => other !== key).slice(0, KEPT - 1);
      const entries = new Map([[key, pack(result)], ...others]);
      writeBytes(pathOf(work), wrap(serialize(entries), folder.program), folder);
    },
  };
}

function pack({ made, texts, ...others }: PolicyResult): KeptResult {
  const groups: (readonly FoundChange[])[] = [];
  for (let at = 0; at < made.found.length; at += TOGETHER) groups.push(made.found.slice(at, at + TOGETHER));
  return {
    result: squeeze({ ...others, texts: packFacts(texts), made: { ...made, found: [] } }),
    found: groups.map((group) => ({
      paths: group.map(({ path }) => path),
      htmls: squeeze(group.map(({ html }) => html)),
    })),
  };
}

function unpack({ result, found }: KeptResult): PolicyResult {
  const { made, texts, ...others } = unsqueeze<Omit<PolicyResult, 'texts'> & { readonly texts: PackedFacts }>(result);
  const changes = found.flatMap(({ paths, htmls }) => {
    const unpacked = lazy(() => unsqueeze<readonly string[]>(htmls));
    return paths.map((path, index) => new KeptChange(path, () => unpacked()[index] ?? ''));
  });
  return { ...others, texts: unpackFacts(texts), made: { ...made, found: changes } };
}

/** A class: getters of their own would cost each a hidden class. */
class KeptChange implements FoundChange {
  readonly path: string;
  readonly #unpack: () => string;

  constructor(path: string, unpack: () => string) {
    this.path = path;
    this.#unpack = unpack;
  }

  get html(): string {
    return this.#unpack();
  }
}
