/** The site goes in; `policies.json` comes out: what its pages say of time, for programs. */
import { absoluteUrl, addresses } from '../model/address.ts';
import { type Instant, instantOf, isoInstant, type Moment, momentIso, type Span } from '../model/civil-date.ts';
import { type LocalText, localText, type Retirement } from '../model/config.ts';
import type { OutputFile } from '../model/file.ts';
import { LEDGER_PATH } from '../model/ledger.ts';
import { POLICIES_PATH } from '../model/moment-files.ts';
import { POLICIES_FORMAT, type PoliciesDocument } from '../model/policies-document.ts';
import { textIn } from '../model/policy.ts';
import { nextChangeOf, type Page, type Site } from '../model/site.ts';
import { type Answer, type DatedEdition, standing, statusOf, type Timeline } from '../model/timeline.ts';

type PolicyJson = PoliciesDocument['policies'][number];
type EditionJson = PolicyJson['editions'][number];
type ByLanguage = Readonly<Record<string, string>>;

/** What the parts of the document are made with. */
interface Context {
  readonly site: Site;
  /** Absolute addresses by language, by what is there: `privacy` or `privacy 2020-02-04`. */
  readonly urls: ReadonlyMap<string, ByLanguage>;
}

/** JSON, indented, with a line feed at its end; its members are those of `policiesSchema`, in that order. `ledger` is absent if nothing was sealed. */
export function policiesJson(site: Site, ledger?: { head: string; timestamps: readonly string[] }): OutputFile {
  const { config, asOf, timelines } = site;
  const context = { site, urls: collectUrls(site) };
  const document: PoliciesDocument = {
    version: POLICIES_FORMAT,
    asOf: isoInstant(asOf.instant),
    nextChange: isoOrNull(nextChangeOf(site)),
    site: {
      titles: inLanguages(config.title, context),
      url: absoluteUrl(config, ''),
      urls: context.urls.get('') ?? {},
      timeZone: config.timeZone,
      languages: [...config.languages],
    },
    ledger:
      ledger === undefined
        ? null
        : { url: absoluteUrl(config, LEDGER_PATH), head: ledger.head, timestamps: [...ledger.timestamps] },
    policies: timelines.map((timeline) => policyJson(timeline, context)),
  };
  return { path: POLICIES_PATH, content: `${JSON.stringify(document, null, 2)}\n` };
}

function policyJson(timeline: Timeline, context: Context): PolicyJson {
  const { policy, inForce, announced, nextChange, retirement, editions, stretches } = timeline;
  const { languages } = context.site.config;
  const urls = context.urls.get(policy.slug) ?? {};
  const shown = standing(timeline).edition;
  const title = (language: string) => textIn(shown, [language, policy.config.authoritative, ...languages]).title;
  return {
    slug: policy.slug,
    titles: Object.fromEntries(Object.keys(urls).map((language) => [language, title(language)])),
    urls,
    inForce: inForce ?? null,
    announced: [...announced],
    nextChange: isoOrNull(nextChange),
    retired: retirement === undefined ? null : retirementJson(retirement, context),
    editions: editions.map((dated) => editionJson(policy.slug, dated, context)),
    stretches: stretches.map(({ from, fromInstant, until, untilInstant, answer }) => ({
      from: written(from),
      fromInstant: isoOrNull(fromInstant),
      until: written(until),
      untilInstant: isoOrNull(untilInstant),
      answer: answerJson(answer, context),
    })),
  };
}

