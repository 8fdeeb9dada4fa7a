/** One edition on one page: its text, its dated facts and its ways onward, as a template sees them. */
import { addresses } from '../model/address.ts';
import type { Body } from '../model/clause.ts';
import { type Correction, type Language, localText } from '../model/config.ts';
import { type Edition, type EditionText, textIn } from '../model/policy.ts';
import type { Page } from '../model/site.ts';
import { editionOf } from '../model/timeline.ts';
import { viewChangeovers } from './changeover-view.ts';
import { directionOf } from './direction.ts';
import { clauseNotes } from './history/clause-notes.ts';
import { clausesLink } from './history/clauses-link.ts';
import { type Printing, toHtml } from './html.ts';
import { noticesLater, noticesOn } from './notices-view.ts';
import type { PageContext } from './page-context.ts';
import { changesInAnyLanguage } from './redline/changes-view.ts';
import { inVoice, nameOf, type Placement, sentencesOn, type Voice } from './statements.ts';
import { viewTombstones } from './tombstones.ts';
import type { ContentsView, CorrectionView, EditionView, LanguageView, LinkView } from './view.ts';

/** A text with fewer headings is read without a table of contents. */
const CONTENTS_FROM = 4;

export type EditionPage = Extract<Page, { kind: 'policy' | 'edition' }>;

export function viewEdition(page: EditionPage, context: PageContext): EditionView {
  const { link, voice } = context;
  const timeline = context.timelineOf(page.policy);
  const dated = editionOf(timeline, page.edition);
  const { edition } = dated;
  const placement: Placement = { dated, timeline };
  const text = textShown(page, context);
  const body = context.bodyOf(text);
  const notes = clauseNotes({ policy: page.policy, edition: edition.id, text, body }, context);
  const printing = { ...printingOf(body, context), notes };
  const previous = dated.previous === undefined ? undefined : editionLink(page.policy, dated.previous, context);
  const next = dated.next === undefined ? undefined : editionLink(page.policy, dated.next, context);
  const changes = changesInAnyLanguage(page.policy, edition.id, context);
  const history = clausesLink(page.policy, context);
  return {
    id: edition.id,
    title: text.title,
    language: text.language,
    direction: directionOf(text.language),
    citation: voice.words.say('title-edition', { policy: text.title, date: nameOf(edition, timeline, voice) }),
    sentences: sentencesOn(placement, voice),
    languages: editionLanguages(page.policy, edition, context),
    effective: { ...voice.dates.view(edition.effective), text: nameOf(edition, timeline, voice) },
    notices: noticesOn({ page, placement, text, context }),
    noticesLater: noticesLater({ page, placement, text, context }),
    changeovers: viewChangeovers(page, context),
    moved: edition.announcedEffective.map((moment) => voice.dates.view(moment)),
    cohorts: dated.cohorts.map(({ to, from }) => ({
      to: inVoice(to, voice),
      ...(from === undefined ? {} : { from: voice.dates.view(from) }),
    })),
    headingHtml: toHtml(body.heading ?? [{ type: 'text', value: text.title }], printing),
    bodyHtml: toHtml(body.tree.children, printing),
    contents: contentsOf(body),
    relevantDates: relevantDates(body, context),
    tombstones: viewTombstones(page, body, context),
    permanent: {
      text: link.absolute(link.editionPath(page.policy, edition.id)),
      href: link.to(link.editionPath(page.policy, edition.id)),
    },
    textFile: viewTextFile(page, text, context),
    current: stableLink(page.policy, context),
    archive: { text: voice.words.say('all-editions'), href: link.to(link.archivePath(page.policy)) },
    corrections: edition.corrections.map((correction) => viewCorrection(correction, voice)),
    ...originalOf(page, text, context),
    ...(text.summary === undefined ? {} : { summary: text.summary }),
    ...(changes === undefined ? {} : { changes: { ...changes, text: voice.words.say('word-by-word') } }),
    ...(edition.version === undefined ? {} : { version: edition.version }),
    ...(edition.published === undefined ? {} : { published: voice.dates.view(edition.published) }),
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
    ...(history === undefined ? {} : { history }),
    ...(context.feedback === undefined
      ? {}
      : { feedback: { text: voice.words.say('feedback-on-text'), href: feedbackHref(page, context) } }),
  };
}

/** The form for the edition that the page shows. */
function feedbackHref({ language, policy, edition }: EditionPage, { link, site }: PageContext): string {
  return link.to(addresses(site.config, language).editionFeedback(policy, edition));
}

/** The text shown, as a file: it stands in the tree of its own language. */
function viewTextFile(page: EditionPage, { language, path }: EditionText, context: PageContext) {
  const { link, voice, proofs, site } = context;
  return {
    text: voice.words.say('text-file'),
    href: link.to(addresses(site.config, language).text(page.policy, page.edition)),
    sha256: proofs.texts.get(path) ?? '',
  };
}

