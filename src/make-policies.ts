/** The planned site goes in; each of its policies is made by a runner, and all that came of them comes out, put together. */
import { createEvents, createIndexNeeds, toldAt } from './make-feeds.ts';
import type { Instant } from './model/civil-date.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { mentionsIn } from './model/mentions.ts';
import { entriesFor, indexPages, type PageIndex, splitSitePath } from './model/page-index.ts';
import type { EditionText, Policy } from './model/policy.ts';
import type { Facts, PolicyResult, PolicyWork, SharedWork } from './model/policy-work.ts';
import type { OpenRunner, Runner } from './model/runner.ts';
import type { Page, Site } from './model/site.ts';
import { settledMoment, type Timeline } from './model/timeline.ts';
import type { Sources } from './parse/sources.ts';

export interface PoliciesWork {
  readonly site: Site;
  readonly policies: readonly Policy[];
  /** Looked at for problems only. */
  readonly unplaced: Sources['unplaced'];
  readonly makesPages: boolean;
}

interface Means {
  readonly runner: Runner;
  readonly shared: Omit<SharedWork, 'index'>;
  /** Called, and waited for, after each text. */
  readonly onProgress?: ((done: number, total: number) => void | Promise<void>) | undefined;
}

/** Every policy once. In the order of the index, whatever order they were made in. */
export async function makePolicies(work: PoliciesWork, { runner, shared, onProgress }: Means) {
  const { site } = work;
  const eventsOf = createEvents(site, shared.ledger);
  const index = indexPages(site);
  const common = [...index.byPath].flatMap(([path, page]) => asShared(page, path));
  const missing = createMissing(index, common);
  const works = worksOf(work, { index, missing, toldOf: (timeline) => toldAt(timeline, site, eventsOf) });
  const total = works.flatMap(({ timeline, unplaced }) => [...textsOf(timeline?.policy), ...unplaced]).length;
  let done = 0;
  const open = await runner.open({ ...shared, index: common }, () => onProgress?.(++done, total));
  const held = await makeAll(works, { missing, indexNeeds: createIndexNeeds(site, eventsOf), open });
  return { ...together(held.map((take) => take())), index, eventsOf, memory: open.memory };
}

interface AllMeans {
  readonly missing: ReturnType<typeof createMissing>;
  readonly indexNeeds: ReturnType<typeof createIndexNeeds>;
  readonly open: OpenRunner;
}

/** Of each policy no more than is needed of it once it is made; and that, as long as others are being made, in little room. */
async function makeAll(works: readonly PolicyWork[], { missing, indexNeeds, open }: AllMeans) {
  const make = async (work: PolicyWork) => {
    const { made, ...others } = await makeLinked(work, missing, open);
    // Plain data, whatever it was unpacked from.
    const found = indexNeeds(made.found).map(({ path, html }) => ({ path, html }));
    return open.hold({ ...others, made: { ...made, found } });
  };
  try {
    return await Promise.all(works.map(make));
  } finally {
    await open.close();
  }
}

function together(results: readonly PolicyResult[]) {
  const all = <Key extends keyof PolicyResult['made']>(key: Key) =>
    results.flatMap(({ made }) => made[key] as readonly PolicyResult['made'][Key][number][]);
  const facts: Facts = new Map(results.flatMap(({ texts }) => texts.map((text) => [text.path, text] as const)));
  const problems: Diagnostic[] = results.flatMap((result) => result.problems);
  const total = (key: keyof PolicyResult['counts']) => results.reduce((sum, { counts }) => sum + counts[key], 0);
  return {
    ...{ facts, problems },
    counts: { wordsIn: total('wordsIn'), wordsOut: total('wordsOut'), clauses: total('clauses') },
    ...{ failures: all('failures'), files: all('files'), placed: all('placed'), pages: all('pages') },
    ...{ found: all('found'), digests: all('digests'), originals: all('originals') },
    former: all('former'),
  };
}

/** All that came of the policies. */
export type MadePolicies = Omit<Awaited<ReturnType<typeof makePolicies>>, 'memory'>;

interface Circumstances {
  readonly index: PageIndex;
  readonly missing: ReturnType<typeof createMissing>;
  readonly toldOf: (timeline: Timeline) => Instant;
}

function worksOf(
  { site, policies, unplaced, makesPages }: PoliciesWork,
  { index, missing, toldOf }: Circumstances,
): PolicyWork[] {
  const own = groupBy([...index.byPath], ([, page]) => policyOf(page));
  const pages = groupBy(site.pages, policyOf);
  const left = groupBy(unplaced, ({ policy }) => policy);
  const timelines = new Map(site.timelines.map((timeline) => [timeline.policy.slug, timeline]));
  const slugs = [...new Set([...timelines.keys(), ...policies.map(({ slug }) => slug), ...left.keys()])];
  return slugs.map((slug) => {
    const timeline = timelines.get(slug);
    const linked = textsOf(timeline?.policy).flatMap(mentionsOf);
    const work: PolicyWork = {
      slug,
      unplaced: (left.get(slug) ?? []).map(({ text }) => text),
      makesPages,
      toldAt: timeline === undefined ? 0 : toldOf(timeline),
      pages: pages.get(slug) ?? [],
      index: own.get(slug) ?? [],
      ...(timeline === undefined ? {} : { timeline: { ...timeline, asOf: settledMoment(timeline) } }),
    };
    return { ...work, index: [...work.index, ...missing(work, linked)] };
  });
}

/**
 * What a text links to is known for certain only once it is rendered. Nearly always it is what was guessed; where it is not, the
 * pages are made again.
 */
async function makeLinked(
  work: PolicyWork,
  missing: Circumstances['missing'],
  runner: OpenRunner,
): Promise<PolicyResult> {
  const result = await runner.make(work);
  const targets = result.texts.flatMap(({ links }) => links.map(({ target }) => target));
  const others = work.makesPages ? missing(work, targets) : [];
  return others.length === 0
    ? result
    : await makeLinked({ ...work, index: [...work.index, ...others] }, missing, runner);
}

/** As all other pages lead to it: to a policy's page whatever edition stands there. None if they do not. */
function asShared(page: Page, path: string): (readonly [path: string, page: Page])[] {
  if (page.kind === 'policy') return [[path, { ...page, edition: '' }]];
  return page.kind === 'policy-archive' || !('policy' in page) ? [[path, page]] : [];
}

function mentionsOf(text: EditionText): readonly string[] {
  return text.gist === undefined ? mentionsIn(text.markdown) : text.gist.mentions;
}

/** Entries of the whole index that `targets` need, and neither the work nor all works have. */
function createMissing(index: PageIndex, common: SharedWork['index']) {
  const shared = new Set(common.map(([path]) => path));
  return (work: PolicyWork, targets: readonly string[]): [string, Page][] => {
    const inner = targets.filter((target) => target.startsWith('/'));
    if (inner.length === 0) return [];
    const known = new Set(work.index.map(([path]) => path));
    const paths = new Set(inner.map((target) => splitSitePath(target).path));
    const entries = new Map([...paths].flatMap((path) => entriesFor(index, path)));
    return [...entries].filter(([path]) => !known.has(path) && !shared.has(path));
  };
}

function textsOf(policy: Policy | undefined) {
  return (policy?.editions ?? []).flatMap(({ texts }) => texts);
}

function policyOf(page: Page): string | undefined {
  return 'policy' in page ? page.policy : undefined;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | undefined): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
