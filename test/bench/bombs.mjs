/**
 * Runs `check` of the compiled program on texts that would keep a Markdown parser busy for minutes, or overturn it, each as
 * the one edition of a site, and prints how it ended and how long it took. Fails if one is neither a success nor refused with
 * a place and a cure, or takes longer than the limit; or if what is long, and no bomb, takes more than its share when it is twice as long.
 * Usage: node test/bench/bombs.mjs [NAME]   (only those whose name contains NAME)
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../lib/command/main.js', import.meta.url));
/** In milliseconds of the processor, the start of the program included. */
const MOST = 2000;
/** In milliseconds on the clock: what is not done by then hangs. */
const HANGS = 120_000;

/** Loaded before the program: tells at its end how long the processor worked for it. */
const METER = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(2, '\\nPROCESSOR ' + Math.round((user + system) / 1000) + '\\n');
  });
`)}`;

const TEXTS = {
  'nothing to refuse': () => 'Text.',
  '10,000 quotes': () => `${'>'.repeat(10_000)} x`,
  '10,000 quotes, spaced': () => `${'> '.repeat(10_000)}x`,
  '10,000 bullets': () => `${'* '.repeat(10_000)}x`,
  '10,000 numbers': () => `${'1. '.repeat(10_000)}x`,
  '10,000 notes in each other': () => `${'[^a]: '.repeat(10_000)}x`,
  'a list 1,000 deep, line by line': () => lines(1000, (n) => `${'  '.repeat(n)}* x`),
  'a list 700 deep, with tabs': () => lines(700, (n) => `${'\t'.repeat(n)}* x`),
  'quotes 600 deep, line by line': () => lines(600, (n) => `${'>'.repeat(n + 1)} x`),
  'quotes and lists by turns': () => `${'> * '.repeat(3000)}x`,
  'a list 99 deep, 300 times': () => lines(30_000, (n) => `${'  '.repeat(n % 99)}* x`),
  '100,000 [': () => '['.repeat(100_000),
  '100,000 ]': () => ']'.repeat(100_000),
  '100,000 ![': () => '!['.repeat(100_000),
  '100,000 [a]': () => '[a]'.repeat(100_000),
  '100,000 [^a]': () => '[^a]'.repeat(100_000),
  '100,000 [a](': () => '[a]('.repeat(100_000),
  '100,000 [a](<b': () => '[a](<b'.repeat(100_000),
  '50,000 [a][b]': () => `${'[a][b]'.repeat(50_000)}\n\n[b]: #x`,
  '10,000 links in each other': () => `${'['.repeat(10_000)}x${'](#y)'.repeat(10_000)}`,
  '1,900 links in each other': () => `${'['.repeat(1900)}x${'](#y)'.repeat(1900)}`,
  '1,900 images in each other': () => `${'!['.repeat(1900)}x${'](#y)'.repeat(1900)}`,
  '20,000 links in a line': () => '[x](#y) '.repeat(20_000),
  '100,000 (': () => `[a]${'('.repeat(100_000)}`,
  '100,000 *': () => '*'.repeat(100_000),
  '100,000 * at words': () => '*a '.repeat(100_000),
  '100,000 closing *': () => 'a* '.repeat(100_000),
  '50,000 *a_': () => '*a_ '.repeat(50_000),
  '100,000 _a': () => '_a'.repeat(100_000),
  '100,000 _a apart': () => '_a '.repeat(100_000),
  '50,000 **a *b': () => '**a *b '.repeat(50_000),
  '100,000 ~~a': () => '~~a '.repeat(100_000),
  '10,000 emphases in each other': () => `${'*a '.repeat(10_000)}${' b*'.repeat(10_000)}`,
  '10,000 * around a word': () => `${'*'.repeat(10_000)}a${'*'.repeat(10_000)}`,
  '30,000 emphases in a line': () => '*a* **b** '.repeat(15_000),
  'backticks in 450 lengths': () => Array.from({ length: 450 }, (_, n) => '`'.repeat(n + 1)).join('a'),
  '10,000 `': () => '` a'.repeat(10_001),
  '8,000 ` and ``': () => 'a ` b `` '.repeat(8000),
  '100,000 <': () => '<'.repeat(100_000),
  '50,000 <a': () => '<a '.repeat(50_000),
  '20,000 <!--': () => `a ${'<!-- b '.repeat(20_000)}`,
  '20,000 <?': () => `a ${'<? b '.repeat(20_000)}`,
  '20,000 <![CDATA[': () => `a ${'<![CDATA[ b '.repeat(20_000)}`,
  '20,000 <!A': () => `a ${'<!A b '.repeat(20_000)}`,
  '20,000 <!-- in blocks': () => '<!-- b\n\n'.repeat(20_000),
  '100,000 &': () => '&'.repeat(100_000),
  '100,000 &amp;': () => '&amp;'.repeat(100_000),
  '100,000 \\': () => '\\'.repeat(100_000),
  '20,000 <div>': () => '<div>'.repeat(20_000),
  '20,000 <div>, a line each': () => '<div>\n\n'.repeat(20_000),
  '20,000 <b>': () => '<b>'.repeat(20_000),
  '20,000 <b> in text': () => `a ${'<b>'.repeat(20_000)}`,
  '20,000 <u>x': () => `a ${'<u>x'.repeat(20_000)}`,
  '20,000 closed <u>': () => `a ${'<u>'.repeat(20_000)}x${'</u>'.repeat(20_000)}`,
  '5,000 closed <div>': () => `${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}`,
  '5,000 closed <table>': () => `${'<table><tr><td>'.repeat(5000)}x${'</td></tr></table>'.repeat(5000)}`,
  'a tag with 20,000 attributes': () => `<a ${'b '.repeat(20_000)}>x</a>`,
  'a line of 100,000 |': () => '|'.repeat(100_000),
  'a table of 5,000 columns': () => `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${'|b'.repeat(5000)}|`,
  'a table of 300 × 300': () => `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${`${'|b'.repeat(300)}|\n`.repeat(300)}`,
  'a table of 30,000 rows': () => `|a|b|\n|-|-|\n${lines(30_000, (n) => `|${n}|c|`)}`,
  '300 columns, 20,000 short rows': () => `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${'|b|\n'.repeat(20_000)}`,
  '50,000 notes': () => `Text.\n\n${lines(50_000, (n) => `[^${n}]: A note.\n`)}`,
  '10,000 notes, each referred to': () => `${lines(10_000, (n) => `Text[^${n}].\n\n[^${n}]: A note.\n`)}`,
  '50,000 references to a note': () => `${'Text[^a]. '.repeat(50_000)}\n\n[^a]: A note.`,
  '50,000 definitions': () => `Text.\n\n${lines(50_000, (n) => `[x${n}]: #y`)}`,
  '50,000 definitions, apart': () => `Text.\n\n${lines(50_000, (n) => `[x${n}]: #y\n`)}`,
  '50,000 lines of [x]: without end': () => `Text.\n\n${lines(50_000, () => '[x]: ')}`,
  '50,000 unclosed titles': () => lines(50_000, (n) => `[x${n}]: #y "t`),
  '100,000 lines like labels': () => lines(100_000, (n) => `${n % 999}.1. x`),
  '100,000 lines like letters': () => lines(100_000, (n) => `(${'abcdefgh'[n % 8]}) word;`),
  'a paragraph of 100,000 lines': () => 'some words\n'.repeat(100_000),
  'a line of 1.9 MB': () => 'word '.repeat(380_000),
  'one word of 1.9 MB': () => 'w'.repeat(1_900_000),
  '500,000 blank lines': () => `a${'\n'.repeat(500_000)}b`,
  '100,000 spaces in a line': () => `a${' '.repeat(100_000)}b`,
  '100,000 tabs': () => `${'\t'.repeat(100_000)}b`,
  '10,000 underlined headings': () => 'a\n---\n'.repeat(10_000),
  '100,000 www.': () => 'www.'.repeat(100_000),
  '100,000 a@': () => 'a@'.repeat(100_000),
  '100,000 a.b@c._': () => `${'a.'.repeat(100_000)}@b`,
  '100,000 http://': () => 'http://'.repeat(100_000),
  '50,000 {#a}': () => '{#a} '.repeat(50_000),
  '50,000 {{': () => '{{ a '.repeat(50_000),
  '100,000 section 1': () => 'see section 1.1, '.repeat(50_000),
  '10 MB': () => 'Some words of a paragraph.\n\n'.repeat(360_000),
};

