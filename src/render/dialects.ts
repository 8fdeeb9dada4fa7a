/** A Markdown tree goes in; a problem for every piece of a dialect that this one does not speak, and that would be printed, comes out. */
import type { Code, Heading, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Problem, Problems } from './problems.ts';

interface Dialect extends Problem {
  readonly pattern: RegExp;
  /** True if it means something only where a paragraph begins. */
  readonly opens?: boolean;
}

/** What is looked for in running text, one rule each. Code is never looked into. */
const DIALECTS: readonly Dialect[] = [
  {
    ruleId: 'dialect-liquid',
    pattern: /\{%-?[\s\S]*?%\}/g,
    message: 'A template tag ("{% … %}") would be printed as it stands.',
    hint: 'Write here what the template would have put, and remove the tag.',
  },
  {
    ruleId: 'dialect-kramdown',
    pattern: /\{::?[^}\n]*\}/g,
    message: 'An attribute list of another Markdown dialect ("{: … }") would be printed as it stands.',
    hint: 'Remove it. To fix the address of a heading or clause, write {#name} at its end.',
  },
  {
    ruleId: 'dialect-container',
    pattern: /(?:^|\n):{3,}[^\n]*/g,
    message: 'A container mark (":::") would be printed as it stands.',
    hint: 'Remove the line. To set something apart, begin its lines with ">".',
  },
  {
    ruleId: 'dialect-mdx',
    pattern: /^(?:import\s+[^\n]+\sfrom\s+['"]|export\s+(?:default|const|function)\s)|\{\/\*[\s\S]*?\*\/\}/g,
    message: 'Program code of MDX would be printed as it stands.',
    hint: 'Remove it: only text belongs here.',
  },
  {
    ruleId: 'heading-without-space',
    pattern: /^#{1,6}\p{L}|^#{2,6}[^#\s]/gu,
    opens: true,
    message: 'This looks like a heading, but without a space after "#" it is printed as text.',
    hint: 'Write a space after the "#" signs; if no heading is meant, write \\#.',
  },
  {
    ruleId: 'reference-undefined',
    pattern: /\[\^[^\]\s]+\](?!:)/g,
    message: 'This refers to a footnote that is not there, and its brackets would be printed.',
    hint: 'Add the note, as in "[^1]: Text of the note.", or remove the reference.',
  },
  {
    ruleId: 'reference-undefined',
    pattern: /\[[^\]\n]+\]\[[^\]\n]*\]/g,
    message: 'This link has no address, and its brackets would be printed.',
    hint: 'Write the address: [text](https://…), or add a line "[name]: https://…".',
  },
  {
    ruleId: 'markup-left-over',
    severity: 'warning',
    pattern: /\*\*(?=\S)|(?<=\S)\*\*/g,
    message: 'Two asterisks stand here as text: bold was begun or ended, but not both, or there is a space inside.',
    hint: 'Write **bold words** without spaces inside the asterisks; if asterisks are meant, write \\*\\*.',
  },
  {
    ruleId: 'invisible-character',
    severity: 'warning',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    pattern: /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u2060\uFEFF\uFFF9-\uFFFB]/g,
    message: 'A character that nobody can see stands here, probably from copying out of another program.',
    hint: 'Delete it: put the cursor behind it and press Backspace.',
  },
];

export function checkDialects(tree: Root, markdown: string, problems: Problems): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'text')
      checkText(node, { opens: index === 0 && parent?.type === 'paragraph', markdown, problems });
    else if (node.type === 'code') checkCode(node, markdown, problems);
    else if (node.type === 'heading') checkHeading(node, markdown, problems);
  });
}

interface TextContext {
  readonly opens: boolean;
  readonly markdown: string;
  readonly problems: Problems;
}

function checkText(text: Text, context: TextContext): void {
  const source = context.markdown.slice(text.position?.start.offset ?? 0, text.position?.end.offset ?? 0);
  for (const { pattern, opens, ...problem } of DIALECTS) {
    if (opens === true && !context.opens) continue;
    for (const match of text.value.matchAll(pattern)) {
      // A backslash says that the author means the sign itself.
      if (source.includes(`\\${match[0].charAt(0)}`)) continue;
      const lead = match[0].startsWith('\n') ? 1 : 0;
      const [line = ''] = match[0].slice(lead).split('\n');
      context.problems.inText(text, { offset: match.index + lead, length: line.length }, problem);
    }
  }
}

/** Four spaces make code of a paragraph pasted from a word processor. */
function checkCode(code: Code, markdown: string, problems: Problems): void {
  const start = code.position?.start.offset ?? 0;
  if (/^(?:```|~~~)/.test(markdown.slice(start, start + 3)) || !isProse(code.value)) return;
  problems.at(code.position, {
    ruleId: 'code-by-accident',
    severity: 'warning',
    message:
      'Four or more spaces at the start of this line make it computer code, printed on one line in a type of fixed width.',
    hint: 'Remove the spaces at the start of the line. If code is meant, put ``` on a line before and after it.',
  });
}

/** Words in sentences rather than names and signs. */
function isProse(code: string): boolean {
  const words = code.match(/\p{L}{2,}/gu) ?? [];
  const signs = code.match(/[{}=<>;|\\$_`]/g) ?? [];
  return words.length >= 4 && signs.length < words.length / 4;
}

/** A line of dashes right below a paragraph makes a heading of its last lines. */
function checkHeading(heading: Heading, markdown: string, problems: Problems): void {
  const source = markdown.slice(heading.position?.start.offset ?? 0, heading.position?.end.offset ?? 0);
  const isUnderlined = !/^\s{0,3}#/.test(source) && /\n[^\n]*-\s*$/.test(source);
  const words = textOf(heading).trim();
  if (!isUnderlined || !(/[.;:,]$/.test(words) || words.length > 120 || words.includes('\n'))) return;
  problems.at(heading.position, {
    ruleId: 'heading-by-accident',
    message: 'The line of dashes below makes a heading of this paragraph.',
    hint: 'Put an empty line between the paragraph and the dashes; if a heading is meant, write "## " before it.',
  });
}
