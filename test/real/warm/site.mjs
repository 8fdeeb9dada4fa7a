/** Chances go in; a small site comes out, as plain data, with editions to come and its files as they are on disk. */
import { ownTemplate, setFeedback, setPolicy } from './settings.mjs';

export const WORDS = ['Data', 'Account', 'Service', 'Order', 'Notice', 'Card', 'Track', 'Partner', 'Refund', 'Cookie'];
export const NAMES = ['privacy', 'terms', 'cookies', 'refunds', 'data', 'api-terms'];

/** @returns a site of some policies; `files` holds what stands in no policy: templates, words, the ledger. */
export function createSite(random) {
  const languages = random.isTimeFor(0.4) ? ['en', 'ru'] : ['en'];
  const site = {
    config: { title: 'Acme policies', url: 'https://legal.acme.example', timeZone: 'Europe/Moscow', languages },
    policies: {},
    files: {},
    lineEnd: '\n',
    count: 0,
  };
  const count = 2 + random.below(3);
  for (const slug of NAMES.slice(0, count)) {
    const policy = { config: {}, editions: {} };
    site.policies[slug] = policy;
    const editions = 1 + random.below(4);
    for (let index = 0; index < editions; index += 1) addEdition(site, policy, random, 2023 + index);
  }
  if (random.isTimeFor(0.5)) setFeedback(site, random);
  if (random.isTimeFor(0.3)) ownTemplate(site, random);
  if (random.isTimeFor(0.5)) setPolicy(site, random);
  return site;
}

export const someOf = (record, random) => random.pick(Object.keys(record));
export const somePolicy = (site, random) => site.policies[someOf(site.policies, random)];
/** Mostly one that can be changed without a word about it. */
export function someEdition(site, random, policy = somePolicy(site, random)) {
  const ids = Object.keys(policy.editions);
  return policy.editions[random.isTimeFor(0.7) ? ids.at(-1) : random.pick(ids)];
}
const pad = (number) => `${number}`.padStart(2, '0');
export const someDay = (random, year = 2023 + random.below(5)) =>
  `${year}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;
export const language = (edition, random) => random.pick(Object.keys(edition.texts));

function sentence(site, random) {
  site.count += 1;
  const [one, other] = [random.pick(WORDS), random.pick(WORDS)];
  const link = `[${one}](../${random.pick(NAMES)}/)`;
  return random.pick([
    `The ${one} of each ${other} must be kept for ${random.below(90)} days.`,
    `“${one}” means the ${other} that you give us (no. ${site.count}).`,
    `We may end the **${one}** at any time; see clause ${1 + random.below(4)}.${1 + random.below(3)}.`,
    `See our ${link} for more on the ${other}.`,
    `A fee of ${random.below(500)} EUR falls due on ${someDay(random)}, unless section ${1 + random.below(4)} applies.`,
    `Words ${site.count} about ${one} and ${other} recieve no answer.`,
  ]);
}

function block(site, random, section, clause) {
  const say = () => sentence(site, random);
  const from = random.isTimeFor(0.08) ? ` {from=${someDay(random, 2027)}}` : '';
  return random.pick([
    `${section}.${clause}. ${say()}${from}`,
    `${section}.${clause}. ${say()} ${say()}`,
    `${section}.${clause}. ${say()}\n\n(a) ${say()}\n\n(b) ${say()}`,
    `${section}.${clause}. ${say()}\n\n- ${say()}\n- ${say()}`,
    `${section}.${clause}. ${say()}\n\n1. ${say()}\n2. ${say()}`,
    `${section}.${clause}. ${say()}\n\n| ${random.pick(WORDS)} | Days |\n|---|---|\n| ${say()} | ${random.below(90)} |`,
    `${section}.${clause}. ${say()}[^n${section}${clause}]\n\n[^n${section}${clause}]: ${say()}`,
  ]);
}

function newText(site, random) {
  const blocks = [];
  for (let section = 1; section <= 2 + random.below(3); section += 1) {
    blocks.push(`## ${section}. ${random.pick(WORDS)}`);
    for (let clause = 1; clause <= 1 + random.below(3); clause += 1) blocks.push(block(site, random, section, clause));
  }
  return blocks;
}

