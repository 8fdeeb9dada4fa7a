/** The whole pipeline on one screen: source files, theme files and a moment go in; the finished site's files and every problem come out. */
import { checkEditorial } from './diff/check-editorial.ts';
import { compare } from './diff/compare.ts';
import { markUp } from './diff/mark-up.ts';
import { settleCorrections } from './diff/settle-corrections.ts';
import { findSubstance } from './diff/substance.ts';
import { traceClauses } from './diff/trace-clauses.ts';
import { checkLedger } from './ledger/check-ledger.ts';
import { knownTexts } from './ledger/known-texts.ts';
import { ledgerFiles } from './ledger/ledger-files.ts';
import type { LedgerWork } from './ledger/published-texts.ts';
import { timestampFiles } from './ledger/timestamps/timestamp-files.ts';
import { dayOf, type Instant, instantOf, parseMoment } from './model/civil-date.ts';
import type { SiteConfig } from './model/config.ts';
import { compareDiagnostics, type Diagnostic, isError } from './model/diagnostic.ts';
import type { OutputFile, SourceFile } from './model/file.ts';
import { LEDGER_SOURCE, type Ledger } from './model/ledger.ts';
import { movedEditions } from './model/moved.ts';
import type { Policy } from './model/policy.ts';
import { INLINE, type Runner } from './model/runner.ts';
import type { Site } from './model/site.ts';
import type { AsOf, Timeline } from './model/timeline.ts';
import { readLedger } from './parse/ledger-file.ts';
import type { Reading } from './parse/reading.ts';
import type { SiteOverrides } from './parse/site-config.ts';
import { parseSources } from './parse/sources.ts';
import { policiesJson } from './site/api.ts';
import { atomFile } from './site/atom.ts';
import { calendar } from './site/calendar.ts';
import { checkAnchors } from './site/check-anchors.ts';
import { checkCorrections } from './site/check-corrections.ts';
import { checkLinks, outwardLinks } from './site/check-links.ts';
import { feedEvents } from './site/feed-events.ts';
import { hostingFiles } from './site/hosting.ts';
import { movedFiles } from './site/moved-pages.ts';
import { plan } from './site/plan.ts';
import { robots, sitemap } from './site/sitemap.ts';
import { type Counts, renderAll, renderFormer } from './stages.ts';
import { calendarWords } from './theme/calendar-words.ts';
import { feedsOf } from './theme/feeds.ts';
import { layOut } from './theme/layout.ts';
import { movedWords } from './theme/moved-words.ts';
import { createStrings } from './theme/strings.ts';
import { arrange } from './timeline/arrange.ts';
import { nothingIssued } from './validate/nothing-issued.ts';
import { validate } from './validate/validate.ts';

export interface BuildInput {
  /** Everything under `policies/`, paths relative to the root folder. */
  readonly sources: readonly SourceFile[];
  /** The theme's files, the site's own already shadowing the default ones; paths relative to `templates/`. */
  readonly theme: readonly SourceFile[];
  /** The moment to build for: an instant, or what the caller wrote, a day or an instant with offset. A day is read in the site's zone. */
  readonly asOf: Instant | string;
  /** Overrides of site.yaml. */
  readonly base?: string;
  readonly url?: string;
  /** The address of a receiver of our own, to which the form is sent in place of the service of site.yaml: for trying it out. */
  readonly receiver?: string;
  /** Whether to make the files; if not, what is wrong with the sources and what is planned comes out, and the templates are not tried. Default: true. */
  readonly makesFiles?: boolean;
  /** Build drafts too. */
  readonly drafts?: boolean;
  /** Does the heavy work; without one it is done here and now. The site is the same. */
  readonly runner?: Runner;
  /** Called, and waited for, as work goes on: for a progress display, and to let other work of the process have its turn. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

export interface BuildResult {
  /** Sorted by place. If any is an error, `files` is empty. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly OutputFile[];
  /** What was planned; absent if the configuration could not be read. */
  readonly site?: Site;
  /** What all texts hold: words of the sources, words on the pages, clauses. */
  readonly counts?: Counts;
  /** Links that leave the site, for `check --external`. Building never follows them. */
  readonly outwardLinks?: ReturnType<typeof outwardLinks>;
  /** What `seal` enters; absent if there are errors that do not come from comparing with the ledger. */
  readonly ledgerWork?: LedgerWork;
}

