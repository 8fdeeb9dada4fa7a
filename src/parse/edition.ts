/** The texts of one edition go in, each with what its front matter says; the edition comes out, or where they disagree. */
import { momentIso } from '../model/civil-date.ts';
import type { Edition } from '../model/policy.ts';
import { agreed, type Texts } from './agreed.ts';
import { announcedDatesOf } from './announced-dates.ts';
import { cohortsOf } from './cohorts.ts';
import { declaredStatus } from './declared-status.ts';
import type { FrontMatter } from './edition-schema.ts';
import { onsetOf } from './onset.ts';
import type { Reading } from './reading.ts';

/**
 * Puts an edition together. The first text that has a date, a version or a status decides; the others may repeat it.
 * While `timeZone` is not known, a day is not compared with an instant.
 */
export function assembleEdition(id: string, texts: Texts, timeZone: string | undefined): Reading<Edition> {
  const published = agreed(texts, 'published', writtenPublication);
  const effective = agreed(texts, 'effective', (front) => writtenStart(front, published.value));
  const retroactive = agreed(texts, 'retroactive', (front) => String(front.retroactive));
  const version = agreed(texts, 'version', (front) => front.version);
  const change = agreed(texts, 'change', (front) => front.change);
  const cohorts = cohortsOf(texts, timeZone);
  const start = onsetOf({
    texts,
    effective: effective.value,
    published: published.value,
    cohorts: cohorts.value,
    timeZone,
  });
  const announced = announcedDatesOf({ texts, start: start.value, timeZone });
  const declared = declaredStatus(texts);
  const parts = [published, effective, retroactive, version, change, cohorts, start, announced, declared];
  const diagnostics = parts.flatMap((part) => part.diagnostics);
  if (start.value === undefined || declared.value === undefined || diagnostics.length > 0) return { diagnostics };
  const [first, ...others] = texts;
  const edition: Edition = {
    id,
    ...start.value,
    ...(published.value === undefined ? {} : { published: published.value }),
    isRetroactive: retroactive.value ?? false,
    announcedEffective: announced.value ?? [],
    cohorts: cohorts.value ?? [],
    ...(version.value === undefined ? {} : { version: version.value }),
    ...(change.value === undefined ? {} : { change: change.value }),
    declared: declared.value,
    corrections: texts.flatMap(({ text: { language }, front }) =>
      front.corrections.map((correction) => ({ ...correction, language })),
    ),
    texts: [first.text, ...others.map(({ text }) => text)],
  };
  return { value: edition, diagnostics };
}

/** `on-publication` is the same as the day of publication. */
function writtenStart({ effective }: FrontMatter, published: FrontMatter['published']): string | undefined {
  const said = effective === 'on-publication' ? (published ?? effective) : effective;
  return said === undefined || typeof said === 'string' ? said : momentIso(said);
}

function writtenPublication({ published }: FrontMatter): string | undefined {
  return published === undefined ? undefined : momentIso(published);
}
