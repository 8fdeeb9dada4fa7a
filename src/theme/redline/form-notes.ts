/** Changes that no word of a text tells of go in; sentences about them come out. */
import type { FormNote } from '../../model/comparison.ts';
import type { FormChange, Redline } from '../../model/redline.ts';
import { shorten } from '../../model/shorten.ts';
import type { RedlineSpeech } from './redline-words.ts';
import { formOf } from './stops.ts';

/** In characters: of a row that is quoted. */
const LONGEST = 60;

/** Each sentence once. */
export function formNotes(form: readonly FormChange[], words: RedlineSpeech): string[] {
  return [...new Set(form.flatMap((change) => sentences(change, words)))];
}

/** Of each block in turn. */
export function notesOn({ blocks }: Pick<Redline, 'blocks'>, words: RedlineSpeech): FormNote[] {
  return blocks.flatMap((block, index) => {
    const form = formOf(block);
    const notes = (isLink: boolean) =>
      formNotes(
        form.filter(({ kind }) => (kind === 'link') === isLink),
        words,
      ).map((sentence) => ({ block: index, isLink, sentence }));
    return [...notes(true), ...notes(false)];
  });
}

function sentences(change: FormChange, { say }: RedlineSpeech): string[] {
  switch (change.kind) {
    case 'link':
      return [linkSentence(change, { say })];
    case 'reference':
      return [
        say('form-reference', { words: tidy(change.words), target: `#${change.target}`, moved: `#${change.moved}` }),
      ];
    case 'note':
      return [say('form-note')];
    case 'note-words':
      return [say('form-note-words')];
    case 'emphasis':
      return [say('form-emphasis', { words: tidy(change.words) })];
    case 'level':
      return [say('form-level', { older: String(change.older), newer: String(change.newer) })];
    case 'role':
      return [say('form-role')];
    case 'parted':
      return [say('form-parted')];
    case 'joined':
      return [say('form-joined')];
    case 'label':
      return [say('form-label', { older: change.older, newer: change.newer })];
    case 'row':
      return [say('form-row', { words: shorten(change.words, LONGEST) })];
    case 'table':
      return [
        ...(change.inserted + change.deleted === 0
          ? []
          : [say('form-columns', { inserted: String(change.inserted), deleted: String(change.deleted) })]),
        ...(change.isRespanned ? [say('form-cells')] : []),
      ];
  }
}

function linkSentence(change: Extract<FormChange, { kind: 'link' }>, { say }: RedlineSpeech): string {
  const { older, newer } = change;
  const words = tidy(change.words);
  if (older === undefined) return say('form-link-set', { words, newer: newer ?? '' });
  if (newer === undefined) return say('form-link-removed', { words, older });
  return say('form-link', { words, older, newer });
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