function originalOf(
  page: EditionPage,
  { language, path }: EditionText,
  context: PageContext,
): Pick<EditionView, 'original'> {
  const { link, voice, proofs, site } = context;
  const sha256 = proofs.originals.get(path);
  if (sha256 === undefined) return {};
  const href = link.to(addresses(site.config, language).original(page.policy, page.edition));
  return { original: { text: voice.words.say('text-before-corrections'), href, sha256 } };
}

/** The text a page shows: in its language, else the one that prevails, else the site's default. */
export function textShown(
  page: Pick<EditionPage, 'language' | 'policy' | 'edition'>,
  context: PageContext,
): EditionText {
  const { policy } = context.timelineOf(page.policy);
  const { edition } = editionOf(context.timelineOf(page.policy), page.edition);
  return textIn(edition, [page.language, policy.config.authoritative, ...context.site.config.languages]);
}

export function viewCorrection({ on, clause, was, now, reason }: Correction, { dates }: Voice): CorrectionView {
  const said = { on: dates.view({ kind: 'day', day: on }), was, now, reason };
  return clause === undefined ? said : { ...said, clause };
}

/** The way to the stable address; where nothing is in force, or will be one day, it is called by the policy's name. */
export function stableLink(slug: string, context: PageContext): LinkView {
  const { link, page, voice } = context;
  const timeline = context.timelineOf(slug);
  const left = timeline.stretches.filter(({ untilInstant }) => untilInstant > timeline.asOf);
  const isAlways = left.every(({ answer }) => {
    if (answer.kind === 'uncertain') return answer.before !== undefined;
    return answer.kind === 'edition' || answer.kind === 'by-cohort';
  });
  const text = isAlways ? voice.words.say('edition-in-force') : policyTitle(slug, page.language, context);
  return { text, href: link.to(link.policyPath(slug)) };
}

/** The way to an edition's permanent page, named by its date. */
export function editionLink(slug: string, id: string, context: PageContext): LinkView {
  const { link, voice } = context;
  const timeline = context.timelineOf(slug);
  const date = nameOf(editionOf(timeline, id).edition, timeline, voice);
  return { text: voice.words.say('edition-of', { date }), href: link.to(link.editionPath(slug, id)) };
}

/** An edition as it is cited: policy and date. */
export function editionTitle(
  page: Extract<Page, { kind: 'edition' | 'edition-feedback' }>,
  context: PageContext,
): string {
  const date = editionDate(page.policy, page.edition, context);
  return context.voice.words.say('title-edition', { policy: textShown(page, context).title, date });
}

/** The date by which an edition is called. */
export function editionDate(slug: string, id: string, { timelineOf, voice }: PageContext): string {
  const timeline = timelineOf(slug);
  return nameOf(editionOf(timeline, id).edition, timeline, voice);
}

/** The clauses that have a date of their own, in the order of the text. */
function relevantDates({ clauses }: Body, { voice }: PageContext): EditionView['relevantDates'] {
  return clauses.flatMap(({ from, anchor, citation, title }) => {
    if (from === undefined) return [];
    const link = {
      text: citation === undefined ? title : [citation, title].join(' ').trim(),
      href: `#${encodeURIComponent(anchor)}`,
    };
    return [{ link, from: voice.dates.view(from) }];
  });
}

function printingOf({ clauses }: Body, { link, voice, kept }: PageContext): Printing {
  return {
    link: link.toSitePath,
    kept,
    dateNote(index) {
      const from = clauses[index]?.from;
      const text = from === undefined ? '' : voice.words.say('clause-applies-from', { from: voice.dates.moment(from) });
      return [{ type: 'text', value: text === '' ? '' : ` ${text}` }];
    },
  };
}

function contentsOf(body: Body): ContentsView[] {
  const headed = body.clauses.filter(({ headed, depth }) => headed && depth <= 2);
  if (headed.length < CONTENTS_FROM) return [];
  return headed.map(({ anchor, label = '', title, depth }) => ({
    href: `#${encodeURIComponent(anchor)}`,
    label,
    title,
    depth,
  }));
}

/** The languages an edition was issued in, each with the page of its own; empty where there is one only. */
export function editionLanguages(slug: string, edition: Edition, context: PageContext): LanguageView[] {
  const { site, link, page } = context;
  if (edition.texts.length < 2) return [];
  return edition.texts.map(({ language }) => ({
    tag: language,
    name: context.languageName(language),
    href: link.to(addresses(site.config, language).edition(slug, edition.id)),
    isCurrent: language === page.language,
  }));
}

/** The policy's name in `language`: the title of the edition at its stable address. */
export function policyTitle(slug: string, language: Language, context: PageContext): string {
  const timeline = context.timelineOf(slug);
  const shown = context.standingOf(slug);
  return textIn(shown.edition, [language, timeline.policy.config.authoritative, ...context.site.config.languages])
    .title;
}

/** The policy's description in `language`, if it has one. */
export function policyDescription(slug: string, language: Language, context: PageContext): string | undefined {
  const { description } = context.timelineOf(slug).policy.config;
  return description === undefined ? undefined : localText(description, language, context.site.config.languages);
}
