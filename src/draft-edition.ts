/** The sources and what a new edition is to be go in; its files, drafts made from the edition before, come out, or why there can be none. */
import { stringify } from 'yaml';
import type { Moment } from './model/civil-date.ts';
import { momentIso } from './model/civil-date.ts';
import type { Language, SiteConfig } from './model/config.ts';
import { type Diagnostic, isError } from './model/diagnostic.ts';
import type { OutputFile, SourceFile } from './model/file.ts';
import { compareIds, type Edition, type EditionText, type Policy } from './model/policy.ts';
import { isSameLanguage } from './parse/language-tag.ts';
import { editionNameProblem, policyNameProblem } from './parse/names.ts';
import { parseSources } from './parse/sources.ts';
import { isPublishedAfter } from './validate/publication.ts';

export interface EditionWish {
  /** The policy's folder; a new policy is begun if there is none. */
  readonly policy: string;
  /** From when it is to apply. */
  readonly effective: Moment;
  readonly published?: Moment;
  /** Its id; without it, the day of `effective`. */
  readonly id?: string;
  /** Only in this language; without it, in all in which the edition before is. */
  readonly language?: Language;
  /** The id of the edition to begin from; without it, the last one that was issued. */
  readonly from?: string;
  /** Of a new policy, or in place of the title before. */
  readonly title?: string;
}

