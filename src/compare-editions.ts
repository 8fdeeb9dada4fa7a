/** Source files, an earlier state of them perhaps, and a wish go in; the comparisons that were wished for come out, or why there are none. */
import { compare } from './diff/compare.ts';
import { settleCorrections } from './diff/settle-corrections.ts';
import { findSubstance } from './diff/substance.ts';
import type { Instant } from './model/civil-date.ts';
import type { Body } from './model/clause.ts';
import type { AuthorSays, ComparedSide, TextComparison } from './model/comparison.ts';
import type { Language, SiteConfig } from './model/config.ts';
import { compareDiagnostics, type Diagnostic, isError } from './model/diagnostic.ts';
import type { SourceFile } from './model/file.ts';
import { correctionsIn, type Edition, type EditionText, type Policy } from './model/policy.ts';
import type { RunWords } from './model/redline.ts';
import { NO_MEMORY } from './model/runner.ts';
import { editionOf, resolveAsOf, type Timeline } from './model/timeline.ts';
import { parseSources, type Sources } from './parse/sources.ts';
import { didYouMean } from './parse/suggest.ts';
import { createTextRenderer } from './render-texts.ts';
import { bodyInWords } from './theme/redline/body-to-print.ts';
import { runWords } from './theme/redline/dress-redline.ts';
import { notesOn } from './theme/redline/form-notes.ts';
import { sentencesOn, type Voice } from './theme/statements.ts';
import { createStrings, type Strings } from './theme/strings.ts';
import { loadVoices } from './theme/voices.ts';
import { arrange } from './timeline/arrange.ts';
import { changedTexts, type PairSide, type TextPair } from './timeline/changed-texts.ts';
import { choosePair } from './timeline/choose-pair.ts';
import { editionSteps } from './timeline/edition-steps.ts';
import { presentNames, renamed } from './timeline/renamed.ts';

export interface ComparisonInput {
  /** Everything under `policies/`, paths relative to the root folder. */
  readonly sources: readonly SourceFile[];
  /** The theme's files; its words are used. */
  readonly theme: readonly SourceFile[];
  /** See `BuildInput`. */
  readonly asOf: Instant | string;
  /** Slug of a policy; with `since`, undefined stands for all. */
  readonly policy?: string;
  /** Ids of up to two editions; with `since` of one. See `choosePair`. */
  readonly editions: readonly string[];
  /** Without it: the authoritative or default one; with `since`, all. */
  readonly language?: Language;
  /** Compare with this state of the same files. */
  readonly since?: { readonly revision: string; readonly sources: readonly SourceFile[] };
  /** Count drafts among the editions that may be chosen. */
  readonly drafts?: boolean;
}

export type ComparisonResult =
  | {
      readonly kind: 'compared';
      readonly comparisons: readonly TextComparison[];
      readonly wordsFor: (language: Language) => RunWords;
    }
  /** What was wished for is not there. */
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string }
  /** What was wished for has errors. */
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] };

/** Of what is said about the texts, whatever their language. */
const ENGLISH = 'en';

/** Throws a RangeError if `asOf` is text and no moment. */
export async function compareEditions(input: ComparisonInput): Promise<ComparisonResult> {
  const sources = parseSources(input.sources);
  if (sources.site === undefined) return { kind: 'failed', diagnostics: sources.diagnostics };
  const work = { ...input, files: input.sources, sources, site: sources.site };
  const pairs = input.since === undefined ? chosenPair(work) : changedSince(work, input.since);
  if ('kind' in pairs) return pairs;
  const config = { ...sources.site, languages: [...sources.site.languages, ENGLISH] as const };
  const strings = createStrings(input.theme, config.languages);
  const diagnostics: Diagnostic[] = [];
  const comparing = {
    ...{ revision: input.since?.revision, strings, diagnostics },
    voiceOf: await loadVoices({ config }, strings),
  };
  const comparisons = pairs.flatMap((pair) => comparisonOf(pair, comparing));
  if (diagnostics.some(isError)) return { kind: 'failed', diagnostics: diagnostics.sort(compareDiagnostics) };
  return {
    kind: 'compared',
    comparisons,
    wordsFor: (language) => runWords(strings.wordsFor(language)),
  };
}

type Refusal = Exclude<ComparisonResult, { readonly kind: 'compared' }>;

interface Work extends Omit<ComparisonInput, 'sources'> {
  readonly files: readonly SourceFile[];
  readonly sources: Sources;
  readonly site: SiteConfig;
}

type PolicyPair = TextPair & { readonly policy: Policy; readonly timeline?: Timeline | undefined };

