/** A tree and a visitor go in; the visitor is shown every node, parents first. What unist-util-visit does, at a tenth of its price. */
import type { Node, Parent } from 'unist';
import { CONTINUE, EXIT, SKIP, type visit as unistVisit } from 'unist-util-visit';

export { SKIP };

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => unknown;
type Test = string | readonly string[];

/** Tests are types of nodes. A visitor may answer as it may in unist-util-visit: `SKIP`, `EXIT`, or the index to go on at. */
export const visit = visitTree as typeof unistVisit;

function visitTree(tree: Node, ...means: [Visitor] | [Test, Visitor]): void {
  const [test, visitor] = means.length === 1 ? [undefined, means[0]] : means;
  visitNode(tree, visitor, typeof test === 'string' ? [test] : test);
}

/** Gives true if the visitor wants to see no more, or the index of the sibling to go on at, or false for the next one. */
function visitNode(
  node: Node,
  visitor: Visitor,
  types: readonly string[] | undefined,
  index?: number,
  parent?: Parent,
): number | boolean {
  let next: number | boolean = false;
  if (types === undefined || types.includes(node.type)) {
    const answer = visitor(node, index, parent);
    const [action, at] = Array.isArray(answer) ? answer : [typeof answer === 'number' ? CONTINUE : answer, answer];
    if (action === EXIT) return true;
    if (typeof at === 'number') next = at;
    if (action === SKIP) return next;
  }
  const { children } = node as Partial<Parent>;
  if (children === undefined) return next;
  for (let at = 0; at < children.length; ) {
    const child = children[at];
    if (child === undefined) break;
    const answer = visitNode(child, visitor, types, at, node as Parent);
    if (answer === true) return true;
    at = answer === false ? at + 1 : answer;
  }
  return next;
}
