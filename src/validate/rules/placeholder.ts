/** An edition that is issued has no blanks left to fill. */
import { type Diagnostic, type Place, placeAt } from '../../model/diagnostic.ts';
import type { Edition, EditionText } from '../../model/policy.ts';
import { type Blank, findBlanks } from '../blanks.ts';
import { codeStretches } from '../code-stretches.ts';
import { issuedEditions } from '../issued-editions.ts';
import type { Rule } from '../rule.ts';

interface PlacedBlank {
  readonly blank: Blank;
  readonly place: Place;
}

/** How many further places of the same blank are named. */
const MOST_RELATED = 9;

/**
 * One diagnostic for each different blank in a text: an error in the edition that takes force last, if there can be no
 * doubt; else a warning, because an earlier edition may have been published with it and must stay as it was.
 */
export const placeholder: Rule = {
  id: 'placeholder',
  check(policy, site) {
    const editions = issuedEditions(policy, site);
    return editions.flatMap(({ edition }, index) => {
      const isLatest = index === editions.length - 1;
      return edition.texts.flatMap((text) => problems([...inFrontMatter(edition, text), ...inBody(text)], isLatest));
    });
  },
};

function inFrontMatter({ version }: Edition, { title, summary, keyPlaces }: EditionText): PlacedBlank[] {
  return Object.entries({ title, summary, version }).flatMap(([key, value]) => {
    const place = keyPlaces[key];
    if (value === undefined || place === undefined) return [];
    return findBlanks(value).map((blank) => ({ blank, place }));
  });
}

function inBody({ path, markdown, lineOffset }: EditionText): PlacedBlank[] {
  const blanks = findBlanks(markdown);
  if (blanks.length === 0) return [];
  const code = codeStretches(markdown);
  return (
    blanks
      // Angle brackets in a text are raw HTML, which rendering refuses with its own words.
      .filter(({ text }) => !text.startsWith('<'))
      .filter(({ offset }) => !code.some(({ start, end }) => start <= offset && offset < end))
      .map((blank) => ({
        blank,
        place: placeAt({ path, text: markdown, lineOffset }, blank.offset, blank.offset + blank.text.length),
      }))
  );
}

function problems(found: readonly PlacedBlank[], isLatest: boolean): Diagnostic[] {
  const different = [...new Set(found.map(({ blank }) => blank.text))];
  return different.flatMap((text) => {
    const [first, ...others] = found.filter(({ blank }) => blank.text === text);
    if (first === undefined) return [];
    const count = others.length === 0 ? '' : ` It stands ${others.length + 1} times in this text.`;
    const related = others.slice(0, MOST_RELATED).map(({ place }) => ({ place, message: onOneLine(text) }));
    return [
      {
        ruleId: placeholder.id,
        severity: isLatest && first.blank.isCertain ? ('error' as const) : ('warning' as const),
        place: first.place,
        message: `“${onOneLine(text)}” looks like a blank that was never filled in.${count}`,
        hint: hintFor(onOneLine(text), isLatest),
        ...(related.length === 0 ? {} : { related }),
      },
    ];
  });
}

function hintFor(text: string, isLatest: boolean): string {
  const keep = /^[[<{]/.test(text)
    ? ` If these words are meant to stay, put a backslash before them: “\\${text}”.`
    : '';
  if (!isLatest) return `If the edition was published like this, leave it; otherwise write what belongs there.${keep}`;
  return `Write what belongs there, or mark the edition as “status: draft” until it is known.${keep}`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