function chosenPair(work: Work): readonly PolicyPair[] | Refusal {
  const slug = work.policy ?? '';
  const policy = work.sources.policies.find((candidate) => candidate.slug === slug);
  if (policy === undefined) return unknownPolicy(slug, work);
  const isNamed = ({ id, declared }: Edition) =>
    declared.kind !== 'draft' || work.drafts === true || work.editions.includes(id);
  const timeline = timelineOf({ ...policy, editions: policy.editions.filter(isNamed) }, work);
  if (timeline === undefined) return refuse(`The policy “${slug}” has no edition but drafts.`, 'Name two of them.');
  const chosen = choosePair(timeline, work.editions);
  if (chosen.kind === 'unknown') return unknownEdition(policy, chosen.id, work);
  if (chosen.kind === 'first') {
    return refuse(
      `There is no edition of “${slug}” before ${chosen.id} to compare it with.`,
      'Name two editions; or compare with an earlier state of the files: see --since.',
    );
  }
  const { older, newer } = chosen;
  const language = work.language ?? preferredLanguage(older, newer, policy, work.site);
  const [before, after] = [textOf(older, language), textOf(newer, language)];
  if (before === undefined || after === undefined)
    return lacksLanguage(before === undefined ? older : newer, slug, language);
  return [
    {
      policy,
      timeline,
      older: { edition: older.id, text: before, isEarlier: false },
      newer: { edition: newer.id, text: after, isEarlier: false },
    },
  ];
}

function textOf({ texts }: Edition, language: Language): EditionText | undefined {
  return texts.find((text) => text.language === language);
}

/** A language that both have: the authoritative one, the default one, or the first. */
function preferredLanguage(older: Edition, newer: Edition, { config }: Policy, { languages }: SiteConfig): Language {
  const shared = languages.filter(
    (language) => textOf(older, language) !== undefined && textOf(newer, language) !== undefined,
  );
  return shared.find((language) => language === config.authoritative) ?? shared[0] ?? languages[0];
}

function changedSince(work: Work, since: NonNullable<ComparisonInput['since']>): readonly PolicyPair[] | Refusal {
  // The site's languages and time zone are those of today, so that the same names of files mean the same texts.
  const isSite = ({ path }: SourceFile) => path === 'policies/site.yaml';
  const earlier = parseSources([...since.sources.filter((file) => !isSite(file)), ...work.files.filter(isSite)]);
  const names = presentNames(work.sources.policies);
  const before = renamed(earlier.policies, names);
  const wanted = names.get(work.policy ?? '') ?? work.policy;
  const policies = [...work.sources.policies, ...before];
  const [id] = work.editions;
  const known = policies.filter(({ slug }) => wanted === undefined || slug === wanted);
  if (known[0] === undefined && work.policy !== undefined) return unknownPolicy(work.policy, work);
  const isKnown = known.some(({ editions }) => editions.some((edition) => edition.id === id));
  if (id !== undefined && known[0] !== undefined && !isKnown) return unknownEdition(known[0], id, work);
  const slugs = [...new Set(known.map(({ slug }) => slug))].sort();
  return slugs.flatMap((slug) => {
    const now = work.sources.policies.find((policy) => policy.slug === slug);
    const then = before.find((policy) => policy.slug === slug);
    const policy = now ?? then;
    if (policy === undefined) return [];
    const timeline = now === undefined ? undefined : timelineOf(now, work);
    const pairs = changedTexts(now, then, timeline);
    return pairs.filter((pair) => isWanted(pair, work)).map((pair) => ({ ...pair, policy, timeline }));
  });
}

function isWanted({ older, newer }: TextPair, { editions: [id], language }: Work): boolean {
  const side = newer ?? older;
  return (id === undefined || side?.edition === id) && (language === undefined || side?.text.language === language);
}

function timelineOf(policy: Policy, { asOf, site: { timeZone } }: Work): Timeline | undefined {
  return arrange(policy, { asOf: resolveAsOf(asOf, timeZone).instant, timeZone });
}

interface Comparing {
  readonly revision: string | undefined;
  readonly strings: Strings;
  readonly voiceOf: (language: Language) => Voice;
  /** Receives what keeps a text from being rendered. */
  readonly diagnostics: Diagnostic[];
}

function comparisonOf(pair: PolicyPair, comparing: Comparing): TextComparison[] {
  const { policy, older, newer } = pair;
  const language = (newer ?? older)?.text.language ?? '';
  const base = { policy: policy.slug, language };
  if (older === undefined)
    return newer === undefined ? [] : [{ ...base, kind: 'added', newer: sideOf(newer, pair, comparing) }];
  if (newer === undefined) return [{ ...base, kind: 'removed', older: sideOf(older, pair, comparing) }];
  const [before, after] = [bodyOf(older, policy, comparing), bodyOf(newer, policy, comparing)];
  if (before === undefined || after === undefined) return [];
  const [correctedBefore, correctedAfter] = [older, newer].map((side) => correctionsOn(side, pair));
  const settled = settleCorrections(
    { body: before, corrections: correctedBefore ?? [] },
    { body: after, corrections: correctedAfter ?? [] },
  );
  const redline = compare(settled.older, settled.newer);
  const substance = findSubstance(redline, language);
  const sides = { older: sideOf(older, pair, comparing), newer: sideOf(newer, pair, comparing) };
  const notes = notesOn(redline, comparing.voiceOf(ENGLISH).words);
  const told = { ...toldOf(pair), notes, undone: settled.undone };
  return [{ ...base, ...sides, ...told, kind: 'compared', redline, substance }];
}

