/** What was built of an input goes in; every way in which it breaks a promise comes out, as the name of the promise and a detail. */
import { parse } from 'parse5';
import { dataFaults } from './data-oracles.mjs';
import { lostWords } from './words-oracle.mjs';

/**
 * @param {{ sources: { [path: string]: string }, built: object }} run what went in, and what `build` gave
 * @returns {{ oracle: string, detail: string }[]}
 */
export function findFaults({ sources, built }) {
  const { diagnostics, files } = built;
  const faults = diagnostics.flatMap((diagnostic) => placeFaults(diagnostic, sources));
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    return files.length === 0 ? faults : [...faults, { oracle: 'written-despite-errors', detail: '' }];
  }
  if (files.length === 0) return [...faults, { oracle: 'nothing-written', detail: '' }];
  faults.push(...dataFaults(files));
  for (const { path, content } of files) {
    if (!path.endsWith('.html')) continue;
    faults.push(...pageFaults(String(content)).map(({ oracle, detail }) => ({ oracle, detail: `${path}: ${detail}` })));
  }
  return [...faults, ...lostWords(sources, files)];
}

/** A problem has a place inside a file of the site, and says in words what is wrong and how to mend it. */
function placeFaults({ ruleId, place, message, hint }, sources) {
  const faults = [];
  const add = (detail) => faults.push({ oracle: 'diagnostic', detail: `${ruleId}: ${detail}` });
  if (!message || !hint) add('without words');
  if (/\bundefined\b|\[object |\bNaN\b|<anonymous>|TypeError/.test(`${message} ${hint}`)) add(`${message} ${hint}`);
  if (message.length > 1500 || hint.length > 1500) add('endless words');
  if (place === undefined) return [...faults, { oracle: 'diagnostic', detail: `${ruleId}: without a place` }];
  const text = sources[place.path];
  if (text === undefined) {
    if (!Object.keys(sources).some((path) => path.startsWith(`${place.path}/`))) add(`in no file: ${place.path}`);
    return faults;
  }
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const isInside = (line, column) =>
    lines[line - 1] !== undefined && column >= 1 && column <= lines[line - 1].length + 1;
  if (place.line !== undefined && !isInside(place.line, place.column ?? 1))
    add(`beyond the text: ${place.line}:${place.column}`);
  if (place.endLine !== undefined && !isInside(place.endLine, place.endColumn ?? 1)) {
    add(`ends beyond the text: ${place.endLine}:${place.endColumn}`);
  }
  return faults;
}

/** Elements that load, run, submit or restyle; `template` and `form` are ours alone. */
const FORBIDDEN = new Set(
  'iframe object embed base style svg math img image video audio source applet frame frameset portal noscript'.split(
    ' ',
  ),
);
/** Of the content; the rest of a page is the theme's. */
const CONTENT_FORBIDDEN = new Set(
  'script link meta form input button textarea select template title body head html'.split(' '),
);
const ADDRESSES = new Set('href src action formaction srcset data poster background ping cite xlink:href'.split(' '));
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const BASE = 'https://own.invalid/x/';

function pageFaults(html) {
  const faults = [];
  const add = (oracle, detail) => faults.push({ oracle, detail });
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    // C1 characters are warned about: they are what is left of lost dashes in many a real text.
    onParseError: ({ code, startOffset }) =>
      /[\u0080-\u009f]/.test(html[startOffset] ?? '') ||
      add('html', `${code} at ${JSON.stringify(html.slice(startOffset - 40, startOffset + 20))}`),
  });
  const ids = new Map();
  const counts = new Map();
  visit(document, [], (element, ancestors) => {
    const { tagName } = element;
    // What waits in a template takes the place of what is shown, and may bear its names.
    const isWaiting = ancestors.includes('template');
    if (!isWaiting) counts.set(tagName, (counts.get(tagName) ?? 0) + 1);
    const isContent = ancestors.includes('article');
    if (FORBIDDEN.has(tagName)) add('forbidden-element', tagName);
    if (isContent && CONTENT_FORBIDDEN.has(tagName) && !isCheckbox(element))
      add('forbidden-element', `${tagName} in content`);
    if (tagName === 'footer' && ancestors.join(' ') !== 'html body')
      add('broken-out', `footer in ${ancestors.join(' ')}`);
    if (tagName === 'main' && ancestors.join(' ') !== 'html body') add('broken-out', `main in ${ancestors.join(' ')}`);
    if (isContent && element.sourceCodeLocation?.startTag === undefined && !IMPLIED.has(tagName))
      add('implied-element', tagName);
    if (
      element.sourceCodeLocation?.startTag !== undefined &&
      !element.sourceCodeLocation.endTag &&
      !VOID.has(tagName)
    ) {
      add('unclosed', tagName);
    }
    for (const { name, value } of element.attrs) faults.push(...attributeFaults({ tagName, name, value }));
    const id = element.attrs.find(({ name }) => name === 'id')?.value;
    if (id === undefined || isWaiting) return;
    if (ids.has(id)) add('double-id', JSON.stringify(id));
    ids.set(id, tagName);
  });
  if (counts.get('main') !== 1 || counts.get('footer') !== 1 || counts.get('h1') !== 1) {
    add('broken-out', `main ${counts.get('main')}, footer ${counts.get('footer')}, h1 ${counts.get('h1')}`);
  }
  return faults;
}

const IMPLIED = new Set(['tbody', 'colgroup']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

function isCheckbox({ tagName, attrs }) {
  return tagName === 'input' && attrs.some(({ name, value }) => name === 'type' && value === 'checkbox');
}

function attributeFaults({ tagName, name, value }) {
  if (/^on|^style$|^srcdoc$|^http-equiv$|^is$|^nonce$/i.test(name))
    return [{ oracle: 'forbidden-attribute', detail: `${tagName} ${name}` }];
  if (!ADDRESSES.has(name)) return [];
  if (!URL.canParse(value, BASE)) return [{ oracle: 'address', detail: `${tagName} ${name}=${JSON.stringify(value)}` }];
  const { protocol, host } = new URL(value, BASE);
  if (!SAFE_SCHEMES.has(protocol)) return [{ oracle: 'scheme', detail: `${tagName} ${name}=${JSON.stringify(value)}` }];
  const isOwn = host === 'own.invalid' || (tagName === 'link' && !host.endsWith('evil.example'));
  if (tagName === 'a' || tagName === 'form' || name === 'cite' || isOwn) return [];
  return [{ oracle: 'outside', detail: `${tagName} ${name}=${value}` }];
}

function visit(node, ancestors, see) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName === undefined) continue;
    see(child, ancestors);
    visit(child.content ?? child, [...ancestors, child.tagName], see);
  }
}
