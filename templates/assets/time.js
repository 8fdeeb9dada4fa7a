// Keeps a page right when a moment comes for which nobody has built the site anew: what stands in templates is shown from
// its instant on, a policy's stable page shows the edition that has come into force, and an archive says which text
// applied on a day. Without this script all that a page says stays true: every sentence is dated.
(() => {
  const SECOND = 1000;
  const HOUR = 3600 * SECOND;
  const isServed = /^https?:$/.test(location.protocol);

  // The time. A visitor's clock may be wrong, so the server is asked; a clock that agrees with it, as nearly as its whole
  // seconds can tell, is left alone, so that a change comes at the very instant.
  const clock = { ahead: 0, drift: Number.NaN, learnt: Number.NaN };
  let asking;
  const now = () => Date.now() + clock.ahead;

  /** Changes when somebody sets the device's clock, or when the device has slept. */
  const driftOf = () => Date.now() - performance.now();

  async function askServer() {
    const sent = Date.now();
    const response = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    const received = Date.now();
    await response.text(); // Chromium takes what nobody reads for cut off.
    const age = (Number(response.headers.get('Age')) || 0) * SECOND;
    const said = Date.parse(response.headers.get('Date') ?? '');
    if (Number.isNaN(said)) return;
    // A cache gives the time at which it got the page and the page's age (RFC 9111), or else the present time and that
    // age; both count in whole seconds. Between the two a device can be right.
    const isRight = said <= received && sent < said + age + (age === 0 ? 1 : 2) * SECOND;
    clock.ahead = isRight ? 0 : said + age - received;
    clock.drift = driftOf();
    clock.learnt = performance.now();
  }

  /** Waits for the server's time, but not long: then the device's counts. What is known is good for `validity` ms. */
  async function learnTime(validity) {
    const isKnown = Math.abs(driftOf() - clock.drift) < 2 * SECOND && performance.now() - clock.learnt < validity;
    if (isKnown || !isServed || !navigator.onLine) return;
    asking ??= askServer().catch(() => {});
    asking.finally(() => (asking = undefined));
    const tooLong = new Promise((resolve) => setTimeout(resolve, 3 * SECOND, true));
    if (await Promise.race([asking, tooLong])) asking?.then(update);
  }

  // What is shown from an instant on.
  const dressed = new WeakMap();
  const instantOf = ({ dataset }) => Date.parse(dataset.from);
  const copyOf = (node) => document.importNode(node, true);

  /** Gives every timed part of the page what it has to show at `moment`. */
  function dress(moment) {
    for (const part of document.querySelectorAll('[data-timed]')) {
      const steps = [...part.children].filter((child) => child.matches('template[data-from]'));
      const content = [...part.childNodes].filter((node) => !steps.includes(node));
      const due = steps.findLast((step) => instantOf(step) <= moment);
      if (!dressed.has(part)) dressed.set(part, { built: content });
      const state = dressed.get(part);
      if (state.due === due) continue;
      state.due = due;
      keepFocus(part, () => {
        for (const node of content) node.remove();
        part.prepend(...(due === undefined ? state.built : [copyOf(due.content)]));
      });
      tellOthers();
    }
  }

  // The edition that a stable page shows.
  const changes = [...document.querySelectorAll('.page-policy .edition template.changeover')];
  const built = changes.length === 0 ? undefined : readPage(document);
  const stones = [...document.querySelectorAll('.tombstone')];
  const region = document.createElement('p');
  let shown = built;
  let settled;
  let lead;
  let hasRead = false;
  let timer;

  /** Shows the edition that is due at `moment` or, where it cannot be had, the way to it. */
  async function changeOver(moment) {
    const due = changes.findLast((change) => instantOf(change) <= moment);
    if (due === settled && lead === undefined) return;
    settled = due;
    const id = due?.dataset.edition ?? built.id;
    const known = [shown, built].find((page) => page.id === id);
    const next = known ?? (await fetchEdition(due).catch(() => undefined));
    // Meanwhile another change may have come, or the clock been put right.
    if (settled !== due) return;
    if (next === undefined) showLead(due);
    else show(next, due);
  }

  async function fetchEdition({ dataset }) {
    // What lies on a disk cannot be fetched.
    if (!isServed) return undefined;
    const patience = AbortSignal.timeout(20 * SECOND);
    const response = await fetch(dataset.href, { cache: 'no-cache', mode: 'same-origin', signal: patience });
    const page = readPage(new DOMParser().parseFromString(await response.text(), 'text/html'));
    if (!response.ok || page?.id !== dataset.edition) return undefined;
    return { ...page, edition: adopt(page, response.url) };
  }

  /** What differs between pages that show one edition or another; undefined if `page` shows none. */
  function readPage(page) {
    const edition = page.querySelector('.edition[data-edition]');
    if (edition === null) return undefined;
    const { title, documentElement: html } = page;
    const description = page.querySelector('meta[name="description"]')?.content;
    return { id: edition.dataset.edition, edition, title, description, imprint: html.dataset.imprint, html };
  }

  /** The edition of the page at `address`, made ready to stand on this one. */
  function adopt({ edition, html }, address) {
    const copy = copyOf(edition);
    for (const element of everywhere(copy, '[href]:not([href^="#"]), [src]')) {
      const name = element.hasAttribute('href') ? 'href' : 'src';
      const link = element.getAttribute(name);
      if (URL.canParse(link, address)) element.setAttribute(name, new URL(link, address).href);
    }
    for (const pointless of everywhere(copy, '[data-current], template.changeover')) pointless.remove();
    if (html.lang !== built.html.lang) Object.assign(copy, { lang: html.lang, dir: html.dir });
    return copy;
  }

  /** What `selector` finds below `root`, also in templates. */
  function everywhere(root, selector) {
    const templates = [...root.querySelectorAll('template')];
    return [...root.querySelectorAll(selector), ...templates.flatMap(({ content }) => everywhere(content, selector))];
  }

  function show(next, due) {
    const isOther = next.id !== shown.id;
    // The browser itself has put a reader who comes back where he was.
    const [visit] = performance.getEntriesByType('navigation');
    const isArriving = !hasRead && !['back_forward', 'reload'].includes(visit?.type);
    const keepPlace = placeKeeper(next.edition);
    keepFocus(shown.edition, () => {
      lead?.remove();
      lead = undefined;
      if (isOther) replace(next);
      bury(due);
      tellOthers();
      // What the address points at is looked for only when it is gone to, which must not become a slow journey.
      document.documentElement.style.scrollBehavior = 'auto';
      if (location.hash !== '') location.replace(location.href);
      document.documentElement.removeAttribute('style');
      keepPlace();
      if (isArriving) document.querySelector(':target')?.scrollIntoView({ behavior: 'instant' });
    });
    if (isOther && hasRead && due !== undefined) region.textContent = due.dataset.said;
  }

  function replace(next) {
    shown.edition.replaceWith(next.edition);
    shown = next;
    document.title = next.title;
    document.documentElement.dataset.imprint = next.imprint;
    document.querySelector('.imprint')?.replaceChildren(next.imprint);
    const description = document.querySelector('meta[name="description"]');
    description?.setAttribute('content', next.description ?? built.description);
    dress(now());
  }

  /** Puts the way to the edition of `due` on the page, once. */
  function showLead(due) {
    const notice = copyOf(due.content.querySelector('.notice'));
    if (lead?.isConnected && lead.isEqualNode(notice)) return;
    lead?.remove();
    lead = notice;
    (document.querySelector('.notices') ?? shown.edition).prepend(notice);
    tellOthers();
    if (hasRead) region.textContent = notice.textContent.trim();
  }

  /** Leaves a word at the places of clauses that the edition shown does not have. */
  function bury(due) {
    const found = due === undefined ? stones : due.content.querySelectorAll('.tombstone');
    document.querySelector('.tombstones')?.replaceChildren(...[...found].map(copyOf));
  }

  /** What puts the clause that is nearest to the top of the window, of those that `next` has too, back where it was. */
  function placeKeeper(next) {
    const from = scrollY;
    const topOf = (part) => part.getBoundingClientRect().top;
    const text = shown.edition.querySelector('article') ?? shown.edition;
    const kept = new Set([...next.querySelectorAll('article [id]')].map(({ id }) => id));
    const clauses = [...text.querySelectorAll('[id]')].filter(({ id }) => kept.has(id));
    const [nearest] = clauses.sort((a, b) => Math.abs(topOf(a)) - Math.abs(topOf(b)));
    // Who has not come to the text yet stays where he is.
    if (nearest === undefined || topOf(text) > 0) return () => scrollTo({ top: from, behavior: 'instant' });
    const top = topOf(nearest);
    return () => scrollBy({ top: topOf(document.getElementById(nearest.id)) - top, behavior: 'instant' });
  }

  /** Who reads by keyboard stays in the text: at the same link of the new one, or else at its beginning. */
  function keepFocus(part, change) {
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    change();
    if (focused === null || focused.isConnected) return;
    const isSame = ({ href, className }) => href === focused.href && className === focused.className;
    [...document.querySelectorAll('.edition a')].find(isSame)?.focus({ preventScroll: true });
    if (document.activeElement === document.body) document.querySelector('main').focus({ preventScroll: true });
  }

  /** For scripts that have to do with links and clauses. */
  const tellOthers = () => document.dispatchEvent(new Event('promulgate:text'));

  // Which text applied on a day, or at a moment.
  const form = document.querySelector('form.applied-on');
  let question;

  async function answer(asked) {
    if (asked === question) return;
    question = asked;
    const moment = readMoment(asked ?? '');
    form.elements.on.value = moment?.day ?? '';
    const found = [...form.querySelectorAll('template.stretch')].filter(({ dataset }) => touches(dataset, moment));
    if (found.length > 0) await learnTime(HOUR);
    if (asked !== question) return;
    if (found.length > 0 && isToCome(moment)) found.unshift(form.querySelector('template.not-decided'));
    if (asked && found.length === 0) found.push(form.querySelector('template.not-a-day'));
    form.querySelector('output').replaceChildren(...found.map(({ content }) => copyOf(content)));
    tellOthers();
  }

  /** A day, or an instant with its offset (RFC 3339); undefined if it is neither. A "+" in a query means a space. */
  function readMoment(asked) {
    const written = /^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):\d\d(?::\d\d)?)(Z|[+ -]\d\d:\d\d))?$/i.exec(asked);
    const [, day, time = '00:00', offset] = written ?? [];
    const start = Date.parse(`${day}T00:00Z`);
    const instant = Date.parse(`${day}T${time}${offset?.toUpperCase().replace(' ', '+') ?? 'Z'}`);
    // Some browsers take 30 February for a day of March.
    if (Number.isNaN(start + instant) || new Date(start).toISOString().slice(0, 10) !== day) return undefined;
    return offset === undefined ? { day } : { day, instant };
  }

  /** Whether a stretch of time, half-open, has a part of the day in it, or the instant. */
  function touches({ from, until, firstDay = '', lastDay = '9999' }, moment) {
    if (moment?.instant === undefined) return moment !== undefined && firstDay <= moment.day && moment.day <= lastDay;
    return !(moment.instant < Date.parse(from)) && !(moment.instant >= Date.parse(until));
  }

  function isToCome({ day, instant }) {
    if (instant !== undefined) return instant > now();
    try {
      // In Sweden days are written as in ISO 8601.
      return day > new Intl.DateTimeFormat('sv-SE', { timeZone: form.dataset.timeZone }).format(now());
    } catch {
      // The zone is newer than the browser.
      return Date.parse(day) > now();
    }
  }

  if (form !== null) {
    const askedFor = () => new URLSearchParams(location.search).get('on');
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const { value } = form.elements.on;
      if (isServed && value !== question) history.pushState(null, '', `?on=${value}`);
      answer(value);
    });
    addEventListener('popstate', () => answer(askedFor()));
    answer(askedFor());
  }

  async function update() {
    arm();
    dress(now());
    if (built === undefined) return;
    await changeOver(now());
    arm();
    hasRead = true;
  }

  /** Wakes at the next instant: a timer of more than 2³¹ ms runs out at once, and one of a day is late after a sleep. */
  function arm() {
    clearTimeout(timer);
    const instants = [...document.querySelectorAll('[data-timed] > template[data-from]'), ...changes].map(instantOf);
    const wait = Math.min(...instants.filter((instant) => instant > now())) - now();
    if (wait < Number.POSITIVE_INFINITY) timer = setTimeout(look, Math.min(wait, HOUR), Number.POSITIVE_INFINITY);
  }

  const look = (validity) => learnTime(validity).then(update);

  if (document.querySelector('[data-timed] > template[data-from]') !== null || built !== undefined) {
    const lookAgain = () => look(HOUR / 6);
    addEventListener('pageshow', ({ persisted }) => persisted && lookAgain());
    addEventListener('online', lookAgain);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && lookAgain());
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      addEventListener(type, () => (hasRead = true), { once: true, passive: true, capture: true });
    }
    if (built !== undefined) {
      region.className = 'said';
      region.setAttribute('role', 'status');
      document.body.append(region);
    }
    lookAgain();
  }
})();
