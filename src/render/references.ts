/** A Markdown tree goes in; a problem for every note or link target that would silently vanish from the page comes out. */
import type { FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Problems } from './problems.ts';

/** Markdown prints only what is referred to, and of two definitions with one name only the first. */
export function checkReferences(tree: Root, problems: Problems): void {
  const referred = new Set<string>();
  visit(tree, ['footnoteReference', 'linkReference', 'imageReference'], (node) => {
    if ('identifier' in node) referred.add(`${kindOf(node.type)} ${node.identifier}`);
  });
  const defined = new Map<string, string>();
  visit(tree, ['footnoteDefinition', 'definition'], (node) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'definition') return;
    const name = `${kindOf(node.type)} ${node.identifier}`;
    const written = node.type === 'definition' ? `[${node.label ?? node.identifier}]` : footnoteName(node);
    const target = node.type === 'definition' ? node.url : '';
    const earlier = defined.get(name);
    if (earlier !== undefined && (target === '' || target !== earlier)) {
      problems.at(node.position, {
        ruleId: 'reference-repeated',
        message: `"${written}:" is defined twice; only the first counts.`,
        hint: 'Give one of the two another name, or remove it.',
      });
    } else if (earlier === undefined && !referred.has(name)) {
      problems.at(node.position, {
        ruleId: 'reference-unused',
        // An address nobody refers to is a leftover; words that are read as one are lost.
        severity: isAddress(target) ? 'warning' : 'error',
        message: `"${written}:" is defined here but nothing in the text refers to it, so it does not appear on the page.`,
        hint: `Refer to it with ${written}, remove the line, or, if it is meant as text, write \\${written}:.`,
      });
    }
    defined.set(name, earlier ?? target);
  });
}

function isAddress(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[./#]|www\.)|[/#]|\.(?:md|html?|pdf|com|org|net|io|gov)\b/i.test(target);
}

function kindOf(type: string): string {
  return type.startsWith('footnote') ? 'note' : 'link';
}

function footnoteName(node: FootnoteDefinition): string {
  return `[^${node.label ?? node.identifier}]`;
}
