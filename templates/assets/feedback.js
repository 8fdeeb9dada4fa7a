// Sends the form and says what is known of its fate: that a message arrived is only said when the receiver has confirmed it.
// Nothing typed leaves the form before that, and nothing is kept on the device. Without this script the form is posted as
// browsers do it, and the clause is chosen from its list.
(() => {
  const SECOND = 1000;
  const RETRY_AFTER = 20 * SECOND;
  const form = document.querySelector('form[data-script]');
  const carrier = form ?? document.querySelector('.mailbox[data-script]');
  if (carrier === null) return;
  const { words, root, about, unlisted, confirmedBy, post, isOnce, proofBits, mailbox, mailSubject } = JSON.parse(
    carrier.dataset.script,
  );
  const query = new URLSearchParams(location.search);
  const clauseAsked = (query.get('clause') || safely(() => decodeURIComponent(location.hash.slice(1))) || '').slice(
    0,
    200,
  );

  if (form === null) return completeMailLink();

  const report = document.getElementById('page:report');
  const status = document.getElementById('page:status');
  const title = document.title;
  const controls = [
    ...form.querySelectorAll('.field :is(input:not([type="radio"]), textarea, select:not([data-role]))'),
  ];
  const limits = new Map();
  let shown = performance.now();
  let isBusy = false;
  let proof;
  /** The same for every attempt, so that a receiver can tell a repetition; another one for other words, so that none are lost. */
  let submission = newId();
  let attempted;

  form.noValidate = true;
  chooseClause();
  controls.forEach(limit);
  form.addEventListener('submit', submit);
  form.addEventListener('input', proofOnce);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    [shown, isBusy] = [performance.now(), false];
    say('');
  });

  async function submit(event) {
    if (isBusy) return event.preventDefault();
    clear();
    const problems = controls.flatMap(problemsOf);
    if (problems.length > 0) {
      event.preventDefault();
      return showProblems(words['form-problems'], problems);
    }
    isBusy = true;
    say(words['form-sending']);
    fillIn();
    if (post === undefined) {
      // The browser takes over; should it not get away, the visitor can try again.
      setTimeout(() => {
        isBusy = false;
        say('');
      }, RETRY_AFTER);
      return;
    }
    event.preventDefault();
    role('proof').value = await proofOnce();
    const outcome = await globalThis.postFeedback(form, { words, post, confirmedBy, isOnce });
    isBusy = false;
    say('');
    if (outcome.hasArrived) showArrival();
    else showFailure(outcome);
  }

  /** Looked for while the visitor still writes; empty where none is asked for. */
  function proofOnce() {
    proof ??= proofBits === undefined ? '' : globalThis.proveWork(submission, proofBits);
    return proof;
  }

  // What is filled in for the visitor.

  function role(name) {
    return form.querySelector(`[data-role="${name}"]`);
  }

  function chooseClause() {
    const select = role('clause');
    // Back to the form: the browser has put back what was chosen.
    if (clauseAsked === '' || select.tagName !== 'SELECT' || select.value !== '') return;
    // One too deep for the list. What is no clause of the edition is left out.
    if (isUnlisted(clauseAsked)) select.append(new Option(clauseAsked, clauseAsked));
    if ([...select.options].some(({ value }) => value === clauseAsked)) select.value = clauseAsked;
  }

  function isUnlisted(clause) {
    return unlisted.split(' ').includes(clause);
  }

  function fillIn() {
    role('elapsed').value = Math.floor((performance.now() - shown) / SECOND);
    role('page').value = about === undefined ? pageAsked() : placeIn(about, role('clause').value);
    if (attempted !== undefined && attempted !== written('\n')) [submission, proof] = [newId(), undefined];
    attempted = written('\n');
    role('submission').value = submission;
  }

  function placeIn(page, clause) {
    return clause === '' ? page : `${page}#${encodeURIComponent(clause)}`;
  }

  /** Only an address of this site is passed on. */
  function pageAsked() {
    const page = safely(() => new URL(`.${query.get('page') ?? '/'}`, root).href) ?? root;
    return page.startsWith(root) ? page : root;
  }

  function completeMailLink() {
    const link = carrier.querySelector('a');
    if (about !== undefined && isUnlisted(clauseAsked))
      link.href = link.href.replace(encodeURIComponent(about), encodeURIComponent(placeIn(about, clauseAsked)));
  }

  // What is wrong with what was typed. `maxlength` would cut off what is pasted without a word.

  function limit(control) {
    if (control.maxLength < 0) return;
    limits.set(control, control.maxLength);
    control.removeAttribute('maxlength');
    if (control.tagName !== 'TEXTAREA') return;
    const counter = make('p', { className: 'meta counter', id: `${control.id}-count` });
    const spoken = make('p', { className: 'unseen' });
    counter.setAttribute('aria-hidden', 'true');
    spoken.setAttribute('role', 'status');
    control.after(counter, spoken);
    describe(control, counter.id);
    let pause;
    const count = () => {
      const left = limits.get(control) - control.value.length;
      counter.textContent = fill(left < 0 ? 'form-over' : 'form-left', { count: Math.abs(left) });
      counter.classList.toggle('over', left < 0);
      return left < limits.get(control) / 10;
    };
    control.addEventListener('input', () => {
      const isNear = count();
      clearTimeout(pause);
      // Spoken when the visitor pauses, and only when it begins to matter.
      pause = setTimeout(() => (spoken.textContent = isNear ? counter.textContent : ''), SECOND);
    });
    addEventListener('pageshow', count);
    count();
  }

  function problemsOf(control) {
    const field = nameOf(control);
    const value = control.value.trim();
    const most = limits.get(control) ?? Number.POSITIVE_INFINITY;
    if (control.required && value === '') return [{ control, text: fill('form-empty', { field }) }];
    if (control.validity.typeMismatch) return [{ control, text: fill('form-email', { field }) }];
    if (control.value.length > most) return [{ control, text: fill('form-long', { field, limit: most }) }];
    return [];
  }

  function nameOf(control) {
    return ownText(control.labels[0]);
  }

  /** Without the note on whether it must be filled in. */
  function ownText(label) {
    return label.firstChild.textContent.trim();
  }

  // What is shown. The pattern is the error summary of GOV.UK: it takes the focus and leads to the fields.

  function say(text) {
    status.textContent = text;
  }

  function clear() {
    document.title = title;
    report.hidden = true;
    for (const note of form.querySelectorAll('.problem')) note.remove();
    for (const control of controls) {
      control.removeAttribute('aria-invalid');
      describe(control, limits.has(control) && control.tagName === 'TEXTAREA' ? `${control.id}-count` : '');
    }
  }

  function describe(control, ids) {
    if (ids === '') control.removeAttribute('aria-describedby');
    else control.setAttribute('aria-describedby', ids);
  }

  function showReport(kind, heading, ...content) {
    const alert = make('div', {}, make('h2', {}, heading), ...content);
    alert.setAttribute('role', kind === 'arrived' ? 'status' : 'alert');
    report.className = `form-report ${kind}`;
    report.replaceChildren(alert);
    report.hidden = false;
    report.focus();
    document.title = `${kind === 'arrived' ? '' : `${words['form-error']} `}${heading} – ${title}`;
  }

  function showProblems(heading, problems, ...before) {
    const items = problems.map(({ control, text }) => {
      const note = make('p', { className: 'problem', id: `${control.id}-problem` });
      note.append(make('span', { className: 'unseen' }, `${words['form-error']} `), text);
      control.before(note);
      control.setAttribute('aria-invalid', 'true');
      describe(control, [note.id, control.getAttribute('aria-describedby') ?? ''].join(' ').trim());
      const link = make('a', { href: `#${control.id}` }, text);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        (control.labels[0] ?? control).scrollIntoView();
        control.focus({ preventScroll: true });
      });
      return make('li', {}, link);
    });
    showReport('failed', heading, ...before, make('ul', {}, ...items));
  }

  function showFailure({ heading, why, fields = {} }) {
    const reasons = [...why, words['form-kept']].map((text) => make('p', {}, text));
    const problems = controls.flatMap((control) => {
      const text = fields[control.name];
      return typeof text === 'string' ? [{ control, text }] : [];
    });
    if (problems.length > 0) return showProblems(words[heading], problems, ...reasons);
    const retry = make('button', { type: 'button' }, words['form-retry']);
    const copy = make('button', { type: 'button', className: 'plain' }, words['form-copy']);
    const outcome = make('p', { className: 'meta' });
    outcome.setAttribute('role', 'status');
    retry.addEventListener('click', () => form.requestSubmit());
    copy.addEventListener('click', () => copyTo(outcome));
    const actions = make('p', { className: 'actions' }, retry, ' ', copy);
    if (mailbox !== undefined) {
      const address = `mailto:${mailbox}?subject=${encodeURIComponent(mailSubject)}&body=${encodeURIComponent(written('\r\n'))}`;
      actions.append(' ', make('a', { href: address }, words['form-mail']));
    }
    showReport('failed', words[heading], ...reasons, actions, outcome);
  }

  function showArrival() {
    const again = make('a', { href: location.href }, words['form-another']);
    again.addEventListener('click', (event) => {
      event.preventDefault();
      location.reload();
    });
    form.reset();
    form.hidden = true;
    const number = make('p', {}, fill('form-number', { number: submission }));
    showReport('arrived', words['form-sent'], number, make('p', {}, again));
  }

  async function copyTo(outcome) {
    outcome.textContent = '';
    try {
      await navigator.clipboard.writeText(written('\n'));
      outcome.textContent = words.copied;
    } catch {
      const text = make('textarea', { readOnly: true, rows: 6, value: written('\n') });
      outcome.replaceChildren(make('label', {}, words['copy-failed'], text));
      text.select();
      text.focus();
    }
  }

  /** All that the visitor chose and wrote, under the labels they saw, and what it is about. */
  function written(newline) {
    const chosen = [...form.querySelectorAll('select[data-role], input[type="radio"]:checked')].map((control) =>
      control.tagName === 'SELECT'
        ? named(nameOf(control), control.selectedOptions[0].text)
        : named(ownText(control.closest('fieldset').firstElementChild), control.labels[0].textContent),
    );
    const typed = controls.filter(({ value }) => value !== '').map((control) => named(nameOf(control), control.value));
    return [...typed, ...chosen, role('page').value].join('\n').replace(/\n/g, newline);
  }

  /** A label that is a question has its mark already. */
  function named(label, value) {
    return `${label}${/\p{P}$/u.test(label) && !/[)»”"]$/u.test(label) ? '' : ':'} ${value}`;
  }

  /** A UUID of version 4 (RFC 9562); pages that do not come over HTTPS have to make it themselves. */
  function newId() {
    if (crypto.randomUUID !== undefined) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  function fill(key, values) {
    return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function safely(attempt, ...values) {
    try {
      return attempt(...values);
    } catch {
      return undefined;
    }
  }

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }
})();
