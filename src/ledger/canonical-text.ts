/** An edition in one language goes in; its canonical text comes out, the bytes that are published as text.md and whose digest is sealed. */
import { momentIso } from '../model/civil-date.ts';
import { localText } from '../model/config.ts';
import type { Facts } from '../model/ledger.ts';
import type { Edition, EditionText } from '../model/policy.ts';

/**
 * A valid edition's file that reads back as the same text: LF, no byte order mark, one final line feed. Its front matter holds what
 * bears on the law, always in this order: the language (as a note, because a file's name says it), title, version, published,
 * effective or applies, retroactive. The Markdown follows as written. Not in it: `summary`, which tells of the text and is no part
 * of it; `status`, `withdrawn`, `corrections` and `announcedEffective`, which come later and have entries of their own.
 */
export function canonicalText(edition: Edition, text: EditionText): string {
  return writeCanonical(factsOf(edition, text), text);
}

/** The same, with the front matter that `facts` make. */
export function writeCanonical(
  facts: Facts,
  { language, markdown }: Pick<EditionText, 'language' | 'markdown'>,
): string {
  const lines = [
    `# language: ${language}`,
    `title: ${quoted(facts.title)}`,
    ...(facts.version === undefined ? [] : [`version: ${quoted(facts.version)}`]),
    ...(facts.published === undefined ? [] : [`published: ${facts.published}`]),
    ...(facts.effective === undefined ? [] : [`effective: ${facts.effective}`]),
    ...(facts.applies === undefined ? [] : ['applies:']),
    ...(facts.applies ?? []).map(({ to, from }) => `  - {to: ${quoted(to)}, from: ${from}}`),
    ...(facts.retroactive === undefined ? [] : ['retroactive: true']),
  ];
  return `---\n${lines.join('\n')}\n---\n${withoutFinalLines(markdown)}\n`;
}

/** A pattern would take quadratic time where a text holds many empty lines. */
function withoutFinalLines(markdown: string): string {
  let end = markdown.length;
  while (markdown[end - 1] === '\n') end -= 1;
  return markdown.slice(0, end);
}

/** What the front matter of the canonical text says. */
export function factsOf(edition: Edition, { title, language }: EditionText): Facts {
  const { version, published, isRetroactive, cohorts } = edition;
  const applies = cohorts.map(({ to, from }) => ({
    to: localText(to, language, []),
    from: momentIso(from),
  }));
  return {
    title,
    ...(version === undefined ? {} : { version }),
    ...(published === undefined ? {} : { published: momentIso(published) }),
    ...(applies.length === 0 ? { effective: writtenEffective(edition) } : { applies }),
    ...(isRetroactive ? { retroactive: true as const } : {}),
  };
}

function writtenEffective({ onset, effective }: Edition): string {
  return onset === 'stated' ? momentIso(effective) : onset;
}

/** A JSON string is a YAML string in double quotes (YAML 1.2, chapter 7.3.1). */
function quoted(text: string): string {
  return JSON.stringify(text);
}
