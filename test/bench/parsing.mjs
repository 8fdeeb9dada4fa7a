/**
 * Measures how long the compiled library parses and renders ever longer texts, beside the plain pipeline (what remark-parse
 * and remark-gfm are made of), and how the time grows. Fails if a text is slower than the limits below, or grows faster.
 * Usage: node test/bench/parsing.mjs [NAME] [--without-plain]   (only texts whose name contains NAME)
 */
import { parseArgs } from 'node:util';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parseMarkdown } from '../../lib/render/markdown.js';
import { render } from '../../lib/render/render.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'without-plain': { type: 'boolean' } },
});

const SIZES = [1000, 2000, 4000, 8000];
const LARGEST = 8000;
/** Each size is measured so often, by turns with the others; the middle one of the times counts. */
const ROUNDS = 3;
/** In milliseconds. When a text takes the plain pipeline longer, it is not asked for a larger one. */
const BEARABLE = 4000;
/** In milliseconds, for a whole rendering of so many clauses. */
const SLOWEST = { 'loose clauses': { clauses: 4000, most: 1500 }, 'three levels': { clauses: 1000, most: 1500 } };
/** By how much a clause of the largest text may take longer than one of the smallest. */
const STEEPEST = 1.2;

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
for (const [name, textOf] of Object.entries(TEXTS)) if (name.includes(positionals[0] ?? '')) measure(name, textOf);
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'All is within the limits.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** What else runs on the machine makes all of these times longer: this one tells by how much. */
function printYardstick() {
  const paragraph = 'The provider keeps [the data](#x) safe and *sound*.';
  const edition = repeat(90, (n) => `## ${n}. Title\n\n${paragraph}\n\n- a point\n- a point\n\n`);
  const runs = Array.from({ length: 50 }, () => timeOf(() => parsePlainly(edition)));
  const time = middle(runs.slice(20));
  console.log(`An edition of ${(edition.length / 1000).toFixed(0)} KB in the plain pipeline: ${time.toFixed(1)} ms.\n`);
}

function measure(name, textOf) {
  const texts = SIZES.map((clauses) => ({ clauses, markdown: textOf(clauses) }));
  const times = { parse: timesOf(parseMarkdown, texts), render: timesOf(renderWhole, texts), plain: plainTimes(texts) };
  for (const [index, { clauses, markdown }] of texts.entries()) {
    const cells = Object.values(times).flatMap((of) => [shown(of[index]), shownGrowth(of[index], of[index - 1])]);
    const ratio = times.plain[index] === undefined ? '' : (times.plain[index] / times.parse[index]).toFixed(1);
    print([name, clauses, (markdown.length / 1000).toFixed(0), ...cells, ratio]);
  }
  const { clauses, most } = SLOWEST[name] ?? {};
  const time = times.render[SIZES.indexOf(clauses)];
  if (time > most) faults.push(`${name}: ${clauses} clauses take ${time.toFixed(0)} ms, not ${most}`);
  for (const of of ['parse', 'render']) {
    const growth = (times[of].at(-1) / times[of][0]) * (SIZES[0] / LARGEST);
    print([`  ${of}: from ${SIZES[0]} to ${LARGEST} clauses ${growth.toFixed(2)} × linear (at most ${STEEPEST})`]);
    if (growth > STEEPEST) faults.push(`${name}: the time to ${of} grows ${growth.toFixed(2)} × linear`);
  }
}

/**
 * For each text the milliseconds that `work` takes with it. A small text is worked on as often as makes a large one, so that
 * what else happens on the machine falls on all sizes alike.
 */
function timesOf(work, texts) {
  // What is measured first must not pay for the compiler.
  for (let run = 0; run < 3; run += 1) work(texts[0].markdown);
  const rounds = Array.from({ length: ROUNDS }, () =>
    texts.map(({ clauses, markdown }) => {
      const copies = LARGEST / clauses;
      return timeOf(() => Array.from({ length: copies }, () => work(markdown))) / copies;
    }),
  );
  return texts.map((_, index) => middle(rounds.map((times) => times[index])));
}

function plainTimes(texts) {
  const times = [];
  if (values['without-plain'] === true) return times;
  for (const { markdown } of texts) {
    if (times.at(-1) > BEARABLE) break;
    times.push(timeOf(() => parsePlainly(markdown)));
  }
  return times;
}

function middle(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
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
function timeOf(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
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

function shown(time) {
  return time === undefined ? '–' : `${time.toFixed(0)} ms`;
}

function shownGrowth(time, before) {
  return time === undefined || before === undefined ? '' : `× ${(time / before / 2).toFixed(2)}`;
}

function print([first, ...cells]) {
  console.log(first.padEnd(22) + cells.map((cell) => String(cell).padStart(10)).join(''));
}
