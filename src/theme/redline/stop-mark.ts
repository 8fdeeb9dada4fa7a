/** A stop goes in; what stands at it comes out: its number, what is to be said of it, and the ways to its neighbours. */
import type { ElementContent } from 'hast';
import type { RedlineBlock } from '../../model/redline.ts';
import { dateNotes } from './date-notes.ts';
import { formNotes } from './form-notes.ts';
import { element, textNode } from './hast.ts';
import type { RedlineSpeech } from './redline-words.ts';
import { type Stop, type Stops, stopId } from './stops.ts';

export interface Marking {
  readonly blocks: readonly RedlineBlock[];
  readonly stops: Stops;
  readonly words: RedlineSpeech;
}

/** Phrasing content: it may stand in a paragraph. */
export function stopMark(stop: Stop, marking: Marking): ElementContent[] {
  const { stops, words } = marking;
  const total = String(stops.all.length);
  const which = words.say('change-number', { number: String(stop.number), total });
  const notes = [
    ...moveNote(stop, marking),
    ...(stop.kind === 'replaced' ? [[textNode(words.say('shown-whole'))]] : []),
    ...formNotes(stop.form, words).map((sentence) => [textNode(sentence)]),
    ...dateNotes(marking.blocks.slice(stop.start, stop.end), words).map((sentence) => [textNode(sentence)]),
  ];
  return [
    element('span', { className: ['which'], tabIndex: -1 }, textNode(which)),
    ...way('previous-change', stops.all[stop.number - 2], words),
    ...way('next-change', stops.all[stop.number], words),
    ...notes.flatMap((note) => [textNode(' '), element('span', { className: ['note'] }, ...note)]),
    textNode(' '),
  ];
}

/** The style sheet shows an arrow. */
function way(
  key: 'previous-change' | 'next-change',
  target: Stop | undefined,
  { say }: RedlineSpeech,
): ElementContent[] {
  if (target === undefined) return [];
  const name = element('span', { className: ['sr-only'] }, textNode(say(key)));
  return [textNode(' '), element('a', { href: `#${stopId(target)}`, className: [key] }, name)];
}

function moveNote({ start, kind }: Stop, { blocks, stops, words }: Marking): ElementContent[][] {
  if (kind !== 'moved-away' && kind !== 'moved-here') return [];
  const other = stops.of(blocks[start]?.counterpart ?? -1);
  if (other === undefined) return [];
  const name = words.say('change-number', { number: String(other.number), total: String(stops.all.length) });
  return [
    [
      textNode(`${words.say(kind === 'moved-away' ? 'moved-to' : 'moved-from')} `),
      element('a', { href: `#${stopId(other)}` }, textNode(name)),
    ],
  ];
}
