/** A timeline goes in; for each stretch of time, what to say to "which text applied?" comes out. */
import { type CivilDate, dayBefore, dayOf, type Instant, isoInstant, startOfDay } from '../model/civil-date.ts';
import type { Answer, Stretch } from '../model/timeline.ts';
import { editionLink } from './edition-view.ts';
import type { PageContext } from './page-context.ts';
import { cohortText, untilText } from './statements.ts';
import type { AnswerView } from './view.ts';

/** All time, in order. */
export function viewAnswers(slug: string, context: PageContext): AnswerView[] {
  return context.timelineOf(slug).stretches.map((stretch) => ({
    ...boundsOf(stretch, context),
    when: whenOf(stretch, context),
    ...saidOf(slug, stretch.answer, context),
  }));
}

function boundsOf(
  { from, fromInstant, until, untilInstant }: Stretch,
  { site }: PageContext,
): Pick<AnswerView, 'from' | 'until'> {
  const { timeZone } = site.config;
  return {
    ...(from === undefined ? {} : { from: { instant: isoInstant(fromInstant), day: dayOf(fromInstant, timeZone) } }),
    ...(until === undefined
      ? {}
      : { until: { instant: isoInstant(untilInstant), day: lastDayOf(untilInstant, timeZone) } }),
  };
}

/** The last day of a half-open time; where its zone skips a day, that one too. */
function lastDayOf(untilInstant: Instant, timeZone: string): CivilDate {
  const day = dayOf(untilInstant, timeZone);
  return startOfDay(day, timeZone) === untilInstant ? dayBefore(day) : day;
}

function whenOf({ from, until }: Stretch, { voice }: PageContext): string {
  const { words, dates } = voice;
  if (from === undefined)
    return until === undefined ? '' : words.say('answer-until', { until: untilText(until, voice) });
  if (until === undefined) return words.say('interval-from', { from: dates.moment(from) });
  return words.say('interval-from-until', { from: dates.moment(from), until: untilText(until, voice) });
}

function saidOf(slug: string, answer: Answer, context: PageContext): Pick<AnswerView, 'text' | 'editions'> {
  const { voice } = context;
  const edition = (id: string) => ({ to: '', link: editionLink(slug, id, context) });
  switch (answer.kind) {
    case 'edition':
      return { text: '', editions: [edition(answer.edition)] };
    case 'by-cohort':
      return {
        text: voice.words.say('answer-by-cohort'),
        editions: answer.parts.map(({ to, also = [], edition: id }) => ({
          ...edition(id),
          to: cohortText([to, ...also], voice),
        })),
      };
    case 'uncertain': {
      const ids = answer.before === undefined ? answer.editions : [answer.before, ...answer.editions];
      const key = answer.before === undefined ? 'answer-perhaps-none' : 'answer-uncertain';
      return { text: voice.words.say(key), editions: ids.map(edition) };
    }
    case 'before-first':
      return { text: voice.words.say('answer-before-first'), editions: [] };
    case 'none':
      return { text: voice.words.say(`answer-none-${answer.because}`), editions: [] };
  }
}