/** Most words stay. */
function nextText(site, random, blocks) {
  const next = [...blocks];
  for (let times = random.below(4); times >= 0; times -= 1) changeWords(site, random, next);
  return next;
}

export function changeWords(site, random, blocks) {
  const at = random.below(blocks.length);
  const old = blocks[at];
  if (old.startsWith('#')) blocks[at] = `${old} and ${random.pick(WORDS)}`;
  else if (random.isTimeFor(0.15) && blocks.length > 3) blocks.splice(at, 1);
  else if (random.isTimeFor(0.15)) blocks.splice(at + 1, 0, `The ${sentence(site, random)}`);
  else if (random.isTimeFor(0.2)) blocks.push(blocks.splice(at, 1)[0]);
  // As long as before.
  else if (random.isTimeFor(0.5))
    blocks[at] = old.replace(/\d(?= (?:days|EUR))/, (digit) => `${(Number(digit) + 1) % 10}`);
  // Behind the number, if there is one.
  else blocks[at] = old.replace(/^(?:[\d.]+ )?/, (start) => `${start}${sentence(site, random)} `);
}

export function addEdition(site, policy, random, year = 2024 + random.below(4)) {
  const day = someDay(random, year);
  if (policy.editions[day] !== undefined) return;
  const ids = Object.keys(policy.editions)
    .filter((id) => id < day)
    .sort();
  const before = policy.editions[ids.at(-1)];
  const meta = { title: before?.meta.title ?? 'Policy', effective: day };
  if (random.isTimeFor(0.7)) meta.published = `${Number(day.slice(0, 4)) - 1}-12-${pad(1 + random.below(28))}`;
  if (random.isTimeFor(0.7)) meta.summary = `Changes the ${random.pick(WORDS)}`;
  if (random.isTimeFor(0.15)) meta.effective = `${day}T12:00:00+03:00`;
  if (random.isTimeFor(0.1)) meta.applies = `[{to: new accounts, from: ${day}}, {to: others, from: ${year + 1}-01-01}]`;
  if (meta.applies !== undefined) delete meta.effective;
  const texts = {};
  for (const tag of Object.keys(before?.texts ?? Object.fromEntries(site.config.languages.map((one) => [one, 0])))) {
    const old = before?.texts[tag];
    texts[tag] = old === undefined ? newText(site, random) : nextText(site, random, old);
  }
  policy.editions[day] = { meta, corrections: {}, texts };
}

/** @returns {Map<string, string | Buffer>} by path below the root. `theme(path)` reads a default template. */
export function filesOf(site, theme) {
  const files = new Map();
  const put = (path, text) => files.set(path, text.replaceAll('\n', site.lineEnd));
  put('policies/site.yaml', yaml({ ...site.config, languages: `[${site.config.languages}]` }));
  for (const [slug, { config, editions }] of Object.entries(site.policies)) {
    if (Object.keys(config).length > 0) put(`policies/${slug}/policy.yaml`, yaml(config));
    for (const [id, { meta, corrections, texts }] of Object.entries(editions)) {
      for (const [tag, blocks] of Object.entries(texts)) {
        const own = corrections[tag] === undefined ? meta : { ...meta, corrections: `[${corrections[tag]}]` };
        const name = tag === site.config.languages[0] ? id : `${id}.${tag}`;
        put(`policies/${slug}/${name}.md`, `---\n${yaml(own)}---\n\n${blocks.join('\n\n')}\n`);
      }
    }
  }
  for (const [path, file] of Object.entries(site.files)) {
    // The ledger and what no policy is made of stand as they are.
    files.set(path, file.copyOf === undefined ? file : theme(file.copyOf).replace(file.from, file.to));
  }
  return files;
}

const yaml = (values) =>
  Object.entries(values)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
