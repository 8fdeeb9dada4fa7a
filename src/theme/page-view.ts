/** One planned page goes in; the whole view that its template sees comes out. */
import { addresses } from '../model/address.ts';
import { type Language, localText } from '../model/config.ts';
import { FEED_FILE } from '../model/feed.ts';
import { LEDGER_PATH } from '../model/ledger.ts';
import { CALENDAR_PATH } from '../model/moment-files.ts';
import { isIndexed, type Page } from '../model/site.ts';
import { directionOf } from './direction.ts';
import { editionDate, editionTitle, policyDescription, policyTitle, textShown, viewEdition } from './edition-view.ts';
import { viewFeedback } from './feedback/feedback-view.ts';
import { viewClauses } from './history/clauses-view.ts';
import { titleOfHistory, viewHistory } from './history/history-view.ts';
import { viewHome, viewPolicy, viewRegister } from './list-view.ts';
import type { PageContext } from './page-context.ts';
import { viewChanges } from './redline/changes-view.ts';
import { titleCompared, viewCompare } from './redline/compare-view.ts';
import { viewVerify } from './verify/verify-view.ts';
import type { ContentView, OrganizationView, View } from './view.ts';

export function viewPage(page: Page, context: PageContext): View {
  const { voice } = context;
  const heading = headingOf(page, context);
  const siteTitle = localText(context.site.config.title, page.language, context.site.config.languages);
  const description = descriptionOf(page, context);
  return {
    page: {
      kind: page.kind,
      language: page.language,
      direction: directionOf(page.language),
      title: heading === siteTitle ? siteTitle : voice.words.say('title-page', { page: heading, site: siteTitle }),
      heading,
      isIndexed: isIndexed(page),
      alternates: page.alternates.map(({ language, path }) => ({ tag: language, href: context.link.absolute(path) })),
      imprint: imprintOf(page, context, heading),
      ...(description === undefined ? {} : { description }),
      ...(page.kind === 'not-found' ? {} : { canonical: context.link.absolute(page.path) }),
    },
    site: viewSite(page, context, siteTitle),
    assets: {
      css: assetLink(context, 'assets/site.css'),
      js: assetLink(context, 'assets/site.js'),
      time: assetLink(context, 'assets/time.js'),
      icon: assetLink(context, 'assets/icon.svg'),
      redlineCss: assetLink(context, 'assets/redline.css'),
      redline: assetLink(context, 'assets/redline.js'),
      engine: assetLink(context, 'assets/engine.js'),
      compare: assetLink(context, 'assets/compare.js'),
      feedbackCss: assetLink(context, 'assets/feedback.css'),
      feedbackPost: assetLink(context, 'assets/feedback-post.js'),
      feedback: assetLink(context, 'assets/feedback.js'),
      verify: assetLink(context, 'assets/verify.js'),
    },
    words: voice.words.words,
    content: contentOf(page, context),
  };
}

function contentOf(page: Page, context: PageContext): ContentView {
  const slugs = context.site.timelines.map(({ policy }) => policy.slug);
  switch (page.kind) {
    case 'home':
      return viewHome(context);
    case 'policy':
    case 'edition':
      return { kind: page.kind, edition: viewEdition(page, context) };
    case 'policy-archive':
      return { kind: page.kind, policy: viewPolicy(page.policy, context) };
    case 'changes':
      return { kind: page.kind, changes: viewChanges(page, context) };
    case 'compare':
      return { kind: page.kind, compare: viewCompare(page, context) };
    case 'clauses':
      return { kind: page.kind, clauses: viewClauses(page, context) };
    case 'clause-history':
      return { kind: page.kind, history: viewHistory(page, context) };
    case 'archive':
      return {
        kind: page.kind,
        policies: slugs.map((slug) => viewPolicy(slug, context)),
        corrections: viewRegister(context),
      };
    case 'verify':
      return { kind: page.kind, verify: viewVerify(context) };
    case 'feedback':
    case 'policy-feedback':
    case 'edition-feedback':
      return { kind: page.kind, feedback: viewFeedback(page, context) };
    case 'thanks':
    case 'not-found':
      return { kind: page.kind };
  }
}

function headingOf(page: Page, context: PageContext): string {
  const { words } = context.voice;
  switch (page.kind) {
    case 'home':
      return localText(context.site.config.title, page.language, context.site.config.languages);
    case 'policy':
      return textShown(page, context).title;
    case 'edition':
      return editionTitle(page, context);
    case 'changes':
      return words.say('title-changes', {
        policy: policyTitle(page.policy, page.language, context),
        date: editionDate(page.policy, page.newer, context),
      });
    case 'compare':
      return words.say('title-compare', { policy: policyTitle(page.policy, page.language, context) });
    case 'clause-history':
      return titleOfHistory(page, context);
    case 'clauses':
      return words.say('title-clauses', { policy: policyTitle(page.policy, page.language, context) });
    case 'policy-archive':
      return words.say('title-policy-archive', { policy: policyTitle(page.policy, page.language, context) });
    case 'archive':
      return words.say('title-archive');
    case 'verify':
      return words.say('title-verify');
    case 'feedback':
      return words.say('title-feedback');
    case 'policy-feedback':
      return words.say('title-policy-feedback', { policy: policyTitle(page.policy, page.language, context) });
    case 'edition-feedback':
      return words.say('title-policy-feedback', { policy: editionTitle(page, context) });
    case 'thanks':
      return words.say('title-thanks');
    case 'not-found':
      return words.say('title-not-found');
  }
}

