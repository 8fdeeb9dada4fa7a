// Compares any two editions of a policy: fetches their texts and shows what changed between them, as a build would show it
// (engine.js is the very code that builds). The address names the two, so that it can be kept and passed on. Without this
// script the page leads to what each edition changed.
(() => {
  const form = document.querySelector('form.compare');
  if (form === null) return;
  const said = form.dataset;
  const { from, to } = form.elements;
  const words = JSON.parse(said.words);
  const outcome = form.querySelector('.outcome');
  const comparison = document.querySelector('.comparison');
  const article = comparison.querySelector('article');
  const neutral = { title: document.title, imprint: document.documentElement.dataset.imprint };
  const texts = new Map();
  let latest = 0;

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = new URLSearchParams({ from: from.value, to: to.value });
    if (location.protocol !== 'file:' && location.search !== `?${query}`) history.pushState(null, '', `?${query}`);
    show({ from: from.value, to: to.value });
  });
  addEventListener('popstate', answerAddress);
  let answered;
  answerAddress();

  function answerAddress() {
    // Following a link within the page is no other question.
    if (answered === location.search) return;
    const query = new URLSearchParams(location.search);
    const asked = { from: query.get('from'), to: query.get('to') };
    answered = location.search;
    carryAddress();
    if (asked.from === null && asked.to === null) {
      form.reset();
      return clear('');
    }
    show({ from: asked.from ?? from.value, to: asked.to ?? to.value });
  }

  async function show(asked) {
    const turn = ++latest;
    answered = location.search;
    carryAddress();
    const refusal = refusalOf(asked);
    if (refusal !== undefined) return clear(refusal);
    from.value = asked.from;
    to.value = asked.to;
    clear(said.busy);
    form.setAttribute('aria-busy', 'true');
    try {
      const bodies = await Promise.all([from, to].map(({ selectedOptions: [option] }) => load(option.dataset)));
      // Lets the word be seen and said before the work begins.
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (turn !== latest) return;
      put(globalThis.promulgate.redline(...bodies, { words, path: said.path, language: article.lang }));
      putAuthor();
      nameBoth();
    } catch ({ told = said.failed }) {
      if (turn === latest) clear(told);
    } finally {
      if (turn === latest) form.removeAttribute('aria-busy');
    }
  }

  /** Why two editions cannot be compared, if so. */
  function refusalOf(asked) {
    for (const id of [asked.from, asked.to]) {
      const option = [...from.options].find(({ value }) => value === id);
      if (option === undefined) return fill(said.unknown, { id });
      if (option.disabled) return fill(said.languages, { id });
    }
    return asked.from === asked.to ? said.one : undefined;
  }

  async function load({ body, name }) {
    if (!texts.has(body)) {
      const response = await fetch(body, { mode: 'same-origin', signal: AbortSignal.timeout(30_000) });
      const told = fill(said.missing, { edition: name, status: String(response.status) });
      if (!response.ok) throw Object.assign(new Error(told), { told });
      texts.set(body, await response.json());
    }
    return texts.get(body);
  }

  function put({ countsHtml, listHtml, bodyHtml }) {
    comparison.hidden = false;
    comparison.querySelector('.counts-found').innerHTML = countsHtml;
    comparison.querySelector('.found-list').innerHTML = listHtml;
    article.innerHTML = bodyHtml;
    // What the address points at is there only now.
    if (location.hash !== '') location.replace(location.href);
  }

  /** What the publisher said of each edition after the one chosen first, up to the other. */
  function putAuthor() {
    const section = comparison.querySelector('.author-says');
    const ids = [...to.options].map(({ value }) => value);
    const between = ids.slice(to.selectedIndex, from.selectedIndex);
    for (const item of section.querySelectorAll('li')) {
      const { edition, passedOver } = item.dataset;
      item.hidden = !between.includes(edition) || (passedOver !== undefined && edition !== to.value);
    }
    section.hidden = section.querySelector('li:not([hidden])') === null;
  }

  /** Where the two are said to be: in the tab, on paper, above the redline. */
  function nameBoth() {
    const query = new URLSearchParams({ from: from.value, to: to.value });
    const names = { from: nameIn(from), to: nameIn(to) };
    const address = `${document.querySelector('link[rel="canonical"]').href}?${query}`;
    call(fill(said.title, names), fill(said.imprint, { ...names, address }));
    for (const { name, value } of [from, to]) {
      const told = document.querySelector(`.in-a-row tr[data-edition="${CSS.escape(value)}"] th`).cloneNode(true);
      comparison.querySelector(`[data-name="${name}"]`).textContent = told.querySelector('a').textContent;
      comparison.querySelector(`dd[data-side="${name}"]`).replaceChildren(...told.childNodes);
    }
    outcome.textContent = fill(said.done, names);
  }

  function call(title, imprint) {
    document.title = title;
    document.documentElement.dataset.imprint = imprint;
    document.querySelector('.imprint')?.replaceChildren(imprint);
  }

  /** The same page in another language is asked the same. */
  function carryAddress() {
    for (const { hreflang } of document.querySelectorAll('link[rel="alternate"][hreflang]')) {
      const link = document.querySelector(`.languages a[hreflang="${CSS.escape(hreflang)}"]`);
      if (link !== null) link.search = location.search;
    }
  }

  function clear(message) {
    comparison.hidden = true;
    outcome.textContent = message;
    call(neutral.title, neutral.imprint);
  }

  function nameIn({ selectedOptions: [option] }) {
    return option.dataset.name;
  }

  /** As `speak` does: a full stop is not doubled. */
  function fill(sentence, values) {
    return sentence.replace(/\{(\w+)\}(\.?)/g, (whole, name, stop) => {
      const value = values[name];
      if (value === undefined) return whole;
      return /[.!?。！？]$/.test(value) ? value : value + stop;
    });
  }
})();
