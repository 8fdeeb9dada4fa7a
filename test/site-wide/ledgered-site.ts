/** A small site of two languages with a ledger, as policies/ would hold it; built, sealed, and changed in a few words. */
import { type BuildResult, build, ledgerJson, seal } from '../../src/index.ts';
import { LEDGER_SOURCE } from '../../src/model/ledger.ts';
import { sources } from '../builders.ts';
import { BODY, editionFile, type Files, PRIVACY, TWO_LANGUAGES } from '../ledger/ledgered.ts';
import { THEME } from '../theme/views.ts';

const NOW = '2021-06-01T09:00:00Z';

const RUSSIAN = '# Политика\n\n1. Мы храним имя. Пишите на legal@acme.example.\n';

/** Two editions, the first in two languages; e-mail addresses and links in the text. */
export const SITE_FILES: Files = {
  'policies/site.yaml': TWO_LANGUAGES,
  [PRIVACY]: editionFile(
    '',
    `${BODY}\nWrite to legal@acme.example or see [the later edition](/privacy/2021-05-04/).\n`,
  ),
  'policies/privacy/2020-02-04.ru.md': `---\ntitle: Политика\nsummary: Первая.\n---\n${RUSSIAN}`,
  'policies/privacy/2021-05-04.md': editionFile('', BODY)
    .replace('effective: 2020-02-04', 'effective: 2021-05-04')
    .replace('published: 2020-01-28', 'published: 2021-04-01\nsummary: Drops an address.'),
};

export function built(files: Files, asOf = NOW, theme = THEME): Promise<BuildResult> {
  return build({ sources: sources(files), theme, asOf });
}

/** `files` with the ledger that `promulgate seal` would write; throws if it would refuse. */
export async function sealedFiles(files: Files, asOf = NOW): Promise<Files> {
  const { ledgerWork, diagnostics } = await built(files, asOf);
  const sealing = ledgerWork === undefined ? undefined : seal(ledgerWork);
  if (sealing === undefined || sealing.diagnostics.length > 0) {
    throw new Error(JSON.stringify(sealing?.diagnostics ?? diagnostics, null, 2));
  }
  return { ...files, [LEDGER_SOURCE]: ledgerJson(sealing.ledger) };
}

/** The files of a site that builds, as text, by path. */
export function outputOf({ files, diagnostics }: BuildResult): Map<string, string> {
  if (files.length === 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  const decoder = new TextDecoder();
  return new Map(
    files.map(({ path, content }) => [path, typeof content === 'string' ? content : decoder.decode(content)]),
  );
}