function editionJson(slug: string, { edition, ...dated }: DatedEdition, context: Context): EditionJson {
  const { id, version, texts, declared } = edition;
  const { timeZone } = context.site.config;
  return {
    id,
    version: version ?? null,
    titles: Object.fromEntries(texts.map(({ language, title }) => [language, title])),
    summaries: Object.fromEntries(
      texts.flatMap(({ language, summary }) => (summary === undefined ? [] : [[language, summary]])),
    ),
    urls: context.urls.get(`${slug} ${id}`) ?? {},
    effective: momentIso(edition.effective),
    effectiveInstant: isoInstant(dated.effectiveInstant),
    onset: edition.onset,
    published: written(edition.published),
    isRetroactive: edition.isRetroactive,
    announcedEffective: edition.announcedEffective.map(momentIso),
    status: statusOf(dated.state),
    state: dated.state.kind,
    withdrawn: declared.kind === 'withdrawn' ? { on: declared.on, reason: declared.reason } : null,
    periods: dated.periods.map(({ from, fromInstant, isFromLatest, until, untilInstant, isUntilLatest }) => ({
      from: momentIso(from),
      fromInstant: isoInstant(fromInstant),
      isFromLatest,
      until: written(until),
      untilInstant: isoOrNull(untilInstant),
      isUntilLatest,
    })),
    cohorts: edition.cohorts.map(({ to, from }, index) => ({
      to: inLanguages(to, context),
      from: momentIso(from),
      fromInstant: isoInstant(instantOf(from, timeZone)),
      appliesFrom: written(dated.cohorts[index]?.from),
      appliesFromInstant: isoOrNull(dated.cohorts[index]?.fromInstant),
    })),
    lingering: dated.lingering.map(({ to, also = [], from, fromInstant, until, untilInstant }) => ({
      to: inLanguages(to, context),
      also: also.map((other) => inLanguages(other, context)),
      from: momentIso(from),
      fromInstant: isoInstant(fromInstant),
      until: momentIso(until),
      untilInstant: isoInstant(untilInstant),
    })),
  };
}

function answerJson(answer: Answer, context: Context): PolicyJson['stretches'][number]['answer'] {
  switch (answer.kind) {
    case 'by-cohort':
      return {
        kind: answer.kind,
        parts: answer.parts.map(({ to, also = [], edition }) => ({
          to: inLanguages(to, context),
          also: also.map((other) => inLanguages(other, context)),
          edition,
        })),
      };
    case 'uncertain':
      return { kind: answer.kind, before: answer.before ?? null, editions: [...answer.editions] };
    case 'edition':
      return { kind: answer.kind, edition: answer.edition };
    case 'none':
      return { kind: answer.kind, because: answer.because };
    case 'before-first':
      return { kind: answer.kind };
  }
}

function retirementJson({ on, instant, reason, replacedBy }: Retirement & { instant: Instant }, context: Context) {
  const { config } = context.site;
  const at = addresses(config, config.languages[0]);
  return {
    on,
    instant: isoInstant(instant),
    reason: inLanguages(reason, context),
    replacedBy: replacedBy.map((target) => (URL.canParse(target) ? target : absoluteUrl(config, at.policy(target)))),
  };
}

/** In each language of the site, what its pages say. */
function inLanguages(text: LocalText, { site: { config } }: Context): Record<string, string> {
  const { languages } = config;
  return Object.fromEntries(languages.map((language) => [language, localText(text, language, languages)]));
}

function collectUrls({ config, pages }: Site): Map<string, ByLanguage> {
  const urls = new Map<string, Record<string, string>>();
  for (const page of pages) {
    const key = keyOf(page);
    if (key === undefined) continue;
    urls.set(key, { ...urls.get(key), [page.language]: absoluteUrl(config, page.path) });
  }
  return urls;
}

function keyOf(page: Page): string | undefined {
  if (page.kind === 'home') return '';
  if (page.kind === 'policy') return page.policy;
  return page.kind === 'edition' ? `${page.policy} ${page.edition}` : undefined;
}

function written(moment: Moment | Span | undefined): string | null {
  return moment === undefined ? null : momentIso(moment);
}

function isoOrNull(instant: Instant | undefined): string | null {
  return instant === undefined || !Number.isFinite(instant) ? null : isoInstant(instant);
}
