/** A policy's folder goes in; the policy with its editions comes out, the ones with errors left out. */
import type { Language } from '../model/config.ts';
import { type Diagnostic, isError } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import { compareIds, type Edition, type EditionText, type Policy } from '../model/policy.ts';
import { assembleEdition } from './edition.ts';
import { readEditionName } from './edition-name.ts';
import { readEditionText, type TextReading } from './edition-text.ts';
import { isSameLanguage } from './language-tag.ts';
import type { PolicyFolder } from './listing.ts';
import { editionNameProblem, policyNameProblem } from './names.ts';
import { readPolicyConfig } from './policy-config.ts';
import type { Reading, Words } from './reading.ts';

/** A file whose name says which text of which edition it is. */
interface TextFile {
  readonly file: SourceFile;
  readonly id: string;
  readonly language: Language;
}

export interface PolicyOptions {
  /** Of the site; without them, any may stand. */
  readonly languages: readonly Language[] | undefined;
  /** Of the site; without it, a day is not compared with an instant. */
  readonly timeZone: string | undefined;
  /** The slugs of all policies. */
  readonly slugs: readonly string[];
}

/** Texts whose front matter has errors: they belong to no edition, but can be looked at for what else is wrong. */
export interface PolicyReading extends Reading<Policy> {
  readonly unplaced: readonly EditionText[];
}

/** Reads a policy; absent if its name cannot stand or no edition is free of errors. */
export function readPolicy(folder: PolicyFolder, { languages, timeZone, slugs }: PolicyOptions): PolicyReading {
  const { slug, path } = folder;
  const name = policyNameProblem(slug, { languages: languages ?? [], siblings: slugs });
  const config = folder.config === undefined ? undefined : readPolicyConfig(folder.config, { languages, slug, slugs });
  const named = nameTexts(folder.texts, languages);
  const ids = [...new Set(named.files.map(({ id }) => id))];
  const editions = ids.map((id) =>
    readEdition(
      id,
      named.files.filter((file) => file.id === id),
      timeZone,
    ),
  );
  const found = editions.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const unplaced = editions.flatMap((edition) => edition.unplaced);
  const diagnostics = [
    ...(name === undefined || folder.texts.length === 0 ? [] : [problem('policy-name', path, name)]),
    ...(config?.diagnostics ?? []),
    ...named.diagnostics,
    ...editions.flatMap((edition) => edition.diagnostics),
    ...(folder.texts.length === 0 ? [noEdition(folder)] : []),
  ];
  if (name !== undefined || found.length === 0) return { diagnostics, unplaced };
  return { value: { slug, config: config?.value ?? {}, editions: found }, diagnostics, unplaced };
}

/** Files whose names can stand, in the order of their ids and of the site's languages. */
function nameTexts(
  files: readonly SourceFile[],
  languages: readonly Language[] | undefined,
): { files: TextFile[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const named = new Map<string, TextFile>();
  const names = files.map((file) => ({ file, ...readEditionName(stemOf(file.path)) }));
  const ids = names.map(({ id }) => id);
  for (const { file, id, language = languages?.[0] ?? '' } of names) {
    const spelled = languages === undefined ? language : languages.find((tag) => isSameLanguage(tag, language));
    const name = editionNameProblem(id, { siblings: ids });
    const key = `${id} ${language}`.toLowerCase();
    const other = named.get(key);
    if (name !== undefined) diagnostics.push(problem('edition-name', file.path, name));
    else if (spelled === undefined) diagnostics.push(unknownLanguage({ file, id, language }, languages ?? []));
    else if (other !== undefined) diagnostics.push(sameText(file, other.file));
    else named.set(key, { file, id, language: spelled });
  }
  const order = ({ language }: TextFile) => languages?.indexOf(language) ?? 0;
  const sorted = [...named.values()].sort((a, b) => compareIds(a.id, b.id) || order(a) - order(b));
  return { files: sorted, diagnostics };
}

function readEdition(
  id: string,
  files: readonly TextFile[],
  timeZone: string | undefined,
): Reading<Edition> & Pick<PolicyReading, 'unplaced'> {
  const readings = files.map(({ file, language }) => readEditionText(file, language));
  const diagnostics = readings.flatMap((reading) => reading.diagnostics);
  const [first, ...others] = readings.flatMap(({ value }) => value ?? []);
  const unplaced = readings.flatMap((reading) => textOf(reading) ?? []);
  if (first === undefined || diagnostics.some(isError)) return { diagnostics, unplaced };
  const edition = assembleEdition(id, [first, ...others], timeZone);
  return {
    ...edition,
    diagnostics: [...diagnostics, ...edition.diagnostics],
    unplaced: edition.value === undefined ? unplaced : [],
  };
}

function textOf({ value, unplaced }: TextReading): EditionText | undefined {
  return value?.text ?? unplaced;
}

function noEdition({ path, config, slug }: PolicyFolder): Diagnostic {
  return problem('policy-empty', config?.path ?? path, {
    message: `The policy “${slug}” has no edition.`,
    hint: `Put an edition into its folder, as in “${path}/2026-03-01.md”, or move the folder out of “policies”.`,
  });
}

function unknownLanguage({ file, id, language }: TextFile, languages: readonly Language[]): Diagnostic {
  return problem('edition-language', file.path, {
    message: `The name of this file says that its text is in the language “${language}”, which is not one of the site’s languages (${languages.join(', ')}).`,
    hint: `Add “${language}” to “languages” in policies/site.yaml; or, if it is no language, rename the file to “${id}-${language.toLowerCase()}.md”.`,
  });
}

function sameText(file: SourceFile, other: SourceFile): Diagnostic {
  const words = {
    message: `“${nameOf(file.path)}” and “${nameOf(other.path)}” are the same edition in the same language.`,
    hint: 'Delete one of them, or rename it.',
  };
  return {
    ...problem('edition-name', file.path, words),
    related: [{ place: { path: other.path }, message: 'The other file' }],
  };
}

function problem(ruleId: string, path: string, words: Words): Diagnostic {
  return { ruleId, severity: 'error', place: { path }, ...words };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(path: string): string {
  return nameOf(path).slice(0, -'.md'.length);
}
