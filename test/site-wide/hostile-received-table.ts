/** Hostile input that comes from outside the sources, by the line: words in a form, its headers, files dropped on the page for checking copies, time stamps. */

/** What a visitor can write into any field of a form, and into its name. */
export const WORDS: readonly (readonly [what: string, words: string])[] = [
  ['a colour for the terminal', '\u001b[31mred\u001b[0m'],
  ['a title for the terminal', '\u001b]0;owned\u0007'],
  ['a link in the terminal', '\u001b]8;;https://evil.example/\u0007here\u001b]8;;\u0007'],
  ['a control sequence in one byte', '\u009b2J\u009d0;owned\u009c'],
  ['backspaces over what stands before', 'safe\b\b\b\bevil'],
  ['a carriage return over what stands before', 'safe\revil'],
  ['words read in another order', '\u202egnp.exe\u202c \u2066a\u2069'],
  ['a NUL character', 'a\u0000b'],
  ['a formula', '=HYPERLINK("https://evil.example/?"&A1,"open")'],
  ['a formula that begins with a sign', "+1+cmd|' /C calc'!A0"],
  ['a formula that subtracts', '-1+1'],
  ['a formula of old', '@SUM(1)'],
  ['a formula behind a blank', ' \t=1+1'],
  ['a formula on a line of its own', 'a\n=1+1'],
  ['a formula behind a separator', 'a;=1+1,=2'],
  ['a formula in wide letters', '＝1+1'],
  ['a quotation mark that ends a cell', 'a","=1+1","'],
  ['a second header', 'a@b.example\r\nBcc: c@evil.example'],
  ['a script', '<script>window.__pwned=1</script><img src=x onerror=x>'],
  ['a template', '{{ 7 | times: 7 }}{% include "x" %}'],
  ['a path', '../../../etc/passwd'],
  ['JSON that ends the file', '"}],"format":2,"fields":[{"name":"'],
  ['a name that all objects have', '__proto__'],
];

