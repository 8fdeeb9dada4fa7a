/** Two bodies, their redline and which clauses came and went by the history of clauses go in; every way in which the list of changes says otherwise comes out. */

/**
 * Numbers are read from the bodies, not from the redline. A clause whose words the redline has in no block of their own (an item
 * of a list written in HTML) is told of by neither.
 * @param {{
 *   older: import('../../../src/model/clause.ts').Body,
 *   newer: import('../../../src/model/clause.ts').Body,
 *   redline: import('../../../src/model/redline.ts').Redline,
 *   added: readonly string[],
 *   removed: readonly string[],
 * }} compared
 * @returns {string[]}
 */
export function disagreementsOf({ older, newer, redline, added, removed }) {
  const { changes, blocks } = redline;
  const named = (kinds, side) =>
    changes.filter(({ kind }) => kinds.includes(kind)).map((change) => change[side]?.anchor ?? '?');
  const has = (side) => new Set(blocks.flatMap((block) => block[side]?.anchor ?? []));
  const told = { older: has('older'), newer: has('newer') };
  const [came, went] = [
    added.filter((anchor) => told.newer.has(anchor)),
    removed.filter((anchor) => told.older.has(anchor)),
  ];
  return [
    ...unequal('added', named(['added', 'split'], 'newer'), came),
    ...unequal('removed', named(['removed', 'joined'], 'older'), went),
    ...twice(changes),
    ...changes.flatMap(({ kind, older: was, newer: is }) => mislabelled({ kind, was, is }, { older, newer })),
  ];
}

function unequal(kind, told, expected) {
  const [one, other] = [told, expected].map((list) => list.toSorted().join(' '));
  return one === other ? [] : [`${kind}: the list has "${one}", the history "${other}"`];
}

function twice(changes) {
  const keys = changes.map(({ kind, older, newer }) => `${kind} ${older?.anchor} ${newer?.anchor}`);
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key} is told twice`);
}

function mislabelled({ kind, was, is }, bodies) {
  const problems = [];
  if (['added', 'split'].includes(kind) && was !== undefined)
    problems.push(`${is?.anchor} is added, yet was ${was.anchor}`);
  if (['removed', 'joined'].includes(kind) && is !== undefined)
    problems.push(`${was?.anchor} is removed, yet is ${is.anchor}`);
  for (const [side, name] of [
    ['older', was],
    ['newer', is],
  ]) {
    const clause = bodies[side].clauses.find(({ anchor }) => anchor === name?.anchor);
    if (name !== undefined && clause?.label !== name.label)
      problems.push(`${kind} ${name.anchor} is called ${name.label}`);
  }
  return problems;
}
