/** Policies that were made go in; what came of those of which nothing changed comes out again, if their files still stand. */
import { createHash } from 'node:crypto';
import type { PolicyResult, PolicyWork, SharedWork } from '../model/policy-work.ts';
import { sha256 } from '../model/sha256.ts';
import { type PackFolder, packPath, readEntries, writeEntries } from './result-packs.ts';
import { workKey } from './work-key.ts';

export interface KeptPolicies {
  find(work: PolicyWork): PolicyResult | undefined;
  keep(work: PolicyWork, result: PolicyResult): void;
}

const STAGE = 'made';

/** Of each policy: for the site and for its preview, for example. */
const KEPT = 3;

/** A result is found by all that it depends on. `result.made.files` is not kept: the files must stand where they were placed. */
export function openKept(folder: PackFolder, shared: SharedWork): KeptPolicies {
  const { theme, ...others } = shared;
  const hash = createHash('sha256').update(folder.program).update(JSON.stringify(others));
  for (const { path, bytes } of theme) hash.update(`${path} ${bytes.length}\n`).update(bytes);
  const common = hash.digest('hex');
  const keyOf = (work: PolicyWork) => sha256(common + JSON.stringify(workKey(work)));
  const pathOf = ({ slug }: PolicyWork) => packPath(folder, slug, STAGE);
  return {
    find(work) {
      return readEntries(pathOf(work), folder).get(keyOf(work)) as PolicyResult | undefined;
    },
    keep(work, result) {
      const key = keyOf(work);
      const others = [...readEntries(pathOf(work), folder)].filter(([other]) => other !== key);
      writeEntries(pathOf(work), new Map<string, unknown>([[key, result], ...others.slice(0, KEPT - 1)]), folder);
    },
  };
}
