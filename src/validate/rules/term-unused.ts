/** A term that a text defines is used in that text. */
import { definedTerms } from '../defined-terms.ts';
import { latestTexts } from '../latest-texts.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { termUses } from '../term-uses.ts';
import { placesIn } from '../text-places.ts';

/** How many terms of a text are looked for. */
const MOST_TERMS = 500;

/**
 * One warning for each term that stands nowhere but where it is defined. A word that begins alike, in either case, counts as
 * its use: a term is rather taken for used than for unused.
 */
export const termUnused: Rule = {
  id: 'term-unused',
  check(policy, site) {
    return latestTexts(policy, site).flatMap(({ text }) => {
      const { text: words, defined } = definedTerms(text.markdown);
      if (defined.length === 0) return [];
      const isUsed = termUses(`${words}\n\n${text.title}`, text.language);
      const placeOf = placesIn(text);
      return defined
        .slice(0, MOST_TERMS)
        .filter(({ names, stretches }) => names.every((name) => isUsed(name, stretches) === false))
        .map(({ names: [name], stretches: [{ start, end }, ...others] }) => ({
          ruleId: termUnused.id,
          severity: 'warning' as const,
          place: placeOf(start, end),
          message: `“${quote(name)}” is defined here and never used in this text.`,
          hint: 'Delete the definition, or use the term, spelled like this, wherever it is meant.',
          ...(others.length === 0
            ? {}
            : {
                related: others.map((other) => ({
                  place: placeOf(other.start, other.end),
                  message: 'It is defined here too.',
                })),
              }),
        }));
    });
  },
};
