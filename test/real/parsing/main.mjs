/**
 * Parses every Markdown text of the corpora with the compiled library and with the plain pipeline, byte for byte as its
 * publisher wrote it and again without the front matter, and compares the whole trees, places included; and parses and renders
 * it with what is known of the texts before it and without. Fails on any difference, and if a real text is taken for one that would overturn the parser.
 * Usage: node test/real/parsing/main.mjs [FOLDER]   (default: ../shared/corpora beside the repository)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { parseWithStore } from '../../../lib/render/blocks/block-store.js';
import { createKnownBlocks } from '../../../lib/render/blocks/known-blocks.js';
import { findBomb } from '../../../lib/render/bombs.js';
import { parseMarkdown } from '../../../lib/render/markdown.js';
import { unlinkWithinTags } from '../../../lib/render/nested-links.js';
import { render } from '../../../lib/render/render.js';
import { readCorpora } from '../corpora.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../../shared/corpora', import.meta.url));
const sources = readCorpora(folder);
if (sources.length === 0) {
  console.log(`No corpora at ${folder}: no trees are compared.`);
  process.exit(0);
}

const OPTIONS = {
  policy: 'privacy',
  words: { footnotes: 'Footnotes', backToText: 'Back to reference {number}', table: 'Table {number}' },
  numbering: { kind: 'as-typed' },
};
const faults = [];
const rows = {};
for (const { name, editions } of sources) {
  let [markers, bytes, newBytes] = [0, 0, 0];
  const [store, known] = [new Map(), createKnownBlocks()];
  const countingParse = (markdown) => {
    newBytes += markdown.length;
    return parseMarkdown(markdown);
  };
  for (const { origin, text } of editions) {
    const written = readFileSync(join(folder, origin), 'utf8');
    const rest = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    for (const [form, markdown] of Object.entries({ 'as written': written, 'without front matter': rest })) {
      if (findBomb(markdown) !== undefined) faults.push(`${origin}, ${form}: is taken for a bomb`);
      else markers += compare(`${origin}, ${form}`, markdown);
      bytes += markdown.length;
      if (!isDeepStrictEqual(parseWithStore(markdown, store, countingParse), parseMarkdown(markdown))) {
        faults.push(`${origin}, ${form}: another tree from known blocks`);
      }
    }
    const edition = { language: 'en', title: 'T', path: 'a.md', markdown: rest, lineOffset: 3, keyPlaces: {} };
    if (!isDeepStrictEqual(render(edition, { ...OPTIONS, known }), render(edition, OPTIONS))) {
      faults.push(`${origin}: rendered otherwise from known blocks`);
    }
  }
  const parsed = `${Math.round((100 * newBytes) / bytes)} %`;
  rows[name] = { texts: editions.length, trees: 2 * editions.length, 'numbered items': markers, 'not known': parsed };
}
console.table(rows);
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'Every tree is that of the plain pipeline.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Returns how many items have kept their number. */
function compare(name, markdown) {
  const plain = fromMarkdown(markdown, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const ours = parseMarkdown(markdown);
  let markers = 0;
  visit(ours, 'listItem', (item, _, list) => {
    if (item.data?.marker !== undefined) markers += 1;
    if ((item.data?.marker !== undefined) !== list.ordered) faults.push(`${name}: an item without its number`);
    delete item.data;
  });
  // A difference that is meant: browsers cannot nest links.
  unlinkWithinTags(plain, markdown);
  leaveAddedPlaces(ours, plain);
  if (!isDeepStrictEqual(ours, plain)) faults.push(`${name}: another tree`);
  return markers;
}

/** What is cut at a bare address has lost its place in the plain pipeline, and has it in ours. */
function leaveAddedPlaces(ours, plain) {
  if (plain?.position === undefined) {
    delete ours.position;
    delete plain?.position;
  }
  for (const [index, child] of (ours.children ?? []).entries()) leaveAddedPlaces(child, plain?.children?.[index]);
}
