/** What an attacker, a careless editor and an odd converter put into policies: the pieces that mutations insert. */

/** Runs if any page lets it. */
const CODE = 'window.__pwned=1';

/** Mark-up and addresses that must never come to life. */
export const ATTACKS = [
  `<script>${CODE}</script>`,
  `</script><script>${CODE}</script>`,
  `<img src=x onerror="${CODE}">`,
  `<svg onload="${CODE}">`,
  `<svg><script>${CODE}</script></svg>`,
  `<math><mtext><mglyph><style><!--</style><img title="--><img src onerror=${CODE}>">`,
  `<iframe srcdoc="<script>parent.${CODE}</script>"></iframe>`,
  '<iframe src="https://evil.example/"></iframe>',
  '<object data="https://evil.example/"></object>',
  '<embed src="https://evil.example/">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<p style="background:url(https://evil.example/)">x</p>',
  `<a href="javascript:${CODE}">x</a>`,
  `<a href="java&#10;script:${CODE}">x</a>`,
  `<a href=" &#1;javascript:${CODE}">x</a>`,
  `<details open ontoggle="${CODE}">x</details>`,
  `<b onclick="${CODE}" onmouseover="${CODE}">x</b>`,
  `<form action="https://evil.example/"><input name="submit"><button formaction="javascript:${CODE}">x</button></form>`,
  '<template><script>x</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea></title><script>x</script></textarea>',
  '<a id="page:text">x</a>',
  '<a name="body"></a>',
  '<a id="__proto__">x</a>',
  '</article></main></body></html>',
  '</div></div></div></article>',
  '<!-- --!><script>x</script> -->',
  '<![CDATA[<script>x</script>]]>',
  '<?php echo 1 ?>',
  '<!DOCTYPE html>',
  `[x](javascript:${CODE})`,
  `[x](JaVaScRiPt:${CODE})`,
  '[x](data:text/html,<script>x</script>)',
  '[x](vbscript:x)',
  '[x](//evil.example/)',
  '[x](\\\\evil.example/)',
  '[x](https:evil.example)',
  '[x](/\\evil.example)',
  '[x](/%2e%2e/%2e%2e/evil)',
  '[x](../../../../../etc/passwd)',
  '![x](https://evil.example/x.png)',
  `<javascript:${CODE}>`,
  '<https://evil.example/"onmouseover="x">',
  'https://evil.example/"onmouseover="x',
  '[x](https://evil.example/ "\\" onclick=x")',
  '[x]: javascript:x',
  '{{ 7 | times: 7 }}',
  '{% include "x" %}',
  '{% raw %}',
  '{%- layout "page.liquid" -%}',
  '{{ site.config | json | raw }}',
  '${7*7}',
  '<%= 7*7 %>',
];