/** A text compared with itself as it was shows what was corrected in it. */
function correctionsOn(side: PairSide, { older, newer, timeline }: PolicyPair) {
  if (timeline === undefined || older?.edition === newer?.edition) return [];
  const { edition } = editionOf(timeline, side.edition);
  return correctionsIn(edition, side.text.language).map((correction) => ({ ...correction, edition: edition.id }));
}

/** What authors say, and which edition was passed over; nothing of a text that is compared with itself. */
function toldOf({ older, newer, timeline }: PolicyPair): Pick<Compared, 'authors' | 'passedOver'> {
  if (timeline === undefined || older === undefined || newer === undefined || older.edition === newer.edition) {
    return { authors: [], passedOver: [] };
  }
  const steps = editionSteps(timeline, older.edition, newer.edition);
  const authors = steps.editions.map(({ id, change, texts }): AuthorSays => {
    const summary = texts.find(({ language }) => language === newer.text.language)?.summary;
    return { edition: id, ...(summary === undefined ? {} : { summary }), ...(change === undefined ? {} : { change }) };
  });
  return {
    authors: authors.filter(({ summary, change }) => summary !== undefined || change !== undefined),
    passedOver: steps.passedOver.flatMap(({ id, declared }) =>
      declared.kind === 'withdrawn' ? [{ edition: id, withdrawn: declared.on }] : [],
    ),
  };
}

type Compared = Extract<TextComparison, { readonly kind: 'compared' }>;

function sideOf(
  { edition, text: { title, path }, isEarlier }: PairSide,
  { timeline }: PolicyPair,
  { revision, voiceOf }: Comparing,
): ComparedSide {
  const dated = isEarlier ? undefined : timeline?.editions.find((one) => one.edition.id === edition);
  const declared = dated?.edition.declared;
  return {
    ...{ edition, title, path },
    applies: dated === undefined || timeline === undefined ? [] : sentencesOn({ dated, timeline }, voiceOf(ENGLISH)),
    ...(isEarlier && revision !== undefined ? { revision } : {}),
    ...(declared?.kind === 'withdrawn' ? { withdrawn: declared.on } : {}),
  };
}

/** As it reads on its page. */
function bodyOf({ text }: PairSide, { slug, config }: Policy, comparing: Comparing): Body | undefined {
  const { strings, voiceOf, diagnostics } = comparing;
  const means = { policy: slug, numbering: config.numbering, strings, memory: NO_MEMORY };
  const { body, diagnostics: found } = createTextRenderer(means)(text);
  diagnostics.push(...found);
  return body === undefined ? undefined : bodyInWords(body, voiceOf(text.language));
}

function refuse(message: string, hint: string): Refusal {
  return { kind: 'refused', message, hint };
}

/** What cannot be read has been told of by then, and is why it is missing. */
function unknownPolicy(slug: string, { sources }: Work): Refusal {
  const diagnostics = sources.diagnostics.filter(({ place }) => place?.path.startsWith(`policies/${slug}/`) === true);
  if (diagnostics.some(isError)) return { kind: 'failed', diagnostics };
  const slugs = sources.policies.map((policy) => policy.slug);
  return refuse(
    `There is no policy “${slug}”. ${didYouMean(slug, slugs)}`.trim(),
    slugs.length === 0 ? 'There is none yet: “promulgate new” begins one.' : `The policies are: ${slugs.join(', ')}.`,
  );
}

function unknownEdition({ slug, editions }: Policy, id: string, { sources }: Work): Refusal {
  const isIts = (path: string) => path === `policies/${slug}/${id}.md` || path.startsWith(`policies/${slug}/${id}.`);
  const diagnostics = sources.diagnostics.filter(({ place }) => isIts(place?.path ?? ''));
  if (diagnostics.some(isError)) return { kind: 'failed', diagnostics };
  const ids = editions.map((edition) => edition.id);
  return refuse(
    `There is no edition “${id}” of “${slug}”. ${didYouMean(id, ids)}`.trim(),
    `Its editions are: ${ids.join(', ')}.`,
  );
}

function lacksLanguage({ id, texts }: Edition, slug: string, language: Language): Refusal {
  const languages = texts.map((text) => text.language).join(', ');
  return refuse(
    `The edition ${id} of “${slug}” has no text in the language “${language}”.`,
    `It has: ${languages}. Texts in two languages are not compared: every word would differ.`,
  );
}
