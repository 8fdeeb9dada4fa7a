/** A redline and its stops go in; what changed, in words, with a link to each place, comes out as HTML. */
import type { ElementContent } from 'hast';
import type { ClauseChange, ClauseChangeKind, Redline } from '../../model/redline.ts';
import { excerptOf } from './excerpt.ts';
import { element, textNode } from './hast.ts';
import { nameOf } from './name-of.ts';
import type { RedlineSpeech } from './redline-words.ts';
import { stopId } from './stop-mark.ts';
import type { Stops } from './stops.ts';

/** In the order of what weighs most. */
const KINDS: readonly ClauseChangeKind[] = ['added', 'removed', 'changed', 'moved', 'renumbered', 'form'];

/** How many clauses changed in which way: "Clauses: 3 added, 1 removed." */
export function changeCounts({ changes, sameWording }: Redline, words: RedlineSpeech): ElementContent[] {
  const counts = KINDS.map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }));
  const list = counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => words.say(`count-${kind}`, { count: String(count) }));
  const paragraph = (className: string, text: string) => element('p', { className: [className] }, textNode(text));
  return [
    ...(sameWording ? [paragraph('verdict', words.say('no-change-in-wording'))] : []),
    ...(list.length === 0
      ? []
      : [paragraph('counts', words.say('changed-clauses', { list: list.map(unbroken).join(', ') }))]),
  ];
}

/** No line ends between a number and its word, on whichever side it stands. */
function unbroken(count: string): string {
  // Behind a dash a line may end before a space that does not break; not before a word joiner.
  return count
    .replace(/^(\S+) /, '$1\u00A0')
    .replace(/ (\S+)$/, '\u00A0$1')
    .replace('–\u00A0', '–\u2060\u00A0');
}

/** A list for each way. */
export function changeList(redline: Redline, stops: Stops, words: RedlineSpeech): ElementContent[] {
  return KINDS.flatMap((kind) => {
    const changes = redline.changes.filter((change) => change.kind === kind);
    if (changes.length === 0) return [];
    const entries = changes.map((change) => entry(change, { redline, stops, words }));
    return [
      element('h3', {}, textNode(words.say(`kind-${kind}`))),
      element('ul', { className: ['change-list', kind] }, ...entries),
    ];
  });
}

function entry(
  change: ClauseChange,
  { redline, stops, words }: { readonly redline: Redline; readonly stops: Stops; readonly words: RedlineSpeech },
): ElementContent {
  const stop = stops.for(change);
  const name = textNode(nameOf(change, words));
  const { newer, older, kind } = change;
  const hasTitle = (newer ?? older ?? { title: '' }).title !== '';
  const excerpt = hasTitle || kind === 'renumbered' ? '' : excerptOf(redline.blocks, change);
  return element(
    'li',
    {},
    stop === undefined ? name : element('a', { href: `#${stopId(stop)}` }, name),
    ...(excerpt === '' ? [] : [textNode(' '), element('span', { className: ['excerpt'] }, textNode(excerpt))]),
  );
}
