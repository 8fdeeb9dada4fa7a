/** A Markdown tree goes in; a problem for every piece of a dialect that this one does not speak, and that would be printed, comes out. */
import type { Blockquote, Code, Emphasis, Heading, Html, Root, Strong, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { withoutTags } from './blank-html.ts';
import type { Problem, Problems } from './problems.ts';
import { visit } from './visit.ts';

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

/** Marks of Markdown between the tags of HTML, where they are only characters. */
const MARKUP_IN_HTML = /\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\((?:[a-z]+:|[./#])[^)\s]*\)/g;

export function checkDialects(tree: Root, markdown: string, problems: Problems): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'text')
      checkText(node, { opens: index === 0 && parent?.type === 'paragraph', markdown, problems });
    else if (node.type === 'heading') checkHeading(node, markdown, problems);
    else if (node.type === 'html') checkHtml(node, problems);
    else if (node.type === 'emphasis' || node.type === 'strong') checkEmphasis(node, markdown, problems);
    else if (node.type === 'blockquote') checkQuote(node, markdown, problems);
    else if (node.type === 'code') checkFence(node, problems);
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

function checkHtml(html: Html, problems: Problems): void {
  const text = withoutTags(html.value);
  for (const { 0: written, index } of text.matchAll(MARKUP_IN_HTML)) {
    problems.inHtml(
      html,
      { offset: index, length: written.length },
      {
        ruleId: 'markup-left-over',
        severity: 'warning',
        message: `Between the tags of HTML, "${written}" is printed as it stands.`,
        hint: 'Put an empty line behind the opening tag and in front of the closing one, or write it in HTML: <strong>…</strong>, <a href="…">…</a>.',
      },
    );
  }
}

/** `2*3*4` becomes 234 with a slanted 3. */
function checkEmphasis({ position }: Emphasis | Strong, markdown: string, problems: Problems): void {
  const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
  const [before, after] = [markdown[start - 1] ?? ' ', markdown[end] ?? ' '];
  if (!/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after)) return;
  const written = markdown.slice(start, end);
  const isSum = /\d/.test(before) || /\d/.test(after);
  problems.at(position, {
    ruleId: 'emphasis-in-word',
    severity: isSum ? 'error' : 'warning',
    message: `The asterisks in "${before}${written}${after}" are read as emphasis and do not appear on the page.`,
    hint: 'If they are meant as signs, write \\*, or × between numbers.',
  });
}

/** `> 18 years`, right below other text, more likely says "more than". */
function checkQuote(quote: Blockquote, markdown: string, problems: Problems): void {
  const start = quote.position?.start.offset ?? 0;
  if (
    !/^>[ \t]*\d/.test(markdown.slice(start, start + 20)) ||
    !/\S[ \t]*\n[ \t]*$/.test(markdown.slice(Math.max(0, start - 200), start))
  )
    return;
  problems.at(quote.position, {
    ruleId: 'quote-by-accident',
    severity: 'warning',
    message: 'A line that begins with ">" is a quotation, and the sign itself does not appear on the page.',
    hint: 'If "more than" is meant, write \\>; if a quotation is meant, put an empty line before it.',
  });
}

/** What stands behind the name of a language is for programs. */
function checkFence({ lang, meta, position }: Code, problems: Problems): void {
  const words = [lang, meta].join(' ').trim();
  if (!meta || /[={]/.test(words)) return;
  problems.at(position, {
    ruleId: 'code-words',
    // Two words may be the name of a language.
    severity: words.split(/\s+/).length > 2 ? 'error' : 'warning',
    message: `The words "${words}" stand in the line that opens a block of code and do not appear on the page.`,
    hint: 'Put them on a line of their own before the block.',
  });
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
