/** A clause through all its editions goes in; each of its wordings, marked against the one before, comes out as a template sees it. */
import type { Element, ElementContent, Properties } from 'hast';
import { addresses, relativeSitePath } from '../../model/address.ts';
import type { ClauseVersion, Lineage } from '../../model/lineage.ts';
import { numberOf } from '../../model/redline.ts';
import { editionOf } from '../../model/timeline.ts';
import { editionLink } from '../edition-view.ts';
import { toHtml } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { runWords } from '../redline/dress-redline.ts';
import { formNotes } from '../redline/form-notes.ts';
import { nameOf } from '../statements.ts';
import { citationOf } from './clause-name.ts';
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

function notesOn(
  policy: string,
  { from, until, clause, isMoved, blocks }: ClauseVersion,
  { stands }: Lineage,
  context: PageContext,
): string[] {
  const { words } = context.voice;
  const timeline = context.timelineOf(policy);
  const last = stands.at(-1)?.clause ?? clause;
  const number = citationOf(clause);
  const isNumberedOtherwise = number !== '' && numberOf(number) !== numberOf(citationOf(last));
  const date = nameOf(editionOf(timeline, until).edition, timeline, context.voice);
  return [
    ...(isNumberedOtherwise ? [words.say('version-number', { number })] : []),
    ...(isMoved ? [words.say('version-moved')] : []),
    ...formNotes(
      blocks.flatMap(({ form }) => form),
      words,
    ),
    ...(until === from ? [] : [words.say('version-until', { date })]),
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
