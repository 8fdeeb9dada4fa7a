/**
 * Renders the sampled texts with the compiled library, compares the clauses found with those a reader found (truth.tsv), and
 * prints precision, recall and every difference. Fails if a text does not render.
 * Usage: node test/real/clauses/main.mjs [FOLDER]   (default: ../shared/corpora beside the repository)
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { render } from '../../../lib/render/render.js';
import { chooseSample } from './sample.mjs';

const OPTIONS = {
  policy: 'sampled',
  words: { footnotes: 'N', backToText: 'B {number}', table: 'T {number}' },
  numbering: { kind: 'as-typed' },
};

/** Marks for which a text is refused, taken off line by line so that all lines keep their numbers. */
const REFUSED = [
  [/ (?:class|style)="[^"]*"/g, ''],
  [/<\/?footer>/g, ''],
  [/<URL>/g, 'URL'],
  [/^\{:[^}]*\}$/gm, ''],
  [/\]\(consultantplus:[^)]*\)/g, '](#)'],
];

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../../shared/corpora', import.meta.url));
if (!existsSync(join(folder, 'MANIFEST.tsv'))) {
  console.log(`No corpora at ${folder}: clause detection is not judged.`);
  process.exit(0);
}

const truth = readTruth(new URL('truth.tsv', import.meta.url));
const judged = chooseSample(folder).map(judgeText);
console.table(Object.fromEntries(judged.map(({ origin, rows }) => [origin, tallyOf(rows)])));
const rows = judged.flatMap((text) => text.rows);
printRates('all', rows);
printRates(
  'without borderline cases',
  rows.filter(({ note }) => !note.startsWith('borderline')),
);
for (const { origin, line, expected, got, note } of rows.filter(({ expected, got }) => expected !== got)) {
  console.log(
    `${origin}:${line} expected ${expected ?? 'no clause'}, got ${got ?? 'no clause'}${note && ` (${note})`}`,
  );
}

/** The labels of a text as read and as found: a row for each line of either, `undefined` where there is none. */
function judgeText(origin) {
  const found = new Map();
  for (const { line, label } of renderText(origin).filter((clause) => clause.label !== undefined)) {
    found.set(line, [...(found.get(line) ?? []), normalize(label)]);
  }
  const read = truth.filter((row) => row.origin === origin);
  const rows = read.map(({ line, label, isClause, note }) => {
    const labels = found.get(line) ?? [];
    const expected = isClause ? label : undefined;
    const got = labels.includes(label) ? label : labels[0];
    found.set(
      line,
      labels.filter((other) => other !== got),
    );
    return { origin, line, expected, got, note };
  });
  const unread = [...found].flatMap(([line, labels]) => {
    return labels.map((got) => ({ origin, line, expected: undefined, got, note: '' }));
  });
  return { origin, rows: [...rows, ...unread].sort((a, b) => a.line - b.line) };
}

function renderText(origin) {
  const source = readFileSync(join(folder, origin), 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const theirs = /^(---|\+\+\+)[ \t]*\n[\s\S]*?\n\1[ \t]*\n/.exec(source)?.[0] ?? '';
  const markdown = REFUSED.reduce((text, [mark, plain]) => text.replace(mark, plain), source.slice(theirs.length));
  const lineOffset = theirs.split('\n').length - 1;
  const text = { language: 'en', title: 'x', path: origin, markdown, lineOffset, keyPlaces: {} };
  const { body, diagnostics } = render(text, OPTIONS);
  if (body !== undefined) return body.clauses;
  const reasons = diagnostics.filter(({ severity }) => severity === 'error');
  console.log(
    `${origin} does not render: ${reasons.map(({ place, message }) => `${place.line}: ${message}`).join(' ')}`,
  );
  process.exitCode = 1;
  return [];
}

function readTruth(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((row) => {
    const [origin, line, label = '', verdict, note = ''] = row.split('\t');
    return { origin, line: Number(line), label: normalize(label), isClause: verdict === 'yes', note };
  });
}

/** A label's closing stop or dash and the kind of its spaces do not matter: they make no other clause of it. */
function normalize(label) {
  return label.replace(/\s+/g, ' ').replace(/[\s.:–—-]+$/, '');
}

function tallyOf(rows) {
  return {
    'judged yes': rows.filter(({ expected }) => expected !== undefined).length,
    'judged no': rows.filter(({ expected, got, note }) => expected === undefined && (got === undefined || note !== ''))
      .length,
    found: rows.filter(({ got }) => got !== undefined).length,
    right: rows.filter(isRight).length,
  };
}

function isRight({ expected, got }) {
  return expected !== undefined && expected === got;
}

function printRates(name, rows) {
  const right = rows.filter(isRight).length;
  const { found, 'judged yes': wanted } = tallyOf(rows);
  const percent = (whole) => `${((100 * right) / whole).toFixed(2)} % (${right} of ${whole})`;
  console.log(`${name}: precision ${percent(found)}, recall ${percent(wanted)}`);
}
