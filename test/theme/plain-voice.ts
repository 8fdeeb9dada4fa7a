/** A voice whose sentences are records of what was said, and whose dates stand as they were written. */
import { momentIso } from '../../src/model/civil-date.ts';
import type { Voice } from '../../src/theme/statements.ts';
import { WORDS, type WordKey } from '../../src/theme/words.ts';

export interface Said {
  readonly key: WordKey;
  readonly values: { readonly [name: string]: string | undefined };
}

export const plainVoice: Voice = {
  language: 'en',
  words: {
    words: Object.fromEntries(Object.keys(WORDS).map((key) => [key, key])),
    say: (key, ...[values]) => `⟦${JSON.stringify({ key, values: values ?? {} }).replace(/[⟦⟧]/g, escaped)}⟧`,
  },
  dates: {
    day: (day) => day,
    moment: momentIso,
    lastOf: (until) => (until.kind === 'day' ? dayBefore(until.day) : momentIso(until)),
    view: (value) => {
      const text = 'written' in value ? value.written : momentIso(value);
      return { iso: text, text };
    },
  },
};

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** One record can be a value of another. */
function escaped(bracket: string): string {
  return `\\u${bracket.charCodeAt(0).toString(16)}`;
}

/** What was said in `text`, in order. Throws if there is more in it than records and what holds them apart. */
export function readSaid(text: string): Said[] {
  const records = text.match(/⟦[^⟦⟧]*⟧/g) ?? [];
  const rest = records.length === 0 ? '' : text.replace(/⟦[^⟦⟧]*⟧/g, '').replace(/[. ]/g, '');
  if (rest !== '') throw new Error(`Not said by a sentence of its own: ${rest}`);
  return records.map((record): Said => JSON.parse(record.slice(1, -1)));
}