/** Which headers of a posted form; whether the form is refused (its status), or else where the message lies. */
export const HEADERS: readonly (readonly [
  what: string,
  headers: Readonly<Record<string, string>>,
  outcome: number | string,
])[] = [
  ['the origin of another site', { Origin: 'https://evil.example' }, 403],
  ['two origins', { Origin: 'https://legal.acme.example, https://evil.example' }, 403],
  ['an origin that begins like ours', { Origin: 'https://legal.acme.example.evil.example' }, 403],
  ['our name with a password', { Origin: 'https://legal.acme.example@evil.example' }, 403],
  ['an origin that is a path', { Origin: '../' }, 403],
  ['an origin that is withheld', { Origin: 'null' }, 'quarantine'],
  ['a type with another character set', { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-7' }, 'kept'],
  ['a type like ours', { 'Content-Type': 'application/x-www-form-urlencodedx' }, 415],
  ['a type of plain text', { 'Content-Type': 'text/plain' }, 415],
  ['a language that is a path', { 'Accept-Language': '../../../etc/passwd' }, 'kept'],
  ['ten thousand languages', { 'Accept-Language': 'xx,'.repeat(4000) }, 'kept'],
  ['a prototype for a language', { 'Accept-Language': '__proto__, constructor' }, 'kept'],
  ['senders without end', { 'X-Forwarded-For': '192.0.2.1, '.repeat(900) }, 'kept'],
  ['a sender that is no address', { 'X-Forwarded-For': '<script>, =1+1' }, 'kept'],
  ['another method in its name', { 'X-HTTP-Method-Override': 'DELETE' }, 'kept'],
];

const page = (inner: string) => `<!DOCTYPE html><html><body><main><h1>Privacy policy</h1>${inner}</main></body></html>`;
const mhtml = (part: string) =>
  `From: <x>\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n${part}\r\n--b--\r\n`;

/** A file, by its name, that is none of ours; or its size, of nothing but zeros. */
export const DROPPED: readonly (readonly [what: string, name: string, content: string | Uint8Array | number])[] = [
  ['nothing', 'x.html', ''],
  ['bytes that are no text', 'x.bin', Uint8Array.from({ length: 4096 }, (_, index) => (index * 167) % 256)],
  ['half of UTF-16', 'x.txt', new Uint8Array([0xff, 0xfe, 0x00])],
  ['a file larger than is read', 'x.txt', 20_000_001],
  ['a script', 'x.html', page('<script>window.__pwned=1</script>')],
  [
    'handlers',
    'x.html',
    page('<img src="https://evil.example/x" onerror="window.__pwned=1"><svg onload="window.__pwned=1">'),
  ],
  [
    'what is loaded',
    'x.html',
    page(
      '<link rel=stylesheet href="https://evil.example/x.css"><iframe src="https://evil.example/"></iframe><video src="https://evil.example/x" autoplay></video>',
    ),
  ],
  [
    'a way elsewhere',
    'x.html',
    '<html><head><meta http-equiv=refresh content="0; url=https://evil.example/"><base href="https://evil.example/"></head><body><h1>x</h1></body></html>',
  ],
  ['a name that is a script', '<img src=x onerror=window.__pwned=1>.html', page('x')],
  ['words that are a script', 'x.txt', '<img src=x onerror=window.__pwned=1> We receive your name and keep it.'],
  ['elements 5,000 deep', 'x.html', page('<div>'.repeat(5000))],
  ['emphasis 20,000 deep', 'x.html', page('<b>'.repeat(20_000))],
  ['one word of a megabyte', 'x.txt', 'x'.repeat(1_000_000)],
  ['a frame of what browsers save, and nothing in it', 'x.mhtml', mhtml('')],
  ['a saved page in no base64', 'x.mhtml', mhtml('Content-Transfer-Encoding: base64\r\n\r\n!!!!')],
  ['a saved page in quotes that are none', 'x.mhtml', mhtml('Content-Transfer-Encoding: quoted-printable\r\n\r\n=ZZ=')],
  ['a saved page with a script', 'x.mhtml', mhtml(`\r\n${page('<script>window.__pwned=1</script>')}`)],
  ['front matter that goes on for ever', 'text.md', `---\n${'a: b\n'.repeat(50_000)}`],
];

const nested = (depth: number) => Uint8Array.from({ length: depth * 2 }, (_, index) => (index % 2 === 0 ? 0x30 : 0x80));

/** What is no answer of a time-stamping authority. */
export const NO_TOKENS: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['nothing', new Uint8Array()],
  ['text', new TextEncoder().encode('<html>Not found</html>')],
  ['noise', Uint8Array.from({ length: 4096 }, (_, index) => (index * 167 + 13) % 256)],
  ['ten megabytes of nothing', new Uint8Array(10_000_000)],
  ['a length beyond its end', new Uint8Array([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 0x30])],
  ['a length of a hundred bytes', new Uint8Array([0x30, 0xe4, ...new Uint8Array(100).fill(0xff)])],
  ['sequences 100,000 deep', nested(100_000)],
];

/** Object identifiers in DER that stand in every answer, and others of the same length. */
const OID = {
  tstInfo: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04],
  sha256: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01],
  signedData: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02],
  messageDigest: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04],
  signingCertificate: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f],
};

/** Replaces the last byte of an object identifier, wherever it stands. */
const renamed = (oid: readonly number[], last: number) => (answer: Uint8Array) => {
  const text = Buffer.from(answer).toString('latin1');
  const old = String.fromCharCode(...oid);
  if (!text.includes(old)) throw new Error('No such object identifier in the answer');
  return new Uint8Array(Buffer.from(text.replaceAll(old, old.slice(0, -1) + String.fromCharCode(last)), 'latin1'));
};

/** What is made of a good answer so that it must not be believed. */
export const FORGED_TOKENS: readonly (readonly [what: string, forge: (answer: Uint8Array) => Uint8Array])[] = [
  ['cut in half', (answer) => answer.slice(0, answer.length / 2)],
  ['cut by a byte', (answer) => answer.slice(0, -1)],
  ['of no time stamp, by its type', renamed(OID.tstInfo, 0x05)],
  ['by another digest (SHA-512), by its name', renamed(OID.sha256, 0x03)],
  ['by no digest that is known', renamed(OID.sha256, 0x7f)],
  ['not signed, by its type', renamed(OID.signedData, 0x01)],
  ['without the digest that was signed', renamed(OID.messageDigest, 0x7f)],
  ['without the certificate that was signed', renamed(OID.signingCertificate, 0x7f)],
];
