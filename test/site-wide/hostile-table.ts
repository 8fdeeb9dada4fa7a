/** Hostile input by the line: what must be refused at which line, what may be published as text, and a site with an attack in every field. */

type Files = Readonly<Record<string, string | Uint8Array>>;

export const SITE = 'title: T\nurl: https://legal.acme.example\ntimeZone: UTC\n';
export const EDITION = '---\ntitle: T\neffective: 2020-01-01\n---\n';
const PRIVACY = 'policies/privacy/2020-01-01.md';
const YAML = 'policies/site.yaml';

/** An edition with this text. */
const md = (text: string): Files => ({ [PRIVACY]: `${EDITION}${text}\n` });
/** An edition with one more line in its front matter. */
const front = (line: string): Files => ({ [PRIVACY]: `---\ntitle: T\neffective: 2020-01-01\n${line}\n---\nText.\n` });
/** site.yaml with one more line. */
const site = (line: string): Files => ({ [YAML]: `${SITE}${line}\n` });
const url = (value: string): Files => ({ [YAML]: `title: T\nurl: ${value}\ntimeZone: UTC\n` });
const named = (path: string): Files => ({ [path]: `${EDITION}Text.\n` });
const DEEP = (open: string, close: string) => `x: ${open.repeat(1000)}${close.repeat(1000)}`;

