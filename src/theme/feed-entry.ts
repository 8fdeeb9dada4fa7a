/** Something that happened and a voice go in; the entry of a feed that tells it comes out. */
import type { Element, ElementContent } from 'hast';
import { absoluteUrl, addresses } from '../model/address.ts';
import type { SiteConfig } from '../model/config.ts';
import type { FeedEntry, FeedEvent, FeedLink } from '../model/feed.ts';
import { sha256 } from '../model/sha256.ts';
import { toHtml } from './html.ts';
import { element, textNode } from './redline/hast.ts';
import { inVoice, nameOf, retirementSentence, sentencesOn, type Voice } from './statements.ts';

export interface Telling {
  readonly config: SiteConfig;
  readonly voice: Voice;
  /** What a page of changes says was found, as HTML, by the path of the page; its links lead to that page. */
  readonly changesAt: (path: string) => string | undefined;
  /** SHA-256 of the canonical texts, by the path of their source. */
  readonly digests: ReadonlyMap<string, string>;
  /** The first address that a page ever had, below the site's root. */
  readonly firstAddress: (address: string) => string;
}

/** Its id is made of what never changes: the first address of the edition, and what happened to it. */
export function feedEntry(event: FeedEvent, telling: Telling): FeedEntry {
  const { config, voice, firstAddress } = telling;
  const { timeline, dated, text, instant } = event;
  const { slug } = timeline.policy;
  const at = addresses(config, text.language);
  const address = event.kind === 'retired' ? at.policy(slug) : at.edition(slug, dated.edition.id);
  const url = absoluteUrl(config, address);
  const { summary } = text;
  const link = (path: string) => absoluteUrl(config, path.slice(1));
  const isSummed = event.kind === 'edition' && summary !== undefined && text.language === voice.language;
  return {
    id: `${absoluteUrl(config, firstAddress(address))}${fragmentOf(event)}`,
    title: titleOf(event, voice),
    language: voice.language,
    published: instant,
    updated: instant,
    ...(isSummed ? { summary } : {}),
    contentHtml: contentOf(event, telling)
      .map((part) => (typeof part === 'string' ? part : toHtml([part], { link, dateNote: () => [] })))
      .join(''),
    links: [{ rel: 'alternate', type: 'text/html', language: text.language, href: url }, ...relatedTo(event, telling)],
  };
}

function fragmentOf(event: FeedEvent): string {
  switch (event.kind) {
    case 'edition':
      return '';
    case 'withdrawn':
    case 'retired':
      return `#${event.kind}`;
    case 'date-moved':
      return `#moved-${event.digest.slice(0, 12)}`;
    case 'correction': {
      const { on, clause = '', was, now } = event.correction;
      const digest = sha256(JSON.stringify([on, clause, was, now]));
      return `#correction-${digest.slice(0, 12)}`;
    }
  }
}

function titleOf({ kind, timeline, dated, text: { title: policy } }: FeedEvent, voice: Voice): string {
  const { words } = voice;
  if (kind === 'retired') return words.say('event-retired', { policy });
  const edition = words.say('title-edition', { policy, date: nameOf(dated.edition, timeline, voice) });
  switch (kind) {
    case 'edition':
      return edition;
    case 'correction':
      return words.say('feed-corrected', { edition });
    case 'withdrawn':
      return words.say('feed-withdrawn', { edition });
    case 'date-moved':
      return words.say('feed-moved', { edition });
  }
}

/** Elements, and HTML. */
function contentOf(event: FeedEvent, telling: Telling): (ElementContent | string)[] {
  const { voice } = telling;
  switch (event.kind) {
    case 'edition':
      return editionContent(event, telling);
    case 'correction': {
      const { clause, was, now, reason } = event.correction;
      const { words } = voice.words;
      return [
        ...(clause === undefined ? [] : [paragraph(`${words.clause} ${clause}`)]),
        described(words['correction-was'], was),
        described(words['correction-now'], now),
        described(words['correction-reason'], reason),
      ];
    }
    case 'withdrawn':
      return sentencesOn(event, voice).map(paragraph);
    case 'date-moved':
      return [paragraph(startOf(event, voice)), ...movedFrom(event, voice)];
    case 'retired':
      return retirementSentence(event.timeline, voice).map(paragraph);
  }
}