/** Every construction of Markdown and of its extensions, whole and broken. */
export const PIECES = [
  ...['**', '*', '_', '__', '~~', '~', '`', '``', '```', '~~~', '$$', '\\', '\\\\', '|', '||', '<', '>', '&', '#', '-'],
  ...['[', ']', '](', ')', '![', '[^1]', '[^1]: Note.', '[^a]', '[x]', '[x]: /privacy/', '[x][]', '[x](#1)', '[ ]', '[x] '],
  ...['- ', '* ', '+ ', '1. ', '1) ', '3. ', '10. ', 'a) ', '(a) ', '(i) ', 'iv. ', '1.1. ', '1.1.1 ', '§ 1 ', '№ 5 ', '> ', '# ', '## '],
  ...['Section 1. ', 'Article I. ', 'Clause 3.3 ', 'Статья 1. ', 'п. 2.1 ', 'see section 1.1', '1.10', '2\\. ', '1\\) '],
  ...['---', '===', '***', '___', '\n---\n', '\n===\n', '\n\n', '\n', '  \n', '\\\n', '\t', '    ', '        ', '\n    code\n'],
  ...['&amp;', '&lt;', '&gt;', '&nbsp;', '&copy', '&notit;', '&#0;', '&#x202e;', '&#10;', '&zwj;', '&bogus;', '&#xD800;', '&#1114112;'],
  ...['<br>', '<br/>', '<b>', '</b>', '<u>x</u>', '<p>', '</p>', '<div>', '</div>', '<span>', '<sub>2</sub>', '<hr>', '<li>', '</li>'],
  ...['<ul><li>x</li></ul>', '<ol start="3"><li>x</li></ol>', '<ol type="a">', '<table><tr><td>x</td></tr></table>', '<td>', '</table>'],
  ...['<details><summary>x</summary>', '</details>', '<pre>', '</pre>', '<code>', '<a name="x"></a>', '<a id="1">', '<h2>x</h2>', '</h2>'],
  ...['<dl><dt>x</dt><dd>y</dd></dl>', '<p align="center">', '<b\nlang="en">', '<B>', '<!-- x -->', '<!--', '-->', '<x@y.example>', '<https://a.example>'],
  ...['{#x}', '{#1}', '{ #x }', ':::', '::: note', ':x:', '@x', '#5', 'x@y.example', 'www.a.example', 'https://a.example/?a=1&b=2', 'mailto:x@y.example'],
  ...['\n| a | b |\n|---|:-:|\n| c | d |\n', '\n| a |\n| - |\n| b | c |\n', '| - |', '\nTerm\n: Definition\n', '\n: x\n', '\n\n***\n\n', '\n> x\ny\n'],
  ...['\u00a0', '\u00ad', '\u200b', '\u200d', '\u200e', '\u200f', '\u2028', '\u2029', '\u2060', '\u3000', '\ufeff', '\ufffd', '\ufffe', '\u0301', '\u0345'],
  ...['\u0000', '\u0007', '\u001b[31m', '\u0085', '\u202e', '\u2066', '\r', '\r\n', '\u{1f469}\u200d\u{1f467}', '\u{10ffff}', '\ud800', 'ﬁ', 'ß', 'İ', 'ı', 'Ⅳ', '①', '٣', '漢字', 'ไทย'],
];

/** What front matter and settings hold in place of what they should. */
export const VALUES = [
  ...['""', '~', 'null', 'true', '[]', '{}', '[a, b]', '{a: b}', '&a [*a]', '*x', '!!js/function x', '!!binary eA==', '|', '>', '|\n  x\n  y', '"a\\nb"'],
  ...['"\\u0000"', '"\\u202e"', '"x\\r\\nX-Evil: 1"', "'", '"', '%', '@', '`', '2024-02-30', '2024-13-01', '2020-02-04', '0000-00-00', '9999-12-31'],
  ...['2020-02-04T00:00:00Z', '2020-02-04T00:00:00+02:00', '2020-02-04T24:00:00Z', 'on-publication', 'draft', 'withdrawn', '{on: 2020-03-01, reason: x}', '1e999', '-1', '0x10', '1.10'],
  ...['https://evil.example/', '"https://a.example\\r\\nX: y"', 'javascript:x', '//evil.example', '../x', '/', '/a/b/', 'C:\\x', 'en', 'EN', 'x-klingon', 'zh-Hans', 'ar', 'Europe/Moscow', 'Mars/Phobos'],
  ...['constructor', '__proto__', '{__proto__: {x: y}}', 'toString', '"{{ 7 }}"', '"<b>x</b>"', '"</title><script>window.__pwned=1</script>"', '"\\" onmouseover=\\"window.__pwned=1"', '"&lt;"', '"🄰 ½ ﷽"'],
];

/** Keys that some file of settings or front matter knows, or that every object of JavaScript has. */
export const KEYS = [
  ...['title', 'effective', 'published', 'summary', 'version', 'status', 'withdrawn', 'corrections', 'change', 'applies', 'cohorts', 'url', 'base', 'timeZone'],
  ...['languages', 'organization', 'feedback', 'noticeDays', 'order', 'description', 'numbering', 'authoritative', 'retired', 'silence', 'reviewed', 'dates', 'retroactive'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '<<', '', '? x', 'on', 'Title', 'tilte'],
];
