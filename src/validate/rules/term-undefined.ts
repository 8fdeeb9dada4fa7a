/** A term in quotation marks that is used as if it were defined is defined. */
import { definedTerms, type Terms } from '../defined-terms.ts';
import { latestTexts } from '../latest-texts.ts';
import { quote } from '../quote.ts';
import type { QuotedTerm } from '../quoted-terms.ts';
import type { Rule } from '../rule.ts';
import { placesIn } from '../text-places.ts';

/** How many different terms of a text are looked for. */
const MOST_TERMS = 500;
const MOST_OCCURRENCES = 100;
const WORD_AROUND = 40;
/** A text that defines fewer terms in quotation marks may put anything in them. */
const FEWEST_DEFINED = 2;

/** “Confidential Information” (as defined below). */
const SAID_TO_BE_DEFINED =
  /^\s{0,3}[(,]?\s?(?:(?:as|wie|tel que|como|come|zoals|как)\s)?(?:defined|definiert|défini[es]*|definid[oa]s?|definit[oaie]|gedefinieerd|определено?)\s(?:above|below|herein|hereafter|in\sth(?:is|ese)|oben|unten|in\sdiese|ci-|en\seste|anteriormente|di\sseguito|hier|выше|ниже|в\sнастоящ)/iu;
const DETERMINER =
  /(?<!\b(?:as|than|see|like|called|named|titled|labell?ed|marked)\s{1,3})(?<!\p{L})(?:the|any|all|each|every|such|our|your|their|der|die|das|des|dem|den|le|la|les|el|los|las|il|gli|het)\s{1,3}$/iu;
const GOES_ON =
  /^(?:\s{0,3}[.,;)]|\s{1,3}(?:shall|may|must|will|can|is|are|has|have|or|and|of|to|for|from|that|which|before|after|darf|dürfen|muss|müssen|ist|sind|und|oder|peut|doit|est|sont|et|ou|puede|debe|es|son|y|o|può|deve|è|sono|e|mag|moet|zijn|en|of)(?!\p{L}))/u;
/** Texts have names too, and they are no terms. */
const NAME_OF_TEXT =
  /(?:polic(?:y|ies)|terms|conditions|notice|agreement|statement|act|law|code|regulation|directive|addendum|schedule|annex|appendix|section|article|chapter|licen[cs]e|guidelines?|principles|rights?|form|richtlinie|bedingungen|gesetz|politique|conditions|loi|ley|política|legge)$/iu;
const BEGINS_LINE = /(?:\n|[|])[\s>#+-]*(?:[\d.]{1,10}\)?\s|\p{L}\)\s)?\s*["“„«‘]?\s*$/u;

/**
 * One warning for each capitalised term that is said to be defined, or that stands in quotation marks after an article and
 * again elsewhere in a text that defines other terms so; unless anything that may be its definition begins with it.
 */
export const termUndefined: Rule = {
  id: 'term-undefined',
  check(policy, site) {
    return latestTexts(policy, site).flatMap(({ text }) => {
      const placeOf = placesIn(text);
      return undefinedIn(definedTerms(text.markdown), text.markdown).map(({ term, start, end }) => ({
        ruleId: termUndefined.id,
        severity: 'warning' as const,
        place: placeOf(start, end),
        message: `“${quote(term)}” is written like a defined term, but this text does not define it.`,
        hint: `Add a definition, such as “${quote(term)}” means …; or take the quotation marks away.`,
      }));
    });
  },
};

function undefinedIn({ text, quoted, defined }: Terms, markdown: string): QuotedTerm[] {
  const known = new Set(defined.flatMap(({ names }) => names.map(folded)));
  const isHabit = defined.length >= FEWEST_DEFINED;
  const suspects = new Map<string, QuotedTerm>();
  for (const one of quoted) {
    const key = folded(one.term);
    // What is marked inside of the quotation marks is a link, an anchor or a word brought out: explained in another way.
    if (
      known.has(key) ||
      suspects.has(key) ||
      !isTerm(one.term) ||
      /[*_`[\]<]/.test(markdown.slice(one.start, one.end))
    )
      continue;
    const isSuspect = isSaidToBeDefined(text, one) || (isHabit && isUsedAsDefined(text, one));
    if (isSuspect && suspects.size < MOST_TERMS) suspects.set(key, one);
  }
  return [...suspects.values()].filter((one) => !occurrences(text, one.term).some((at) => beginsLine(text, at)));
}

function isSaidToBeDefined(text: string, { end }: QuotedTerm): boolean {
  return SAID_TO_BE_DEFINED.test(text.slice(end, end + WORD_AROUND));
}

function isUsedAsDefined(text: string, { term, start, end }: QuotedTerm): boolean {
  return (
    !NAME_OF_TEXT.test(term) &&
    DETERMINER.test(text.slice(Math.max(0, start - WORD_AROUND), start)) &&
    GOES_ON.test(text.slice(end, end + WORD_AROUND)) &&
    occurrences(text, term).length > 1
  );
}

function beginsLine(text: string, at: number): boolean {
  return BEGINS_LINE.test(text.slice(Math.max(0, at - WORD_AROUND), at));
}

/** A few are enough to judge by. */
function occurrences(text: string, term: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(term); at !== -1 && found.length < MOST_OCCURRENCES; at = text.indexOf(term, at + 1))
    found.push(at);
  return found;
}

/** Every long word has a capital; not all of it is capitals. */
function isTerm(term: string): boolean {
  const words = term.split(/[\s-]/);
  return words.length <= 5 && /\p{Ll}/u.test(term) && words.every((word) => word.length < 4 || /^\p{Lu}/u.test(word));
}

function folded(term: string): string {
  return term
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .replace(/s$/, '');
}
