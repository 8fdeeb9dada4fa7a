/** Policies go in, drafts among them; each edition that only some of its languages call a draft comes out: the whole of it is held back. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Edition, EditionText, Policy } from '../model/policy.ts';

/** Warnings. The line counts for all languages; whoever took it out of one file may believe that the edition is on the site. */
export function draftsInPart(policies: readonly Policy[]): readonly Diagnostic[] {
  return policies.flatMap(({ editions }) => editions.flatMap(draftInPart));
}

function draftInPart({ id, declared, texts }: Edition): Diagnostic[] {
  const saying = texts.find(({ keyPlaces }) => keyPlaces.status !== undefined);
  const silent = texts.filter(({ keyPlaces }) => keyPlaces.status === undefined);
  if (declared.kind !== 'draft' || saying === undefined || silent.length === 0) return [];
  return [
    {
      ruleId: 'draft-in-part',
      severity: 'warning',
      place: saying.keyPlaces.status ?? { path: saying.path },
      message: `The edition “${id}” is a draft in all its languages, and not on the site: the line stands here, and not in ${silent.map(nameOf).join(', ')}.`,
      hint: 'If the edition is to be published, delete “status: draft” from each of its files; if not, write it in each.',
    },
  ];
}

function nameOf({ path }: EditionText): string {
  return `“${path.slice(path.lastIndexOf('/') + 1)}”`;
}
