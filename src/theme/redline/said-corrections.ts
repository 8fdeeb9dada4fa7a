/** An edition goes in; the corrections that were declared of its text, each with a sentence about it, come out; and how those that had to be undone are told of. */
import type { ElementContent } from 'hast';
import type { CivilDate } from '../../model/civil-date.ts';
import { clauseNamed } from '../../model/clause-named.ts';
import type { ClauseStep } from '../../model/lineage.ts';
import { correctionsIn } from '../../model/policy.ts';
import type { CorrectedBody, DeclaredCorrection } from '../../model/redline.ts';
import { shorten } from '../../model/shorten.ts';
import { editionOf } from '../../model/timeline.ts';
import type { PageContext } from '../page-context.ts';
import { nameOf } from '../statements.ts';
import { element, textNode } from './hast.ts';
import type { RedlineSpeech } from './redline-words.ts';
import { changeSentence } from './substance-list.ts';

export interface SaidCorrection extends DeclaredCorrection {
  readonly on: CivilDate;
  /** In the language of the page: of which edition, when, what and why. */
  readonly said: string;
}

/** Characters: the edition's page has it in full. */
const LONGEST = 120;

/** In the language of the page, which is that of the text. */
export function saidCorrections(policy: string, id: string, context: PageContext): SaidCorrection[] {
  const timeline = context.timelineOf(policy);
  const { edition } = editionOf(timeline, id);
  const { language } = context.page;
  const { words, dates } = context.voice;
  return correctionsIn(edition, language).map(({ on, clause, was, now, reason }) => {
    const short = { older: shorten(was, LONGEST), newer: shorten(now, LONGEST) };
    const said = words.say('corrected-on', {
      edition: nameOf(edition, timeline, context.voice),
      date: dates.moment({ kind: 'day', day: on }),
      change: [clause, changeSentence(short, words)].filter((part) => part !== undefined).join(' '),
      reason,
    });
    return { on, was, now, said, ...(clause === undefined ? {} : { clause }) };
  });
}

/** The steps of clauses that corrections of either text name, each with the days of those that were undone. */
export function withCorrections(
  steps: readonly ClauseStep[],
  undone: readonly SaidCorrection[],
  { older, newer }: { readonly older: CorrectedBody<SaidCorrection>; readonly newer: CorrectedBody<SaidCorrection> },
): ClauseStep[] {
  const daysBy = ({ body, corrections }: CorrectedBody<SaidCorrection>) => {
    const own = corrections.filter((correction) => undone.includes(correction));
    return (anchor: string | undefined) =>
      own.flatMap(({ on, clause = '' }) =>
        anchor !== undefined && clauseNamed(body, clause)?.anchor === anchor ? [on] : [],
      );
  };
  const [before, after] = [daysBy(older), daysBy(newer)];
  return steps.map((step) => {
    const corrected = [...before(step.older), ...after(step.clause.anchor)];
    return corrected.length === 0 ? step : { ...step, corrected };
  });
}

/** Nothing if nothing was undone. */
export function undoneList(undone: readonly SaidCorrection[], { say }: RedlineSpeech): ElementContent[] {
  if (undone.length === 0) return [];
  const items = undone.map(({ said }) => element('li', {}, textNode(said)));
  const intro = element('p', {}, textNode(say('corrections-undone')));
  return [element('div', { className: ['corrections-undone'] }, intro, element('ul', {}, ...items))];
}
