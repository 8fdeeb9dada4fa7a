/** What HTML takes for a comment goes in; whether it is one, and what to say if it is not, comes out. */
import type { Problem } from './problems.ts';

/** What HTML takes for a comment, and so hides, although it is none (HTML Living Standard, 13.2.5.41). */
export type Hidden = 'declaration' | 'instruction' | 'cdata' | 'comment' | 'end-tag' | 'reference';

/** What is said of each. */
export const HIDDEN_PROBLEMS: { readonly [kind in Hidden]: Problem } = {
  declaration: {
    ruleId: 'html-declaration',
    message: 'A document type or declaration ("<!…>") cannot stand in a policy text.',
    hint: 'Remove it. Only the text itself belongs here.',
  },
  instruction: {
    ruleId: 'html-instruction',
    message: 'An instruction for a program ("<?…?>") would vanish from the page, with all that stands in it.',
    hint: 'Remove it, or write \\<? if the signs are meant as text.',
  },
  cdata: {
    ruleId: 'html-cdata',
    message: 'A section of character data ("<![CDATA[…]]>") would vanish from the page, with all that stands in it.',
    hint: 'Remove "<![CDATA[" and "]]>", and keep the text between them.',
  },
  comment: {
    ruleId: 'html-comment-unclosed',
    message:
      'A comment begins here with "<!--" and does not end with "-->": words after it would vanish from the page.',
    hint: 'Write --> where the comment ends, or \\<!-- if the signs are meant as text.',
  },
  reference: {
    ruleId: 'character-reference',
    message: 'The letters behind this "&" are read as the name of a character, although no semicolon ends it.',
    hint: 'Write &amp; for the sign & itself, or put a semicolon behind the name.',
  },
  'end-tag': {
    ruleId: 'html-unfinished',
    message: 'An end tag without a name begins here with "</": what stands in it would vanish from the page.',
    hint: 'Remove it, or write \\</ if the signs are meant as text.',
  },
};

/** What is wrong with `source`, which is all of what HTML takes for a comment; undefined if it is one. */
export function hiddenKind(source: string): Hidden | undefined {
  if (source.startsWith('<!--')) return /-->$/.test(source) ? undefined : 'comment';
  if (/^<!\[CDATA\[/i.test(source)) return 'cdata';
  if (source.startsWith('<!')) return 'declaration';
  return source.startsWith('<?') ? 'instruction' : 'end-tag';
}
