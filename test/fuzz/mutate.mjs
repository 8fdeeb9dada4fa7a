/** The files of a site and a source of chances go in; the same site, changed here and there where its structure is, comes out. */
import { ATTACKS, KEYS, PIECES, VALUES } from './dictionary.mjs';

/** Some files of `site` changed in one to eight ways each. `texts` are what pieces are borrowed from. */
export function mutate(site, random, texts) {
  const changed = { ...site };
  for (const path of Object.keys(site)) {
    if (!random.isTimeFor(chanceOf(path))) continue;
    const changes = 1 + random.below(8);
    for (let count = 0; count < changes; count += 1) changed[path] = mutateFile(path, changed[path], { random, texts });
  }
  return changed;
}

/** Settings are changed seldom: one that is wrong ends the run before any text is looked at. */
function chanceOf(path) {
  if (path.endsWith('.yaml')) return 0.08;
  return path.includes('/terms/') ? 0.1 : 0.75;
}

function mutateFile(path, text, { random, texts }) {
  if (path.endsWith('.yaml')) return mutateYaml(text, random);
  const [, head = '', body = ''] = /^(---\n[\s\S]*?\n---\n)?([\s\S]*)$/.exec(text) ?? [];
  if (random.isTimeFor(0.04)) return `${mutateYaml(head, random)}${body}`;
  if (random.isTimeFor(0.01)) return damage(text, random);
  return `${head}${random.pick(BODY)(body, random, texts)}`;
}

const BODY = [
  (text, random) => insert(text, random, random.pick(PIECES)),
  (text, random) => insert(text, random, random.pick(PIECES)),
  (text, random) => insert(text, random, `${random.pick(PIECES)}${random.pick(PIECES)}`),
  (text, random) => insert(text, random, random.pick(PIECES).repeat(2 + random.below(40))),
  (text, random) => insert(text, random, random.isTimeFor(0.3) ? random.pick(ATTACKS) : random.pick(PIECES)),
  (text, random) => wrap(text, random),
  (text, random) => withBlocks(text, random, (blocks, at) => blocks.toSpliced(at, 1)),
  (text, random) => withBlocks(text, random, (blocks, at) => blocks.toSpliced(at, 0, blocks[at])),
  (text, random) => withBlocks(text, random, (blocks, at) => swap(blocks, at, random.below(blocks.length))),
  (text, random) => withBlocks(text, random, (blocks, at) => blocks.with(at, prefixed(blocks[at], random))),
  (text, random) => withBlocks(text, random, (blocks, at) => blocks.with(at, prefixed(blocks[at], random))),
  (text, random, texts) => withBlocks(text, random, (blocks, at) => blocks.toSpliced(at, 0, borrowed(random, texts))),
  (text, random) => withLines(text, random, (lines, at) => lines.toSpliced(at, 1)),
  (text, random) => withLines(text, random, (lines, at) => lines.with(at, `${random.pick(STARTS)}${lines[at]}`)),
  (text, random) => withLines(text, random, (lines, at) => lines.with(at, lines[at].trimStart())),
  (text, random) => withLines(text, random, (lines, at) => lines.toSpliced(at, 0, '')),
  (text, random) => cut(text, random),
];

const STARTS = [
  '- ',
  '* ',
  '1. ',
  '2) ',
  '> ',
  '  ',
  '   ',
  '    ',
  '\t',
  '# ',
  '### ',
  'a) ',
  '(b) ',
  '1.1. ',
  '| ',
  ': ',
  '[^1]: ',
  '    - ',
];

function insert(text, random, piece) {
  const at = boundary(text, random);
  return `${text.slice(0, at)}${piece}${text.slice(at)}`;
}

/** Mostly where a word begins or ends, where mark-up matters most. */
function boundary(text, random) {
  const at = random.below(text.length + 1);
  if (random.isTimeFor(0.2)) return at;
  const next = text.slice(at).search(/\s/);
  return next === -1 ? text.length : at + next + random.below(2);
}

function wrap(text, random) {
  const [from, until] = [boundary(text, random), boundary(text, random)].sort((a, b) => a - b);
  if (until - from > 400) return text;
  const [before, after] = random.pick(PAIRS);
  return `${text.slice(0, from)}${before}${text.slice(from, until)}${after}${text.slice(until)}`;
}

const PAIRS = [
  ...[
    ['**', '**'],
    ['*', '*'],
    ['_', '_'],
    ['~~', '~~'],
    ['`', '`'],
    ['[', '](/privacy/)'],
    ['[', '](#x)'],
    ['[', '][x]'],
    ['<b>', '</b>'],
  ],
  ...[
    ['<u>', '</u>'],
    ['<div>', '</div>'],
    ['<p>', '</p>'],
    ['<a href="#1">', '</a>'],
    ['<!--', '-->'],
    ['"', '"'],
    ['(', ')'],
    ['<', '>'],
  ],
  ...[
    ['<li>', '</li>'],
    ['<details>', '</details>'],
    ['![', '](x.png)'],
    ['\n```\n', '\n```\n'],
    ['<td>', '</td>'],
    ['<h3>', '</h3>'],
    ['<pre>', '</pre>'],
  ],
];

function withBlocks(text, random, change) {
  const blocks = text.split(/\n{2,}/);
  return change(blocks, random.below(blocks.length)).join('\n\n');
}

function withLines(text, random, change) {
  const lines = text.split('\n');
  return change(lines, random.below(lines.length)).join('\n');
}

function swap(items, one, other) {
  return items.with(one, items[other]).with(other, items[one]);
}

function prefixed(block, random) {
  const start = random.pick(STARTS);
  if (random.isTimeFor(0.5)) return block.replace(/^/gm, start);
  return `${start}${block.replace(/\n/g, `\n${' '.repeat(start.length)}`)}`;
}

function borrowed(random, texts) {
  return random.pick(random.pick(texts).split(/\n{2,}/)).slice(0, 1500);
}

function cut(text, random) {
  const at = random.below(text.length + 1);
  return `${text.slice(0, at)}${text.slice(at + random.below(40))}`;
}

/** Another value, another key, a line doubled, taken away or moved in. */
function mutateYaml(text, random) {
  return withLines(text, random, (lines, at) => {
    const line = lines[at];
    switch (random.below(7)) {
      case 0:
        return lines.toSpliced(at, 0, line);
      case 1:
        return lines.toSpliced(at, 1);
      case 2:
        return lines.with(at, line.replace(/^( *(?:- )?)[^:]+:/, `$1${random.pick(KEYS)}:`));
      case 3:
        return lines.with(at, `${random.pick([' ', '  ', '- ', '\t', '#', '&a '])}${line}`);
      case 4:
        return lines.with(at, damage(line, random));
      default:
        return lines.with(at, replaceValue(line, random));
    }
  });
}

function replaceValue(line, random) {
  const value = random.isTimeFor(0.3) ? JSON.stringify(random.pick([...ATTACKS, ...PIECES])) : random.pick(VALUES);
  const inner = [...line.matchAll(/: (?:"[^"]*"|[^,{}[\]"]+)/g)];
  if (inner.length < 2) return line.replace(/:.*$/, () => `: ${value}`);
  const { index, 0: found } = random.pick(inner);
  return `${line.slice(0, index)}: ${value}${line.slice(index + found.length)}`;
}

/** A character more, less or other. */
function damage(text, random) {
  const at = random.below(text.length + 1);
  return `${text.slice(0, at)}${random.isTimeFor(0.6) ? random.pick(PIECES) : ''}${text.slice(at + random.below(3))}`;
}
