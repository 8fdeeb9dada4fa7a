// What a script adds to a page that shows changes: keys that lead from change to change, and on paper the
// closed stretches in browsers that cannot open them by style. All changes can be read and reached without it.
(() => {
  const tools = document.querySelector('.redline-tools');
  if (tools === null) return;
  const keys = tools.querySelector('.change-keys');
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

  // Browsers that cannot open what is closed by style.
  if (!isOpenedByStyle) {
    const openAll = (isOpen) => {
      for (const details of document.querySelectorAll('.unchanged')) details.open = isOpen;
    };
    unchanged.addEventListener('change', () => openAll(unchanged.checked));
    addEventListener('beforeprint', () => openAll(true));
  }
})();
