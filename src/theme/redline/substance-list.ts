/** What may change what a text means, and the stops of its redline, go in; it comes out in words, with a link to each place, as HTML. */
import type { ElementContent } from 'hast';
import type { Redline } from '../../model/redline.ts';
import { shorten } from '../../model/shorten.ts';
import type { SubstanceFinding } from '../../model/substance.ts';
import { element, textNode } from './hast.ts';
import { SUBSTANCE_KINDS, substanceSentence } from './judgements.ts';
import { nameOf } from './name-of.ts';
import type { RedlineSpeech } from './redline-words.ts';
import { type Stops, stopId } from './stops.ts';

/** Characters: a passage may be long, and stands below in full. */
const LONGEST = 120;
/** Of one kind; what goes beyond is closed. */
const SHOWN = 8;

/** How many of which kind; that nothing was found where words did change. */
export function foundJudgement(
  findings: readonly SubstanceFinding[],
  { changes, sameWording }: Redline,
  words: RedlineSpeech,
): ElementContent[] {
  const sentence = substanceSentence(findings, changes, words);
  if (sentence !== undefined) return [element('p', { className: ['substance-found'] }, textNode(sentence))];
  return sameWording ? [] : [element('p', {}, textNode(words.say('substance-none')))];
}

/** By kind. Clauses that came or went are left to the list of clauses. */
export function substanceList(
  findings: readonly SubstanceFinding[],
  stops: Stops,
  words: RedlineSpeech,
): ElementContent[] {
  const groups = SUBSTANCE_KINDS.flatMap((kind) => {
    const entries = findings.filter((finding) => finding.kind === kind);
    if (entries.length === 0 || kind === 'clause-added' || kind === 'clause-removed') return [];
    const shown = entries.map((finding) => element('li', {}, ...entry(finding, stops, words)));
    const name = element('h4', {}, textNode(words.say(`substance-${kind}`)));
    return [element('section', {}, name, ...listOf(shown, words))];
  });
  if (groups.length === 0) return [];
  return [
    element('h3', {}, textNode(words.say('substance-listed'))),
    element('p', { className: ['substance-note'] }, textNode(words.say('substance-note'))),
    element('div', { className: ['substance-list'] }, ...groups),
  ];
}

function listOf(entries: readonly ElementContent[], { say }: RedlineSpeech): ElementContent[] {
  // One more is no reason to close a list.
  const shown = entries.length > SHOWN + 1 ? SHOWN : entries.length;
  const rest = entries.slice(shown);
  const list = element('ul', {}, ...entries.slice(0, shown));
  if (rest.length === 0) return [list];
  const summary = element('summary', {}, textNode(say('substance-more', { count: String(rest.length) })));
  return [list, element('details', {}, summary, element('ul', {}, ...rest))];
}

function entry({ clause, block, ...finding }: SubstanceFinding, stops: Stops, words: RedlineSpeech): ElementContent[] {
  const stop = stops.of(block);
  const name = textNode(nameOf(clause, words));
  const place = stop === undefined ? name : element('a', { href: `#${stopId(stop)}` }, name);
  return [place, textNode(' '), element('span', {}, textNode(wordsOf(finding, words)))];
}

function wordsOf(finding: Pick<SubstanceFinding, 'older' | 'newer'>, words: RedlineSpeech): string {
  return changeSentence({ older: shorten(finding.older, LONGEST), newer: shorten(finding.newer, LONGEST) }, words);
}

/** What became what; either may be empty. */
export function changeSentence(
  { older, newer }: { readonly older: string; readonly newer: string },
  { say }: RedlineSpeech,
): string {
  if (older === '') return say('substance-put-in', { newer });
  if (newer === '') return say('substance-taken-out', { older });
  return say('substance-changed', { older, newer });
}
