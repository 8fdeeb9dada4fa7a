/** The planned site and what came of its policies go in; the pages that belong to no policy, with their feeds, and the assets come out. */
import { createEngine } from './engine.ts';
import { headOf } from './ledger/chain.ts';
import { knownTexts } from './ledger/known-texts.ts';
import { indexFeeds } from './make-feeds.ts';
import type { MadePolicies } from './make-policies.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { SourceFile } from './model/file.ts';
import type { Ledger } from './model/ledger.ts';
import type { Memory } from './model/runner.ts';
import type { Site } from './model/site.ts';
import { layOut } from './theme/layout.ts';
import { openPress } from './theme/press.ts';
import type { Strings } from './theme/strings.ts';

export interface SitePagesWork {
  readonly site: Site;
  readonly ledger: Ledger | undefined;
  readonly theme: readonly SourceFile[];
  readonly strings: Strings;
  readonly texts: MadePolicies;
  readonly memory: Memory;
}

/** `failures`: of all templates, each mistake once. If there is any, the files are not the whole site. */
export async function makeSitePages({ site, ledger, theme, strings, texts, memory }: SitePagesWork) {
  const press = await openPress({ config: site.config, theme, strings });
  const digests = new Map(texts.digests);
  const proofs = {
    texts: digests,
    originals: new Map(texts.originals),
    known: knownTexts({ site, facts: texts.facts, digests, ledger, former: texts.former }),
    former: [],
    ...(ledger === undefined ? {} : { head: headOf(ledger) }),
  };
  const layout = layOut(press, {
    site: { ...site, pages: site.pages.filter((page) => !('policy' in page)) },
    bodies: new Map(),
    index: texts.index,
    engine: createEngine(),
    ...{ proofs, memory },
  });
  const failures = new Map<string, Diagnostic>();
  // One mistake in a template is one problem, on however many pages it shows.
  for (const failure of [...texts.failures, ...layout.failures]) failures.set(JSON.stringify(failure), failure);
  const files = [
    ...press.assets.files,
    ...layout.files,
    ...indexFeeds({ site, ledger, voiceOf: press.voiceOf, eventsOf: texts.eventsOf, told: texts }),
  ];
  return { files, proofs, failures: [...failures.values()] };
}
