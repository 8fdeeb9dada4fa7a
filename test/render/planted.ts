/** Plants faults in a finished body and shows what the conservation check says of it. */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { checkConservation } from '../../src/render/conservation.ts';
import { createProblems } from '../../src/render/problems.ts';
import { text } from '../builders.ts';
import { rendered } from './rendered.ts';

export interface FinishedBody {
  tree: Root;
  heading?: readonly ElementContent[];
}

/** A body of its own that a test may spoil; fails with the diagnostics if the Markdown is not in order. */
export function bodyOf(markdown: string): FinishedBody {
  const { body, diagnostics } = rendered(markdown);
  if (body === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  const { tree, heading } = structuredClone(body);
  return heading === undefined ? { tree } : { tree, heading: [...heading] };
}

/** Reports as `line rule: message`. */
export function reports(markdown: string, body: FinishedBody): string[] {
  const source = text(markdown);
  const problems = createProblems(source);
  checkConservation(source, body, problems);
  return problems.diagnostics.map(({ place, ruleId, message }) => `${place?.line} ${ruleId}: ${message}`);
}

/** Reports after `spoil` has changed the body of `markdown`. */
export function reportsAfter(markdown: string, spoil: (body: FinishedBody) => void): string[] {
  const body = bodyOf(markdown);
  spoil(body);
  return reports(markdown, body);
}

/** The text nodes in order, without those that rendering adds to notes. */
export function textsOf({ tree }: FinishedBody): Text[] {
  const texts: Text[] = [];
  visit(tree, (node) => {
    if (node.type === 'text') texts.push(node);
    if (node.type !== 'element') return;
    const isAdded = 'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties;
    if (isAdded || node.properties.id === 'footnote-label') return SKIP;
  });
  return texts;
}

/** Puts `now` in the place of `was` in the one text that has it. */
export function rewrite(body: FinishedBody, was: string, now: string): void {
  const texts = textsOf(body).filter(({ value }) => value.includes(was));
  if (texts.length !== 1) throw new Error(`"${was}" stands in ${texts.length} texts`);
  for (const node of texts) node.value = node.value.replace(was, now);
}

/** Puts what `change` makes of it in the place of the first element `tagName` that holds `words`. */
export function replace(body: FinishedBody, tagName: string, words: string, change: (found: Element) => RootContent[]) {
  let isDone = false;
  visit(body.tree, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined || element.tagName !== tagName || !textOf(element).includes(words))
      return;
    parent.children.splice(index, 1, ...(change(element) as Element[]));
    isDone = true;
    return EXIT;
  });
  if (!isDone) throw new Error(`No <${tagName}> with "${words}"`);
}
