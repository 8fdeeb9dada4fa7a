/** A text that promises a list of changes further down has one. */
import { HISTORY_NAMES, historiesIn } from '../histories.ts';
import { latestTexts } from '../latest-texts.ts';
import { plainText } from '../plain-text.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { anyOf } from '../sections.ts';
import { placesIn } from '../text-places.ts';

const CHANGES = [
  HISTORY_NAMES,
  '(?:changes|amendments|revisions|updates) (?:to|of|in) (?:this|these|our|the) (?:polic(?:y|ies)|notice|statement|terms|agreement|document|guidelines)',
  'изменени[яй] (?:настоящ\\p{L}+ |наш\\p{L}+ |этой )?(?:политики|условий|правил|соглашения|документа|оферты)',
  'änderungen (?:an |in )?(?:dieser|diesen|unserer|der) \\p{L}+',
  'modifications (?:de |à |apportées à )?(?:la présente|cette|notre|nos) \\p{L}+',
  '(?:cambios|modificaciones) (?:de|en|a) (?:esta|estos|nuestra|la presente) \\p{L}+',
].join('|');
const FURTHER_DOWN =
  'below|at the (?:end|bottom|foot)|hereunder|unten|untenstehend\\p{L}*|am ende|nachfolgend\\p{L}*|ниже|в конце|нижеследующ\\p{L}+|ci-dessous|à la fin|ci-après|au bas|a continuación|al final|más abajo|di seguito|in calce|in fondo|qui sotto|abaixo|no final|a seguir|onderaan|hieronder|aan het einde|poniżej|na końcu|нижче|наприкінці|в кінці';
const BETWEEN = '[^.!?;]{1,80}?';
const PROMISE = anyOf(
  `(?:${CHANGES})(?!\\p{L})${BETWEEN}(?<!\\p{L})(?:${FURTHER_DOWN})|(?:${FURTHER_DOWN})(?!\\p{L})${BETWEEN}(?<!\\p{L})(?:${CHANGES})|(?:以下|下文|文末|末尾)[^。]{0,30}(?:${CHANGES})`,
  'giu',
);
/** German puts the verb after it. */
const VERB_AFTER = 40;
const PARAGRAPH_END = /\n[^\S\n]*\n/;
/** An entry of such a list: in a list, a table, a heading or bold, with a year or a version in it. */
const ENTRY =
  /^[^\S\n]{0,8}(?:[-*+|#]|_{2}|\d{1,3}[.)][^\S\n])[^\n]{0,200}?(?<!\d)(?:(?:19|20)\d{2}(?!\d)|version \d|v\d)/gim;

/** What makes changes that have no name a list. */
const LISTED = anyOf(
  'listed|summari[sz]ed|recorded|logged|noted|shown|documented|aufgeführt|aufgelistet|dokumentiert|zusammengefasst|перечислен\\p{L}*|приведен\\p{L}*|указан\\p{L}*|отражен\\p{L}*|énuméré\\p{L}*|répertorié\\p{L}*|listé\\p{L}*|récapitulé\\p{L}*|indiqué\\p{L}*|enumera\\p{L}*|detalla\\p{L}*|lista\\p{L}*|resum\\p{L}*|registra\\p{L}*|indica\\p{L}*',
);
const NAMED = anyOf(HISTORY_NAMES);

/** One warning for the first such promise below which nothing looks like a list of changes. A promise that is a link leads elsewhere. */
export const changeLogMissing: Rule = {
  id: 'change-log-missing',
  check(policy, site) {
    return latestTexts(policy, site).flatMap(({ text }) => {
      const { markdown } = text;
      const lastEntry = lastEntryOf(markdown);
      const promise = promisesIn(markdown).find(({ start }) => start >= lastEntry);
      if (promise === undefined) return [];
      return [
        {
          ruleId: changeLogMissing.id,
          severity: 'warning' as const,
          place: placesIn(text)(promise.start, promise.end),
          message: `The text promises a list of changes (“${quote(promise.words)}”), and there is none below.`,
          hint: 'Add the list, under a heading such as “Change log”; or delete the promise: the archive of the policy shows every edition and what changed.',
        },
      ];
    });
  },
};

function promisesIn(markdown: string) {
  return [...plainText(markdown).matchAll(PROMISE)]
    .map(({ 0: words, index }) => ({ words, start: index, end: index + words.length }))
    .filter(({ words, start, end }) => {
      const isLink = /\]\s?[[(]|<a\s/i.test(markdown.slice(start, end + 2));
      return (
        !isLink &&
        !PARAGRAPH_END.test(words) &&
        (NAMED.test(words) || LISTED.test(markdown.slice(start, end + VERB_AFTER)))
      );
    });
}

/** Where the last thing begins that may be such a list, or part of it; 0 if there is none. */
function lastEntryOf(markdown: string): number {
  const entries = [...markdown.matchAll(ENTRY)].map(({ index }) => index);
  const histories = historiesIn(markdown).map(({ start }) => start);
  return Math.max(entries.at(-1) ?? 0, histories.at(-1) ?? 0);
}
