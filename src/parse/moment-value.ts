/** Text from front matter goes in; the day or instant it names comes out, or advice on how to write it. */
import { type CivilDate, type Moment, parseCivilDate, parseMoment, parseSpan } from '../model/civil-date.ts';
import { type Converted, converted } from './conversion.ts';
import { adviseOnDay, nearly, tidied } from './date-advice.ts';
import type { Words } from './reading.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(.*)$/;

/** What other spellings, in small letters, stand for. */
const MEANT = [
  [/^(up)?on (the )?(day of )?publication$/, 'on-publication'],
  [/^(unknown|not known)( date)?$/, 'unknown'],
] as const;

/** `on-publication`, `unknown`, or a moment. */
export type Effective = 'on-publication' | 'unknown' | Moment;

/** A day, `YYYY-MM-DD`. */
export const dayValue = converted((text): Converted<CivilDate> => {
  const value = parseCivilDate(text);
  if (value !== undefined) return { value };
  const moment = parseMoment(tidied(text));
  if (moment === undefined) return adviseOnDay(text);
  return { message: `“${text}” is not in the form YYYY-MM-DD.`, hint: `Write ${moment.day}.` };
});

/** A day, or an instant with an offset (RFC 3339). */
export const momentValue = converted(convertMoment);

/** A moment, `on-publication`, or `unknown`. */
export const effectiveValue = converted((text): Converted<Effective> => {
  if (text === 'on-publication' || text === 'unknown') return { value: text };
  const words = text.toLowerCase().replace(/[\s_-]+/g, ' ');
  const meant = MEANT.find(([spelling]) => spelling.test(words));
  if (meant !== undefined) return { message: `“${text}” is not spelled as it must be.`, hint: `Write ${meant[1]}.` };
  const moment = convertMoment(text);
  const span = parseSpan(tidied(text));
  if ('value' in moment || span === undefined) return moment;
  const hint = `${moment.hint} If it is not known, write “effective: unknown” and “published: ${span.written}”.`;
  return { ...moment, hint };
});

/** A day or an instant, or advice on how to write it. */
export function convertMoment(text: string): Converted<Moment> {
  const value = parseMoment(text);
  return value === undefined ? adviseOnMoment(text) : { value };
}

function adviseOnMoment(written: string): Words {
  const text = tidied(written);
  const match = INSTANT.exec(text);
  if (parseMoment(text) !== undefined) return nearly(written, text);
  if (match === null) return adviseOnDay(written);
  const [, day = '', hour = '', minute = '', second, zone = ''] = match;
  if (parseCivilDate(day) === undefined) return adviseOnDay(day);
  const time = [hour.padStart(2, '0'), minute, ...(second === undefined ? [] : [second])].join(':');
  if (parseMoment(`${day}T${time}Z`) === undefined) {
    return {
      message: `“${written}” names no time of the day.`,
      hint: 'Hours go from 00 to 23, minutes and seconds to 59.',
    };
  }
  const cure = `${day}T${time}${offsetFrom(zone)}`;
  if (parseMoment(cure) !== undefined) {
    return { message: `“${written}” is not written as a point in time must be.`, hint: `Write ${cure}.` };
  }
  const message =
    zone === ''
      ? `“${written}” does not say in which time zone.`
      : `“${written}” does not say by how much its clock differs from UTC.`;
  return {
    message,
    hint: `Add the difference from UTC, as in ${day}T${time}+03:00; or write only ${day}, which begins at midnight in the site’s time zone.`,
  };
}

/** `+3`, `+0300` and `UTC` as RFC 3339 writes them; other text as it is. */
function offsetFrom(zone: string): string {
  if (/^(utc|gmt|z)$/i.test(zone)) return 'Z';
  const [, sign, hours = '', minutes = '00'] = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? [];
  return sign === undefined ? zone : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}
