/** A page of changes goes in; what its template sees comes out. */
import { addresses } from '../../model/address.ts';
import { baselineOf } from '../../model/baseline.ts';
import type { Body } from '../../model/clause.ts';
import type { EditionText } from '../../model/policy.ts';
import type { Page } from '../../model/site.ts';
import { editionOf } from '../../model/timeline.ts';
import { directionOf } from '../direction.ts';
import { editionLink, stableLink } from '../edition-view.ts';
import type { FoundChanges } from '../feed-changes.ts';
import type { PageContext } from '../page-context.ts';
import { nameOf, sentencesOn } from '../statements.ts';
import type { ForeignLinkView, LinkView } from '../view.ts';
import { bodyToPrint } from './body-to-print.ts';
import { comparedPair } from './compared-pairs.ts';
import { authorJudgement } from './judgements.ts';
import type { ChangesView, ComparedView } from './view.ts';

export type ChangesPage = Extract<Page, { kind: 'changes' }>;
export type ComparePage = Extract<Page, { kind: 'compare' }>;

export function viewChanges(page: ChangesPage, context: PageContext): ChangesView {
  const { link, voice } = context;
  const { dressed } = comparedPair(page, context);
  if (dressed === undefined) throw new Error(`Planned without a text: ${page.path}`);
  const dated = editionOf(context.timelineOf(page.policy), page.newer);
  const previous = changesLink(page.policy, page.older, context);
  const next = dated.next === undefined ? undefined : changesLink(page.policy, dated.next, context);
  const compare = compareLink(page.policy, context);
  const { found: _, ...html } = dressed;
  return {
    ...html,
    language: page.language,
    direction: directionOf(page.language),
    older: viewCompared(page.policy, page.older, context),
    newer: viewCompared(page.policy, page.newer, context),
    passedOver: passedOver(page.policy, page.newer, context),
    current: stableLink(page.policy, context),
    archive: { text: voice.words.say('all-editions'), href: link.to(link.archivePath(page.policy)) },
    ...authorSays(page, page.newer, context),
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
    ...(compare === undefined ? {} : { compare }),
  };
}

/** What a feed says of the page. */
export function foundChanges(page: ChangesPage, context: PageContext): FoundChanges {
  const found = comparedPair(page, context).dressed?.found ?? [];
  return { found, passedOver: passedOver(page.policy, page.newer, context) };
}

/** A sentence for each edition that was withdrawn before `newer` applies, which replaces an earlier one. */
export function passedOver(policy: string, newer: string, context: PageContext): string[] {
  const timeline = context.timelineOf(policy);
  const { words, dates } = context.voice;
  return (baselineOf(timeline, newer)?.passedOver ?? []).flatMap((edition) => {
    const { declared } = edition;
    if (declared.kind !== 'withdrawn') return [];
    return [
      words.say('passed-over', { edition: nameOf(edition, timeline, context.voice), on: dates.day(declared.on) }),
    ];
  });
}

interface Titled {
  readonly body: Body;
  readonly title: string;
}

/** The text of an edition in the page's language, as it is compared; none of a draft. */
export function comparedBody(page: Extract<Page, { kind: 'edition' }>, context: PageContext): Titled | undefined {
  const { edition } = editionOf(context.timelineOf(page.policy), page.edition);
  const text = edition.declared.kind === 'draft' ? undefined : textOf(page, page.edition, context);
  return text === undefined ? undefined : { body: bodyToPrint(text, context), title: text.title };
}

/** The way to what an edition changed, if there is such a page in the page's language. */
function changesLink(slug: string, id: string, context: PageContext): LinkView | undefined {
  const { site, index, link, page } = context;
  const path = addresses(site.config, page.language).changes(slug, id);
  return index.byPath.has(path) ? { text: changesText(slug, id, context), href: link.to(path) } : undefined;
}

/** The same; where there is no such page in the page's language, in the first that has one, and then its name. */
export function changesInAnyLanguage(slug: string, id: string, context: PageContext): ForeignLinkView | undefined {
  const { site, index, link, languageName } = context;
  const own = changesLink(slug, id, context);
  const language = site.config.languages.find((tag) => index.byPath.has(addresses(site.config, tag).changes(slug, id)));
  if (own !== undefined || language === undefined) return own;
  return {
    text: changesText(slug, id, context),
    href: link.to(addresses(site.config, language).changes(slug, id)),
    language: { tag: language, name: languageName(language) },
  };
}

function changesText(slug: string, id: string, { timelineOf, voice }: PageContext): string {
  const timeline = timelineOf(slug);
  return voice.words.say('changes-in-edition', { date: nameOf(editionOf(timeline, id).edition, timeline, voice) });
}

/** The way to the page on which any two editions are compared, if there is one in the page's language. */
export function compareLink(slug: string, context: PageContext): LinkView | undefined {
  const { site, index, link, page, voice } = context;
  const path = addresses(site.config, page.language).compare(slug);
  return index.byPath.has(path) ? { text: voice.words.say('compare-editions'), href: link.to(path) } : undefined;
}

/** One of two editions that are compared. */
export function viewCompared(slug: string, id: string, context: PageContext): ComparedView {
  const timeline = context.timelineOf(slug);
  const dated = editionOf(timeline, id);
  const { version } = dated.edition;
  return {
    link: editionLink(slug, id, context),
    sentences: sentencesOn({ dated, timeline }, context.voice),
    ...(version === undefined ? {} : { version }),
  };
}

/** Of an edition’s changes, in the language of the page. */
export function authorSays(
  page: ChangesPage | ComparePage,
  id: string,
  context: PageContext,
): { readonly summary?: string; readonly judgement?: string } {
  const summary = textOf(page, id, context)?.summary;
  const { change } = editionOf(context.timelineOf(page.policy), id).edition;
  const judgement = authorJudgement(change, context.voice.words);
  return { ...(summary === undefined ? {} : { summary }), ...(judgement === undefined ? {} : { judgement }) };
}

function textOf(
  { policy, language }: Pick<ChangesPage, 'policy' | 'language'>,
  id: string,
  context: PageContext,
): EditionText | undefined {
  const { edition } = editionOf(context.timelineOf(policy), id);
  return edition.texts.find((text) => text.language === language);
}
