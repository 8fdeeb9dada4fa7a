/** Words that stayed go in; runs of them, parted where their mark-up changed, come out. */
import type { FormChange, Run } from '../model/redline.ts';
import type { Edit } from './edits.ts';
import { cut, type Line, type Stretch } from './line.ts';
import { hasSameEmphasis, type Restyling, restylingsOf } from './restyling.ts';
import { styleOf } from './styles.ts';
import type { Judge } from './targets.ts';
import type { Token } from './tokens.ts';

export interface Lines {
  readonly older: Line;
  readonly newer: Line;
  readonly judge: Judge;
}

/** Where an edit stands in both texts. */
export interface Place {
  readonly older: Stretch;
  readonly newer: Stretch;
}

export interface Runs {
  readonly runs: readonly Run[];
  readonly form: readonly FormChange[];
}

interface Group {
  readonly restylings: readonly Restyling[];
  readonly signature: string;
  isSpelledAlike: boolean;
  last: { readonly older: Token; readonly newer: Token };
}

/** `edit` is one of `same`; `place` may take in or leave out the white space around its words. */
export function sameRuns(edit: Edit, place: Place, lines: Lines): Runs {
  const runs: Run[] = [];
  const form: FormChange[] = [];
  let [from, start] = [place.older.start, place.newer.start];
  const groups = groupsOf(edit, lines);
  for (const [index, group] of groups.entries()) {
    const isLast = index === groups.length - 1 && group.restylings.length === 0;
    const end = isLast ? { older: place.older.end, newer: place.newer.end } : endOf(group);
    const olderPart = { start: from, end: end.older };
    const newerPart = { start, end: end.newer };
    const nodes = cut(lines.newer, newerPart, { keepsIds: true });
    const older = () => cut(lines.older, olderPart, { keepsIds: false });
    if (group.restylings.length > 0) runs.push({ kind: 'restyled', nodes, older: older() });
    else runs.push({ kind: 'same', nodes, ...(group.isSpelledAlike ? {} : { older: older() }) });
    const words = lines.newer.text.slice(newerPart.start, newerPart.end).trim();
    form.push(...group.restylings.map((restyling) => withWords(restyling, words)));
    [from, start] = [olderPart.end, newerPart.end];
  }
  const rest = { start, end: place.newer.end };
  if (rest.start < rest.end) runs.push({ kind: 'same', nodes: cut(lines.newer, rest, { keepsIds: true }) });
  return { runs, form };
}

/** White space is never the one that was restyled. */
function endOf({ restylings, last: { older, newer } }: Group): { readonly older: number; readonly newer: number } {
  return restylings.length > 0
    ? { older: older.wordEnd, newer: newer.wordEnd }
    : { older: older.end, newer: newer.end };
}

function groupsOf({ older, newer }: Edit, lines: Lines): Group[] {
  const groups: Group[] = [];
  for (let step = 0; older.start + step < older.end; step += 1) {
    const one = lines.older.tokens[older.start + step];
    const other = lines.newer.tokens[newer.start + step];
    if (one === undefined || other === undefined) continue;
    const [olderStyle, newerStyle] = [styleOf(lines.older, one), styleOf(lines.newer, other)];
    const isMark = one.weight === 0;
    const restylings = restylingsOf(olderStyle, newerStyle, { judge: lines.judge, isMark });
    const isSpelledAlike =
      lines.older.text.slice(one.start, one.wordEnd) === lines.newer.text.slice(other.start, other.wordEnd) &&
      hasSameEmphasis(olderStyle, newerStyle);
    const signature = restylings.length === 0 ? '' : JSON.stringify(restylings);
    const last = groups.at(-1);
    // A mark between two words goes with the word before it, whose change of emphasis it may share.
    const isGoingOn = last?.signature === signature || (isMark && !isSpelledAlike && restylings.length === 0);
    if (last !== undefined && isGoingOn) {
      last.isSpelledAlike &&= isSpelledAlike;
      last.last = { older: one, newer: other };
    } else groups.push({ restylings, signature, isSpelledAlike, last: { older: one, newer: other } });
  }
  return groups;
}

function withWords(restyling: Restyling, words: string): FormChange {
  return restyling.kind === 'note' ? restyling : { ...restyling, words };
}
