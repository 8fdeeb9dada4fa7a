/**
 * Measures how long the compiled library parses and renders ever longer texts, beside the plain pipeline (what remark-parse
 * and remark-gfm are made of), and how the time grows. Fails if a text is slower than the limits below, or grows faster.
 * Usage: node test/bench/parsing.mjs [--without-plain]
 */
import { parseArgs } from 'node:util';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parseMarkdown } from '../../lib/render/markdown.js';
import { render } from '../../lib/render/render.js';

const { values } = parseArgs({ options: { 'without-plain': { type: 'boolean' } } });

const SIZES = [1000, 2000, 4000, 8000];
/** Of so many runs the fastest counts: the others were kept waiting by something else. */
const RUNS = 5;
/** In milliseconds. What takes longer is run once; the plain pipeline is not asked for more after it. */
const BEARABLE = 4000;
/** In milliseconds, for a whole rendering of so many clauses. */
const SLOWEST = { 'loose clauses': { clauses: 4000, most: 1500 }, 'three levels': { clauses: 1000, most: 1500 } };
/** Time for the longest text divided by that for the shortest: an eighth more clauses, and a fifth for the memory they need. */
const STEEPEST = 1.2 * (8000 / 1000);

const TEXTS = {
  'loose clauses': (clauses) =>
    repeat(clauses, (n) => `${n}. The provider keeps the data of clause ${n} safe and sound.\n\n`),
  'three levels': (clauses) => threeLevels(clauses, '\n'),
  'three levels, loose': (clauses) => threeLevels(clauses, '\n\n'),
  'headings and labels': (clauses) =>
    repeat(clauses / 5, (n) => `## ${n}. Title\n\n${repeat(4, (m) => `${n}.${m}. The provider keeps it safe.\n\n`)}`),
  'underlined headings': (clauses) =>
    repeat(clauses, (n) => `Title ${n}\n---\n\nThe provider keeps the data safe, see [x](#y).\n\n`),
  'table rows': (clauses) => `| a | b |\n|---|---|\n${repeat(clauses, (n) => `| item ${n} | kept safe |\n`)}`,
  'one note to two': (clauses) =>
    repeat(clauses / 2, (n) => `Text.\n\nText[^${n}].\n\n`) + repeat(clauses / 2, (n) => `[^${n}]: A note.\n\n`),
};

const OPTIONS = {
  policy: 'privacy',
  words: { footnotes: 'Footnotes', backToText: 'Back to reference {number}', table: 'Table {number}' },
  numbering: { kind: 'as-typed' },
};

const faults = [];
printYardstick();
print(['', 'clauses', 'KB', 'parse', 'growth', 'render', 'growth', 'plain', 'growth', 'plain/parse']);
for (const [name, textOf] of Object.entries(TEXTS)) measure(name, textOf);
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'All is within the limits.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** What else runs on the machine makes all of these times longer: this one tells by how much. */
function printYardstick() {
  const paragraph = 'The provider keeps [the data](#x) safe and *sound*.';
  const edition = repeat(90, (n) => `## ${n}. Title\n\n${paragraph}\n\n- a point\n- a point\n\n`);
  for (let run = 0; run < 20; run += 1) parsePlainly(edition);
  const time = fastest(() => parsePlainly(edition));
  console.log(`An edition of ${(edition.length / 1000).toFixed(0)} KB in the plain pipeline: ${time.toFixed(1)} ms.\n`);
}

function measure(name, textOf) {
  const works = { parse: parseMarkdown, render: renderWhole, plain: parsePlainly };
  // What is measured first must not pay for the compiler.
  for (let run = 0; run < 3; run += 1) for (const work of Object.values(works)) work(textOf(SIZES[0] / 2));
  const rows = [];
  for (const clauses of SIZES) {
    const markdown = textOf(clauses);
    const before = rows.at(-1);
    const isBearable = values['without-plain'] !== true && (rows.length === 0 || before.plain < BEARABLE);
    const row = {
      parse: fastest(() => parseMarkdown(markdown)),
      render: fastest(() => renderWhole(markdown)),
      plain: isBearable ? fastest(() => parsePlainly(markdown)) : undefined,
    };
    rows.push(row);
    const growth = (of) => (before?.[of] && row[of] ? `× ${(row[of] / before[of] / 2).toFixed(2)}` : '');
    print([
      ...[name, clauses, (markdown.length / 1000).toFixed(0)],
      ...['parse', 'render', 'plain'].flatMap((of) => [row[of] ? `${row[of].toFixed(0)} ms` : '–', growth(of)]),
      row.plain ? `${(row.plain / row.parse).toFixed(1)}` : '–',
    ]);
    const { most } = SLOWEST[name]?.clauses === clauses ? SLOWEST[name] : {};
    if (row.render > most) faults.push(`${name}: ${clauses} clauses take ${row.render.toFixed(0)} ms, not ${most}`);
  }
  for (const of of ['parse', 'render']) {
    const growth = rows.at(-1)[of] / rows[0][of];
    print([
      `  ${of}: ${SIZES.at(-1)} clauses take ${growth.toFixed(1)} times as long as ${SIZES[0]} (at most ${STEEPEST})`,
    ]);
    if (growth > STEEPEST) faults.push(`${name}: the time to ${of} grows ${growth.toFixed(1)} times`);
  }
}

function renderWhole(markdown) {
  const text = { language: 'en', title: 'T', path: 'policies/privacy/a.md', markdown, lineOffset: 0, keyPlaces: {} };
  const { body, diagnostics, conservation } = render(text, OPTIONS);
  if (body !== undefined && conservation.wordsIn === conservation.wordsOut) return;
  throw new Error(`A text is not rendered: ${JSON.stringify(diagnostics[0])}`);
}

function parsePlainly(markdown) {
  fromMarkdown(markdown, { extensions: [gfm({ singleTilde: false })], mdastExtensions: [gfmFromMarkdown()] });
}

/** In milliseconds of the processor, helpers of the memory included: the clock also counts what other programs take. */
function fastest(work) {
  const times = [];
  while (times.length < RUNS && !(times[0] > BEARABLE)) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

function repeat(count, textOf) {
  return Array.from({ length: count }, (_, index) => textOf(index + 1)).join('');
}

/** Ten clauses: one with three parts, two of which have three points each. */
function threeLevels(clauses, ending) {
  const points = repeat(3, () => `      - The provider keeps a point safe.${ending}`);
  return repeat(clauses / 10, (n) => {
    const parts = [`   1. A part${ending}${points}`, `   2. A part${ending}${points}`, `   3. A part${ending}`];
    return `${n}. The provider keeps clause ${n} safe.${ending}${parts.join('')}`;
  });
}

function print([first, ...cells]) {
  console.log(first.padEnd(22) + cells.map((cell) => String(cell).padStart(9)).join(''));
}
