/** A Markdown tree goes in; all that is wrong with it before it is rendered comes out, rule by rule. */
import type { Root } from 'mdast';
import { checkCharacterReferences } from './character-references.ts';
import { checkDialects } from './dialects.ts';
import { checkHtmlTables } from './html-tables.ts';
import { problemOf, trackingProblem } from './links.ts';
import { checkNestedLinks } from './nested-links.ts';
import type { Problems } from './problems.ts';
import { checkRawHtml } from './raw-html.ts';
import { checkReferences } from './references.ts';
import { checkTableRows } from './table-rows.ts';
import { visit } from './visit.ts';

/** `markdown` is what the tree was parsed from. Returns the addresses (`id`, `name`) that the author set in HTML. */
export function checkMarkdown(tree: Root, markdown: string, problems: Problems): string[] {
  const ids = checkRawHtml(tree, problems);
  checkNestedLinks(tree, problems);
  checkHtmlTables(tree, problems);
  checkReferences(tree, problems);
  checkTableRows(tree, problems);
  checkCharacterReferences(tree, markdown, problems);
  checkDialects(tree, markdown, problems);
  visit(tree, ['link', 'definition', 'image', 'imageReference'], (node) => {
    if (node.type === 'image' || node.type === 'imageReference') reportImage(node, problems);
    else if (node.type === 'link' || node.type === 'definition') reportLink(node, problems);
  });
  return ids;
}

function reportLink(node: { url: string; position?: Parameters<Problems['at']>[0] }, problems: Problems): void {
  const problem = problemOf(node.url) ?? trackingProblem(node.url);
  if (problem !== undefined) problems.at(node.position, problem);
}

function reportImage(node: { position?: Parameters<Problems['at']>[0] }, problems: Problems): void {
  problems.at(node.position, {
    ruleId: 'html-image',
    message: 'An image cannot be part of a policy text.',
    hint: 'Say in words what the image shows, or link to it: [description](https://…).',
  });
}
