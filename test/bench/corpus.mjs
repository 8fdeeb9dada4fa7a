/**
 * The collections that builds are measured on: how many policies and editions, and a seed, go in; the same Markdown comes out,
 * whatever the machine. An edition has about 9 KB; as in real histories a quarter of its bytes stand in blocks that no earlier
 * edition of its policy has.
 */

export const SIZES = { S: [2, 50], M: [20, 50], L: [200, 50] };

const WORDS =
  `account agreement applicable applicant authority basis breach broker business calendar cause charge choice claim
client collection commercial communication company competent complaint computer condition confidential consent contract
contractor controller cookie copy copyright court customer damage data day deadline default deletion delivery device
disclosure dispute document duty effect electronic employee enquiry entity equipment estimate evidence exception expense
extent failure fault fee file form guarantee harm holder identity image immediate income information infringement inquiry
instruction insurance intent interest invoice issue judgment jurisdiction keeping knowledge law lawful legal liability
licence limit list loss mail manager material matter means measure member message method minimum minor network notice number
obligation occasion offer office officer operation option order organisation owner party password payment penalty period
person personal place platform policy portability power practice premises price principal privacy procedure processing
processor product profile property protection provider provision publication purchase purpose question reason recipient
record recovery refund register regulation relation remedy report representative request residence responsibility result
retention review right risk rule safeguard schedule security seller sender service session settlement signature site
software source standard statement storage subject subscription supplier support term territory third thirty time title
trade transaction transfer transmission trust usage user value version violation visitor waiver warranty withdrawal work
working writing written year`.split(/\s+/);
const LINKING = 'the a of to in for by with under on and or any each no such this our your its'.split(' ');

/**
 * The Markdown of `policies` × `editions`, as `{slug, editions: [{id, title, summary, markdown}]}`. With `isNew`, no edition
 * has a block of another.
 */
export function createCorpus({ policies, editions, isNew = false, seed = 1 }) {
  return Array.from({ length: policies }, (_, index) => {
    const draw = createDraw(seed * 100_003 + index);
    const title = `${capital(draw.pick(WORDS))} ${draw.pick(WORDS)} policy ${index + 1}`;
    let blocks = newBlocks(draw);
    const list = Array.from({ length: editions }, (_, at) => {
      if (at > 0) blocks = isNew ? newBlocks(draw) : revised(blocks, draw);
      return { id: dayAfter(at * 45), title, summary: `${sentence(draw)}`, markdown: write(blocks) };
    });
    return { slug: `policy-${String(index + 1).padStart(3, '0')}`, editions: list };
  });
}

/** Sections of numbered clauses, now and then a list, a table, a quotation, a note. */
function newBlocks(draw) {
  return Array.from({ length: 8 }, () => ({
    heading: `${capital(draw.pick(WORDS))} and ${draw.pick(WORDS)}`,
    clauses: Array.from({ length: 4 + draw.below(4) }, () => newClause(draw)),
  }));
}

function newClause(draw) {
  const text = Array.from({ length: 1 + draw.below(2) }, () => sentence(draw)).join(' ');
  const kind = draw.below(12);
  if (kind === 0) return { text, after: Array.from({ length: 3 }, () => `- ${phrase(draw)};`).join('\n') };
  if (kind === 1) return { text, after: table(draw) };
  if (kind === 2) return { text, after: `> ${sentence(draw)}` };
  return { text };
}

function table(draw) {
  const rows = Array.from({ length: 3 }, () => `| ${draw.pick(WORDS)} | ${phrase(draw)} |`);
  return ['| Kind | Use |', '|---|---|', ...rows].join('\n');
}

function sentence(draw) {
  const about = phrase(draw, 8 + draw.below(12));
  const extra = draw.below(10);
  if (extra === 0) return `${capital(about)}, see [the ${draw.pick(WORDS)}](https://example.org/${draw.pick(WORDS)}).`;
  if (extra === 1) return `${capital(about)} **${draw.pick(WORDS)}** and *${draw.pick(WORDS)}*.`;
  return `${capital(about)}.`;
}

function phrase(draw, length = 6) {
  return Array.from({ length }, (_, at) => draw.pick(at % 2 === 0 ? LINKING : WORDS)).join(' ');
}

/** Changes clauses, adds and removes some, until a quarter of the bytes is new. Numbers stand before clauses, so what follows an added one is new too. */
function revised(sections, draw) {
  const before = blocksOf(sections);
  const next = sections.map((section) => ({ ...section, clauses: [...section.clauses] }));
  const share = () => {
    const blocks = [...blocksOf(next)];
    const total = blocks.reduce((sum, block) => sum + block.length, 0);
    return blocks.filter((block) => !before.has(block)).reduce((sum, block) => sum + block.length, 0) / total;
  };
  while (share() < 0.23) {
    const { clauses } = draw.pick(next);
    const at = draw.below(clauses.length);
    const kind = draw.below(10);
    if (kind === 0 && clauses.length < 9) clauses.splice(at, 0, newClause(draw));
    else if (kind === 1 && clauses.length > 4) clauses.splice(at, 1);
    else clauses[at] = { ...clauses[at], text: reworded(clauses[at].text, draw) };
  }
  return next;
}

function reworded(text, draw) {
  const words = text.split(' ');
  for (let count = 1 + draw.below(3); count > 0; count -= 1) words[1 + draw.below(words.length - 2)] = draw.pick(WORDS);
  return words.join(' ');
}

const blocksOf = (sections) => new Set(write(sections).split('\n\n'));

function write(sections) {
  return `${sections
    .flatMap(({ heading, clauses }, section) => [
      `## ${section + 1}. ${heading}`,
      ...clauses.flatMap(({ text, after }, clause) => [
        `${section + 1}.${clause + 1}. ${text}`,
        ...(after === undefined ? [] : [after]),
      ]),
    ])
    .join('\n\n')}\n`;
}

/** Mulberry32: the same numbers from the same seed everywhere. */
function createDraw(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] };
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function dayAfter(days) {
  return new Date(Date.UTC(2019, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}