/** What; the files besides a small site; the rule that refuses it; `path:line` of the problem. */
export const REFUSED: readonly (readonly [what: string, files: Files, rule: string, place: string])[] = [
  // Names
  ['a name that climbs out', named('policies/a..%2f..%2fb/2020-01-01.md'), 'policy-name', 'policies/a..%2f..%2fb'],
  ['a name with a quotation mark', named('policies/a"onx="/2020-01-01.md'), 'policy-name', 'policies/a"onx="'],
  ['a name with a tag', named('policies/<b>/2020-01-01.md'), 'policy-name', 'policies/<b>'],
  ['a name with a line end', named('policies/a\nb/2020-01-01.md'), 'policy-name', 'policies/a\nb'],
  ['an edition with a percent sign', named('policies/privacy/%2e%2e.md'), 'edition-name', 'policies/privacy/%2e%2e.md'],
  [
    'an edition with a backslash',
    named('policies/privacy/x\\..\\y.md'),
    'edition-name',
    'policies/privacy/x\\..\\y.md',
  ],
  ['a device of Windows', named('policies/con/2020-01-01.md'), 'policy-name', 'policies/con'],
  ['an address of ours', named('policies/assets/2020-01-01.md'), 'policy-name', 'policies/assets'],
  ['two names of one letter case', named('policies/Privacy/2020-01-01.md'), 'policy-name', 'policies/Privacy'],
  ['a name that NFC would change', named('policies/cafe\u0301/2020-01-01.md'), 'policy-name', 'policies/cafe\u0301'],

  // Front matter that is a program, or another format
  [
    'JavaScript for front matter',
    { [PRIVACY]: '---js\n{title: process.exit(9)}\n---\n' },
    'edition-front-matter',
    `${PRIVACY}:1`,
  ],
  ['JSON for front matter', { [PRIVACY]: '---json\n{"title": "T"}\n---\n' }, 'edition-front-matter', `${PRIVACY}:1`],
  ['TOML for front matter', { [PRIVACY]: '+++\ntitle = "T"\n+++\n' }, 'edition-front-matter', `${PRIVACY}:1`],
  ['a fence called __proto__', { [PRIVACY]: '---__proto__\ntitle: T\n---\n' }, 'edition-front-matter', `${PRIVACY}:1`],

  // YAML
  ['aliases that multiply', front('x: &a [1, 1]\ny: &b [*a, *a]\nz: [*b, *b]'), 'edition-yaml', `${PRIVACY}:4`],
  ['a key merged in', front('<<: {status: draft}'), 'edition-front-matter', `${PRIVACY}:4`],
  ['a tag that makes a function', front('summary: !!js/function "x"'), 'edition-yaml', `${PRIVACY}:4`],
  ['lists 1,000 deep', front(DEEP('[', ']')), 'edition-yaml', `${PRIVACY}:4`],
  ['maps 1,000 deep', site(DEEP('{a: ', '}')), 'site-yaml', `${YAML}:4`],
  ['lists 30 deep, by dashes', front(`summary:\n  ${'- '.repeat(30)}x`), 'edition-yaml', `${PRIVACY}:5`],
  ['the prototype as a key', front('__proto__: {title: x}'), 'edition-unknown-key', `${PRIVACY}:4`],
  ['the constructor as a time zone', { [YAML]: SITE.replace('UTC', 'constructor') }, 'site-value', `${YAML}:3`],
  ['the constructor as a key', site('constructor: x'), 'site-unknown-key', `${YAML}:4`],
  ['two documents in one file', site('---\ntitle: x'), 'site-yaml', `${YAML}:4`],

  // Characters that nobody sees
  ['a text that is read in another order', md('Text \u202e.'), 'edition-encoding', `${PRIVACY}:5`],
  ['a title that is read in another order', front('summary: a \u2066 b'), 'edition-encoding', `${PRIVACY}:4`],
  ['the same, written as an escape', front('summary: "a \\u202e b"'), 'edition-encoding', `${PRIVACY}:4`],
  ['half a character, written as an escape', front('summary: "a \\ud800 b"'), 'edition-encoding', `${PRIVACY}:4`],
  ['the same, written as a reference', md('Text &#x202e;.'), 'character-reference', `${PRIVACY}:5`],
  ['a NUL character', md('Text\u0000.'), 'edition-encoding', `${PRIVACY}:5`],
  ['an escape sequence for the terminal', md('Text\u001b[31m.'), 'edition-encoding', `${PRIVACY}:5`],
  ['bytes that are no text', { [PRIVACY]: new Uint8Array([0x2d, 0xff, 0xfe]) }, 'edition-encoding', `${PRIVACY}:1`],

  // HTML that runs, loads, sends or restyles
  ...[
    ...[
      '<script>x</script>',
      '<img src=x onerror=x>',
      '<svg onload=x></svg>',
      '<math></math>',
      '<iframe srcdoc=x></iframe>',
    ],
    ...[
      '<object data=x></object>',
      '<embed src=x>',
      '<base href=x>',
      '<link rel=stylesheet href=x>',
      '<style>*{}</style>',
    ],
    ...[
      '<meta http-equiv=refresh>',
      '<form action=x></form>',
      '<input name=submit>',
      '<button>x</button>',
      '<template>x</template>',
    ],
    ...[
      '<noscript>x</noscript>',
      '<textarea>x</textarea>',
      '<video src=x></video>',
      '<marquee>x</marquee>',
      '<x-y>x</x-y>',
    ],
  ].map(
    (tag) => [tag, md(`Text ${tag}`), tag.startsWith('<img') ? 'html-image' : 'html-element', `${PRIVACY}:5`] as const,
  ),
  ...[
    'onclick=x',
    'ONCLICK=x',
    'style="color:red"',
    'class=notice',
    'data-x=1',
    'srcdoc=x',
    'role=note',
    'target=_blank',
    'ping=x',
  ].map((attribute) => [`<b ${attribute}>`, md(`<b ${attribute}>x</b>`), 'html-attribute', `${PRIVACY}:5`] as const),
  ['an end of nothing', md('x</div>y'), 'html-unopened', `${PRIVACY}:5`],
  ['a tag that swallows the rest', md('<div title="\nx'), 'html-unfinished', `${PRIVACY}:5`],
  ['an address of the page itself', md('<a id="page:text">x</a>'), 'html-id-reserved', `${PRIVACY}:5`],
  ['an address of a note of ours', md('<a name="fn-1">x</a>'), 'html-id-reserved', `${PRIVACY}:5`],
  ['a comment that swallows the rest', md('<!-- x'), 'html-comment-unclosed', `${PRIVACY}:5`],
  ['a script in a comment that ends early', md('<!-- a --!><script>x</script> -->'), 'html-element', `${PRIVACY}:5`],
  ['a declaration', md('<!DOCTYPE html>'), 'html-declaration', `${PRIVACY}:5`],
  ['an instruction', md('<?php x ?>'), 'html-instruction', `${PRIVACY}:5`],

  // Addresses
  ...[
    ...[
      'javascript:x',
      'JaVaScRiPt:x',
      '&#106;avascript:x',
      'java&Tab;script:x',
      'vbscript:x',
      'data:text/html,x',
      'blob:x',
    ],
    ...['file:///etc/passwd', '//evil.example/', '\\\\\\\\evil.example/', '/\\\\evil.example/'],
  ].flatMap((address) => [
    [`[x](<${address}>)`, md(`[x](<${address}>)`), 'link-scheme', `${PRIVACY}:5`] as const,
    [
      `<a href="${address}">`,
      md(`<a href="${address.replaceAll('\\\\', '\\')}">x</a>`),
      'link-scheme',
      `${PRIVACY}:5`,
    ] as const,
  ]),
  ['<javascript:x>', md('<javascript:x>'), 'link-scheme', `${PRIVACY}:5`],
  ['a definition that runs', md('[x]\n\n[x]: javascript:x'), 'link-scheme', `${PRIVACY}:7`],
  ['an image', md('![x](https://evil.example/x.png)'), 'html-image', `${PRIVACY}:5`],
  ['a scheme behind a control character', md('[x](<&#1;javascript:x>)'), 'character-reference', `${PRIVACY}:5`],

  // Templates
  ['a template that prints', md('{{ 7 | times: 7 }}'), 'placeholder', `${PRIVACY}:5`],
  ['a template that does', md('{% include "x" %}'), 'dialect-liquid', `${PRIVACY}:5`],

  // Headers, feeds and calendars are made of these
  ['a line in the path', site('base: "/a\\r\\nX-Evil: 1/"'), 'site-encoding', `${YAML}:4`],
  ['a wildcard in the path', site('base: /*/'), 'site-value', `${YAML}:4`],
  ['a path that climbs out', site('base: /../'), 'site-value', `${YAML}:4`],
  ['a line in the address', url('"https://a.example\\r\\nX-Evil: 1"'), 'site-encoding', `${YAML}:2`],
  ['an address that runs', url('javascript:x'), 'site-value', `${YAML}:2`],
  ['an address with a password', url('https://a:b@a.example'), 'site-value', `${YAML}:2`],
  [
    'a directive in an endpoint',
    site('feedback: {endpoint: "https://a;script-src.acme.io/"}'),
    'site-value',
    `${YAML}:4`,
  ],
  ['a second policy in an endpoint', site('feedback: {endpoint: "https://a,b.acme.io/"}'), 'site-value', `${YAML}:4`],
  ['any host for an endpoint', site('feedback: {endpoint: "https://*/x"}'), 'site-value', `${YAML}:4`],
  [
    'a field that breaks out',
    site('feedback: {endpoint: "https://acme.io/", fields: [{name: "a\\"b", label: x}]}'),
    'site-value',
    `${YAML}:4`,
  ],
  ['a language that is a path', site('languages: ["../x"]'), 'site-value', `${YAML}:4`],
];

