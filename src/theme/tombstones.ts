/** A stable page goes in; the clauses of earlier editions that it lacks come out, so that old links to them land somewhere. */
import type { Body, Clause } from '../model/clause.ts';
import type { DatedEdition } from '../model/timeline.ts';
import { type EditionPage, editionLink } from './edition-view.ts';
import type { PageContext } from './page-context.ts';
import { nameOf } from './statements.ts';
import type { TombstoneView } from './view.ts';

/** Of each address, the last edition that had it; in the order of that edition's text. None on a permanent page: its links never broke. */
export function viewTombstones(page: EditionPage, body: Body, context: PageContext): TombstoneView[] {
  if (page.kind !== 'policy') return [];
  const taken = new Set(body.anchors);
  const { editions } = context.timelineOf(page.policy);
  const shown = editions.findIndex(({ edition }) => edition.id === page.edition);
  return editions
    .slice(0, shown)
    .toReversed()
    .flatMap((dated) => {
      const text = dated.edition.texts.find(({ language }) => language === page.language);
      const clauses = text === undefined ? [] : context.bodyOf(text).clauses;
      return clauses.flatMap((clause) => {
        if (taken.has(clause.anchor)) return [];
        taken.add(clause.anchor);
        return [tombstone(clause, dated, { page, context })];
      });
    });
}

function tombstone(
  { anchor, citation, title }: Clause,
  { edition }: DatedEdition,
  { page, context }: { page: EditionPage; context: PageContext },
): TombstoneView {
  const { voice } = context;
  const date = nameOf(edition, context.timelineOf(page.policy), voice);
  const link = editionLink(page.policy, edition.id, context);
  return {
    anchor,
    text: voice.words.say('tombstone', { clause: citation ?? title, date }),
    link: { ...link, href: `${link.href}#${encodeURIComponent(anchor)}` },
  };
}
