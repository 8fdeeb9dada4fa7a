/** What is wished of a build goes in; another moment, or another option, comes of it. */

const DAY = 86_400_000;

/** Name, how often, and the doing. */
export const WISHES = [
  ['minutes later', 2, later(60_000, 90)],
  ['days later', 2, later(DAY, 40)],
  [
    'another time',
    2,
    ({ wishes, random }) => {
      wishes.asOf = Date.UTC(2023, random.below(60), 1) + 3_600_000 * random.below(24);
    },
  ],
  [
    'about a change',
    3,
    ({ wishes, random, site }) => {
      const days = JSON.stringify(site.policies).match(/20\d\d-\d\d-\d\d(?:T[^"]*)?/g);
      wishes.asOf =
        Date.parse(random.pick(days)) + random.pick([-1, 0, 1]) * 3_600_000 * random.below(13) || wishes.asOf;
    },
  ],
  ['--base', 1, toggled('--base', ['/other/', '/'])],
  ['--site', 1, toggled('--site', ['https://host.acme.example'])],
  ['--drafts', 2, toggled('--drafts', [''])],
  ['--strict', 0.5, toggled('--strict', [''])],
  ['--dry-run', 0.5, toggled('--dry-run', [''])],
  ['--out', 0.5, toggled('--out', ['other'])],
  ['--reporter', 2, toggled('--reporter', ['pretty', 'github'])],
  ['--verbose', 1, toggled('--verbose', [''])],
];

function later(unit, most) {
  return ({ wishes, random }) => {
    wishes.asOf += unit * (1 + random.below(most));
  };
}

function toggled(flag, values) {
  return ({ wishes, random }) => {
    if (wishes.flags[flag] === undefined) wishes.flags[flag] = random.pick(values);
    else delete wishes.flags[flag];
  };
}

/** A moment as the command line takes it: midnight is written as a day, which begins where the site is. */
export function isoOf(moment) {
  const written = new Date(moment).toISOString();
  return moment % DAY === 0 ? written.slice(0, 10) : `${written.slice(0, 19)}+00:00`;
}

/** On the command line. */
export function wordsOf({ asOf, flags }) {
  const words = Object.entries(flags).flatMap(([flag, value]) => (value === '' ? [flag] : [flag, value]));
  return ['--reporter', 'json', '--as-of', isoOf(asOf), ...words];
}
