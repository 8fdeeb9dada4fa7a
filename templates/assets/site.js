// Static hosts answer `privacy/` with `privacy/index.html`; a disk does not. So when the site is opened from disk, links to
// folders are made to lead to the file itself. Served over HTTP, this script does nothing, and no page depends on it.
(() => {
  if (location.protocol !== 'file:') return;
  document.addEventListener('promulgate:text', leadToFiles);
  leadToFiles();

  function leadToFiles() {
    for (const link of document.querySelectorAll('a[href]')) {
      const target = new URL(link.href);
      if (target.protocol === 'file:' && target.pathname.endsWith('/')) {
        target.pathname += 'index.html';
        link.href = target.href;
      }
    }
  }
})();

// Copies the address of a clause, or how it is cited: by its number and the permanent address of its edition; and leads to the
// form, where feedback on the clause can be given. Without this
// script every number is a plain link to its clause. One control serves all numbers: it stands next to the one that the
// reader points at, taps or reaches by keyboard, so that a text of a thousand clauses stays as light as it was. When time.js
// has put another text on the page, all begins anew with that one.
(function serveText() {
  const article = document.querySelector('article[data-citation]');
  if (article === null) return;
  const words = article.dataset;

  const service = new AbortController();
  const listen = (target, type, listener) => target.addEventListener(type, listener, { signal: service.signal });
  listen(document, 'promulgate:text', renew);

  const refused = make('textarea', { readOnly: true, rows: 4, dir: 'auto' });
  const refusal = make('label', { hidden: true, dir: 'auto' }, words.copyFailed, refused);
  const outcome = make('p', { dir: 'auto' });
  outcome.setAttribute('role', 'status');
  const panel = make(
    'div',
    { id: 'page:cite', className: 'cite-panel', hidden: true },
    copyButton(words.copyLink, ({ fragment }) => location.href.split(/[?#]/, 1)[0] + fragment),
    copyButton(words.copyCitation, ({ name, fragment }) => {
      // Spaces that hold a line together are for the page, not for the letter it is pasted into.
      return `${words.citation}, ${name}\n`.replace(/\u00A0/g, ' ') + words.permanent + fragment;
    }),
    ...feedbackLink(),
    outcome,
    refusal,
  );

  let isTabbing = false;
  const shared = makeControl();
  for (const heading of article.querySelectorAll('h2[id], h3[id], h4[id], h5[id], h6[id]')) {
    // A heading without a number has nothing that a keyboard could reach, so it has a control of its own.
    if (labelIn(heading) === null && heading.closest('.footnotes') === null) place(makeControl(), heading);
  }

  listen(article, 'pointerover', ({ target, pointerType, buttons }) => {
    // A finger that scrolls and a mouse that selects text do not point at a clause.
    if (pointerType === 'touch' || buttons !== 0 || !panel.hidden || isUsedByKeyboard()) return;
    const label = shared.contains(target) ? null : labelAround(target);
    if (label !== null) serve(label);
  });
  listen(article, 'pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch' && panel.hidden && !isUsedByKeyboard()) shared.remove();
  });
  listen(document, 'focusin', ({ target }) => attend(target));
  listen(document, 'click', ({ target }) => attend(target));
  listen(document, 'pointerdown', () => {
    isTabbing = false;
  });
  listen(document, 'keydown', ({ key }) => {
    if (key === 'Tab') isTabbing = true;
    if (key !== 'Escape' || panel.hidden) return;
    panel.parentElement.firstElementChild.focus();
    close();
  });

  function renew() {
    if (document.querySelector('article[data-citation]') === article) return;
    service.abort();
    for (const control of article.querySelectorAll('.cite')) control.remove();
    serveText();
  }

  function attend(target) {
    if (!panel.hidden && !panel.parentElement.contains(target)) close();
    if (target instanceof Element && target.matches('a.label') && article.contains(target)) serve(target);
  }

  function serve(label) {
    const clause = label.parentElement;
    const after = /^H[2-6]$/.test(clause.tagName) ? clause : label;
    if (shared.previousElementSibling !== after) place(shared, after);
  }

  /** A screen reader reads a heading with all that is in it: so a control follows its heading, and a number directly. */
  function place(control, after) {
    after.after(control);
    control.firstElementChild.setAttribute('aria-label', fill(words.copyMenu, 'clause', cited(control).name));
  }

  function makeControl() {
    const toggle = make('button', { type: 'button', className: 'cite-toggle' });
    toggle.setAttribute('aria-expanded', 'false');
    toggle.setAttribute('aria-controls', 'page:cite');
    const control = make('div', { className: 'cite', lang: document.documentElement.lang }, toggle);
    toggle.addEventListener('click', () => {
      const isOpen = control.contains(panel) && !panel.hidden;
      close();
      if (!isOpen) open(control);
    });
    return control;
  }

  function open(control) {
    control.append(panel);
    const feedback = panel.querySelector('a');
    if (feedback !== null) feedback.href = `${formAddress()}?clause=${cited(control).fragment.slice(1)}`;
    panel.hidden = false;
    control.firstElementChild.setAttribute('aria-expanded', 'true');
    panel.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    panel.hidden = true;
    refusal.hidden = true;
    outcome.textContent = '';
    panel.parentElement?.firstElementChild.setAttribute('aria-expanded', 'false');
  }

  function copyButton(text, write) {
    const button = make('button', { type: 'button', dir: 'auto' }, text);
    button.addEventListener('click', () => copy(write(cited(panel.parentElement))));
    return button;
  }

  /** The way to the form for this edition, where the site has one. */
  function formAddress() {
    return document.querySelector('a[data-feedback]')?.href;
  }

  function feedbackLink() {
    return formAddress() === undefined ? [] : [make('a', { dir: 'auto' }, words.feedbackOnClause)];
  }

  async function copy(text) {
    refusal.hidden = true;
    outcome.textContent = '';
    try {
      // Absent unless the page came over HTTPS; refused if the reader forbids it.
      await navigator.clipboard.writeText(text);
      outcome.textContent = words.copied;
    } catch {
      refused.value = text;
      refusal.hidden = false;
      refused.select();
      refused.focus();
      panel.scrollIntoView({ block: 'nearest' });
    }
  }

  /** What a control stands for: the name of the clause in a citation, and its fragment. */
  function cited(control) {
    const unit = control.previousElementSibling;
    const label = unit.matches('a.label') ? unit : labelIn(unit);
    if (label !== null) return { name: nameOf(label.dataset.cite), fragment: label.hash };
    const fixed = unit.querySelector(':scope > span[id]:empty');
    const title = [...unit.childNodes]
      .filter(({ nodeName }) => nodeName !== 'SUP')
      .map(({ textContent }) => textContent);
    return {
      name: fill(words.citeHeading, 'title', title.join('').replace(/\s+/g, ' ').trim()),
      fragment: `#${encodeURIComponent((fixed ?? unit).id)}`,
    };
  }

  /** "3.3.2" is a clause; "Article 3" and "§ 5" say themselves what they are. */
  function nameOf(citation) {
    const bare = citation.replace(/\s*[–—-]$/, '');
    return /^(?:§|\p{L}+\.?[\s\d])/u.test(bare) ? bare : fill(words.citeClause, 'clause', bare);
  }

  /** The number of the innermost clause around a node. */
  function labelAround(node) {
    const units = '.clause, li, h2, h3, h4, h5, h6';
    for (let unit = node.closest(units); unit !== null; unit = unit.parentElement.closest(units)) {
      const label = labelIn(unit);
      if (label !== null) return label;
    }
    return null;
  }

  function labelIn(unit) {
    return unit.querySelector(':scope > a.label');
  }

  /** A pointer that happens to lie on the text does not take the control away from a keyboard. */
  function isUsedByKeyboard() {
    return isTabbing && document.activeElement?.matches('.cite-toggle, a.label') === true;
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
