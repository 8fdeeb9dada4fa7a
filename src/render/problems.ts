/** Collects what is wrong with one text, turning positions in its Markdown into places in its file. */
import type { Html, Text } from 'mdast';
import type { Point } from 'unist';
import type { Diagnostic, Place, Severity } from '../model/diagnostic.ts';
import type { EditionText } from '../model/policy.ts';

/** A problem before it has a place. */
export interface Problem {
  readonly ruleId: string;
  readonly severity?: Severity;
  readonly message: string;
  readonly hint: string;
}

/** A stretch of the Markdown, as its syntax tree gives it. */
export interface Stretch {
  readonly start: Point;
  readonly end: Point;
}

/** Where in a node's value, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface Problems {
  readonly diagnostics: readonly Diagnostic[];
  /** Lines of the file before the Markdown begins. */
  readonly lineOffset: number;
  placeOf(stretch: Stretch): Place;
  /** Reports a problem at a stretch of the Markdown; without one, at the file. */
  at(stretch: Stretch | undefined, problem: Problem): void;
  /** Reports a problem with `at.length` UTF-16 units of one line, `at.offset` units into the value of a text node. */
  inText(node: Text, at: Span, problem: Problem): void;
  /** The same in an HTML node. */
  inHtml(node: Html, at: Span, problem: Problem): void;
}

export function createProblems(text: EditionText): Problems {
  const diagnostics: Diagnostic[] = [];
  const lines = text.markdown.split('\n');
  const report = (place: Place, { severity = 'error', ...problem }: Problem) => {
    diagnostics.push({ severity, place, ...problem });
  };
  return {
    diagnostics,
    lineOffset: text.lineOffset,
    placeOf: (stretch) => placeOf(text, stretch),
    at(stretch, problem) {
      const place = stretch === undefined ? { path: text.path } : placeOf(text, stretch);
      report(place, problem);
    },
    inText: (node, at, problem) => report(placeIn(node, at), problem),
    inHtml: (node, at, problem) => report(placeIn(node, at), problem),
  };

  /** A node's later lines lack the indentation of a list or quote around it, so their text is found again in the source. */
  function placeIn(node: Html | Text, { offset, length }: Span): Place {
    const start = node.position?.start;
    const before = node.value.slice(0, offset).split('\n');
    const line = (start?.line ?? 1) + before.length - 1;
    // A line end that is written as a reference (`&#10;`) is none in the source: then the whole stretch is marked.
    if (node.position !== undefined && line > node.position.end.line) return placeOf(text, node.position);
    const inLine = before.at(-1)?.length ?? 0;
    const written = node.value.split('\n')[before.length - 1] ?? '';
    const indent =
      before.length === 1 ? (start?.column ?? 1) - 1 : Math.max(0, (lines[line - 1] ?? '').indexOf(written));
    const column = indent + inLine + 1;
    const most = (lines[line - 1] ?? '').length + 1;
    const end = { endLine: line + text.lineOffset, endColumn: Math.min(column + length, most) };
    return { path: text.path, line: line + text.lineOffset, column: Math.min(column, most), ...end };
  }
}

function placeOf(text: EditionText, { start, end }: Stretch): Place {
  return {
    path: text.path,
    line: start.line + text.lineOffset,
    column: start.column,
    endLine: end.line + text.lineOffset,
    endColumn: end.column,
  };
}
