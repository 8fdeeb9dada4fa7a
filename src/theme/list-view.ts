/** Policies and their editions as rows of the index and of the archives. */
import type { DatedEdition } from '../model/timeline.ts';
import { editionLanguages, policyDescription, policyTitle, stableLink } from './edition-view.ts';
import type { PageContext } from './page-context.ts';
import { intervalOf, nameOf, sentencesOn, sequelOf } from './statements.ts';
import type { ArchiveRowView, ContentView, PolicyView } from './view.ts';

export function viewPolicy(slug: string, context: PageContext): PolicyView {
  const { link, page, voice } = context;
  const timeline = context.timelineOf(slug);
  const description = policyDescription(slug, page.language, context);
  const placement = { dated: context.standingOf(slug), timeline };
  return {
    title: policyTitle(slug, page.language, context),
    href: link.to(link.policyPath(slug)),
    sentences: [...sentencesOn(placement, voice), ...sequelOf(placement, voice)],
    current: stableLink(slug, context),
    archive: { text: voice.words.say('all-editions'), href: link.to(link.archivePath(slug)) },
    editions: timeline.editions.toReversed().map((dated) => viewRow(slug, dated, context)),
    ...(description === undefined ? {} : { description }),
  };
}

function viewRow(slug: string, dated: DatedEdition, context: PageContext): ArchiveRowView {
  const { link, page, voice } = context;
  const { edition } = dated;
  const timeline = context.timelineOf(slug);
  const path = link.editionPath(slug, edition.id);
  const shown = edition.texts.find(({ language }) => language === page.language) ?? edition.texts[0];
  return {
    title: shown.title,
    href: link.to(path),
    effective: { ...voice.dates.view(edition.effective), text: nameOf(edition, timeline, voice) },
    interval: intervalOf({ dated, timeline }, voice),
    languages: editionLanguages(slug, edition, context),
    ...(edition.version === undefined ? {} : { version: edition.version }),
    ...(edition.published === undefined ? {} : { published: voice.dates.view(edition.published) }),
    ...(shown.summary === undefined || shown.language !== page.language ? {} : { summary: shown.summary }),
  };
}

export function viewHome(context: PageContext): Extract<ContentView, { kind: 'home' }> {
  const { site, link, page, voice } = context;
  const announced = site.timelines.flatMap(({ policy: { slug }, announced: ids, editions }) =>
    editions
      .filter(({ edition }) => ids.includes(edition.id))
      .map((dated) => {
        const text = dated.edition.texts.find(({ language }) => language === page.language);
        return {
          instant: dated.effectiveInstant,
          effective: voice.dates.view(dated.edition.effective),
          link: {
            text: policyTitle(slug, page.language, context),
            href: link.to(link.editionPath(slug, dated.edition.id)),
          },
          ...(text?.summary === undefined ? {} : { summary: text.summary }),
        };
      }),
  );
  return {
    kind: 'home',
    policies: site.timelines.map(({ policy }) => viewPolicy(policy.slug, context)),
    announced: announced.sort((a, b) => a.instant - b.instant).map(({ instant: _, ...entry }) => entry),
  };
}
