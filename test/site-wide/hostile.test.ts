/** The table of hostile input, through the whole pipeline: what could harm is refused with its place, what is only text is shown as text. */
import { describe, expect, it } from 'vitest';
import { type BuildResult, build } from '../../src/index.ts';
import { readTheme } from '../../src/io/read.ts';
import { isError } from '../../src/model/diagnostic.ts';
import { findFaults } from '../fuzz/oracles.mjs';
import { EDITION, REFUSED, SHOWN, SITE } from './hostile-table.ts';
import { first, parsePage, textOf } from './html.ts';
import { ROOT } from './sample-site.ts';

const theme = (await readTheme({ defaultTheme: `${ROOT}templates`, root: ROOT })).files;
const encoder = new TextEncoder();

type Files = Readonly<Record<string, string | Uint8Array>>;

function buildOf(files: Files): Promise<BuildResult> {
  const all: Files = { 'policies/site.yaml': SITE, 'policies/privacy/2020-01-01.md': `${EDITION}Text.\n`, ...files };
  const sources = Object.entries(all).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? encoder.encode(content) : content,
  }));
  return build({ sources, theme, asOf: '2021-06-01' });
}

describe('hostile input', () => {
  it.each(REFUSED)('%s is refused', async (_what, files, rule, place) => {
    const { diagnostics, files: written } = await buildOf(files);
    const errors = diagnostics.filter(isError).map(({ ruleId, place }) => {
      return `${ruleId} ${place?.path}${place?.line === undefined ? '' : `:${place.line}`}`;
    });
    expect(errors).toContain(`${rule} ${place}`);
    expect(written).toEqual([]);
  });

  it.each(SHOWN)('%s is shown as text', async (markdown, shown) => {
    const path = 'policies/privacy/2020-01-01.md';
    const sources = { [path]: `${EDITION}${markdown}\n` };
    const built = await buildOf(sources);
    expect(built.diagnostics.filter(isError)).toEqual([]);
    const page = built.files.find((file) => file.path === 'privacy/2020-01-01/index.html');
    expect(textOf(first(parsePage(String(page?.content)), 'article'))).toContain(shown);
    expect(findFaults({ sources, built })).toEqual([]);
  });
});
