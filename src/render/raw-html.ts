/** The raw HTML of a text goes in; a problem for every tag, attribute or fragment that may not be published comes out. */
import type { Html, Parents, Root } from 'mdast';
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { isAllowedAttribute, isAllowedElement, OPTIONAL_END, VOID_ELEMENTS } from './allowed-html.ts';
import { isOwnAnchor } from './anchors.ts';
import { HIDDEN_PROBLEMS, type Hidden, hiddenKind } from './hidden-html.ts';
import { problemOf, trackingProblem } from './links.ts';
import type { Problem, Problems, Span } from './problems.ts';
import { visit } from './visit.ts';

interface OpenTag {
  readonly name: string;
  readonly node: Html;
  readonly span: Span;
  /** What of Markdown it stands in. */
  readonly parent: Parents | undefined;
}

/**
 * Checks every HTML node of `tree` and reports to `problems`. Comments are let pass: they are dropped knowingly.
 * Returns the addresses (`id`, `name`) that the author set.
 */
export function checkRawHtml(tree: Root, problems: Problems): string[] {
  const open: OpenTag[] = [];
  const ids: string[] = [];
  const known = new Set<string>();
  visit(tree, 'html', (node, _index, parent) => {
    for (const token of tokenize(node.value)) {
      if (token.kind === 'cut-off') reportCutOff(node, token.span, problems);
      else if (token.kind === 'start') {
        checkStartTag({ token, node, parent, open, problems });
        if (IN_LINE.has(parent?.type ?? '') && BLOCKS.has(token.name))
          problems.inHtml(node, token.span, blockProblem(token.name));
        for (const id of idsOf(token.attributes)) {
          const problem = isOwnAnchor(id) ? reservedProblem(id) : known.has(id) ? repeatedProblem(id) : undefined;
          if (problem !== undefined) problems.inHtml(node, token.span, problem);
          known.add(id);
          ids.push(id);
        }
      } else if (token.kind === 'end') checkEndTag({ token, node, parent, open, problems });
      else problems.inHtml(node, token.span, HIDDEN_PROBLEMS[token.kind]);
    }
  });
  for (const { name, node, span } of open) {
    problems.inHtml(node, span, {
      ruleId: 'html-unclosed',
      message: `The HTML element <${name}> is opened here and never closed.`,
      hint: `Write </${name}> where it ends, or remove the tag.`,
    });
  }
  return ids;
}

/** What of Markdown holds words of a line only. */
const IN_LINE = new Set(['heading', 'link', 'linkReference', 'emphasis', 'strong', 'delete']);
const HOLDS_WORDS = new Set([...IN_LINE, 'paragraph', 'tableCell']);
/** Of the allowed elements, those that it cannot hold (HTML Living Standard, 3.2.5.2.5: phrasing content). */
const BLOCKS = new Set(
  'blockquote caption col colgroup dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

function blockProblem(name: string): Problem {
  return {
    ruleId: 'html-in-line',
    message: `The HTML element <${name}> cannot stand within a heading, a link or emphasis.`,
    hint: 'Put it on a line of its own, or remove the tag.',
  };
}

/** The address of an element, once: an old program writes it as both. */
function idsOf(attributes: readonly Token.Attribute[]): Set<string> {
  return new Set(attributes.filter(({ name }) => name === 'id' || name === 'name').map(({ value }) => value));
}

function repeatedProblem(id: string): Problem {
  return {
    ruleId: 'html-id-repeated',
    severity: 'warning',
    message: `The address “#${id}” is given a second time here; links lead to the first.`,
    hint: 'Remove it here, or give it another name.',
  };
}

function reservedProblem(id: string): Problem {
  return {
    ruleId: 'html-id-reserved',
    message: `The address “#${id}” belongs to the page itself, which uses it for parts of its own.`,
    hint: 'Give it another name.',
  };
}

type Found =
  | {
      readonly kind: 'start' | 'end';
      readonly name: string;
      readonly attributes: readonly Token.Attribute[];
      readonly span: Span;
    }
  | { readonly kind: Hidden | 'cut-off'; readonly span: Span };

/** The tags of `html` in order, by the same tokenizer that will build the page (HTML Living Standard, 13.2.5). */
function tokenize(html: string): Found[] {
  const found: Found[] = [];
  let end = 0;
  const advance = (token: Token.Token) => {
    end = Math.max(end, token.location?.endOffset ?? 0);
  };
  const tag = (kind: 'start' | 'end') => (token: Token.TagToken) => {
    advance(token);
    found.push({ kind, name: token.tagName, attributes: token.attrs, span: spanOf(token) });
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: tag('start'),
      onEndTag: tag('end'),
      onComment(token) {
        advance(token);
        const kind = hiddenKind(html.slice(token.location?.startOffset, token.location?.endOffset));
        const { offset, length } = spanOf(token);
        // A comment without an end is taken to end behind the text.
        if (kind !== undefined) found.push({ kind, span: { offset, length: Math.min(length, html.length - offset) } });
      },
      onDoctype: (token) => found.push({ kind: 'declaration', span: spanOf(token) }),
      onCharacter: advance,
      onNullCharacter: advance,
      onWhitespaceCharacter: advance,
      onEof: () => {},
      onParseError({ code, startOffset }) {
        if (code !== 'missing-semicolon-after-character-reference') return;
        const start = html.lastIndexOf('&', startOffset);
        found.push({ kind: 'reference', span: { offset: start, length: startOffset - start } });
      },
    },
  );
  tokenizer.state = TokenizerMode.DATA;
  tokenizer.write(html, true);
  const rest = html.slice(end);
  const cutOff = rest.indexOf('<');
  if (cutOff !== -1 && !found.some(({ span }) => span.offset >= end))
    found.push({ kind: 'cut-off', span: { offset: end + cutOff, length: 1 } });
  return found;
}

