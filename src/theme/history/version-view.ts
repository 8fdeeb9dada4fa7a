/** A clause through all its editions goes in; each of its wordings, marked against the one before, comes out as a template sees it. */
import type { Element, ElementContent, Properties } from 'hast';
import { addresses, relativeSitePath } from '../../model/address.ts';
import type { ClauseVersion, Lineage } from '../../model/lineage.ts';
import { numberOf } from '../../model/redline.ts';
import { editionLink } from '../edition-view.ts';
import { toHtml } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { runWords } from '../redline/dress-redline.ts';
import { formNotes } from '../redline/form-notes.ts';
import { citationOf } from './clause-name.ts';
import { dateOf } from './date-of.ts';
import { presentStand } from './present.ts';
import type { ClauseVersionView } from './view.ts';
import { whenApplied } from './when-applied.ts';

/** The latest first. */
export function viewVersions(policy: string, lineage: Lineage, context: PageContext): ClauseVersionView[] {
  return lineage.versions.map((version) => viewVersion(policy, version, lineage, context)).toReversed();
}

function viewVersion(
  policy: string,
  version: ClauseVersion,
  lineage: Lineage,
  context: PageContext,
): ClauseVersionView {
  const { link, site, page } = context;
  const edition = editionLink(policy, version.from, context);
  const href = `${edition.href}#${encodeURIComponent(version.clause.anchor)}`;
  const text = `/${addresses(site.config, page.language).edition(policy, version.from)}`;
  const marked = context.engine.markUp(version.blocks, { words: runWords(context.voice.words) });
  const html = toHtml(
    marked.map((node) => withoutAddresses(node, text)),
    { link: (sitePath) => relativeSitePath(page.path, link.settle(sitePath)), dateNote: () => [] },
  );
  const stands = lineage.stands.filter((stand) => lineage.versions[stand.version] === version);
  return {
    link: { text: edition.text, href },
    applied: whenApplied(
      stands,
      { timeline: context.timelineOf(policy), timeZone: site.config.timeZone },
      context.voice,
    ),
    notes: notesOn(policy, version, lineage, context),
    html,
  };
}

function notesOn(policy: string, version: ClauseVersion, lineage: Lineage, context: PageContext): string[] {
  const { words } = context.voice;
  const { clause, isMoved, blocks } = version;
  const present = presentStand(lineage, context.historiesOf(policy, context))?.clause ?? clause;
  const number = citationOf(clause);
  const isNumberedOtherwise = number !== '' && numberOf(number) !== numberOf(citationOf(present));
  return [
    ...(isNumberedOtherwise ? [words.say('version-number', { number })] : []),
    ...(isMoved ? [words.say('version-moved')] : []),
    ...formNotes(
      blocks.flatMap(({ form }) => form),
      words,
    ),
    ...placesOf(policy, version, lineage, context),
  ];
}

/** Which editions have the words, and what they are marked against, where that is not the wording listed below them. */
function placesOf(
  policy: string,
  version: ClauseVersion,
  { versions, stands }: Lineage,
  context: PageContext,
): string[] {
  const { words } = context.voice;
  const { editions, baselineOf } = context.historiesOf(policy, context);
  const index = versions.indexOf(version);
  const own = stands.filter((stand) => stand.version === index).map(({ edition }) => edition);
  const first = editions.indexOf(version.from);
  const isApart = (edition: string, place: number) => editions[first + place] !== edition;
  const apart = own.filter(isApart);
  const until = own.filter((edition) => !apart.includes(edition)).at(-1) ?? version.from;
  const before = stands.find(({ edition }) => edition === baselineOf(version.from))?.version;
  const named = (edition: string | undefined) => ({
    date: edition === undefined ? '' : dateOf(policy, edition, context),
  });
  return [
    ...(until === version.from ? [] : [words.say('version-until', named(until))]),
    ...apart.map((edition) => words.say('version-also-in', named(edition))),
    ...(before === undefined || before === index - 1
      ? []
      : [words.say('version-against', named(versions[before]?.from))]),
  ];
}

/** One clause stands here in many wordings: their addresses are those of the edition's page, where links within the text lead. */
function withoutAddresses(node: ElementContent, textPath: string): ElementContent {
  if (node.type !== 'element') return node;
  const { id: _, href, dataCite: __, ...properties } = node.properties;
  const isWithin = typeof href === 'string' && href.startsWith('#');
  const target = isWithin ? `${textPath}${href}` : href;
  return {
    ...node,
    ...demoted(node, { ...properties, ...(target === undefined ? {} : { href: target }) }),
    children: node.children.map((child) => withoutAddresses(child, textPath)),
  };
}

/** The page has headings and regions of its own. */
function demoted({ tagName }: Element, properties: Properties): Pick<Element, 'tagName' | 'properties'> {
  if (/^h[1-6]$/.test(tagName)) return { tagName: 'div', properties: { ...properties, className: ['clause-title'] } };
  if (tagName === 'section') return { tagName: 'div', properties: { ...properties, role: 'group' } };
  return { tagName, properties };
}