/** Text that looks dangerous and is not, with what of it must be on the page to read. */
export const SHOWN: readonly (readonly [markdown: string, shown: string])[] = [
  ['\\{{ 7 | times: 7 }} \\{% assign x = 1 %}', '{{ 7 | times: 7 }} {% assign x = 1 %}'],
  ['`{{ 7 | times: 7 }} {%- raw -%}`', '{{ 7 | times: 7 }} {%- raw -%}'],
  ['one\n\n</article></main></body>\n\ntwo', 'one two'],
  ['x <b title="', 'x <b title="'],
  ['`<script>window.__pwned=1</script>`', '<script>window.__pwned=1</script>'],
  ['\\<img src=x onerror=window.__pwned=1>', '<img src=x onerror=window.__pwned=1>'],
  ['&lt;script>window.__pwned=1&lt;/script>', '<script>window.__pwned=1</script>'],
  ['    <svg onload=window.__pwned=1>', '<svg onload=window.__pwned=1>'],
  ['Write javascript:window.__pwned=1 or data:text/html,x', 'javascript:window.__pwned=1 or data:text/html,x'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the attack
  ['${7} <%= 7 %\\> #{7}', '${7} <%= 7 %> #{7}'],
  [
    '<a id="body">one</a> <a id="cookie" name="cookie">two</a> <b id="__proto__">three</b> <i id="constructor">four</i>',
    'one two three four',
  ],
  [
    '<a name="submit" id="getElementById">five</a> <a id="promulgate">six</a> <a id="article">seven</a>',
    'five six seven',
  ],
  ['<b title="&quot; onmouseover=&quot;window.__pwned=1">eight</b>', 'eight'],
  ['[nine](https://evil.example/?"onmouseover="window.__pwned=1 "\\" onclick=x")', 'nine'],
  ['<a href="https://evil.example/&quot;>&lt;script>window.__pwned=1&lt;/script>">ten</a>', 'ten'],
  ['## Heading {#x"onclick="window.__pwned=1}', 'Heading'],
  ['[^a"onx]: x\n\nEleven[^a"onx]', 'Eleven'],
  ['```x"onclick="window.__pwned=1\ncode\n```', 'code'],
];

/** Everything at once: leaves attributes, titles, text areas, templates, comments, scripts and lines. */
export const ATTACK = [
  `"'><script>window.__pwned=1</script><img src=https://evil.example/x onerror=window.__pwned=1></title></textarea></option>`,
  '</template></dd></article></main><svg onload=window.__pwned=1><style>@import url(https://evil.example/)</style>',
  'javascript:window.__pwned=1 --> ]]> &lt;b&gt; &#60;i&#62; BEGIN:VEVENT\\n;,',
].join('');

/** What a template would act upon. In titles and summaries it is refused, as a blank that was never filled in. */
const TEMPLATE = '{{ 7 | times: 7 }}{% raw %}';

/** A site with the attack in every field that takes words; each field begins with a name of its own. */
export function attackedSite(): Readonly<Record<string, string>> {
  const quoted = (field: string) =>
    JSON.stringify(`${field} ${ATTACK}${/(?<!site-)title|summary/.test(field) ? '' : TEMPLATE}`);
  const corrections = (field: string) =>
    `corrections: [{on: 2021-02-01, clause: ${quoted(`${field}-clause`)}, was: ${quoted(`${field}-was`)}, now: ${quoted(`${field}-now`)}, reason: ${quoted(`${field}-reason`)}}]`;
  const body = SHOWN.map(([markdown]) => markdown).join('\n\n');
  return {
    'policies/site.yaml': [
      `title: ${quoted('site-title')}`,
      'url: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en, ru]',
      'organization:',
      `  name: ${quoted('org-name')}`,
      `  address: ${quoted('org-address')}`,
      `  identifiers: [{name: ${quoted('id-name')}, value: ${quoted('id-value')}}]`,
      `  contacts: [{name: ${quoted('contact-name')}, value: ${quoted('contact-value')}}]`,
      'feedback:\n  endpoint: https://forms.acme.io/policy\n  fields:',
      `  - {name: topic, type: select, label: ${quoted('select-label')}, options: [${quoted('option')}]}`,
      `  - {name: submit, type: text, label: ${quoted('text-label')}}`,
      `  - {name: action, type: textarea, label: ${quoted('area-label')}}`,
      '',
    ].join('\n'),
    'policies/privacy/policy.yaml': `description: ${quoted('description')}\n`,
    'policies/privacy/2020-01-01.md': `---\ntitle: ${quoted('first-title')}\neffective: 2020-01-01\nversion: ${quoted('first-version')}\n${corrections('first')}\n---\n${body}\n`,
    'policies/privacy/2021-01-01.md': `---\ntitle: ${quoted('title')}\neffective: 2021-01-01\nsummary: ${quoted('summary')}\nversion: ${quoted('version')}\n${corrections('second')}\n---\n${body}\n\nNew.\n`,
    'policies/privacy/2022-01-01.md': `---\ntitle: ${quoted('coming-title')}\nsummary: ${quoted('coming-summary')}\napplies: [{to: ${quoted('cohort-one')}, from: 2022-01-01}, {to: ${quoted('cohort-two')}, from: 2022-03-01}]\n---\n${body}\n`,
    'policies/terms/2020-01-01.md': `---\ntitle: Terms\neffective: 2020-01-01\nstatus: withdrawn\nwithdrawn: {on: 2020-06-01, reason: ${quoted('withdrawn-reason')}}\n---\n${body}\n`,
    'policies/old/policy.yaml': `retired: {on: 2021-03-01, reason: ${quoted('retired-reason')}}\n`,
    'policies/old/2020-01-01.md': `---\ntitle: ${quoted('old-title')}\neffective: 2020-01-01\n---\n${body}\n`,
  };
}

/** The fields that a reader gets to see; what stands in none of the pages would have been dropped in silence. */
export const SEEN_FIELDS: readonly string[] = [
  ...[
    'site-title',
    'org-name',
    'org-address',
    'id-name',
    'id-value',
    'contact-name',
    'contact-value',
    'select-label',
    'option',
    'text-label',
  ],
  ...[
    'area-label',
    'description',
    'first-title',
    'first-version',
    'first-clause',
    'first-was',
    'first-now',
    'first-reason',
    'title',
    'summary',
  ],
  ...[
    'version',
    'coming-title',
    'coming-summary',
    'cohort-one',
    'cohort-two',
    'withdrawn-reason',
    'retired-reason',
    'old-title',
  ],
];
