/** The public API, and nothing else. */
export { type BuildInput, type BuildResult, build } from './build.ts';
export type { Diagnostic, Place, Severity } from './model/diagnostic.ts';
export type { OutputFile, SourceFile } from './model/file.ts';
export type { Site } from './model/site.ts';
export type { Timeline } from './model/timeline.ts';
