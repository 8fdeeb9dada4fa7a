/** What all policies share, and one policy with all that bears on it, go in; its problems, its facts and its pages come out: the heavy work. */
import { checkEditorial } from './diff/check-editorial.ts';
import { createEngine } from './engine.ts';
import { ledgerFiles } from './ledger/ledger-files.ts';
import { visibleText } from './ledger/visible-text.ts';
import { createEvents, policyFeeds } from './make-feeds.ts';
import { dayOf } from './model/civil-date.ts';
import type { Body } from './model/clause.ts';
import { type Diagnostic, isError } from './model/diagnostic.ts';
import type { OutputFile } from './model/file.ts';
import {
  type Counts,
  type MadePages,
  NOTHING_MADE,
  type PolicyResult,
  type PolicyWork,
  type SharedWork,
  type TextFacts,
} from './model/policy-work.ts';
import { type Memory, NO_MEMORY, type Runner } from './model/runner.ts';
import { sha256 } from './model/sha256.ts';
import type { Site } from './model/site.ts';
import type { Timeline } from './model/timeline.ts';
import { createTextRenderer, renderFormer } from './render-texts.ts';
import { checkAnchors } from './site/check-anchors.ts';
import { checkCorrections } from './site/check-corrections.ts';
import { layOut } from './theme/layout.ts';
import { openPress } from './theme/press.ts';
import { bodiesInWords } from './theme/redline/body-to-print.ts';
import { createStrings } from './theme/strings.ts';

/** How one policy is made. */
export interface PolicyMeans {
  readonly memory: Memory;
  /** Called, and waited for, after each text. */
  readonly onText: () => void | Promise<void>;
  /** Takes each file as soon as it is finished: of a policy with many editions, they are too much to hold. */
  readonly onFile?: ((file: OutputFile) => void) | undefined;
}

export type PolicyMaker = (work: PolicyWork, means: PolicyMeans) => Promise<PolicyResult>;

/** Gets ready for the policies of one build. The result for each depends on `shared` and on the work alone. */
export async function openMaker(shared: SharedWork): Promise<PolicyMaker> {
  const { config, theme } = shared;
  const strings = createStrings(theme, config.languages);
  const press = await openPress({ config, theme, strings });
  return async (work, { memory, onText, onFile }) => {
    const { slug, timeline } = work;
    const numbering = timeline?.policy.config.numbering;
    const texts = (timeline?.policy.editions ?? []).flatMap((edition) => edition.texts);
    const placed = await renderAll(texts, createTextRenderer({ policy: slug, numbering, strings, memory }), onText);
    const unplaced = await renderAll(work.unplaced, createTextRenderer({ policy: slug, strings, memory }), onText);
    const problems = [...placed.problems, ...unplaced.problems];
    const counts = sum([placed.counts, unplaced.counts]);
    const facts = texts.flatMap(({ path, title }) => factsOf(placed.bodies.get(path), { path, title }));
    if (timeline === undefined) return { counts, texts: facts, problems, made: NOTHING_MADE };
    const { bodies } = placed;
    const site = siteOf(work, timeline, shared);
    const own = { ...site, timelines: [timeline] };
    problems.push(
      ...checkAnchors(own, bodies),
      ...checkCorrections(own, bodies),
      ...checkEditorial([timeline], bodiesInWords(texts, bodies, press.voiceOf)),
    );
    if (!work.makesPages || problems.some(isError)) return { counts, texts: facts, problems, made: NOTHING_MADE };
    const published = ledgerFiles(own, shared.ledger);
    const former = renderFormer(published.former, { numbering, strings, memory });
    const layout = layOut(press, {
      ...{ site, bodies, memory, onFile },
      index: { byPath: new Map([...shared.index, ...work.index]), languages: config.languages },
      engine: createEngine(),
      proofs: { ...published, former, known: [] },
    });
    const digests = [...published.texts];
    const then = { ...own, asOf: { instant: work.toldAt, day: dayOf(work.toldAt, config.timeZone) } };
    const feeds = policyFeeds({
      ...{ ledger: shared.ledger, voiceOf: press.voiceOf, told: { found: layout.found, digests } },
      ...{ site: then, eventsOf: createEvents(then, shared.ledger) },
    });
    const others = [...published.files, ...feeds];
    if (onFile !== undefined) others.forEach(onFile);
    const made: MadePages = {
      ...layout,
      files: onFile === undefined ? [...layout.files, ...others] : [],
      placed: [],
      digests,
      originals: [...published.originals],
      former: former.map(({ body, ...one }) => one),
    };
    return { counts, texts: facts, problems, made };
  };
}

/** Does all work here and now, one policy after the other. */
export const INLINE: Runner = {
  memory: NO_MEMORY,
  async open(shared, onText) {
    const make = await openMaker(shared);
    let last: Promise<unknown> = Promise.resolve();
    return {
      make(work) {
        const result = last.then(() => make(work, { memory: NO_MEMORY, onText }));
        last = result;
        return result;
      },
      hold: (result) => () => result,
      memory: NO_MEMORY,
      close: async () => {},
    };
  },
};

async function renderAll(
  texts: PolicyWork['unplaced'],
  render: ReturnType<typeof createTextRenderer>,
  onText: PolicyMeans['onText'],
) {
  const bodies = new Map<string, Body>();
  const problems: Diagnostic[] = [];
  const all: Counts[] = [];
  for (const text of texts) {
    const { body, diagnostics, conservation } = render(text);
    if (body !== undefined) bodies.set(text.path, body);
    problems.push(...diagnostics);
    const { wordsIn = 0, wordsOut = 0 } = conservation ?? {};
    all.push({ wordsIn, wordsOut, clauses: body?.clauses.length ?? 0 });
    await onText();
  }
  return { bodies, problems, counts: sum(all) };
}

function sum(all: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => all.reduce((before, counts) => before + counts[key], 0);
  return { wordsIn: total('wordsIn'), wordsOut: total('wordsOut'), clauses: total('clauses') };
}

function factsOf(body: Body | undefined, { path, title }: { path: string; title: string }): TextFacts[] {
  if (body === undefined) return [];
  const { anchors, links } = body;
  return [{ path, anchors, links, words: sha256(visibleText(body, title)) }];
}

/** The site as the policy sees it. */
function siteOf({ slug, pages }: PolicyWork, timeline: Timeline, { config, neighbours }: SharedWork): Site {
  const instant = timeline.asOf;
  const timelines = neighbours.map((one) => (one.policy.slug === slug ? timeline : one));
  return { config, asOf: { instant, day: dayOf(instant, config.timeZone) }, timelines, pages };
}