function descriptionOf(page: Page, context: PageContext): string | undefined {
  return page.kind === 'policy' ? policyDescription(page.policy, page.language, context) : undefined;
}

/** What a printed sheet says of where it comes from: always the permanent address. */
function imprintOf(page: Page, context: PageContext, heading: string): string {
  const { link, voice } = context;
  if (page.kind !== 'policy' && page.kind !== 'edition') {
    const name = page.kind === 'changes' ? namesOfBoth(page, context) : heading;
    return voice.words.say('imprint-of', { page: name, address: link.absolute(page.path) });
  }
  return voice.words.say('imprint', {
    policy: textShown(page, context).title,
    date: editionDate(page.policy, page.edition, context),
    address: link.absolute(link.editionPath(page.policy, page.edition)),
  });
}

function namesOfBoth({ policy, older, newer }: Extract<Page, { kind: 'changes' }>, context: PageContext): string {
  const [from, to] = [editionDate(policy, older, context), editionDate(policy, newer, context)];
  return titleCompared(policy, { from, to }, context);
}

function viewSite(page: Page, context: PageContext, title: string): View['site'] {
  const { site, link, voice } = context;
  const at = addresses(site.config, page.language);
  const organization = viewOrganization(page, context);
  const policy = 'policy' in page ? page.policy : undefined;
  return {
    title,
    timeZone: site.config.timeZone,
    home: link.to(at.home),
    archive: { text: voice.words.say('archive'), href: link.to(at.archive) },
    verify: { text: voice.words.say('title-verify'), href: link.to(at.verify) },
    calendar: { text: voice.words.say('calendar-of-changes'), href: link.to(CALENDAR_PATH) },
    feeds: viewFeeds(page, context, title),
    policies: site.timelines.map(({ policy: { slug } }) => ({
      text: policyTitle(slug, page.language, context),
      href: link.to(link.policyPath(slug)),
      isCurrent: slug === policy,
    })),
    languages: languagesOf(page, context),
    ...(context.proofs.head === undefined
      ? {}
      : { ledger: { text: voice.words.say('ledger'), href: link.to(LEDGER_PATH), head: context.proofs.head } }),
    ...(context.feedback === undefined
      ? {}
      : { feedback: { text: voice.words.say('title-feedback'), href: feedbackFrom(page, context.feedback) } }),
    ...(organization === undefined ? {} : { organization }),
  };
}

/** The form is told the page that its visitor comes from; no referrer does. */
function feedbackFrom({ kind, path }: Page, form: string): string {
  const isForm = kind.endsWith('feedback') || kind === 'thanks';
  return isForm || kind === 'not-found' ? form : `${form}?page=/${path}`;
}

/** In the language of the page, or where a policy has no tree in it, in the default one. */
function viewFeeds(page: Page, context: PageContext, siteTitle: string): View['site']['feeds'] {
  const { site, link, voice } = context;
  const home = addresses(site.config, page.language).home;
  const all = { text: voice.words.say('feed-of-site'), href: link.to(`${home}${FEED_FILE}`), title: siteTitle };
  if (!('policy' in page)) return [all];
  const path = `${link.policyPath(page.policy)}${FEED_FILE}`;
  const title = policyTitle(page.policy, page.language, context);
  return [all, { text: voice.words.say('feed-of-policy'), href: link.to(path), title }];
}

/** Where the page has no counterpart, its language switch leads to what comes next to it in that language, or to the index. */
function languagesOf(page: Page, context: PageContext): View['site']['languages'] {
  const { site, link } = context;
  if (site.config.languages.length < 2) return [];
  return site.config.languages.map((tag) => ({
    tag,
    name: context.languageName(tag),
    href: context.counterpart(tag) ?? link.to(nearest(page, tag, context)),
    isCurrent: tag === page.language,
  }));
}

/** Of what compares editions: the list of clauses, or of editions, where there is one. */
function nearest(page: Page, language: Language, { site, index }: PageContext): string {
  const at = addresses(site.config, language);
  switch (page.kind) {
    case 'changes':
    case 'compare':
    case 'clauses':
    case 'clause-history': {
      const lists = [
        ...(page.kind === 'clause-history' ? [at.clauses(page.policy)] : []),
        at.policyArchive(page.policy),
      ];
      return lists.find((path) => index.byPath.has(path)) ?? at.home;
    }
    default:
      return at.home;
  }
}

function viewOrganization(page: Page, { site }: PageContext): OrganizationView | undefined {
  const { organization, languages } = site.config;
  if (organization === undefined) return undefined;
  const inLanguage = (text: Parameters<typeof localText>[0]) => localText(text, page.language, languages);
  return {
    name: inLanguage(organization.name),
    identifiers: organization.identifiers.map(({ name, value }) => ({ name: inLanguage(name), value })),
    contacts: organization.contacts.map(({ name, value }) => {
      const href = contactHref(value);
      return { name: inLanguage(name), value, ...(href === undefined ? {} : { href }) };
    }),
    ...(organization.address === undefined ? {} : { address: inLanguage(organization.address) }),
  };
}

/** An e-mail address, a telephone number or a web address can be followed; anything else is text. */
function contactHref(value: string): string | undefined {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return `mailto:${value}`;
  if (/^\+[\d\s().-]{6,}$/.test(value)) return `tel:${value.replace(/[^\d+]/g, '')}`;
  return /^https?:\/\/\S+$/.test(value) ? value : undefined;
}

function assetLink({ assets, link }: PageContext, name: string): string {
  return link.to(assets.pathOf(name) ?? name);
}
