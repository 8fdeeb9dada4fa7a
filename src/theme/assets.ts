/** The theme's assets go in; they come out named after their content, so that a browser may keep them for ever. */
import type { OutputFile, SourceFile } from '../model/file.ts';
import { lazy } from '../model/lazy.ts';
import { sha256 } from '../model/sha256.ts';

export interface Assets {
  readonly files: readonly OutputFile[];
  /** From the name in the theme (`assets/site.css`) to the path below the site's root; undefined if the theme has no such file. */
  pathOf(name: string): string | undefined;
}

/** They are named when they are first asked for. */
export function nameAssets(theme: readonly SourceFile[]): Assets {
  const named = lazy(() => nameAll(theme));
  return {
    get files() {
      return named().files;
    },
    pathOf: (name) => named().pathOf(name),
  };
}

function nameAll(theme: readonly SourceFile[]): Assets {
  const paths = new Map<string, string>();
  const files = theme
    .filter(({ path }) => path.startsWith('assets/'))
    .map(({ path, bytes }): OutputFile => {
      const named = withHash(path, sha256(bytes).slice(0, 10));
      paths.set(path, named);
      return { path: named, content: bytes };
    });
  return { files, pathOf: (name) => paths.get(name) };
}

function withHash(path: string, hash: string): string {
  const dot = path.lastIndexOf('.');
  return `${path.slice(0, dot)}.${hash}${path.slice(dot)}`;
}
