/** An edition on a page goes in; the notices that open the page come out, as they are now and as they will be at each coming change. */
import { isoInstant } from '../model/civil-date.ts';
import type { EditionText } from '../model/policy.ts';
import { editionOf, standing, type Timeline } from '../model/timeline.ts';
import { type EditionPage, editionLink, policyTitle, stableLink } from './edition-view.ts';
import { noticeOn } from './notices.ts';
import type { PageContext } from './page-context.ts';
import { type Placement, retirementSentence } from './statements.ts';
import type { LinkView, NoticeView } from './view.ts';

export interface NoticeFacts {
  readonly page: EditionPage;
  readonly placement: Placement;
  readonly text: EditionText;
  readonly context: PageContext;
}

export function noticesOn(facts: NoticeFacts): NoticeView[] {
  return [...retirementNotice(facts), ...standingNotice(facts), ...languageNotices(facts)];
}

/** The notices from each coming change on, where they differ from those before. */
export function noticesLater(facts: NoticeFacts): { readonly from: string; readonly notices: readonly NoticeView[] }[] {
  const { page, placement, context } = facts;
  let before = JSON.stringify(noticesOn(facts));
  return placement.timeline.later.flatMap((timeline) => {
    // The stable page shows another edition from then on: see `viewChangeovers`.
    if (page.kind === 'policy' && standing(timeline).edition.id !== page.edition) return [];
    const notices = noticesOn({ ...facts, ...at(timeline, page.edition), context: contextAt(context, timeline) });
    const written = JSON.stringify(notices);
    if (written === before) return [];
    before = written;
    return [{ from: isoInstant(timeline.asOf), notices }];
  });
}

/** The context of a page as it will be when one policy stands at a later moment. */
export function contextAt(context: PageContext, timeline: Timeline): PageContext {
  const timelineOf = (slug: string) => (slug === timeline.policy.slug ? timeline : context.timelineOf(slug));
  return { ...context, timelineOf, standingOf: (slug) => standing(timelineOf(slug)) };
}

function at(timeline: Timeline, id: string): { placement: Placement } {
  return { placement: { timeline, dated: editionOf(timeline, id) } };
}

function standingNotice({ page, placement, context }: NoticeFacts): NoticeView[] {
  const found = noticeOn(placement, context.voice);
  if (found === undefined) return [];
  const { kind, text, follower } = found;
  return [
    {
      kind,
      text,
      links: follower === undefined ? waysOn(page, context) : [editionLink(page.policy, follower.edition.id, context)],
    },
  ];
}

/** A permanent page leads to the stable one; the stable page has nowhere better to send its reader. */
function waysOn(page: EditionPage, context: PageContext): LinkView[] {
  return page.kind === 'policy' ? [] : [stableLink(page.policy, context)];
}

/** A policy that ends says so on all its pages, and what replaces it. */
function retirementNotice({ placement: { timeline }, context }: NoticeFacts): NoticeView[] {
  const { retirement } = timeline;
  if (retirement === undefined) return [];
  const { link, page, voice } = context;
  const [text = ''] = retirementSentence(timeline, voice);
  // A successor that is still a draft has no page to lead to.
  const successors = retirement.replacedBy.filter((target) => target.includes(':') || context.timelines.has(target));
  const links = successors.map((target): LinkView => {
    if (target.includes(':')) return { text: target, href: target };
    return { text: policyTitle(target, page.language, context), href: link.to(link.policyPath(target)) };
  });
  return [{ kind: 'retired', text: links.length === 0 ? text : `${text} ${voice.words.say('replaced-by')}`, links }];
}

function languageNotices({ page, placement, text, context }: NoticeFacts): NoticeView[] {
  const { voice } = context;
  const notices: NoticeView[] = [];
  if (text.language !== page.language) {
    notices.push({
      kind: 'language',
      text: voice.words.say('notice-language', { language: context.languageName(text.language) }),
      links: [],
    });
  }
  const { authoritative } = placement.timeline.policy.config;
  const prevailing = placement.dated.edition.texts.find(({ language }) => language === authoritative);
  if (prevailing !== undefined && prevailing !== text) {
    const href = context.counterpart(prevailing.language);
    notices.push({
      kind: 'language',
      text: voice.words.say('notice-authoritative', { language: context.languageName(prevailing.language) }),
      links: href === undefined ? [] : [{ text: prevailing.title, href }],
    });
  }
  return notices;
}
