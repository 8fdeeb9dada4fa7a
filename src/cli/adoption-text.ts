/** What the history tells of published texts goes in; lines for people come out. */
import type { AdoptedEvent } from '../index.ts';
import { isoInstant } from '../model/civil-date.ts';
import { LEDGER_SOURCE } from '../model/ledger.ts';
import type { AdoptFacts } from './commands/adopt.ts';
import { counted } from './counted.ts';
import type { Paint } from './paint.ts';
import { visibleLine } from './visible-text.ts';

const WORDS: { readonly [kind in AdoptedEvent['kind']]: string } = {
  sealed: 'published',
  edited: 'EDITED',
  corrected: 'corrected',
  withdrawn: 'withdrawn',
  removed: 'REMOVED',
  'date-moved': 'date moved',
  'address-changed': 'address changed',
};

/** A line, and one for each place where words were changed. The day is that of the commit, in UTC. */
export function eventLines({ kind, policy, edition, language, commit, instant, redline }: AdoptedEvent, paint: Paint) {
  const word = WORDS[kind].padEnd('address changed'.length);
  const shown = kind === 'edited' || kind === 'removed' ? paint.warning(word) : word;
  const day = isoInstant(instant).slice(0, 10);
  const line = `${day}  ${commit.slice(0, 9)}  ${shown}  ${visibleLine(`${policy} ${edition} (${language})`)}`;
  return [line, ...redline.map((place) => `    ${visibleLine(place)}`)].map((text) => `${text}\n`).join('');
}

/** How many texts were published, how many of them were edited, and what was written. */
export function adoptionSummary({ events, commits, entries, head, isWritten }: AdoptFacts): string {
  const named = (kind: AdoptedEvent['kind']) => events.filter((event) => event.kind === kind);
  const texts = (some: readonly AdoptedEvent[]) =>
    new Set(some.map(({ policy, edition, language }) => `${policy}/${edition}/${language}`)).size;
  const [edited, removed] = [named('edited'), named('removed')];
  const lines = [
    `${counted(texts(named('sealed')), 'text')} published in ${counted(commits, 'state')} of policies/.`,
    edited.length === 0
      ? 'None was edited afterwards without a declaration.'
      : `${texts(edited)} of them edited afterwards without a declaration, ${counted(edited.length, 'time')} in all: the ledger says so.`,
    ...(removed.length === 0
      ? []
      : [
          `${counted(texts(removed), 'text')} removed: what is not there now is not in the ledger. Put the files back to have them entered.`,
        ]),
    isWritten
      ? `${LEDGER_SOURCE} begun: ${counted(entries, 'entry', 'entries')}, head ${head}. Commit the file.`
      : `Nothing was written; the ledger would have ${counted(entries, 'entry', 'entries')}.`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
