/** A text and the page it is compared for go in; the body that is compared comes out: as it reads in the language of that page. */
import type { Bodies, Body } from '../../model/clause.ts';
import type { Language } from '../../model/config.ts';
import type { EditionText } from '../../model/policy.ts';
import type { PageContext } from '../page-context.ts';
import type { Voice } from '../statements.ts';
import { type PrintableBlocks, type PrintableOptions, printableBody } from './printable-body.ts';

export function bodyToPrint(text: EditionText, context: PageContext): Body {
  return bodyAsPrinted(context.bodyOf(text), context);
}

/** The same of a text that stands on no page. */
export function bodyAsPrinted(body: Body, { voice, link, printable }: PageContext): Body {
  return bodyInWords(body, voice, { settle: link.settle, kept: printable });
}

/** With dates of clauses said in words. Without `settle`, links lead where their author wrote. */
export function bodyInWords(
  body: Body,
  { words, dates }: Voice,
  options: Partial<Pick<PrintableOptions, 'settle' | 'kept'>> = {},
): Body {
  return printableBody(body, {
    settle: (sitePath) => sitePath,
    ...options,
    dateNote(clause) {
      const from = body.clauses[clause]?.from;
      return from === undefined ? '' : words.say('clause-applies-from', { from: dates.moment(from) });
    },
  });
}

/** Of the texts whose bodies are given by their paths: as they read in their own languages. */
export function bodiesInWords(
  texts: readonly EditionText[],
  bodies: Bodies,
  voiceOf: (language: Language) => Voice,
): Bodies {
  const kept: PrintableBlocks = new WeakMap();
  const languages = new Map(texts.map(({ path, language }) => [path, language]));
  return {
    has: (path) => bodies.has(path),
    get(path) {
      const [body, language] = [bodies.get(path), languages.get(path)];
      return body === undefined || language === undefined ? body : bodyInWords(body, voiceOf(language), { kept });
    },
  };
}
