/**
 * The corpora go in; the clauses by which lineage is judged come out, drawn by a seed, so many of each kind, with what a judge
 * has to read.
 * Usage: node test/real/lineage/sample.mjs [FOLDER]   (default: ../shared/corpora beside the repository)
 */
import { fileURLToPath } from 'node:url';
import { compare } from '../../../lib/diff/compare.js';
import { traceClauses } from '../../../lib/diff/trace-clauses.js';
import { clauseTexts } from '../../../lib/ledger/clause-digests.js';
import { mulberry32 } from '../clauses/sample.mjs';
import { readBodies } from '../redlines/bodies.mjs';

export const SEED = 20261128;
const AT_MOST_PER_PAIR = 3;
/** Characters of a clause that a judge is shown. */
const LONGEST = 400;

/** How many of each kind are drawn. What stayed under its number and title is the most of it and the easiest. */
const SIZES = { kept: 10, changed: 35, renamed: 50, 'new beside lost ones': 45, lost: 30 };

/**
 * @typedef {object} Traced
 * @property {string} older origin of the older text
 * @property {string} newer origin of the newer text
 * @property {keyof typeof SIZES} kind
 * @property {string} anchor of the clause: of the newer text, or of the older for `lost`
 * @property {string | undefined} match the fragment of the clause found in the other text
 * @property {{ older: import('../../../lib/model/clause.js').Body, newer: import('../../../lib/model/clause.js').Body }} bodies
 */

/**
 * @param {string} folder
 * @returns {Generator<Traced>} every clause of every text with one before it, and of the older text those without a match
 */
export function* readTraced(folder) {
  for (const { editions } of readBodies(folder)) {
    for (const [index, newer] of editions.entries()) {
      const older = editions[index - 1];
      if (older === undefined) continue;
      const bodies = { older: older.body, newer: newer.body };
      const clauses = { older: older.body.clauses, newer: newer.body.clauses };
      const steps = traceClauses(compare(older.body, newer.body), clauses);
      const found = new Set(steps.map((step) => step.older));
      const lost = clauses.older.filter(({ anchor }) => !found.has(anchor));
      const pair = { older: older.origin, newer: newer.origin, bodies };
      for (const step of steps) {
        const before = clauses.older.find(({ anchor }) => anchor === step.older);
        const kind = kindOf(step, before, lost.length > 0);
        if (kind !== undefined) yield { ...pair, kind, anchor: step.clause.anchor, match: step.older };
      }
      // Where every clause of the newer text was found, the others were taken out.
      const hasNew = steps.some((step) => step.older === undefined);
      if (hasNew) for (const { anchor } of lost) yield { ...pair, kind: 'lost', anchor, match: undefined };
    }
  }
}

function kindOf(step, before, hasLost) {
  if (before === undefined) return hasLost ? 'new beside lost ones' : undefined;
  const isSame = before.label === step.clause.label && before.title === step.clause.title;
  if (!isSame) return 'renamed';
  return step.isChanged ? 'changed' : 'kept';
}

/**
 * @param {string} folder
 * @returns {Traced[]}
 */
export function chooseTraced(folder) {
  const all = [...readTraced(folder)];
  const random = mulberry32(SEED);
  return Object.entries(SIZES).flatMap(([kind, size]) => {
    const left = all.filter((each) => each.kind === kind);
    const perPair = new Map();
    const chosen = [];
    while (chosen.length < size && left.length > 0) {
      const [one] = left.splice(Math.floor(random() * left.length), 1);
      const taken = perPair.get(one.newer) ?? 0;
      if (taken === AT_MOST_PER_PAIR) continue;
      perPair.set(one.newer, taken + 1);
      chosen.push(one);
    }
    return chosen;
  });
}

const known = new WeakMap();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../../../shared/corpora', import.meta.url));
  for (const [index, one] of chooseTraced(folder).entries()) console.log(shown(one, index + 1));
}

/** The clause, what it was found to be, and the clauses of the other text that say most like it, told by words alone. */
function shown({ kind, older, newer, anchor, match, bodies }, number) {
  const [own, other] = kind === 'lost' ? [bodies.older, bodies.newer] : [bodies.newer, bodies.older];
  const words = wordsOf(own, anchor);
  const others = other.clauses
    .map((clause) => ({ anchor: clause.anchor, words: wordsOf(other, clause.anchor) }))
    .map((clause) => ({ ...clause, alike: alike(words, clause.words) }))
    .sort((a, b) => b.alike - a.alike);
  return [
    `\n=== ${number} ${kind}: ${older} → ${newer.split('/').at(-1)}`,
    `#${anchor} [${words.length}] ${words.slice(0, LONGEST)}`,
    ...(match === undefined ? [] : [`  FOUND #${match} ${wordsOf(other, match).slice(0, LONGEST)}`]),
    ...others
      .filter((clause) => clause.anchor !== match)
      .slice(0, match === undefined ? 5 : 1)
      .map((clause) => `  ${clause.alike.toFixed(2)} #${clause.anchor} ${clause.words.slice(0, 160)}`),
  ].join('\n');
}

function wordsOf(body, anchor) {
  const words = known.get(body) ?? new Map(clauseTexts(body).map((clause) => [clause.anchor, clause.words]));
  known.set(body, words);
  return words.get(anchor) ?? '';
}

/** Dice's coefficient of the sets of words. */
function alike(one, other) {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  return a.size + b.size === 0 ? 0 : (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}
