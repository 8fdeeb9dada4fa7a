/** A site as data goes in; what legal staff do to its sources is done to it. */
import { ownTemplate, setPolicy, setSite } from './settings.mjs';
import { addEdition, changeWords, language, NAMES, someDay, someEdition, someOf, somePolicy } from './site.mjs';

const LETTERS = ['б', 'ж', 'и', 'щ', 'ы', 'э'];

function correct(site, random) {
  const edition = someEdition(site, random);
  const tag = language(edition, random);
  const blocks = edition.texts[tag];
  const at = blocks.findIndex((one) => one.includes('recieve'));
  if (at === -1) return;
  blocks[at] = blocks[at].replace('recieve', 'receive');
  edition.corrections[tag] ??= [];
  edition.corrections[tag].push(
    `{on: 2027-0${1 + random.below(3)}-15, was: recieve, now: receive, reason: Typing error}`,
  );
}

function renamePolicy(site, random) {
  const old = someOf(site.policies, random);
  const slug = random.pick(NAMES.filter((name) => site.policies[name] === undefined));
  const { [old]: policy, ...others } = site.policies;
  if (random.isTimeFor(0.7)) policy.config.aliases = `[${old}]`;
  site.policies = { ...others, [slug]: policy };
}

function switchLanguage(site, random) {
  const { config } = site;
  if (config.languages.includes('ru')) {
    if (random.isTimeFor(0.7)) config.languages = config.languages.toReversed();
    else {
      config.languages = ['en'];
      for (const { editions } of Object.values(site.policies))
        for (const { texts } of Object.values(editions)) delete texts.ru;
    }
  } else config.languages = ['en', 'ru'];
}

function translate(site, random) {
  const edition = someEdition(site, random);
  if (edition.texts.ru !== undefined && edition.texts.en !== undefined) delete edition.texts.ru;
  else edition.texts.ru = (edition.texts.en ?? []).map((one) => `${one} ${random.pick(LETTERS)}`);
}

function changeMeta(site, random) {
  const { meta } = someEdition(site, random);
  site.count += 1;
  const [key, value] = random.pick([
    ['summary', `Changes no. ${site.count}`],
    ['title', `Policy no. ${site.count}`],
    ['version', `"${site.count}.10"`],
    ['published', someDay(random)],
    ['change', 'editorial'],
    ['retroactive', 'true'],
    ['announcedEffective', someDay(random)],
    ['status', 'draft'],
    ['withdrawn', `{on: ${someDay(random, 2026 + random.below(2))}, reason: Issued in error}`],
  ]);
  if (meta[key] !== undefined && random.isTimeFor(0.7)) delete meta[key];
  else meta[key] = value;
  // The one is not said without the other.
  if (key === 'withdrawn' && meta.withdrawn !== undefined) meta.status = 'withdrawn';
  if (key === 'withdrawn' && meta.withdrawn === undefined) delete meta.status;
  if (key === 'status') delete meta.withdrawn;
}

/** What legal staff do to the sources: name, how often, and the doing. */
export const ACTS = [
  [
    'edit words',
    6,
    (site, random) => {
      const { texts } = someEdition(site, random);
      changeWords(site, random, random.pick(Object.values(texts)));
    },
  ],
  ['add an edition', 4, (site, random) => addEdition(site, somePolicy(site, random), random)],
  [
    'delete an edition',
    1,
    (site, random) => {
      const { editions } = somePolicy(site, random);
      if (Object.keys(editions).length > 1) delete editions[someOf(editions, random)];
    },
  ],
  [
    'rename an edition',
    1,
    (site, random) => {
      const { editions } = somePolicy(site, random);
      const old = someOf(editions, random);
      editions[`${old.slice(0, 10)}.${2 + random.below(7)}`] = editions[old];
      delete editions[old];
    },
  ],
  ['rename a policy', 1, renamePolicy],
  [
    'add a policy',
    1,
    (site, random) => {
      const policy = { config: {}, editions: {} };
      addEdition(site, policy, random);
      site.policies[random.pick(NAMES)] ??= policy;
    },
  ],
  [
    'delete a policy',
    0.5,
    (site, random) => {
      if (Object.keys(site.policies).length > 1) delete site.policies[someOf(site.policies, random)];
    },
  ],
  ['correct', 3, correct],
  ['change front matter', 5, changeMeta],
  ['change policy.yaml', 2, setPolicy],
  ['change site.yaml', 3, setSite],
  ['change a template', 2, ownTemplate],
  ['languages', 1, switchLanguage],
  ['translate', 2, translate],
  [
    'line ends',
    0.5,
    (site) => {
      site.lineEnd = site.lineEnd === '\n' ? '\r\n' : '\n';
    },
  ],
  [
    'a fault',
    1,
    (site, random) => {
      const policy = someOf(site.policies, random);
      site.files[
        random.pick([
          `policies/${policy}/2020-13-01.md`,
          `policies/${policy}/${policy}.txt`,
          'templates/home.liquid',
          'templates/parts/facts.liquid',
          'templates/strings/en.yaml',
        ])
      ] = '{{ nothing.there }}';
    },
  ],
];
