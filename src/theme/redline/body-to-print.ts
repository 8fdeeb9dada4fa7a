/** A text and the page it is compared for go in; the body that is compared comes out: as it reads in the language of that page. */
import type { Body } from '../../model/clause.ts';
import type { EditionText } from '../../model/policy.ts';
import type { PageContext } from '../page-context.ts';
import { printableBody } from './printable-body.ts';

export function bodyToPrint(text: EditionText, context: PageContext): Body {
  return bodyAsPrinted(context.bodyOf(text), context);
}

/** The same of a text that stands on no page. */
export function bodyAsPrinted(body: Body, context: PageContext): Body {
  const { dates, words } = context.voice;
  return printableBody(body, {
    settle: context.link.settle,
    dateNote(clause) {
      const from = body.clauses[clause]?.from;
      return from === undefined ? '' : words.say('clause-applies-from', { from: dates.moment(from) });
    },
  });
}
