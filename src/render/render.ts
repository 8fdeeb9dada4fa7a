/** An edition's text goes in; its body, ready for any page, or the reasons why there is none come out. */
import type { Root as MdastRoot } from 'mdast';
import type { Body } from '../model/clause.ts';
import type { Numbering } from '../model/config.ts';
import { type Diagnostic, isError } from '../model/diagnostic.ts';
import type { EditionText } from '../model/policy.ts';
import { createAnchors } from './anchors.ts';
import { parseWithStore } from './blocks/block-store.ts';
import { doubtfulBlocks } from './blocks/doubtful-blocks.ts';
import type { KnownBlocks } from './blocks/known-blocks.ts';
import { findBomb } from './bombs.ts';
import { checkMarkdown } from './check-markdown.ts';
import { markClauses } from './clauses.ts';
import { type ConservationCount, checkConservation } from './conservation.ts';
import { linkCrossReferences } from './cross-references.ts';
import { markDefinitionLists } from './definition-lists.ts';
import { finish } from './finish.ts';
import { settleHeadings } from './headings.ts';
import { unfoldIndentedText } from './indented-text.ts';
import { parseMarkdown } from './markdown.ts';
import { applyNumbering } from './numbering.ts';
import { createProblems, type Problems } from './problems.ts';
import type { RenderWords } from './to-hast.ts';
import { visit } from './visit.ts';

export interface RenderOptions {
  /** The slug of the text's policy: links are resolved from its folder. */
  readonly policy: string;
  readonly words: RenderWords;
  readonly numbering: Numbering;
  /** What is known of texts that are likely to repeat each other; the result is the same without it. */
  readonly known?: KnownBlocks;
}

export interface Rendered {
  /** Absent if any diagnostic is an error. */
  readonly body?: Body;
  readonly diagnostics: readonly Diagnostic[];
  /** How many words went in and came out; absent if an error came before. */
  readonly conservation?: ConservationCount;
}

/** Renders CommonMark with GitHub's extensions and the allowed HTML. Nothing of the text is dropped: what cannot be shown is an error. */
export function render(text: EditionText, options: RenderOptions): Rendered {
  const problems = createProblems(text);
  const bomb = findBomb(text.markdown);
  if (bomb !== undefined) {
    const { stretch, ...problem } = bomb;
    problems.at(stretch, problem);
    return { diagnostics: problems.diagnostics };
  }
  const markdown = parseWithStore(text.markdown, options.known?.parsed ?? new Map(), parseMarkdown);
  unfoldIndentedText(markdown, text.markdown, problems);
  const anchors = createAnchors(
    checkMarkdown(toCheck(markdown, text, problems, options.known), text.markdown, problems),
  );
  applyNumbering(markdown, options.numbering, problems);
  markDefinitionLists(markdown);
  settleHeadings(markdown, text.title);
  const typed = markClauses(markdown, anchors, problems);
  linkCrossReferences(markdown, typed, problems);
  if (problems.diagnostics.some(isError)) return { diagnostics: problems.diagnostics };

  const marked = { markdown, clauses: typed, anchors, lineOffset: text.lineOffset };
  const { heading, tree, clauses, ...finished } = finish(marked, options, options.known?.html);
  const links = finished.links.map(({ target, position }) => {
    return { target, place: position === undefined ? { path: text.path } : problems.placeOf(position) };
  });
  const markers = options.numbering.kind === 'as-typed' ? undefined : markersOf(markdown);
  const visible = { tree, ...(heading === undefined ? {} : { heading }) };
  const conservation = checkConservation(text, visible, problems, {
    ...(markers === undefined ? {} : { markers }),
    ...(options.known === undefined ? {} : { known: options.known.words }),
  });
  if (problems.diagnostics.some(isError)) return { diagnostics: problems.diagnostics, conservation };

  const body = { tree, clauses, anchors: finished.anchors, links };
  return {
    diagnostics: problems.diagnostics,
    conservation,
    body: heading === undefined ? body : { ...body, heading },
  };
}

/** What of a tree is not known to be right: all of it, if what was parsed was changed already and reported. */
function toCheck(tree: MdastRoot, text: EditionText, { diagnostics }: Problems, known?: KnownBlocks): MdastRoot {
  if (known === undefined || diagnostics.length > 0) return tree;
  const { markdown } = text;
  const probe = createProblems(text);
  const isFaultless = (part: MdastRoot) => {
    const found = probe.diagnostics.length;
    checkMarkdown(part, markdown, probe);
    return probe.diagnostics.length === found;
  };
  return doubtfulBlocks({ tree, markdown, store: known.parsed, isFaultless });
}

/** The numbers that were counted, not typed: the source cannot be asked for them. */
function markersOf(tree: MdastRoot): string[] {
  const markers: string[] = [];
  visit(tree, 'listItem', ({ data }) => {
    if (data?.marker !== undefined) markers.push(data.marker);
  });
  return markers;
}
