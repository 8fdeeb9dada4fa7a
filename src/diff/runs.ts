/** Two lines and the edits between them go in; the runs of a redline, with mark-up, come out. */
import type { FormChange, Run } from '../model/redline.ts';
import { type Edit, lengthOf, type Words } from './edits.ts';
import { cut, type Line } from './line.ts';
import { type Lines, type Runs, sameRuns } from './same-runs.ts';

interface Progress {
  /** How far each text is shown, in UTF-16 units. */
  older: number;
  newer: number;
}

/**
 * White space goes where either text, read alone, still has it between its words: with the words that stayed if both have it,
 * else with the change.
 */
export function runsOf(edits: readonly Edit[], lines: Lines): Runs {
  const runs: Run[] = [];
  const form: FormChange[] = [];
  const shown: Progress = { older: 0, newer: 0 };
  for (const [index, edit] of edits.entries()) {
    const isLast = index === edits.length - 1;
    if (edit.kind === 'same') {
      const isSpaced = isSpacedAfter(lines.older, edit.older) && isSpacedAfter(lines.newer, edit.newer);
      const ends = isLast
        ? { older: lines.older.text.length, newer: lines.newer.text.length }
        : { older: endOf(lines.older, edit.older, isSpaced), newer: endOf(lines.newer, edit.newer, isSpaced) };
      const place = {
        older: { start: shown.older, end: ends.older },
        newer: { start: shown.newer, end: ends.newer },
      };
      const same = sameRuns(edit, place, lines);
      runs.push(...same.runs);
      form.push(...same.form);
      Object.assign(shown, ends);
    } else runs.push(...changedRuns(edit, { lines, shown, isLast }));
  }
  return { runs, form };
}

function changedRuns(
  { older, newer }: Edit,
  { lines, shown, isLast }: { readonly lines: Lines; readonly shown: Progress; readonly isLast: boolean },
): Run[] {
  const [deletes, inserts] = [lengthOf(older) > 0, lengthOf(newer) > 0];
  const isShared = deletes && inserts && isSpacedAfter(lines.older, older) && isSpacedAfter(lines.newer, newer);
  // The other text has white space here that is not shown yet: what stayed next begins with it.
  const isOwed =
    (deletes && !inserts && shown.newer < startOf(lines.newer, newer)) ||
    (inserts && !deletes && shown.older < startOf(lines.older, older));
  const keepsSpace = isLast || !(isShared || isOwed);
  const runs: Run[] = [];
  if (deletes) {
    const end = isLast ? lines.older.text.length : endOf(lines.older, older, keepsSpace);
    runs.push({ kind: 'deleted', nodes: cut(lines.older, { start: shown.older, end }, { keepsIds: false }) });
    shown.older = end;
  }
  if (inserts) {
    const end = isLast ? lines.newer.text.length : endOf(lines.newer, newer, keepsSpace);
    runs.push({ kind: 'inserted', nodes: cut(lines.newer, { start: shown.newer, end }, { keepsIds: true }) });
    shown.newer = end;
  }
  return runs;
}

function isSpacedAfter({ tokens }: Line, { end }: Words): boolean {
  const last = tokens[end - 1];
  return last !== undefined && last.end > last.wordEnd;
}

function endOf({ tokens }: Line, { end }: Words, withSpace: boolean): number {
  const last = tokens[end - 1];
  return (withSpace ? last?.end : last?.wordEnd) ?? 0;
}

function startOf({ tokens, text }: Line, { start }: Words): number {
  return tokens[start]?.start ?? text.length;
}
