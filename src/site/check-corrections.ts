/** The planned site and its rendered texts go in; a warning for every correction of a clause that the text does not have comes out. */
import type { Bodies, Body } from '../model/clause.ts';
import { clauseNamed } from '../model/clause-named.ts';
import type { Correction } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Edition, EditionText } from '../model/policy.ts';
import type { Site } from '../model/site.ts';

/** A clause that was struck out or renumbered by then may stand in the edition before. */
export function checkCorrections(site: Site, bodies: Bodies): Diagnostic[] {
  return site.timelines.flatMap(({ editions }) =>
    editions.flatMap(({ edition }, index) =>
      edition.corrections.flatMap((correction) => {
        const text = textOf(edition, correction);
        const known = [edition, editions[index - 1]?.edition].flatMap((one) => bodyOf(one, correction, bodies) ?? []);
        const { clause } = correction;
        if (clause === undefined || text === undefined || !bodies.has(text.path)) return [];
        return known.some((body) => isKnown(body, clause)) ? [] : [unknownClause(text, clause)];
      }),
    ),
  );
}

function textOf({ texts }: Edition, { language }: Correction): EditionText | undefined {
  return language === undefined ? texts[0] : texts.find((text) => text.language === language);
}

function bodyOf(edition: Edition | undefined, correction: Correction, bodies: Bodies): Body | undefined {
  return edition === undefined ? undefined : bodies.get(textOf(edition, correction)?.path ?? '');
}

function isKnown(body: Body, clause: string): boolean {
  return body.anchors.includes(clause.replace(/^#/, '')) || clauseNamed(body, clause) !== undefined;
}

function unknownClause({ path, keyPlaces }: EditionText, clause: string): Diagnostic {
  return {
    ruleId: 'correction-clause',
    severity: 'warning',
    place: keyPlaces.corrections ?? { path },
    message: `A correction names the clause “${clause}”, and neither this text nor that of the edition before has such a clause.`,
    hint: 'Write the number of the clause as it stands in the text, or leave “clause” out. Once sealed, the correction stays as it is.',
  };
}
