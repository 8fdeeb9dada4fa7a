/** Timelines and rendered texts go in; the redline of every text against the edition before it comes out. */
import type { Bodies } from '../model/clause.ts';
import type { Language } from '../model/config.ts';
import { type EditionRedline, type Redlines, redlineKey } from '../model/redline.ts';
import type { Timeline } from '../model/timeline.ts';
import { compare } from './compare.ts';
import { findSubstance } from './substance.ts';

/** A text is compared with the nearest edition before it that has its language; without one, it has no redline. */
export function redlineAll(timelines: readonly Timeline[], bodies: Bodies): Redlines {
  const redlines = new Map<string, EditionRedline>();
  for (const timeline of timelines) {
    for (const { edition } of timeline.editions) {
      for (const { language, path } of edition.texts) {
        const before = textBefore(timeline, edition.id, language);
        const [older, newer] = [bodies.get(before?.path ?? ''), bodies.get(path)];
        if (before === undefined || older === undefined || newer === undefined) continue;
        const redline = compare(older, newer);
        const substance = findSubstance(redline, language);
        redlines.set(redlineKey({ policy: timeline.policy.slug, edition: edition.id, language }), {
          before: before.edition,
          redline,
          substance,
        });
      }
    }
  }
  return redlines;
}

function textBefore(
  { editions }: Timeline,
  id: string,
  language: Language,
): { edition: string; path: string } | undefined {
  const byId = new Map(editions.map((dated) => [dated.edition.id, dated]));
  let before = byId.get(byId.get(id)?.previous ?? '');
  while (before !== undefined) {
    const text = before.edition.texts.find((candidate) => candidate.language === language);
    if (text !== undefined) return { edition: before.edition.id, path: text.path };
    before = byId.get(before.previous ?? '');
  }
  return undefined;
}
