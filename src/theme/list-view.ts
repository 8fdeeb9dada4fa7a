/** Policies and their editions as rows of the index and of the archives. */
import { isoInstant } from '../model/civil-date.ts';
import type { Edition } from '../model/policy.ts';
import { type DatedEdition, isRetired, standing, type Timeline } from '../model/timeline.ts';
import { viewAnswers } from './answer-view.ts';
import {
  editionLanguages,
  editionLink,
  policyDescription,
  policyTitle,
  stableLink,
  viewCorrection,
} from './edition-view.ts';
import { intervalOf } from './intervals.ts';
import type { PageContext } from './page-context.ts';
import { changesInAnyLanguage, compareLink } from './redline/changes-view.ts';
import { nameOf, retirementSentence, sentencesOn, sequelOf, type Voice } from './statements.ts';
import type { AnnouncedView, ArchiveRowView, ContentView, DateView, PolicyView } from './view.ts';

export function viewPolicy(slug: string, context: PageContext): PolicyView {
  const { link, page, voice } = context;
  const timeline = context.timelineOf(slug);
  const description = policyDescription(slug, page.language, context);
  const compare = page.kind === 'policy-archive' ? compareLink(slug, context) : undefined;
  let rows: readonly ArchiveRowView[] | undefined;
  return {
    title: policyTitle(slug, page.language, context),
    href: link.to(link.policyPath(slug)),
    sentences: sentencesAt(timeline, context),
    sentencesLater: changesOf(
      timeline.later,
      (later) => sentencesAt(later, context),
      sentencesAt(timeline, context),
    ).map(({ from, value }) => ({ from, sentences: value })),
    isRetired: isRetired(timeline),
    current: stableLink(slug, context),
    archive: { text: voice.words.say('all-editions'), href: link.to(link.archivePath(slug)) },
    // The index shows none of them.
    get editions() {
      rows ??= timeline.editions.toReversed().map((dated) => viewRow(slug, dated, context));
      return rows;
    },
    answers: page.kind === 'policy-archive' ? viewAnswers(slug, context) : [],
    corrections: page.kind === 'policy-archive' ? viewCorrections(timeline, context) : [],
    ...(description === undefined ? {} : { description }),
    ...(compare === undefined ? {} : { compare }),
  };
}

/** The register: of all editions of all policies. */
export function viewRegister(context: PageContext): PolicyView['corrections'] {
  const { page, voice } = context;
  const all = context.site.timelines.flatMap((timeline) =>
    viewCorrections(timeline, context, (edition) =>
      voice.words.say('title-edition', {
        policy: policyTitle(timeline.policy.slug, page.language, context),
        date: nameOf(edition, timeline, voice),
      }),
    ),
  );
  return all.toSorted((a, b) => (a.on.iso < b.on.iso ? 1 : a.on.iso > b.on.iso ? -1 : 0));
}

/** Of all editions, the latest first; those of one day in the order of their editions. */
function viewCorrections(
  { policy, editions }: Timeline,
  context: PageContext,
  nameIt?: (edition: Edition) => string,
): PolicyView['corrections'] {
  const all = editions.flatMap(({ edition }) => edition.corrections.map((correction) => ({ correction, edition })));
  return all
    .toSorted((a, b) => (a.correction.on < b.correction.on ? 1 : a.correction.on > b.correction.on ? -1 : 0))
    .map(({ correction, edition }) => ({
      ...viewCorrection(correction, context.voice),
      edition: {
        ...editionLink(policy.slug, edition.id, context),
        ...(nameIt === undefined ? {} : { text: nameIt(edition) }),
      },
    }));
}

/** What the index says of the edition that stands. */
function sentencesAt(timeline: Timeline, { voice }: PageContext): string[] {
  const placement = { dated: standing(timeline), timeline };
  return [...sentencesOn(placement, voice), ...sequelOf(placement, voice), ...retirementSentence(timeline, voice)];
}

function viewRow(slug: string, dated: DatedEdition, context: PageContext): ArchiveRowView {
  const { link, page, voice } = context;
  const { edition } = dated;
  const timeline = context.timelineOf(slug);
  const path = link.editionPath(slug, edition.id);
  const shown = edition.texts.find(({ language }) => language === page.language) ?? edition.texts[0];
  const changes = changesInAnyLanguage(slug, edition.id, context);
  return {
    title: shown.title,
    href: link.to(path),
    effective: { ...voice.dates.view(edition.effective), text: nameOf(edition, timeline, voice) },
    interval: intervalOf({ dated, timeline }, voice),
    moved: edition.announcedEffective.map((moment) => voice.dates.view(moment)),
    languages: editionLanguages(slug, edition, context),
    ...(edition.version === undefined ? {} : { version: edition.version }),
    ...(edition.published === undefined ? {} : { published: voice.dates.view(edition.published) }),
    ...(shown.summary === undefined || shown.language !== page.language ? {} : { summary: shown.summary }),
    ...(changes === undefined ? {} : { changes: { ...changes, text: voice.words.say('word-by-word') } }),
  };
}

export function viewHome(context: PageContext): Extract<ContentView, { kind: 'home' }> {
  const { site } = context;
  const instants = new Set(site.timelines.flatMap(({ later }) => later.map(({ asOf }) => asOf)));
  const later = [...instants]
    .sort((a, b) => a - b)
    .map((instant) => ({ asOf: instant, timelines: site.timelines.map((timeline) => timelineAt(timeline, instant)) }));
  const announced = announcedIn(site.timelines, context);
  return {
    kind: 'home',
    policies: site.timelines.map(({ policy }) => viewPolicy(policy.slug, context)),
    announced,
    announcedLater: changesOf(later, ({ timelines }) => announcedIn(timelines, context), announced).map(
      ({ from, value }) => ({ from, announced: value }),
    ),
  };
}

/** How a timeline stands at a later instant. */
function timelineAt(timeline: Timeline, instant: number): Timeline {
  return timeline.later.findLast(({ asOf }) => asOf <= instant) ?? timeline;
}

function announcedIn(timelines: readonly Timeline[], context: PageContext): AnnouncedView[] {
  const { link, page, voice } = context;
  const announced = timelines.flatMap(({ policy: { slug }, announced: ids, editions }) =>
    editions
      .filter(({ edition }) => ids.includes(edition.id))
      .map((dated) => {
        const text = dated.edition.texts.find(({ language }) => language === page.language);
        return {
          instant: dated.effectiveInstant,
          effective: startOf(dated, voice),
          link: {
            text: policyTitle(slug, page.language, context),
            href: link.to(link.editionPath(slug, dated.edition.id)),
          },
          ...(text?.summary === undefined ? {} : { summary: text.summary }),
        };
      }),
  );
  return announced.sort((a, b) => a.instant - b.instant).map(({ instant: _, ...entry }) => entry);
}

/** When an announced edition takes force, as far as is known. */
function startOf({ edition, periods: [first] }: DatedEdition, { dates, words }: Voice): DateView {
  const date = dates.view(first?.from ?? edition.effective);
  return first?.isFromLatest === true ? { ...date, text: words.say('date-or-earlier', { date: date.text }) } : date;
}

/** What `view` says at each later moment, where it says something else than before. */
function changesOf<Moment extends { readonly asOf: number }, Value>(
  later: readonly Moment[],
  view: (moment: Moment) => Value,
  now: Value,
): { readonly from: string; readonly value: Value }[] {
  let before = JSON.stringify(now);
  return later.flatMap((moment) => {
    const value = view(moment);
    const written = JSON.stringify(value);
    if (written === before) return [];
    before = written;
    return [{ from: isoInstant(moment.asOf), value }];
  });
}
