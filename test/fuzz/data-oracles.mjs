/** The files of a site that are no pages go in; those that programs could not read, or that hold lines of somebody else, come out. */
import ICAL from 'ical.js';

const HEADERS = new Set(
  'cache-control content-security-policy referrer-policy x-content-type-options permissions-policy cross-origin-opener-policy access-control-allow-origin content-type'.split(
    ' ',
  ),
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 and header files may not hold them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

export function dataFaults(files) {
  return files.flatMap(({ path, content }) => {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    const details = [
      ...(CONTROL.test(text) && !path.startsWith('assets/') ? ['a control character'] : []),
      ...detailsOf(path, text),
    ];
    return details.map((detail) => ({ oracle: 'data', detail: `${path}: ${detail}` }));
  });
}

function detailsOf(path, text) {
  if (path.endsWith('.json')) return attempt(() => JSON.parse(text));
  if (path.endsWith('.ics')) return calendarFaults(text);
  if (path.endsWith('.xml')) return xmlFaults(text);
  if (path === '_headers') return headerFaults(text);
  return path === '_redirects' ? redirectFaults(text) : [];
}

function attempt(work) {
  try {
    work();
    return [];
  } catch (error) {
    return [String(error.message)];
  }
}

/** RFC 5545: lines end in CRLF and have no more than 75 octets; none is longer, and each is a property. */
function calendarFaults(text) {
  const lines = text.split('\r\n');
  const wrong = lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75);
  const strange = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => !/^(?:[A-Z-]+[;:]|$)/.test(line));
  return [...wrong, ...strange]
    .map((line) => `the line ${JSON.stringify(line)}`)
    .concat(attempt(() => ICAL.parse(text)));
}

/** Every tag is closed in order, every & begins a reference of XML. */
function xmlFaults(text) {
  const open = [];
  const faults = [];
  const TOKEN =
    /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
  const rest = text.replace(TOKEN, (_token, closing, name, _attributes, isEmpty) => {
    if (name === undefined || isEmpty) return '';
    if (!closing) open.push(name);
    else if (open.pop() !== name) faults.push(`</${name}> closes nothing`);
    return '';
  });
  if (/[<]/.test(rest)) faults.push('a stray <');
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')))
    faults.push('a stray &');
  return open.length > 0 ? [...faults, `<${open.at(-1)}> is not closed`] : faults;
}

function headerFaults(text) {
  return text.split('\n').flatMap((line) => {
    if (line === '' || /^\/[\w./~:*-]*$/.test(line)) return [];
    const name = /^ {2}([A-Za-z-]+): \S/.exec(line)?.[1]?.toLowerCase();
    return name !== undefined && HEADERS.has(name) ? [] : [`the line ${JSON.stringify(line)}`];
  });
}

function redirectFaults(text) {
  return text
    .split('\n')
    .flatMap((line) =>
      line === '' || /^(?:#.*|\/\S*\s+(?:\/|https:)\S*(?:\s+\d{3})?)$/.test(line)
        ? []
        : [`the line ${JSON.stringify(line)}`],
    );
}
