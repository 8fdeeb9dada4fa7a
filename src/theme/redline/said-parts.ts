/** A text that is compared goes in; all that it says, in parts for a job, comes out. */
import type { SaidBody } from './dress-redline.ts';

/** Blocks apart, since those that stand in many texts are one object; the first part says what is between them, and so how many there are. */
export function partsOf({ body: { tree, ...body }, ...side }: SaidBody): object[] {
  const blocks = tree.children.filter((node) => node.type === 'element');
  const between = tree.children.map((node) => (node.type === 'element' ? 0 : node));
  return [{ ...side, body, between }, ...blocks];
}
