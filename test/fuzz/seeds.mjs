/** The corpora, if they lie beside the repository, and texts of our own go in; the site from which each input starts comes out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpora } from '../real/corpora.mjs';

/** A text is cut to about this many characters: what is found in a small one is found sooner. */
const MOST = 3000;

const OWN = [
  '# Terms\n\n## 1. Scope\n\n1.1. They apply to *all* readers.[^a]\n\n(a) one;\n\n(b) two, see section 2.1.\n\n## 2. Fees\n\n2.1. None.\n\n[^a]: A note.\n',
  'Intro & “more”.\n\n1. First\n   1. Nested\n   2. Again\n2. Second\n\n- [ ] task\n- [x] done\n\n| A | B |\n|---|--:|\n| 1 | **2** |\n',
  '> Quoted\n> text\n\n    a) indented\n    b) text\n\n* * *\n\n<details><summary>More</summary>\n\nHidden [link](../terms/#1 "t").\n\n</details>\n',
  '# Политика\n\n1. ОБЩИЕ ПОЛОЖЕНИЯ\n\n1.1. Настоящая политика (п. 2.1).\n\n2. ПРАВА\n\n2.1. Вы вправе:\n\nа) знать;\n\nб) требовать.\n',
  '<h2>Old</h2>\n<ol type="a" start="3"><li>Three<li>Four</ol>\n<table><tr><th>A<td>B</table>\n<p>Text &copy; 2020 <a name="x"></a><u>under</u></p>\n',
];

/** The texts to begin with, without their front matter, and how many of them are real ones. */
export function readSeeds(root, corpora) {
  const real = readCorpora(corpora).flatMap(({ editions }) => editions.map(({ text }) => text));
  const sample = readdirSync(join(root, 'policies'), { recursive: true })
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join(root, 'policies', path), 'utf8'));
  return { texts: [...OWN, ...[...sample, ...real].map(withoutFrontMatter)], real: real.length };
}

function withoutFrontMatter(text) {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '');
}

/** Some blocks of a text that follow each other. */
export function excerpt(text, random) {
  if (text.length <= MOST) return text;
  const blocks = text.split(/\n{2,}/);
  const from = random.below(blocks.length);
  let taken = '';
  for (const block of blocks.slice(from)) {
    if (taken !== '' && taken.length + block.length > MOST) break;
    taken += `${block.slice(0, MOST)}\n\n`;
  }
  return taken;
}

/** The files of a site of two languages and two policies, one with two editions, by their paths. */
export function seedSite(first, second) {
  return {
    'policies/site.yaml': SITE,
    'policies/privacy/policy.yaml': POLICY,
    'policies/privacy/2020-02-04.md': `${FIRST}${first}`,
    'policies/privacy/2021-03-01.md': `${SECOND}${second}`,
    'policies/terms/2020-01-01.md': '---\ntitle: Terms\neffective: 2020-01-01\n---\n# 1. Scope\n\nText.\n',
  };
}

const SITE = `title: {en: Acme policies, ru: Документы}
url: https://legal.acme.example
base: /
timeZone: Europe/Moscow
languages: [en, ru]
organization:
  name: Acme LLC
  address: "1 Main Street\\nTown"
  identifiers: [{name: OGRN, value: "1"}]
  contacts: [{name: E-mail, value: a@acme.example}]
feedback:
  endpoint: https://forms.acme.example/policy
  fields: [{name: topic, type: select, label: Topic, options: [One, Two]}, {name: message, type: textarea, label: Message}]
noticeDays: 3
`;
const POLICY = `order: 1
description: {en: About data, ru: О данных}
authoritative: en
numbering: as-typed
`;
const FIRST = `---
title: Privacy policy
effective: 2020-02-04
published: 2020-01-28
version: "1.0"
corrections:
  - {on: 2020-03-02, clause: "1.1", was: recieve, now: receive, reason: Typing error}
---
`;
const SECOND = `---
title: Privacy policy
effective: 2021-03-01
published: 2021-02-01
version: "2.0"
summary: What has changed.
applies: [{to: new accounts, from: 2021-03-01}, {to: all others, from: 2021-06-01}]
---
`.replace('effective: 2021-03-01\n', '');
