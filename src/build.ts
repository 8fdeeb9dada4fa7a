/** The whole pipeline on one screen: source files, theme files and a moment go in; the finished site's files and every problem come out. */
import { checkPolicies } from './check-policies.ts';
import { checkLedger } from './ledger/check-ledger.ts';
import { ledgerFile } from './ledger/ledger-files.ts';
import type { LedgerWork } from './ledger/published-texts.ts';
import { timestampFiles } from './ledger/timestamps/timestamp-files.ts';
import { makePolicies } from './make-policies.ts';
import { makeSitePages } from './make-site-pages.ts';
import type { Instant } from './model/civil-date.ts';
import type { SiteConfig } from './model/config.ts';
import { compareDiagnostics, type Diagnostic, isError } from './model/diagnostic.ts';
import type { OutputFile, PlacedFile, SourceFile } from './model/file.ts';
import { LEDGER_SOURCE, type Ledger } from './model/ledger.ts';
import { movedEditions } from './model/moved.ts';
import type { Policy } from './model/policy.ts';
import { type Counts, neighboursOf } from './model/policy-work.ts';
import type { Runner } from './model/runner.ts';
import type { Site } from './model/site.ts';
import { type AsOf, resolveAsOf, type Timeline } from './model/timeline.ts';
import { readLedger } from './parse/ledger-file.ts';
import type { Reading } from './parse/reading.ts';
import type { SiteOverrides } from './parse/site-config.ts';
import { parseSources } from './parse/sources.ts';
import { bodiesOnDemand } from './render-texts.ts';
import { policiesJson } from './site/api.ts';
import { calendar } from './site/calendar.ts';
import { checkLinks, outwardLinks } from './site/check-links.ts';
import { hostingFiles } from './site/hosting.ts';
import { movedFiles } from './site/moved-pages.ts';
import { plan } from './site/plan.ts';
import { robots, sitemap } from './site/sitemap.ts';
import { INLINE } from './stages.ts';
import { calendarWords } from './theme/calendar-words.ts';
import { movedWords } from './theme/moved-words.ts';
import { createStrings } from './theme/strings.ts';
import { arrange } from './timeline/arrange.ts';
import { draftsInPart } from './validate/draft-in-part.ts';
import { nothingIssued } from './validate/nothing-issued.ts';

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
  /** Files of the site that the runner has put where they belong; they are not in `files`. */
  readonly placed: readonly PlacedFile[];
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
  const { makesFiles = true, runner = INLINE, onProgress, theme, sources } = input;
  const {
    site: config,
    policies,
    unplaced,
    diagnostics: parsed,
  } = parseSources(sources, overridesOf(input), runner.memory);
  if (config === undefined) return failed(parsed);
  const issued = input.drafts === true ? policies : policies.map(withoutDrafts);
  const strings = createStrings(input.theme, config.languages);
  const asOf = resolveAsOf(input.asOf, config.timeZone);
  const timelines = arrangeAll({ policies: issued, config, asOf });
  const site = plan(config, timelines, asOf);
  const ledger = ledgerIn(input.sources);
  const stamps = timestampFiles(input.sources, ledger.value);
  const early = [
    ...parsed,
    ...(parsed.some(isError) ? [] : nothingIssued(issued)),
    ...checkPolicies(issued, { config, asOf, timelines, memory: runner.memory }),
    ...(input.drafts === true ? [] : draftsInPart(policies)),
    ...strings.diagnostics,
    ...ledger.diagnostics,
    ...stamps.diagnostics,
  ];
  const shared = {
    config,
    theme,
    ledger: ledger.value,
    neighbours: neighboursOf(timelines, { forms: config.feedback !== undefined }),
  };
  const makesPages = makesFiles && !early.some(isError);
  const means = { runner, shared, onProgress };
  const { memory, ...texts } = await makePolicies({ site, policies: issued, unplaced, makesPages }, means);
  const ledgerWork = {
    policies,
    bodies: bodiesOnDemand(policies, { strings, memory }),
    facts: texts.facts,
    config,
    asOf,
    ledger: ledger.value,
    redirects: movedEditions(policies, config),
    isComplete: ![...parsed, ...texts.problems].some(isError),
  };
  const found = [...early, ...texts.problems, ...checkLinks(site, texts.facts, texts.index)];
  const problems = withoutSilenced([...found, ...checkLedger(ledgerWork)], policies);
  if (problems.some(isError)) return { ...failed(problems, site), ...(found.some(isError) ? {} : { ledgerWork }) };

  const checked = {
    diagnostics: problems.sort(compareDiagnostics),
    files: [],
    placed: [],
    site,
    counts: texts.counts,
    outwardLinks: outwardLinks(texts.facts),
    ledgerWork,
  };
  if (!makesFiles) return checked;

  const work = { site, ledger: ledger.value, theme, strings, texts, memory };
  const { failures, ...made } = await makeSitePages(work);
  const diagnostics = [...problems, ...failures].sort(compareDiagnostics);
  const whole = { ...site, pages: [...site.pages, ...texts.pages] };
  if (failures.length > 0) {
    const { ledgerWork: _, ...unsealed } = { ...checked, site: whole, diagnostics };
    return unsealed;
  }
  const events = calendar(site, calendarWords(strings.wordsFor(config.languages[0])));
  const { head } = made.proofs;
  const record = head === undefined ? undefined : { head, timestamps: stamps.heads };
  const sealed = ledger.value === undefined ? [] : [ledgerFile(ledger.value)];
  const data = [policiesJson(site, record), ...sealed, ...stamps.files, events, sitemap(site), robots(site)];
  const moved = movedFiles(whole, movedWords(strings));
  const files = [...texts.files, ...made.files, ...data, ...moved, ...hostingFiles(site)];
  return { ...checked, site: whole, diagnostics, files, placed: texts.placed };
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
  return { diagnostics: sorted, files: [], placed: [], ...(site === undefined ? {} : { site }) };
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
