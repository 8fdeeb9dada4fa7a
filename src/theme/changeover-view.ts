/** A stable page goes in; what it must show from each coming change on comes out, so that it changes over without being built again. */
import { isoInstant } from '../model/civil-date.ts';
import { editionOf, standing } from '../model/timeline.ts';
import { type EditionPage, editionLink, textShown } from './edition-view.ts';
import { noticeOn } from './notices.ts';
import { contextAt } from './notices-view.ts';
import type { PageContext } from './page-context.ts';
import { nameOf } from './statements.ts';
import { viewTombstones } from './tombstones.ts';
import type { ChangeoverView } from './view.ts';

/** Soonest first. Empty on a permanent page: it shows its edition for ever. */
export function viewChangeovers(page: EditionPage, context: PageContext): ChangeoverView[] {
  if (page.kind !== 'policy') return [];
  const { later } = context.timelineOf(page.policy);
  if (later.every((timeline) => standing(timeline).edition.id === page.edition)) return [];
  const { link, voice } = context;
  return later.map((timeline) => {
    const { edition } = standing(timeline);
    const then = contextAt(context, timeline);
    const thenPage = { ...page, edition: edition.id };
    const notice = noticeOn({ timeline, dated: editionOf(timeline, page.edition) }, voice);
    const date = nameOf(edition, timeline, voice);
    return {
      from: isoInstant(timeline.asOf),
      edition: edition.id,
      href: link.to(link.editionPath(page.policy, edition.id)),
      said: voice.words.say('changed-over', { date }),
      notice: { kind: 'past', text: notice?.text ?? '', links: [editionLink(page.policy, edition.id, then)] },
      tombstones: viewTombstones(thenPage, then.bodyOf(textShown(thenPage, then)), then),
    };
  });
}
