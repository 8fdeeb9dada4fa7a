/** From diagnostics to workflow commands, which GitHub shows as annotations at the lines of a pull request. */
import path from 'node:path';
import type { Diagnostic, Place } from '../../index.ts';
import { shownPath } from '../shown-path.ts';
import { visibleText } from '../visible-text.ts';

export interface GithubOptions {
  /** Absolute path of the folder to which places are relative. */
  readonly root: string;
  /** Absolute path of the repository: GitHub wants paths relative to it. */
  readonly repository: string;
}

/** One line for each diagnostic (docs.github.com, "Workflow commands"): `::error file=…,line=…,col=…,title=…::message`. */
export function githubReport(diagnostics: readonly Diagnostic[], options: GithubOptions): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic, options)}\n`).join('');
}

function command(diagnostic: Diagnostic, options: GithubOptions): string {
  const { place, severity, ruleId, message, hint, related = [] } = diagnostic;
  const properties = [...(place === undefined ? [] : placeProperties(place, options)), ['title', ruleId] as const];
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  const others = related.map((other) => `See ${placeText(other.place, options)}: ${other.message}`);
  return `::${severity} ${written}::${escapeData([message, `To fix it: ${hint}`, ...others].join('\n'))}`;
}

function placeProperties(place: Place, options: GithubOptions): (readonly [string, string | number])[] {
  const properties: (readonly [string, string | number])[] = [['file', fileOf(place, options)]];
  if (place.line !== undefined) properties.push(['line', place.line]);
  if (place.column !== undefined) properties.push(['col', place.column]);
  return properties;
}

function placeText(place: Place, options: GithubOptions): string {
  return [fileOf(place, options), ...(place.line === undefined ? [] : [place.line])].join(':');
}

function fileOf(place: Place, { root, repository }: GithubOptions): string {
  return shownPath(path.resolve(root, place.path), { from: repository });
}

function escapeData(text: string): string {
  return visibleText(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
