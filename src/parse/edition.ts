/** The texts of one edition go in, each with what its front matter says; the edition comes out, or where they disagree. */
import type { Moment } from '../model/civil-date.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { Declared, Edition } from '../model/policy.ts';
import type { FrontMatter } from './edition-schema.ts';
import type { ReadText } from './edition-text.ts';
import type { Reading } from './reading.ts';

/** At least one, in the order of the site's languages. */
export type Texts = readonly [ReadText, ...ReadText[]];

/** What an edition says once for all its languages. */
type SharedKey = 'effective' | 'published' | 'version' | 'status' | 'withdrawn';

/** Puts an edition together. The first text that has a date, a version or a status decides; the others may repeat it. */
export function assembleEdition(id: string, texts: Texts): Reading<Edition> {
  const published = agreed(texts, 'published', ({ published }) => written(published));
  const version = agreed(texts, 'version', ({ version }) => version);
  const effective = agreed(texts, 'effective', ({ effective }) =>
    written(effective === 'on-publication' ? (published.value ?? effective) : effective),
  );
  const declared = declaredStatus(texts);
  const start = startOf(texts, effective.value, published.value);
  const [first, ...others] = texts;
  const diagnostics = [published, version, effective, declared, start].flatMap((part) => part.diagnostics);
  if (start.value === undefined || declared.value === undefined || diagnostics.length > 0) return { diagnostics };
  const edition: Edition = {
    id,
    effective: start.value,
    onset: effective.value === undefined || effective.value === 'on-publication' ? 'on-publication' : 'stated',
    isRetroactive: false,
    announcedEffective: [],
    cohorts: [],
    ...(published.value === undefined ? {} : { published: published.value }),
    ...(version.value === undefined ? {} : { version: version.value }),
    declared: declared.value,
    corrections: texts.flatMap(({ text: { language }, front }) =>
      front.corrections.map((correction) => ({ ...correction, language })),
    ),
    texts: [first.text, ...others.map(({ text }) => text)],
  };
  return { value: edition, diagnostics };
}

/** The value of `key` in the first text that has one. `writing` gives what is compared. */
function agreed<K extends SharedKey>(
  texts: Texts,
  key: K,
  writing: (front: FrontMatter) => string | undefined,
): Reading<NonNullable<FrontMatter[K]>> {
  const [leader, ...others] = texts.filter(({ front }) => front[key] !== undefined);
  const value = leader?.front[key];
  if (leader === undefined || value === undefined) return { diagnostics: [] };
  const different = others.filter(({ front }) => writing(front) !== writing(leader.front));
  const diagnostics = different.map((other): Diagnostic => {
    const related = [{ place: keyPlace(leader, key), message: `“${key}” is ${writing(leader.front)} here.` }];
    return {
      ruleId: 'edition-disagreement',
      severity: 'error',
      place: keyPlace(other, key),
      message: `“${key}” is ${writing(other.front)} here, but ${writing(leader.front)} in another language of this edition.`,
      hint: 'Correct the one that is wrong; or delete this line, and the other language’s counts for both.',
      related,
    };
  });
  return { value, diagnostics };
}

function startOf(texts: Texts, effective: FrontMatter['effective'], published: Moment | undefined): Reading<Moment> {
  const moment = effective === undefined || effective === 'on-publication' ? published : effective;
  if (moment !== undefined) return { value: moment, diagnostics: [] };
  const [first] = texts;
  const asking = texts.find(({ front }) => front.effective !== undefined);
  const problem = { ruleId: 'edition-date', severity: 'error' as const };
  if (asking !== undefined) {
    const message = '“effective: on-publication” needs the day of publication, and there is none.';
    const hint = 'Add a line such as “published: 2026-03-01”.';
    return { diagnostics: [{ ...problem, place: keyPlace(asking, 'effective'), message, hint }] };
  }
  const message = 'The edition does not say from when it applies.';
  const hint =
    'Add a line such as “effective: 2026-03-01” (the first day on which it applies), or “published: …” if it applies from the day it is published.';
  return { diagnostics: [{ ...problem, place: { path: first.text.path, line: 1, column: 1 }, message, hint }] };
}

function declaredStatus(texts: Texts): Reading<Declared> {
  const status = agreed(texts, 'status', (front) => front.status);
  const withdrawn = agreed(texts, 'withdrawn', ({ withdrawn }) => withdrawn?.on);
  const diagnostics = [...status.diagnostics, ...withdrawn.diagnostics];
  const problem = { ruleId: 'edition-status', severity: 'error' as const };
  if (status.value === 'withdrawn' && withdrawn.value === undefined) {
    const message = 'A withdrawn edition must say since when, and why.';
    const hint = 'Add a line such as “withdrawn: {on: 2026-03-02, reason: Issued in error}”.';
    return { diagnostics: [...diagnostics, { ...problem, place: placeIn(texts, 'status'), message, hint }] };
  }
  if (status.value !== 'withdrawn' && withdrawn.value !== undefined) {
    const isDraft = status.value === 'draft';
    const message = isDraft
      ? 'A draft cannot be withdrawn: it was never issued.'
      : '“withdrawn” stands here, but the status of the edition is not “withdrawn”.';
    const hint = isDraft ? 'Delete “withdrawn”, or write “status: withdrawn”.' : 'Add the line “status: withdrawn”.';
    return { diagnostics: [...diagnostics, { ...problem, place: placeIn(texts, 'withdrawn'), message, hint }] };
  }
  if (withdrawn.value !== undefined) return { value: { kind: 'withdrawn', ...withdrawn.value }, diagnostics };
  return { value: { kind: status.value === 'draft' ? 'draft' : 'issued' }, diagnostics };
}

function placeIn(texts: Texts, key: SharedKey): Place {
  return keyPlace(texts.find(({ front }) => front[key] !== undefined) ?? texts[0], key);
}

function keyPlace({ text }: ReadText, key: SharedKey): Place {
  return text.keyPlaces[key] ?? { path: text.path };
}

function written(moment: Moment | string | undefined): string | undefined {
  if (moment === undefined || typeof moment === 'string') return moment;
  return moment.kind === 'day' ? moment.day : `${moment.day}T${moment.time}${moment.offset}`;
}
