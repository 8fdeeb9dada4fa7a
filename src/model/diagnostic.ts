/** Problems and where they are. A Diagnostic is a plain value; an exception means a fault of ours. */

export type Severity = 'error' | 'warning';

/** Where a problem is. Lines and columns count from 1; columns count UTF-16 units, as editors do. */
export interface Place {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface Diagnostic {
  /** Kebab-case and stable. Ids that begin with `site-` or `output-` are problems of configuration (exit code 2). */
  readonly ruleId: string;
  readonly severity: Severity;
  readonly place?: Place;
  /** What is wrong: one sentence in plain words. */
  readonly message: string;
  /** The cure: what to write or do instead. */
  readonly hint: string;
  /** Other places that belong to the problem, each with what is there. */
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
}

/** Text of a file with LF line ends: all of it, or what follows its first `lineOffset` lines. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
  readonly lineOffset?: number;
}

/** The place in the file of `text.slice(start, end)`. */
export function placeAt({ path, text, lineOffset = 0 }: PlacedText, start: number, end = start): Place {
  const from = pointAt(text, start);
  const place = { path, line: from.line + lineOffset, column: from.column };
  if (end <= start) return place;
  const until = pointAt(text, end);
  return { ...place, endLine: until.line + lineOffset, endColumn: until.column };
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

/** True for problems of site.yaml or of the output folder rather than of a policy's content. */
export function isConfigurationProblem(diagnostic: Diagnostic): boolean {
  return diagnostic.ruleId.startsWith('site-') || diagnostic.ruleId.startsWith('output-');
}

/** Orders diagnostics by path, line and column, then rule, so that a report never depends on the order of work. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.place?.path ?? '', b.place?.path ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message)
  );
}

function pointAt(text: string, offset: number): { line: number; column: number } {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < lineStart; at = text.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - lineStart + 1 };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
