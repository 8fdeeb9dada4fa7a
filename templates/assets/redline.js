// What a script adds to a page that shows changes: keys that lead from change to change, both texts side by side, and on
// paper the closed stretches in browsers that cannot open them by style. All changes can be read and reached without it.
(() => {
  const tools = document.querySelector('.redline-tools');
  if (tools === null) return;
  const keys = tools.querySelector('.change-keys');
  const beside = tools.querySelector('.side-by-side');
  const unchanged = tools.querySelector('.show-unchanged input');
  const isOpenedByStyle = CSS.supports('selector(::details-content)');
  const stops = () => [...document.querySelectorAll('.marked .change-stop')];

  // Keys: off where somebody writes or chooses, with any other key held, and for those who have switched them off.
  const hasKeys = keys.querySelector('input');
  keys.hidden = false;
  document.addEventListener('keydown', (event) => {
    const { target, key, code, ctrlKey, altKey, metaKey, shiftKey, isComposing, defaultPrevented } = event;
    if (ctrlKey || altKey || metaKey || shiftKey || isComposing || defaultPrevented || !hasKeys.checked) return;
    if (target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable]')) return;
    // On a keyboard of another script the key that has a "j" on it counts.
    const letter = /^[a-z]$/.test(key) ? key : code;
    if (letter === 'j' || letter === 'KeyJ') go(1, event);
    else if (letter === 'k' || letter === 'KeyK') go(-1, event);
  });

  function go(step, event) {
    const all = stops();
    const next = nextOf(all, step);
    if (next === undefined) return;
    event.preventDefault();
    location.replace(`#${next.id}`);
    next.querySelector('.which').focus({ preventScroll: true });
  }

  /** From where the reader is: at a stop, or else somewhere on the page. */
  function nextOf(all, step) {
    const at = all.findIndex((stop) => stop.contains(document.activeElement));
    if (at !== -1) return all[at + step];
    const middle = innerHeight / 3;
    const topOf = (stop) => stop.getBoundingClientRect().top;
    return step > 0 ? all.find((stop) => topOf(stop) > middle) : all.findLast((stop) => topOf(stop) < middle);
  }

  // Side by side.
  const article = document.querySelector('.marked > article');
  const roomy = matchMedia('(min-width: 66rem)');
  const isBeside = beside.querySelector('input');
  roomy.addEventListener('change', lay);
  isBeside.addEventListener('change', lay);
  document.addEventListener('promulgate:redline', lay);
  lay();

  /** Puts the text on the page in one column or in two. */
  function lay() {
    beside.hidden = !roomy.matches;
    document.querySelector('.columns')?.replaceWith(article);
    if (isBeside.checked && roomy.matches) article.replaceWith(inColumns());
  }

  function inColumns() {
    const { lang, dir } = article;
    const { before, after } = tools.dataset;
    const columns = Object.assign(document.createElement('article'), { className: 'columns', lang, dir });
    const head = row(document.createTextNode(before), document.createTextNode(after));
    head.classList.add('columns-head');
    head.lang = document.documentElement.lang;
    columns.append(head, ...rowsOf(article.children));
    return columns;
  }

  function rowsOf(nodes) {
    return [...nodes].map((node) => {
      if (node.matches('.change-stop, summary')) return node.cloneNode(true);
      if (!node.matches('details.unchanged')) return row(sideOf(node, 'older'), sideOf(node, 'newer'));
      const details = node.cloneNode(false);
      details.append(...rowsOf(node.children));
      return details;
    });
  }

  function row(...sides) {
    const element = Object.assign(document.createElement('div'), { className: 'columns-row' });
    for (const side of sides) {
      const cell = Object.assign(document.createElement('div'), { className: 'prose column' });
      cell.append(side);
      element.append(cell);
    }
    return element;
  }

  /** What a block says in one of the texts. Addresses stay with the newer one. */
  function sideOf(block, side) {
    const kinds = side === 'older' ? ['ins', 'inserted', 'moved-here'] : ['del', 'deleted', 'moved-away'];
    const isOther = (node) => kinds.slice(1).includes(node.dataset.redline) || node.localName === kinds[0];
    if (isOther(block)) return '';
    const copy = block.cloneNode(true);
    for (const node of [...copy.querySelectorAll('*')]) {
      if (isOther(node)) removeFrom(copy, node);
    }
    for (const node of side === 'older' ? [copy, ...copy.querySelectorAll('[id]')] : []) node.removeAttribute('id');
    return copy.textContent.trim() === '' && block.textContent.trim() !== '' ? '' : copy;
  }

  /** With what is empty without it. */
  function removeFrom(copy, node) {
    const { parentElement } = node;
    node.remove();
    if (parentElement !== null && parentElement !== copy && parentElement.textContent.trim() === '') {
      if (!parentElement.matches('td, th')) removeFrom(copy, parentElement);
    }
  }

  // Browsers that cannot open what is closed by style.
  if (!isOpenedByStyle) {
    const openAll = (isOpen) => {
      for (const details of document.querySelectorAll('.unchanged')) details.open = isOpen;
    };
    unchanged.addEventListener('change', () => openAll(unchanged.checked));
    addEventListener('beforeprint', () => openAll(true));
  }
})();
