/** An outward link and what became of its page go in; the warning that its author needs comes out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutwardLink } from './outward-links.ts';
import type { Answer } from './outward-links-answer.ts';

const PUBLISHED = 'An edition that is published already keeps its text: change the link in the next one.';

/** Undefined if the link is good, or was not asked for because it was good not long ago. */
export function problemWith({ url, places }: OutwardLink, answer: Answer | undefined): Diagnostic | undefined {
  if (answer === undefined || answer.kind === 'good') return undefined;
  const [place, ...others] = places;
  return {
    ...wordsFor(url, answer),
    severity: 'warning',
    ...(place === undefined ? {} : { place }),
    ...(others.length === 0 ? {} : { related: others.map((other) => ({ place: other, message: 'The same link.' })) }),
  };
}

function wordsFor(
  url: string,
  answer: Exclude<Answer, { kind: 'good' }>,
): Pick<Diagnostic, 'ruleId' | 'message' | 'hint'> {
  switch (answer.kind) {
    case 'moved': {
      const address = withFragment(answer.address, url);
      return {
        ruleId: 'link-moved',
        message: `The page at "${url}" has moved for good.`,
        hint: `Link to "${address}" instead. ${PUBLISHED}`,
      };
    }
    case 'dead':
      return {
        ruleId: 'link-dead',
        message: `The link "${url}" leads nowhere: ${answer.reason}.`,
        hint: `Link to where the page is now, or take the link out. ${PUBLISHED}`,
      };
    case 'unsure':
      return {
        ruleId: 'link-unsure',
        message: `Whether the link "${url}" still leads to its page cannot be told: ${answer.reason}.`,
        hint: 'Open it in your browser. If the page is there, all is well: nothing more could be found out from here.',
      };
  }
}

/** A redirect that names no place in the page keeps the one that was asked for (RFC 9110, 10.2.2). */
function withFragment(address: string, url: string): string {
  return address.includes('#') ? address : `${address}${new URL(url).hash}`;
}
