// Tells which published text a copy is: by its SHA-256, or, where that is unknown, by comparing its words with those of the
// published texts (engine.js is the very code that builds). The copy is read in this page and sent nowhere. Without this script
// the page says how to do the same with common tools.
(() => {
  const form = document.querySelector('form.check-copy');
  if (form === null) return;
  const words = JSON.parse(form.dataset.words);
  const furniture = JSON.parse(form.dataset.furniture);
  const { address, origin } = form.dataset;
  const file = form.querySelector('input[type=file]');
  const pasted = form.querySelector('textarea');
  const outcome = document.querySelector('.verify > .outcome');
  const known = [...document.querySelectorAll('.known tbody tr')];
  const largest = 20_000_000;
  const leastLikeness = 0.25;
  const mostDifferences = 30;
  const engine = globalThis.promulgate;
  let latest = 0;

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (pasted.value.trim() !== '') examine(new Blob([pasted.value]), '');
    else if (file.files.length > 0) examine(file.files[0], file.files[0].name);
    else {
      // The browser says in its own words that a file is wanted.
      file.required = true;
      file.reportValidity();
      file.required = false;
    }
  });
  file.addEventListener('change', () => {
    if (file.files.length === 0) return;
    pasted.value = '';
    examine(file.files[0], file.files[0].name);
  });
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const { files } = event.dataTransfer;
    const text = event.dataTransfer.getData('text/plain');
    if (files.length > 0) examine(files[0], files[0].name);
    else if (text !== '') {
      pasted.value = text;
      examine(new Blob([text]), '');
    }
  });

  async function examine(blob, name) {
    const turn = ++latest;
    show(paragraph(words['verify-busy']));
    outcome.setAttribute('aria-busy', 'true');
    let said;
    try {
      // Lets the word be seen and said before the work begins.
      await new Promise((resolve) => setTimeout(resolve, 50));
      said = await judge(blob, name);
    } catch {
      said = [paragraph(words['verify-not-loaded'])];
    }
    if (turn !== latest) return;
    outcome.removeAttribute('aria-busy');
    show(...said);
    outcome.scrollIntoView({ block: 'nearest' });
  }

  async function judge(blob, name) {
    if (globalThis.crypto.subtle === undefined) return [paragraph(fill(words['verify-insecure'], 'address', address))];
    if (blob.size > largest) return [paragraph(words['verify-too-large'])];
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const digest = await digestOf(bytes);
    const own = paragraph(fill(words['verify-your-digest'], 'digest', digest), 'meta');
    const asFile = known.filter(({ dataset }) => dataset.source === digest);
    if (asFile.length > 0) return [verdict('verify-is-file', asFile), own];
    const text = engine.decodeText(bytes);
    if (text === undefined) return [paragraph(words['verify-not-text']), own];
    const plain = `${text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/\n+$/, '')}\n`;
    const converted = await digestOf(new TextEncoder().encode(plain));
    const asConverted = known.filter(({ dataset }) => dataset.source === converted);
    if (asConverted.length > 0) return [verdict('verify-is-converted', asConverted), own];
    const page = engine.unpackMhtml(text);
    const isPage =
      page !== text ||
      /\.x?html?$/i.test(name) ||
      /<(?:!doctype html|html|body|article|h1)\b/i.test(text.slice(0, 5000));
    return [
      ...(isPage ? await judgePage(page) : await judgeWords(engine.readText(plain), { isFile: /^---\n/.test(plain) })),
      own,
    ];
  }

  async function judgePage(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    let likeliest;
    for (const copy of engine.copies(page, furniture)) {
      likeliest ??= copy;
      const digest = await digestOf(new TextEncoder().encode(copy.words));
      const rows = known.filter(({ dataset }) => dataset.text === digest);
      if (rows.length === 0) continue;
      const warnings = copy.isHidden ? [paragraph(words['verify-hidden'], 'beware')] : await strangeLinks(copy, rows);
      return [verdict('verify-is-page', rows), ...warnings, paragraph(words['verify-limits'], 'meta')];
    }
    if (isOtherPage(page)) return [paragraph(words['verify-no-edition'], 'verdict')];
    const reading = likeliest?.reading ?? engine.readText(page.body?.textContent ?? '');
    return [
      ...(await judgeWords(reading, { isPage: true })),
      ...(likeliest?.isHidden ? [paragraph(words['verify-hidden'], 'beware')] : []),
    ];
  }

  /** A page of such a site that shows no edition: it names its kind, as the template of all pages has it. */
  function isOtherPage({ documentElement, body }) {
    const kinds = [...(body?.classList ?? [])].filter((name) => name.startsWith('page-'));
    return (
      'imprint' in documentElement.dataset && kinds.some((kind) => !['page-edition', 'page-policy'].includes(kind))
    );
  }

  /** `isFile`: like a text.md, its front matter and its marks among the words. `isPage`: its digest is known to be none of ours. */
  async function judgeWords(copy, { isFile = false, isPage = false }) {
    if (location.protocol === 'file:') {
      const disk = fill(words['verify-disk'], 'address', address);
      return [...(isFile || isPage ? [paragraph(words['verify-not-ours'], 'verdict')] : []), paragraph(disk)];
    }
    const [texts, altered] = await load(isFile);
    const found = texts.map((text) => ({ ...text, likeness: engine.likenessOf(text.reading, copy) }));
    const warnings = altered.map((row) =>
      paragraph(fill(words['verify-altered'], 'name', nameOf(row).textContent.trim()), 'beware'),
    );
    // A page has told more than its words, and that was not as published.
    for (const kind of isPage ? [] : ['same', 'around', 'part']) {
      const rows = standingFirst(found.filter(({ likeness }) => likeness.kind === kind).map(({ row }) => row));
      if (rows.length === 0) continue;
      const key = { same: 'verify-is-words', around: 'verify-is-around', part: 'verify-is-part' }[kind];
      return [...warnings, verdict(key, rows)];
    }
    const shareOf = ({ likeness }) => ({ same: 2, around: 1, part: 1 })[likeness.kind] ?? likeness.share;
    const nearest = found.toSorted((a, b) => shareOf(b) - shareOf(a))[0];
    if (nearest === undefined || shareOf(nearest) < leastLikeness) {
      const far = [paragraph(words['verify-not-ours'], 'verdict'), paragraph(words['verify-far'])];
      return [...warnings, ...far, ...unkept(isFile)];
    }
    const differences = engine.differencesOf(nearest.reading, copy);
    return [...warnings, ...describe(nearest, differences), ...unkept(isFile, nearest.row.dataset.key)];
  }

  /** Words that stand there still are not said to be those of before, too. */
  function standingFirst(rows) {
    const standing = new Set(rows.filter((row) => !isFormer(row)).map(({ dataset }) => dataset.key));
    return rows.filter((row) => !isFormer(row) || !standing.has(row.dataset.key));
  }

  function isFormer(row) {
    return nameOf(row).querySelector('a') === null;
  }

  /** Texts, or those of one key, whose words of before nobody can read any more. */
  function unkept(isFile, key) {
    const rows = known.filter((row) => linkOf(row, isFile) === undefined && [undefined, row.dataset.key].includes(key));
    return rows.length === 0 ? [] : [make('div', {}, paragraph(words['verify-unkept']), listOf(rows))];
  }

  function linkOf(row, isFile) {
    return isFile ? row.querySelector('a.file')?.href : row.dataset.body;
  }

  /** The published texts, word by word, and the rows whose text is not the one that was digested. */
  async function load(isFile) {
    const rows = known.filter((row) => linkOf(row, isFile) !== undefined);
    const texts = [];
    const altered = [];
    for (let start = 0; start < rows.length; start += 6) {
      for (const one of await Promise.all(rows.slice(start, start + 6).map((row) => loadOne(row, isFile)))) {
        if (one.isSealed) texts.push(one);
        else altered.push(one.row);
      }
    }
    return [texts, altered];
  }

  async function loadOne(row, isFile) {
    const { dataset } = row;
    const response = await fetch(linkOf(row, isFile), { mode: 'same-origin', signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error(String(response.status));
    const text = await response.text();
    const body = isFile ? undefined : JSON.parse(text);
    const { words: said = text, ...read } = isFile ? {} : engine.published(body, dataset.title);
    const isSealed = (await digestOf(new TextEncoder().encode(said))) === (isFile ? dataset.source : dataset.text);
    return {
      row,
      isSealed,
      clauses: body?.clauses ?? [],
      reading: read.reading ?? engine.readText(text),
      links: read.links ?? [],
    };
  }

  /** Links out of the copy that the published text does not have. From disk they cannot be told. */
  async function strangeLinks(copy, [row]) {
    if (location.protocol === 'file:' || row.dataset.body === undefined) return [];
    const { links } = await loadOne(row, false);
    const isOwn = (target) => [origin, location.origin, 'file:'].some((start) => target.startsWith(start));
    const strange = copy.links.filter((target) => !links.includes(target) && !isOwn(target));
    return [...new Set(strange)].map((target) => paragraph(fill(words['verify-links'], 'target', target), 'beware'));
  }

  function describe({ row, clauses }, differences) {
    const verdicts = [paragraph(words['verify-not-ours'], 'verdict')];
    if (differences?.length === 0) return [...verdicts, verdict('verify-is-marked', [row])];
    const near = verdict('verify-near', [row]);
    if (differences === undefined) return [...verdicts, near, paragraph(words['verify-too-different'])];
    const list = make('ul', { className: 'differences' });
    for (const difference of differences.slice(0, mostDifferences)) list.append(describeOne(difference, row, clauses));
    const more = differences.length - mostDifferences;
    return [
      ...verdicts,
      near,
      paragraph(words['verify-legend'], 'meta'),
      list,
      ...(more > 0 ? [paragraph(fill(words['verify-more'], 'count', String(more)))] : []),
    ];
  }

  function describeOne({ anchor, before, removed, added, after }, row, clauses) {
    const item = make('li', {});
    if (clauses.length > 0) {
      const clause = clauses.find((one) => one.anchor === anchor);
      const [start, end] = (clause === undefined ? '{clause}:' : words['verify-in-clause']).split('{clause}');
      const page = nameOf(row).querySelector('a')?.getAttribute('href');
      const href = page === undefined ? {} : { href: `${page}#${encodeURIComponent(anchor)}` };
      const link = make(page === undefined ? 'span' : 'a', href, nameOfClause(clause, anchor));
      item.append(make('p', {}, start, link, end));
    }
    const { language: lang, direction: dir } = row.dataset;
    const quoted = make('p', { lang, dir, className: 'prose' }, before === '' ? '' : `… ${before} `);
    if (removed !== '') quoted.append(marked('del', removed, words['deletion-start'], words['deletion-end']), ' ');
    if (added !== '') quoted.append(marked('ins', added, words['insertion-start'], words['insertion-end']), ' ');
    quoted.append(after === '' ? '' : `${after} …`);
    item.append(quoted);
    return item;
  }

  function nameOfClause(clause, anchor) {
    if (clause === undefined) return anchor === 'footnote-label' ? words.footnotes : words['opening-text'];
    const { citation, title } = clause;
    if (citation === undefined) return fill(words['cite-heading'], 'title', title);
    return /^(?:§|\p{L}+\.?[\s\d])/u.test(citation) ? citation : fill(words['cite-clause'], 'clause', citation);
  }

  function marked(name, text, start, end) {
    const hidden = (said) => make('span', { className: 'sr-only' }, `${said} `);
    const shown = text.length > 600 ? `${text.slice(0, 600)} …` : text;
    return make(name, {}, hidden(start), shown, hidden(` ${end}`));
  }

  /** A sentence, and the editions it speaks of. */
  function verdict(key, rows) {
    return make('div', { className: 'verdict' }, paragraph(words[key]), listOf(rows));
  }

  /** Each with its dates: those on a copy may be forged. */
  function listOf(rows) {
    const items = rows.map((row) => {
      const facts = row.querySelector('.standing');
      return make(
        'li',
        {},
        ...nameOf(row).cloneNode(true).childNodes,
        ...(facts === null ? [] : [' ', facts.cloneNode(true)]),
      );
    });
    return make('ul', {}, ...items);
  }

  function nameOf(row) {
    return row.querySelector('th');
  }

  async function digestOf(bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  function show(...children) {
    outcome.replaceChildren(...children);
  }

  function paragraph(text, className = '') {
    return make('p', className === '' ? {} : { className }, text);
  }

  function fill(sentence, placeholder, value) {
    return sentence.replace(`{${placeholder}}`, () => value);
  }

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }
})();
