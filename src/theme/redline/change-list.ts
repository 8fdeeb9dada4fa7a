/** A redline and its stops go in; what changed, in words, with a link to each place, comes out as HTML. */
import type { ElementContent } from 'hast';
import type { ClauseChange, ClauseChangeKind, ClauseName, OutsideChange, Redline } from '../../model/redline.ts';
import { excerptOf } from './excerpt.ts';
import { element, textNode } from './hast.ts';
import { nameOf } from './name-of.ts';
import type { RedlineSpeech } from './redline-words.ts';
import type { Stops } from './stops.ts';

/** In the order of what weighs most. */
const KINDS: readonly ClauseChangeKind[] = [
  ...(['added', 'removed', 'split', 'joined', 'changed', 'moved', 'renumbered', 'form'] as const),
];

/** Of both editions: no part of their bodies. */
export type Titles = readonly [older: string, newer: string];

/** How many clauses changed in which way: "Clauses: 3 added, 1 removed."; and whether anything else did. */
export function changeCounts(
  { changes, outside, sameWording }: Redline,
  titles: Titles,
  words: RedlineSpeech,
): ElementContent[] {
  const counts = KINDS.map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }));
  const list = counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => words.say(`count-${kind}`, { count: String(count) }));
  const paragraph = (className: string, text: string) => element('p', { className: [className] }, textNode(text));
  const [older, newer] = titles;
  const verdict = older === newer ? 'no-change-in-wording' : 'no-change-below-title';
  return [
    ...(older === newer ? [] : [paragraph('counts', words.say('title-changed', { older, newer }))]),
    ...(sameWording ? [paragraph('verdict', words.say(verdict))] : []),
    ...(list.length === 0
      ? []
      : [paragraph('counts', words.say('changed-clauses', { list: list.map(unbroken).join(', ') }))]),
    ...outsideSentence(outside, words).map((text) => paragraph('counts', text)),
  ];
}

function outsideSentence(outside: readonly OutsideChange[], { say }: RedlineSpeech): string[] {
  if (outside.length === 0) return [];
  return [say(outside.some(({ kind }) => kind === 'changed') ? 'outside-changed' : 'outside-form')];
}

/** No line ends between a number and its word, on whichever side it stands. */
function unbroken(count: string): string {
  // Behind a dash a line may end before a space that does not break; not before a word joiner.
  return count
    .replace(/^(\S+) /, '$1\u00A0')
    .replace(/ (\S+)$/, '\u00A0$1')
    .replace('–\u00A0', '–\u2060\u00A0');
}

interface Listing {
  readonly redline: Redline;
  readonly stops: Stops;
  readonly words: RedlineSpeech;
}

/** A list for each way, and one of what changed outside the clauses. */
export function changeList(redline: Redline, stops: Stops, words: RedlineSpeech): ElementContent[] {
  const listing = { redline, stops, words };
  const list = (kind: ClauseChangeKind | 'outside', entries: readonly ElementContent[]) =>
    entries.length === 0
      ? []
      : [
          element('h3', {}, textNode(words.say(`kind-${kind}`))),
          element('ul', { className: ['change-list', kind] }, ...entries),
        ];
  return [
    ...KINDS.flatMap((kind) => list(kind, entriesOf(kind, listing))),
    ...list(
      'outside',
      redline.outside.map((change) => outsideEntry(change, listing)),
    ),
  ];
}

/** More of them are closed. */
const SHOWN_WITHIN = 3;

/** Clauses within one to which the same happened stand below it. */
function entriesOf(kind: ClauseChangeKind, listing: Listing): ElementContent[] {
  const groups: { readonly change: ClauseChange; readonly within: ClauseChange[] }[] = [];
  for (const change of listing.redline.changes.filter((each) => each.kind === kind)) {
    const around = change.isWithin ? groups.at(-1) : undefined;
    if (around === undefined) groups.push({ change, within: [] });
    else around.within.push(change);
  }
  return groups.map(({ change, within }) => {
    const list = element('ul', {}, ...within.map((inner) => element('li', {}, ...entry(inner, listing))));
    const summary = listing.words.say('clauses-within', { count: String(within.length) });
    const closed = element('details', {}, element('summary', {}, textNode(summary)), list);
    const below = within.length === 0 ? [] : [within.length > SHOWN_WITHIN ? closed : list];
    return element('li', {}, ...entry(change, listing), ...below);
  });
}

function entry(change: ClauseChange, { redline, stops, words }: Listing): ElementContent[] {
  const { newer, older, kind, whole } = change;
  const hasTitle = (newer ?? older ?? { title: '' }).title !== '';
  const excerpt = hasTitle || kind === 'renumbered' ? '' : excerptOf(redline.blocks, change);
  const isTable = (kind === 'changed' || kind === 'form') && redline.blocks[change.block]?.content.kind === 'table';
  return [
    placeLink(nameOf(change, words), stops.idFor(change)),
    ...(excerpt === '' ? [] : [textNode(' '), element('span', { className: ['excerpt'] }, textNode(excerpt))]),
    ...(whole === undefined ? [] : [textNode(` ${wholeSentence(kind, whole, words)}`)]),
    ...(isTable ? [textNode(` ${words.say('in-table')}`)] : []),
  ];
}

function wholeSentence(kind: ClauseChangeKind, whole: ClauseName, words: RedlineSpeech): string {
  return words.say(kind === 'split' ? 'split-from' : 'joined-to', { name: nameOf({ newer: whole }, words) });
}

function outsideEntry({ place, block }: OutsideChange, { redline, stops, words }: Listing): ElementContent {
  const { blocks, places } = redline;
  const changed = places.filter(({ outside }, index) => outside === place && blocks[index]?.kind !== 'same');
  const referrers = [...new Set(changed.flatMap((each) => each.referrers ?? []))];
  return element('li', {}, placeLink(nameOf({ outside: place, referrers }, words), stops.idFor({ block })));
}

function placeLink(name: string, id: string | undefined): ElementContent {
  return id === undefined ? textNode(name) : element('a', { href: `#${id}` }, textNode(name));
}
