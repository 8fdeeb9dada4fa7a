/** An edition's place in time goes in; the few words of an archive's cell come out. */
import type { Period } from '../model/timeline.ts';
import { isStaged, lingeringSentences, type Placement, retiredOn, untilText, type Voice } from './statements.ts';

export function intervalOf({ dated, timeline }: Placement, voice: Voice): string {
  const { words, dates } = voice;
  const { state, edition } = dated;
  switch (state.kind) {
    case 'draft':
      return words.say('interval-draft');
    case 'withdrawn-before-effect':
      return words.say('interval-withdrawn-before-effect', { on: dates.day(state.on) });
    case 'retired-before-effect':
      return words.say('interval-retired-before-effect', { on: retiredOn(timeline, voice) });
    case 'superseded-same-day':
      return words.say('interval-superseded-same-day', { from: dates.moment(edition.effective) });
    case 'announced':
    case 'in-force':
    case 'in-force-for-some':
    case 'superseded':
    case 'withdrawn':
    case 'retired':
      break;
  }
  const parts = dated.periods.map((period) => interval(period, voice));
  if (parts.length === 0) parts.push(words.say('interval-perhaps'));
  const { declared } = edition;
  if (declared.kind === 'withdrawn') parts.push(words.say('interval-withdrawn', { on: dates.day(declared.on) }));
  if (isStaged(dated)) parts.push(words.say('interval-staged'));
  // Some languages end a date with a full stop.
  return [...parts, ...lingeringSentences(dated, voice)].join('. ').replaceAll('.. ', '. ');
}

/** A stretch of time in a few words. */
function interval(period: Pick<Period, 'until' | 'isFromLatest' | 'isUntilLatest' | 'from'>, voice: Voice): string {
  const { words, dates } = voice;
  const from = dates.moment(period.from);
  if (period.until === undefined) return words.say(period.isFromLatest ? 'interval-by' : 'interval-from', { from });
  const by = dates.moment(period.until);
  const until = untilText(period.until, voice);
  if (period.isFromLatest) {
    return period.isUntilLatest
      ? words.say('interval-by-replaced-by', { from, until: by })
      : words.say('interval-by-until', { from, until });
  }
  return period.isUntilLatest
    ? words.say('interval-from-replaced-by', { from, until: by })
    : words.say('interval-from-until', { from, until });
}