/** Builds the site in memory. Bad content never throws: it comes back as diagnostics. Throws a RangeError if `asOf` is text and no moment. */
export async function build(input: BuildInput): Promise<BuildResult> {
  const { site: config, policies, unplaced, diagnostics: parsed } = parseSources(input.sources, overridesOf(input));
  if (config === undefined) return failed(parsed);
  const issued = input.drafts === true ? policies : policies.map(withoutDrafts);
  const strings = createStrings(input.theme, config.languages);
  const runner = input.runner ?? INLINE;
  const texts = await renderAll({ policies: issued, unplaced, strings, runner, onProgress: input.onProgress });
  const asOf = resolveAsOf(input.asOf, config);
  const timelines = arrangeAll({ policies: issued, config, asOf });
  const site = plan(config, timelines, asOf);
  const ledger = ledgerIn(input.sources);
  const stamps = timestampFiles(input.sources, ledger.value);
  const isComplete = ![...parsed, ...texts.diagnostics].some(isError);
  const ledgerWork = {
    policies,
    bodies: texts.bodies,
    config,
    asOf,
    ledger: ledger.value,
    redirects: movedEditions(policies, config),
    isComplete,
  };
  const found = [
    ...parsed,
    ...(parsed.some(isError) ? [] : nothingIssued(issued)),
    ...validate(issued, config, asOf),
    ...strings.diagnostics,
    ...texts.diagnostics,
    ...checkLinks(site, texts.bodies),
    ...checkAnchors(site, texts.bodies),
    ...checkCorrections(site, texts.bodies),
    ...checkEditorial(timelines, texts.bodies),
    ...ledger.diagnostics,
    ...stamps.diagnostics,
  ];
  const problems = withoutSilenced([...found, ...checkLedger(ledgerWork)], policies);
  if (problems.some(isError)) return { ...failed(problems, site), ...(found.some(isError) ? {} : { ledgerWork }) };

  const checked = {
    diagnostics: problems.sort(compareDiagnostics),
    files: [],
    site,
    counts: texts.counts,
    outwardLinks: outwardLinks(texts.bodies),
    ledgerWork,
  };
  if (input.makesFiles === false) return checked;

  const published = ledgerFiles(site, ledger.value);
  const former = renderFormer(published.former, { policies: issued, strings, runner });
  const known = knownTexts({ site, bodies: texts.bodies, ledger: ledger.value, former });
  const proofs = { ...published, former, known };
  const layout = await layOut({
    ...{ site, bodies: texts.bodies, theme: input.theme, strings, proofs },
    engine: { settleCorrections, compare, findSubstance, markUp, traceClauses },
    runner,
  });
  const events = calendar(site, calendarWords(strings.wordsFor(config.languages[0])));
  const feeds = await feedsOf({
    ...{ site, ledger: ledger.value, proofs, strings, found: layout.found },
    eventsOf: (timeline, language) => feedEvents(timeline, { site, ledger: ledger.value, language }),
  });
  const told = [events, ...feeds.map(atomFile)];
  const record = proofs.head === undefined ? undefined : { head: proofs.head, timestamps: stamps.heads };
  const data = [policiesJson(site, record), ...proofs.files, ...stamps.files, ...told, sitemap(site), robots(site)];
  const whole = { ...site, pages: [...site.pages, ...layout.pages] };
  const moved = movedFiles(whole, movedWords(strings));
  const files = [...layout.files, ...data, ...moved, ...hostingFiles(site)];
  const diagnostics = [...problems, ...layout.diagnostics].sort(compareDiagnostics);
  const hasErrors = diagnostics.some(isError);
  const made = { ...checked, site: whole, diagnostics };
  if (!hasErrors) return { ...made, files };
  const { ledgerWork: _, ...unsealed } = made;
  return unsealed;
}

/** Warnings that a policy.yaml silences, with a reason, are not repeated. Errors cannot be silenced. */
function withoutSilenced(diagnostics: readonly Diagnostic[], policies: readonly Policy[]): Diagnostic[] {
  const silenced = new Set(
    policies.flatMap(({ slug, config: { silence = [] } }) => silence.map(({ rule }) => `policies/${slug} ${rule}`)),
  );
  const folderOf = ({ place }: Diagnostic) => place?.path.split('/').slice(0, 2).join('/') ?? '';
  return diagnostics.filter((found) => isError(found) || !silenced.has(`${folderOf(found)} ${found.ruleId}`));
}

function ledgerIn(sources: readonly SourceFile[]): Reading<Ledger> {
  const file = sources.find(({ path }) => path === LEDGER_SOURCE);
  return file === undefined ? { diagnostics: [] } : readLedger(file);
}

function failed(diagnostics: readonly Diagnostic[], site?: Site): BuildResult {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  return { diagnostics: sorted, files: [], ...(site === undefined ? {} : { site }) };
}

function overridesOf({ base, url, receiver }: BuildInput): SiteOverrides {
  return {
    ...(base === undefined ? {} : { base }),
    ...(url === undefined ? {} : { url }),
    ...(receiver === undefined ? {} : { receiver }),
  };
}

function withoutDrafts(policy: Policy): Policy {
  return { ...policy, editions: policy.editions.filter(({ declared }) => declared.kind !== 'draft') };
}

function resolveAsOf(asOf: Instant | string, { timeZone }: SiteConfig): AsOf {
  const moment = typeof asOf === 'string' ? parseMoment(asOf) : undefined;
  if (typeof asOf === 'string' && moment === undefined) throw new RangeError(`No day or instant: ${asOf}`);
  const instant = moment === undefined ? Number(asOf) : instantOf(moment, timeZone);
  return { instant, day: dayOf(instant, timeZone) };
}

function arrangeAll(work: { policies: readonly Policy[]; config: SiteConfig; asOf: AsOf }): Timeline[] {
  const { policies, config, asOf } = work;
  return policies
    .map((policy) => arrange(policy, { asOf: asOf.instant, timeZone: config.timeZone }))
    .filter((timeline) => timeline !== undefined)
    .sort((a, b) => comparePolicies(a.policy, b.policy));
}

/** Policies with an order come first, by it; the others follow by slug. */
function comparePolicies(a: Policy, b: Policy): number {
  const [left, right] = [a.config.order ?? Number.POSITIVE_INFINITY, b.config.order ?? Number.POSITIVE_INFINITY];
  return left === right ? (a.slug < b.slug ? -1 : 1) : left - right;
}
