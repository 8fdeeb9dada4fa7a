/** Paired blocks go in; for a block that was taken out, the containers of the newer text that it stands in come out. */
import type { Container } from '../model/redline.ts';
import { withoutIds } from './line.ts';

export type Adopt = (within: readonly Container[]) => readonly Container[];

type Path = readonly Container[];

/** A list some of whose items stayed is still the same list: those that were taken out are shown in it. */
export function adoptContainers(pairs: readonly (readonly [older: Path, newer: Path])[]): Adopt {
  const heirs = new Map<string, Container>();
  for (const [older, newer] of pairs) {
    for (const [depth, container] of older.entries()) {
      const heir = newer[depth];
      if (heir?.tagName !== container.tagName) break;
      if (!heirs.has(container.key)) heirs.set(container.key, heir);
    }
  }
  return (within) => {
    const firstLost = within.findIndex(({ key }) => !heirs.has(key));
    const kept = firstLost === -1 ? within.length : firstLost;
    return [
      ...within.slice(0, kept).map((container) => heirs.get(container.key) ?? container),
      ...within.slice(kept).map(withoutId),
    ];
  };
}

/** Two texts on one page must not share addresses. */
function withoutId(container: Container): Container {
  const { id: _, ...properties } = container.properties;
  const { opening } = container;
  return { ...container, properties, ...(opening === undefined ? {} : { opening: opening.map(withoutIds) }) };
}