export interface DraftedEdition {
  /** Paths from the root folder; empty if there are errors. */
  readonly files: readonly OutputFile[];
  readonly id: string;
  /** The id of the edition from which the text was taken; absent for a new policy. */
  readonly from?: string;
  /** Errors: of site.yaml, `new-name`, `new-from`, `new-language`, `new-dates`, `new-exists`, and all that reading the files would find. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Nothing that is there is ever changed or written over. */
export function draftEdition(sources: readonly SourceFile[], wish: EditionWish): DraftedEdition {
  const id = wish.id ?? wish.effective.day;
  const { site, policies, diagnostics } = parseSources(sources);
  const failed = (...problems: readonly Diagnostic[]) => ({ files: [], id, diagnostics: problems });
  // That there is no policy yet is what is being mended.
  const faults = diagnostics.filter((found) => isError(found) && found.ruleId !== 'site-no-policies');
  if (site === undefined) return failed(...faults);
  const name = nameProblem({ id, site, slugs: policies.map(({ slug }) => slug), slug: wish.policy });
  if (name !== undefined) return failed(name);
  const language = siteLanguage(site, wish.language);
  if (language.kind === 'unknown') return failed(unknownLanguage(site, language.language));
  if (wish.published !== undefined && isPublishedAfter(wish.published, wish.effective))
    return failed(datesCrossed(wish));
  const policy = policies.find(({ slug }) => slug === wish.policy);
  const isBegun = sources.some(({ path }) => path.startsWith(`policies/${wish.policy}/`) && path.endsWith('.md'));
  if (policy === undefined && isBegun) return failed(...faults);
  const before = policy === undefined ? undefined : editionBefore(policy, wish.from);
  if (policy !== undefined && before === undefined) return failed(noSuchEdition(policy, wish.from));
  const files = textsOf(before, language.language ?? undefined, site).map((text) => ({
    path: pathOf(text.language, { id, site, wish }),
    content: `---\n${frontMatter(text, wish)}---\n${text.markdown}`,
  }));
  const taken = files.filter(({ path }) => sources.some((file) => file.path.toLowerCase() === path.toLowerCase()));
  if (taken.length > 0) return failed(...taken.map(({ path }) => alreadyThere(path, id)));
  const problems = newProblems(sources, files);
  if (problems.length > 0) return failed(...problems);
  return { files, id, diagnostics: [], ...(before === undefined ? {} : { from: before.id }) };
}

/** Names from the command line become paths: what could climb out of the folder must not even be tried. */
function nameProblem(names: {
  readonly slug: string;
  readonly id: string;
  readonly site: SiteConfig;
  readonly slugs: readonly string[];
}): Diagnostic | undefined {
  const { slug, id, site, slugs } = names;
  const ofPolicy = policyNameProblem(slug, { languages: site.languages, siblings: slugs, isWish: true });
  const found = ofPolicy ?? editionNameProblem(id, { siblings: [id], isWish: true });
  return found && { ruleId: 'new-name', severity: 'error', ...found };
}

type SiteLanguage =
  | { readonly kind: 'known'; readonly language: Language | undefined }
  | { readonly kind: 'unknown'; readonly language: Language };

function siteLanguage({ languages }: SiteConfig, wished: Language | undefined): SiteLanguage {
  if (wished === undefined) return { kind: 'known', language: undefined };
  const language = languages.find((tag) => isSameLanguage(tag, wished));
  return language === undefined ? { kind: 'unknown', language: wished } : { kind: 'known', language };
}

/** The last of those that were issued takes force last; where there are only drafts, the last of them. */
function editionBefore({ editions }: Policy, from: string | undefined): Edition | undefined {
  if (from !== undefined) return editions.find(({ id }) => id === from);
  const issued = editions.filter(({ declared }) => declared.kind === 'issued');
  const byDay = (issued.length === 0 ? editions : issued).toSorted(
    (a, b) =>
      (a.effective.day < b.effective.day ? -1 : a.effective.day > b.effective.day ? 1 : 0) || compareIds(a.id, b.id),
  );
  return byDay.at(-1);
}

type TextPart = Pick<EditionText, 'language' | 'markdown'> & { readonly title?: string };

const FIRST_TEXT = '\n1. [To be determined]\n';

/** In a language that the edition before is not in: the text that is to be translated. */
function textsOf(before: Edition | undefined, language: Language | undefined, { languages }: SiteConfig): TextPart[] {
  if (before === undefined) return [{ language: language ?? languages[0], markdown: FIRST_TEXT }];
  if (language === undefined) return [...before.texts];
  return [before.texts.find((text) => text.language === language) ?? { ...before.texts[0], language }];
}

function pathOf(
  language: Language,
  { id, site, wish }: { readonly id: string; readonly site: SiteConfig; readonly wish: EditionWish },
): string {
  const suffix = language === site.languages[0] ? '' : `.${language}`;
  return `policies/${wish.policy}/${id}${suffix}.md`;
}

/** A draft, so that it changes nothing until it is decided. */
function frontMatter({ title: before }: TextPart, { policy, effective, published, title }: EditionWish): string {
  const words = policy.replace(/[-.]+/g, ' ');
  const data = {
    title: title ?? before ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    effective: momentIso(effective),
    ...(published === undefined ? {} : { published: momentIso(published) }),
  };
  const comments = [
    ...(published === undefined ? ['# published: the day on which it is made public'] : []),
    // Of the first edition there is nothing that changed.
    ...(before === undefined ? [] : ['# summary: what changed, in a sentence or two, for the archive and the feed']),
  ];
  return `${stringify(data, { lineWidth: 0 })}${comments.map((line) => `${line}\n`).join('')}status: draft # delete this line when all is decided\n`;
}

/** What would be wrong with the sources once the files are there, and is not now. */
function newProblems(sources: readonly SourceFile[], files: readonly OutputFile[]): Diagnostic[] {
  const encoder = new TextEncoder();
  const added = files.map(({ path, content }) => ({ path, bytes: encoder.encode(String(content)) }));
  const places = new Set(files.flatMap(({ path }) => [path, path.slice(0, path.lastIndexOf('/'))]));
  const { diagnostics } = parseSources([...sources, ...added]);
  return diagnostics.filter((found) => isError(found) && places.has(found.place?.path ?? ''));
}

function unknownLanguage({ languages }: SiteConfig, language: Language): Diagnostic {
  return {
    ruleId: 'new-language',
    severity: 'error',
    place: { path: 'policies/site.yaml' },
    message: `“${language}” is not one of the site’s languages (${languages.join(', ')}).`,
    hint: `Name one of these with --language, or add “${language}” to “languages”.`,
  };
}

function datesCrossed({ policy, effective, published = effective }: EditionWish): Diagnostic {
  return {
    ruleId: 'new-dates',
    severity: 'error',
    place: { path: `policies/${policy}` },
    message: `It would be made public on ${published.day}, after ${effective.day}, when it is to take force.`,
    hint: 'Correct --published or --effective. If it is meant to apply to the time before, leave out --published, and write “published” and “retroactive: true” into the file.',
  };
}

function noSuchEdition({ slug, editions }: Policy, from: string | undefined): Diagnostic {
  return {
    ruleId: 'new-from',
    severity: 'error',
    place: { path: `policies/${slug}` },
    message: `The policy “${slug}” has no edition “${from}”.`,
    hint: `Name one of these with --from: ${editions.map(({ id }) => id).join(', ')}.`,
  };
}

function alreadyThere(path: string, id: string): Diagnostic {
  return {
    ruleId: 'new-exists',
    severity: 'error',
    place: { path },
    message: 'This edition is there already; it was left as it is.',
    hint: `If it is still a draft, go on in it. For another edition of the same day, add --id ${id}.2.`,
  };
}
