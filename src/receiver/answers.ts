/** What became of a message goes in; the answer comes out, as JSON for scripts and as a page for people. */
import { html } from 'hono/html';
import type { ReceiverWords } from '../model/receiver-words.ts';
import type { FieldProblem } from './compose-message.ts';

export type Refusal =
  | { readonly error: 'fields'; readonly problems: Readonly<Record<string, FieldProblem>> }
  | { readonly error: 'rate'; readonly retryAfter: number }
  | { readonly error: 'too-large' | 'origin' | 'unavailable' | 'type' };

export const STATUS = {
  fields: 422,
  'too-large': 413,
  origin: 403,
  rate: 429,
  unavailable: 503,
  type: 415,
} as const satisfies { readonly [error in Refusal['error']]: number };

/** The body of a JSON answer. */
export function refusalJson(refusal: Refusal, words: ReceiverWords): object {
  const body = { ok: false, error: refusal.error, message: words[`receiver-${refusal.error}`] };
  return refusal.error === 'fields' ? { ...body, fields: fieldSentences(refusal.problems, words) } : body;
}

/** Says what is known and how to get back to what was written. No style, no script: it stands under the strictest policy. */
export function refusalPage(refusal: Refusal, words: ReceiverWords) {
  const sentences = refusal.error === 'fields' ? Object.values(fieldSentences(refusal.problems, words)) : [];
  return page(
    words,
    words['receiver-failed'],
    html`<p>${words[`receiver-${refusal.error}`]}</p>${sentences.map((sentence) => html`<p>${sentence}</p>`)}<p>${words['receiver-not-stored']}</p>`,
  );
}

/** Where there is no page of the site to go to. */
export function thanksPage(words: ReceiverWords) {
  return page(words, words['receiver-arrived'], html`<p>${words['receiver-arrived-text']}</p>`);
}

function fieldSentences(
  problems: Readonly<Record<string, FieldProblem>>,
  words: ReceiverWords,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([name, problem]) => {
      const sentence = words[`receiver-${problem.kind}`];
      return [name, problem.kind === 'missing' ? sentence.replace('{field}', () => problem.label) : sentence];
    }),
  );
}

function page(words: ReceiverWords, title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="${words.language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<main>
<h1>${title}</h1>
${content}
</main>
</html>
`;
}
