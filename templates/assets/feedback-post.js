// What the form's script needs to send: posts a form and says what the answer tells, and finds a proof of work.
(() => {
  const LONGEST_WAIT = 20_000;

  /**
   * Gives `{hasArrived: true}` only where the receiver says so; else what is known, in words: `heading`, `why`, and what is said of
   * single fields, by their names.
   */
  globalThis.postFeedback = async (form, { words, post, confirmedBy, isOnce }) => {
    const wasOffline = !navigator.onLine;
    const fill = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const unsure = (why) => ({ heading: 'form-unsure', why: [why, words[isOnce ? 'form-once' : 'form-twice']] });
    try {
      const response = await fetch(post, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams(new FormData(form)),
        credentials: 'omit',
        referrerPolicy: 'strict-origin',
        signal: AbortSignal.timeout(LONGEST_WAIT),
      });
      return judge(response.status, parse(await response.text()));
    } catch ({ name }) {
      if (name === 'TimeoutError') return unsure(fill('form-why-late', { seconds: LONGEST_WAIT / 1000 }));
      return wasOffline
        ? { heading: 'form-unsent', why: [words['form-why-offline']] }
        : unsure(words['form-why-unread']);
    }

    function judge(status, answer) {
      const reason = reasonIn(answer);
      const reported = reason === undefined ? [] : [fill('form-why-reported', { reason })];
      if (status === 429) return { heading: 'form-refused', why: [words['form-why-busy']] };
      if (status >= 500) return unsure(fill('form-why-fault', { status }));
      if (status >= 400) {
        const why = fill('form-why-refused', { status });
        if (answer.fields) return { heading: 'form-refused', why: [why], fields: answer.fields };
        return { heading: 'form-refused', why: [why, ...reported] };
      }
      // Some services answer 200 and report a problem in what they say.
      if (isComplaint(answer)) {
        return { heading: 'form-refused', why: reported.length > 0 ? reported : [words['form-why-unclear']] };
      }
      return confirmedBy.some((key) => isYes(answer[key])) ? { hasArrived: true } : unsure(words['form-why-unclear']);
    }

    function isComplaint({ error, errors, ...answer }) {
      const isEmpty = (value) => !value || (typeof value === 'object' && Object.keys(value).length === 0);
      return !isEmpty(error) || !isEmpty(errors) || confirmedBy.some((key) => isNo(answer[key]));
    }
  };

  const isNo = (value) => value === false || value === 'false';
  const isYes = (value) => value === true || (typeof value === 'string' && value !== '' && !isNo(value));

  function reasonIn({ message, error, errors }) {
    const texts = [message, error, error?.message, errors?.[0]?.message, errors?.[0]];
    return texts.find((text) => typeof text === 'string' && text !== '')?.slice(0, 300);
  }

  /** The JSON object that `text` is; an empty one if it is none. */
  function parse(text) {
    try {
      const value = JSON.parse(text);
      return typeof value === 'object' && value !== null ? value : {};
    } catch {
      return {};
    }
  }

  /** A number that makes the SHA-256 of `submission:number` begin with `bits` zeros; empty where it cannot be computed. */
  globalThis.proveWork = async (submission, bits) => {
    if (crypto.subtle === undefined) return '';
    const encoder = new TextEncoder();
    for (let first = 0; ; first += 256) {
      const hashes = await Promise.all(
        Array.from({ length: 256 }, (_, index) =>
          crypto.subtle.digest('SHA-256', encoder.encode(`${submission}:${first + index}`)),
        ),
      );
      const found = hashes.findIndex((hash) => new DataView(hash).getUint32(0) >>> (32 - bits) === 0);
      if (found !== -1) return String(first + found);
    }
  };
})();
