/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** A Chromium that needs nothing installed: one per test file, started once, ended after the file's last test. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import packed from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
const UNPACKED = join(CACHE, 'chromium-143.0.4');

/** Starts Chromium: the one that `CHROMIUM_PATH` names, else the one inside @sparticuz/chromium. */
export async function startBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  const browser =
    named === undefined || named === ''
      ? await launch(await unpack(), { FONTCONFIG_FILE: join(UNPACKED, 'only-these-fonts.conf') })
      : await launch(named, {});
  afterAll(() => browser.close());
  return browser;
}

/** The text of the first element that `selector` finds, as it is shown; with plain spaces where a line may not break. */
export async function shownText(tab: Page, selector: string): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is what the tests are after.
  return (await tab.innerText(selector)).replaceAll('\u00A0', ' ');
}

/** The words in cells of tables that do not stand whole on one line. */
export function partedWords(tab: Page): Promise<string[]> {
  return tab.locator('td, th').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const parted: string[] = [];
      while (walker.nextNode() !== null) {
        const text = walker.currentNode.textContent ?? '';
        for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
          const range = document.createRange();
          range.setStart(walker.currentNode, index);
          range.setEnd(walker.currentNode, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) parted.push(word);
        }
      }
      return parted;
    }),
  );
}

function launch(executablePath: string, env: Record<string, string>): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--headless=new'],
    env: { ...process.env, ...env },
  });
}

/**
 * The package unpacks into the temporary folder and takes a file that is still being written for a whole one. Test files
 * run side by side, so each unpacks for itself, and the first to finish gives the result its name.
 */
async function unpack(): Promise<string> {
  const executable = join(UNPACKED, 'chromium');
  if (existsSync(executable)) return executable;
  await mkdir(CACHE, { recursive: true });
  const workshop = await mkdtemp(`${UNPACKED}-`);
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = workshop;
  try {
    await packed.executablePath();
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
  await writeFile(join(workshop, 'only-these-fonts.conf'), fontConfiguration());
  await rename(workshop, UNPACKED).catch(async (error) => {
    await rm(workshop, { recursive: true, force: true });
    if (!existsSync(executable)) throw error;
  });
  return executable;
}

/** Only the fonts inside the package: a machine without any font can show a page, and every machine lays it out alike. */
function fontConfiguration(): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(UNPACKED, 'fonts')}</dir>
  <cachedir>${join(UNPACKED, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
