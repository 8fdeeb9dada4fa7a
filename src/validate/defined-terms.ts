/** Markdown goes in; the terms that it defines come out: in quotation marks, or in bold under "Definitions". */
import type { Stretch } from './code-stretches.ts';
import { blank, plainText } from './plain-text.ts';
import { type QuotedTerm, quotedTerms } from './quoted-terms.ts';
import { anyOf, sectionsNamed } from './sections.ts';

export interface DefinedTerm {
  /** What it is called, and its abbreviation. */
  readonly names: readonly [string, ...string[]];
  /** Where it is defined; more than one where a text defines it again. UTF-16 offsets. */
  readonly stretches: readonly [Stretch, ...Stretch[]];
}

export interface Terms {
  /** The text without marks; offsets are those of the Markdown. */
  readonly text: string;
  readonly quoted: readonly QuotedTerm[];
  readonly defined: readonly DefinedTerm[];
}

const DEFINITIONS = anyOf(
  'definitions?|glossary|defined terms|definitionen|begriffe?|begriffsbestimmungen|définitions?|glossaire|definiciones|glosario|definizioni|glossario|definições|definities|begrippen|definicje|термины|определения|терміни|визначення|定义|定義|用語',
);
const IN_BOLD =
  /^(?:[-*+][^\S\n]{1,3}|\d[\d.]{0,8}\)?[^\S\n]{1,3})?(?:\*\*|__)([^*_\n:]{2,60}):?(?:\*\*|__)[^\S\n]{0,3}(?:\(([^()\n]{2,40})\))?[^\S\n]{0,3}:?[^\S\n]+\S/gm;
/** A term that is defined more often than that is in use. */
const MOST_DEFINITIONS = 9;
const QUOTATION = /^ {0,3}>.*$/gm;

/** Terms begin with a capital letter, or belong to a script without. What a quotation defines, another text defines. */
export function definedTerms(markdown: string): Terms {
  const text = plainText(markdown);
  const quoted = quotedTerms(text.replace(QUOTATION, blank)).filter(({ term }) => isName(term));
  const found = [...quoted.filter(({ isDefinition }) => isDefinition).map(fromQuoted), ...inBold(markdown)];
  const terms = new Map<string, DefinedTerm>();
  for (const { names, stretches } of found) {
    const known = terms.get(names[0])?.stretches ?? [];
    if (known.length < MOST_DEFINITIONS) terms.set(names[0], { names, stretches: [...stretches, ...known] });
  }
  return { text, quoted, defined: [...terms.values()] };
}

function isName(term: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(term);
}

function fromQuoted({ term, start, end }: QuotedTerm): DefinedTerm {
  return { names: [term], stretches: [{ start, end }] };
}

/** `**Applicant**: …`, `**Registration Authority (RA)**: …` in a section of definitions. */
function inBold(markdown: string): DefinedTerm[] {
  return sectionsNamed(markdown, DEFINITIONS).flatMap((section) =>
    [...markdown.slice(section.start, section.end).matchAll(IN_BOLD)].flatMap(
      ({ 0: line, 1: bold = '', 2: short, index }) => {
        const [, name = bold, abbreviation = short] = /^([^()]+)\(([^()]+)\)\s*$/.exec(bold) ?? [];
        if (!line.includes(':') || !isName(name)) return [];
        const start = section.start + index;
        const names: [string, ...string[]] = [
          name.trim(),
          ...(abbreviation === undefined ? [] : [abbreviation.trim()]),
        ];
        return [{ names, stretches: [{ start, end: start + line.length - 1 }] }];
      },
    ),
  );
}
