/** Objects go in; how many hidden classes of V8 they have comes out: one each is ten times what they hold. */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--allow-natives-syntax');
const areAlike: (a: object, b: object) => boolean = Object(new Function('a', 'b', 'return %HaveSameMap(a, b)'));

export function hiddenClasses(objects: readonly object[]): number {
  const classes: object[] = [];
  for (const object of objects) if (!classes.some((one) => areAlike(one, object))) classes.push(object);
  return classes.length;
}