/** Long texts of what is dear, each of a size that is not refused. */
const GROWING = {
  'labels without stop': (n) => lines(25 * n, () => 'a)\n'),
  'addresses in a line': (n) => 'www.example.com '.repeat(15 * n),
  'links in paragraphs': (n) => `${'[x](https://a.example) '.repeat(n)}\n\n`.repeat(10),
};
/** The start of the program is part of both times. */
const MOST_GROWTH = 2.5;

const wanted = process.argv[2] ?? '';
const faults = [];
for (const [name, textOf] of Object.entries(TEXTS)) if (name.includes(wanted)) tryText(name, textOf());
for (const [name, textOf] of Object.entries(GROWING)) {
  if (!name.includes(wanted)) continue;
  const [once, twice] = [1000, 2000].map((size) => tryText(`${name}, ${size}`, textOf(size), HANGS));
  if (twice > MOST_GROWTH * once)
    faults.push(`${name}: twice the text took ${(twice / once).toFixed(1)} times as long`);
}
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'Every text was taken or refused in time.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

function tryText(name, text, most = MOST) {
  const site = writeSite(text);
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', METER, PROGRAM, 'check', '--root', site, '--as-of', '2026-01-01', '--reporter', 'json'],
      { encoding: 'utf8', timeout: HANGS, maxBuffer: 2 ** 28 },
    );
    const time = Number(/^PROCESSOR (\d+)$/m.exec(stderr)?.[1] ?? Number.NaN);
    const rules = rulesOf(stdout);
    console.log(`${name.padEnd(34)}${`${time} ms`.padStart(10)}  exit ${status}  ${rules?.summary ?? 'NO REPORT'}`);
    if (status === null) faults.push(`${name}: not done after ${HANGS} ms`);
    else if (status > 1 || rules === undefined || /RangeError|at .*\.js:\d+/.test(stderr)) {
      faults.push(`${name}: crashed: ${stderr.slice(0, 400)}`);
    } else if ((status === 1) !== rules.isRefused) faults.push(`${name}: exit ${status} without a reason`);
    if (time > most) faults.push(`${name}: took ${time} ms`);
    return time;
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

/** What the report says, in one line; undefined if there is none. */
function rulesOf(report) {
  try {
    const { diagnostics } = JSON.parse(report);
    const counts = new Map();
    for (const { ruleId, place, hint } of diagnostics) {
      const rule = place?.path === undefined || !hint ? `${ruleId} WITHOUT PLACE OR CURE` : ruleId;
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    const isRefused = diagnostics.some(({ severity }) => severity === 'error');
    return { isRefused, summary: [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ') };
  } catch {
    return undefined;
  }
}

function writeSite(text) {
  const site = mkdtempSync(join(tmpdir(), 'bomb-'));
  const edition = join(site, 'policies', 'privacy', '2020-01-01.md');
  mkdirSync(dirname(edition), { recursive: true });
  writeFileSync(join(site, 'policies', 'site.yaml'), 'title: T\nurl: https://a.example\ntimeZone: UTC\n');
  writeFileSync(edition, `---\ntitle: T\neffective: 2020-01-01\n---\n${text}\n`);
  return site;
}

function lines(count, lineOf) {
  return Array.from({ length: count }, (_, index) => `${lineOf(index)}\n`).join('');
}