/** Nothing that a later edition would make untrue: an entry is kept by whoever has read it. */
function editionContent(event: FeedEvent, { config, voice, changesAt }: Telling): (ElementContent | string)[] {
  const { words } = voice.words;
  const { text, dated, timeline } = event;
  const changesPath = addresses(config, text.language).changes(timeline.policy.slug, dated.edition.id);
  const changes = changesAt(changesPath);
  const isOwn = text.language === voice.language;
  const found = changes === undefined || !isOwn ? '' : changes;
  return [
    paragraph(startOf(event, voice)),
    ...cohortsOf(event, voice),
    ...(text.summary === undefined
      ? []
      : [heading(words['author-says']), element('p', { lang: text.language }, textNode(text.summary))]),
    ...(found === '' ? [] : [heading(words['comparison-says']), found]),
    ...(changes === undefined ? [] : [linked(words['word-by-word'], absoluteUrl(config, changesPath))]),
  ];
}

/** When it was made public, and from when it applies. */
function startOf({ dated: { edition } }: FeedEvent, { words, dates }: Voice): string {
  const moment = dates.moment(edition.effective);
  const from = edition.onset === 'unknown' ? words.say('date-or-earlier', { date: moment }) : moment;
  if (edition.published === undefined) return words.say('clause-applies-from', { from });
  return words.say('published-applies-from', { published: dates.view(edition.published).text, from });
}

function cohortsOf({ dated: { edition } }: FeedEvent, voice: Voice): ElementContent[] {
  if (edition.cohorts.length === 0) return [];
  const { words, dates } = voice;
  const items = edition.cohorts.map(({ to, from }) =>
    element(
      'li',
      {},
      textNode(`${inVoice(to, voice)}: ${words.say('clause-applies-from', { from: dates.moment(from) })}`),
    ),
  );
  return [element('ul', {}, ...items)];
}

function movedFrom({ dated: { edition } }: FeedEvent, { words, dates }: Voice): ElementContent[] {
  return edition.announcedEffective.map((moment) =>
    described(words.words['announced-before-for'], dates.moment(moment)),
  );
}

/** The page of changes, and the text as a file with its digest, by which an archive can prove what it holds. */
function relatedTo(event: FeedEvent, { config, voice, digests, changesAt }: Telling): FeedLink[] {
  const { text, timeline, dated, kind } = event;
  if (kind === 'retired') return [];
  const at = addresses(config, text.language);
  const changes = at.changes(timeline.policy.slug, dated.edition.id);
  const digest = digests.get(text.path);
  const language = text.language;
  const { words } = voice.words;
  return [
    ...(kind !== 'edition' || changesAt(changes) === undefined
      ? []
      : [
          related({
            href: absoluteUrl(config, changes),
            type: 'text/html',
            language,
            title: words['word-by-word'] ?? '',
          }),
        ]),
    related({
      href: absoluteUrl(config, at.text(timeline.policy.slug, dated.edition.id)),
      type: 'text/markdown',
      language,
      title: digest === undefined ? (words['text-file'] ?? '') : `${words['text-file']}, SHA-256 ${digest}`,
    }),
  ];
}

function related(link: Omit<FeedLink, 'rel'>): FeedLink {
  return { rel: 'related', ...link };
}

function paragraph(text: string): Element {
  return element('p', {}, textNode(text));
}

function heading(text = ''): Element {
  return element('h3', {}, textNode(text));
}

function described(name: string | undefined, value: string): Element {
  return element('p', {}, element('strong', {}, textNode(`${name}:`)), textNode(` ${value}`));
}

function linked(text: string | undefined, href: string): Element {
  return element('p', {}, element('a', { href }, textNode(text ?? '')));
}
