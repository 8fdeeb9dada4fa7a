/** Two texts in one language go in; the HTML of what changed, in words and in the text, comes out. */
import type { ElementContent } from 'hast';
import type { Language } from '../../model/config.ts';
import type { CorrectedBody, Redline, RedlineEngine, RunWords } from '../../model/redline.ts';
import { type KeptHtml, toHtml } from '../html.ts';
import { changeCounts, changeList, type Titles } from './change-list.ts';
import { collapse } from './collapse.ts';
import { element } from './hast.ts';
import { placeStops } from './place-stops.ts';
import type { RedlineSpeech } from './redline-words.ts';
import { type SaidCorrection, undoneList } from './said-corrections.ts';
import { setApart } from './set-apart.ts';
import { stopsOf } from './stops.ts';
import { foundJudgement, substanceList } from './substance-list.ts';

export interface Dressing {
  readonly engine: RedlineEngine;
  /** Of both texts. */
  readonly language: Language;
  readonly words: RedlineSpeech;
  /** Turns a site path (`/terms/#3`) into the address to print. */
  link(sitePath: string): string;
  /** What other redlines have alike; the HTML is the same without it. */
  readonly kept?: KeptHtml;
}

export interface DressedRedline {
  /** How many changes of which kind, and whether they may change what the text means. */
  readonly countsHtml: string;
  /** Links to the changes. */
  readonly listHtml: string;
  /** Both, not yet printed. */
  readonly found: readonly ElementContent[];
  /** The text with `<ins>` and `<del>`, and hidden copies of what it said before. */
  readonly bodyHtml: string;
}

/** Bodies as `printableBody` makes them: what is printed is what is compared. */
export function dressRedline(older: SaidBody, newer: SaidBody, dressing: Dressing): DressedRedline {
  const settled = dressing.engine.settleCorrections(older, newer);
  const redline = dressing.engine.compare(settled.older, settled.newer);
  return dress({ redline, undone: settled.undone, titles: [older.title, newer.title] }, dressing);
}

/** `title` is that of the edition, which is no part of the body. */
export type SaidBody = CorrectedBody<SaidCorrection> & { readonly title: string };

export interface Compared {
  readonly redline: Redline;
  /** See `SettledTexts`. */
  readonly undone: readonly SaidCorrection[];
  readonly titles: Titles;
}

export function dress({ redline, undone, titles }: Compared, dressing: Dressing): DressedRedline {
  const { engine, language, words, link, kept } = dressing;
  const findings = engine.findSubstance(redline, language);
  const stops = stopsOf(redline);
  const printing = { link, dateNote: () => [], ...(kept === undefined ? {} : { kept }) };
  const print = (nodes: readonly ElementContent[]) => toHtml(nodes, printing);
  const marked = engine.markUp(redline.blocks, {
    words: runWords(words),
    addressOf: stops.idAt,
  });
  const placed = placeStops(marked.map(belowTitle), { blocks: redline.blocks, stops, words });
  const collapsed = collapse(placed, (count) => words.say('unchanged', { count: String(count) }));
  const counts = [
    ...changeCounts(redline, titles, words),
    ...foundJudgement(findings, redline, words),
    ...undoneList(undone, words),
  ];
  const list = [...substanceList(findings, stops, words), ...changeList(redline, stops, words)];
  return {
    countsHtml: print(counts),
    listHtml: print(list),
    found: [...counts, ...list],
    bodyHtml: print(setApart(collapsed, words)),
  };
}

/** What is said at both ends of a change. */
export function runWords({ say }: RedlineSpeech): RunWords {
  return {
    insertion: say('insertion-start'),
    insertionEnd: say('insertion-end'),
    deletion: say('deletion-start'),
    deletionEnd: say('deletion-end'),
    rowMovedAway: say('row-moved-away'),
    rowMovedHere: say('row-moved-here'),
  };
}

/** The page has a title of its own. */
function belowTitle(node: ElementContent): ElementContent {
  if (node.type !== 'element' || node.tagName !== 'h1') return node;
  return element('p', { ...node.properties, className: ['text-title'] }, ...node.children);
}