/** A tag that runs over several lines is marked at its first. */
function spanOf({ location }: Token.Token): Span {
  const { startOffset = 0, endOffset = 0, startLine = 1, endLine = 1 } = location ?? {};
  return { offset: startOffset, length: startLine === endLine ? endOffset - startOffset : 1 };
}

interface TagCheck {
  readonly token: Extract<Found, { name: string }>;
  readonly node: Html;
  readonly parent: Parents | undefined;
  readonly open: OpenTag[];
  readonly problems: Problems;
}

function checkStartTag({ token, node, parent, open, problems }: TagCheck): void {
  const { name, attributes, span } = token;
  if (!isAllowedElement(name)) {
    problems.inHtml(node, span, elementProblem(name, node.value.slice(span.offset)));
    return;
  }
  for (const { name: attribute, value } of attributes) {
    const linkProblem = attribute === 'href' ? (problemOf(value) ?? trackingProblem(value)) : undefined;
    if (linkProblem !== undefined) problems.inHtml(node, span, linkProblem);
    if (isAllowedAttribute(name, attribute)) continue;
    problems.inHtml(node, span, {
      ruleId: 'html-attribute',
      message: `The attribute "${attribute}" of <${name}> is not allowed.`,
      hint: `Remove ${attribute}="…". How the page looks is decided by the theme.`,
    });
  }
  if (!VOID_ELEMENTS.has(name) && !OPTIONAL_END.has(name)) open.push({ name, node, span, parent });
}

function checkEndTag({ token, node, parent, open, problems }: TagCheck): void {
  const { name, span } = token;
  // The end of a paragraph that never began makes an empty one (HTML Living Standard, 13.2.6.4.7).
  if (name === 'p' && IN_LINE.has(parent?.type ?? '')) problems.inHtml(node, span, blockProblem(name));
  if (!isAllowedElement(name) || OPTIONAL_END.has(name) || VOID_ELEMENTS.has(name)) return;
  const index = open.findLastIndex((candidate) => candidate.name === name);
  if (index === -1) {
    problems.inHtml(node, span, {
      ruleId: 'html-unopened',
      message: `</${name}> closes an element that was never opened.`,
      hint: `Remove </${name}>, or write <${name}> where it begins.`,
    });
    return;
  }
  const [opened] = open.splice(index, 1);
  if (opened === undefined || BLOCKS.has(name) || opened.node === node) return;
  if (opened.parent === parent && HOLDS_WORDS.has(parent?.type ?? '')) return;
  problems.inHtml(opened.node, opened.span, {
    ruleId: 'html-across-blocks',
    message: `The HTML element <${name}> is opened in one paragraph and closed in another.`,
    hint: `Write </${name}> at the end of the paragraph and open it again in the next, or remove both tags.`,
  });
}

function elementProblem(name: string, source: string) {
  const tag = /^<[^>]*>?/.exec(source)?.[0] ?? `<${name}>`;
  if (name === 'ins' || name === 'del') {
    return {
      ruleId: 'html-redline',
      message: `<${name}> marks a change between two editions, and a text may not draw its own.`,
      hint: 'Write the text as it stands in this edition. What changed is worked out from the editions.',
    };
  }
  if (name === 'img' || name === 'image') {
    return {
      ruleId: 'html-image',
      message: 'An image cannot be part of a policy text.',
      hint: 'Say in words what the image shows, or link to it: [description](https://…).',
    };
  }
  return {
    ruleId: 'html-element',
    message: `"${tag}" is read as an HTML element <${name}>, which is not allowed here and would vanish from the page.`,
    hint: `If it is meant as text, write \\${tag}. If it is a placeholder, fill it in. If it is mark-up, remove it and write Markdown.`,
  };
}

function reportCutOff(node: Html, span: Span, problems: Problems): void {
  problems.inHtml(node, span, {
    ruleId: 'html-unfinished',
    message: 'A tag begins here with "<" and never ends with ">": the words after it would vanish from the page.',
    hint: 'Finish the tag, or write \\< if the sign is meant as text.',
  });
}
