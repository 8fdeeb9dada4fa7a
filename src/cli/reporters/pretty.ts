/** From diagnostics to a report for people: where, what is wrong, the line itself, what to do about it. */
import path from 'node:path';
import type { Diagnostic, Place } from '../../index.ts';
import type { Paint } from '../paint.ts';
import { shownPath } from '../shown-path.ts';
import { sourceFrame } from '../source-frame.ts';
import { visibleLine, visibleText } from '../visible-text.ts';

export interface PrettyOptions {
  /** Absolute path of the folder to which places are relative. */
  readonly root: string;
  /** Absolute path of the folder from which the reader looks. */
  readonly cwd: string;
  /** Cells in a line. */
  readonly columns: number;
  readonly paint: Paint;
  /** The lines of a file, by a place's path; undefined if it is not at hand. */
  readonly linesOf: (path: string) => readonly string[] | undefined;
}

const INDENT = '  ';

/** One block of lines for each diagnostic, each with an empty line after it. */
export function prettyReport(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  return diagnostics.map((diagnostic) => `${block(diagnostic, options).join('\n')}\n\n`).join('');
}

function block(diagnostic: Diagnostic, options: PrettyOptions): string[] {
  const { paint } = options;
  const { place, severity, message, hint, related = [], ruleId } = diagnostic;
  const where = place === undefined ? '' : `${paint.strong(placeText(place, options))}  `;
  return [
    `${where}${paint[severity](severity)}  ${indented(message)}`,
    ...(place === undefined ? [] : frame(place, severity, options)),
    `${INDENT}${paint.good('To fix it:')} ${indented(hint)}`,
    ...related.map((other) => `${INDENT}See ${placeText(other.place, options)}  ${indented(other.message)}`),
    `${INDENT}${paint.dim(`[${visibleLine(ruleId)}]`)}`,
  ];
}

/** `path:line:column` as far as it is known, which terminals and editors turn into a link. */
function placeText(place: Place, { root, cwd }: PrettyOptions): string {
  const file = visibleLine(shownPath(path.resolve(root, place.path), { from: cwd }));
  const position = place.column === undefined ? [place.line] : [place.line, place.column];
  return place.line === undefined ? file : [file, ...position].join(':');
}

function frame(place: Place, severity: Diagnostic['severity'], options: PrettyOptions): string[] {
  const { paint, columns } = options;
  const found = sourceFrame(options.linesOf(place.path) ?? [], place, columns - INDENT.length);
  if (found === undefined) return [];
  const lines = [`${INDENT}${paint.dim(found.gutter)}${found.line}`];
  if (found.mark !== '') {
    const margin = `${' '.repeat(found.gutter.length - 2)}| `;
    lines.push(`${INDENT}${paint.dim(margin)}${paint[severity](found.mark)}`);
  }
  return lines;
}

/** Safe to print; further lines stand under the block's indent. */
function indented(text: string): string {
  return visibleText(text).replaceAll('\n', `\n${INDENT}${INDENT}`);
}
