/** Items and a task go in; the task's results come out in the items' order, with a bounded number under way at once. */

/** How many files are open at the same time; far below the smallest limit of a system (256). */
const LANES = 32;

/** Runs `task` on every item. If one fails, no further item is begun, and the failure is thrown once all have ended. */
export async function concurrently<Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const queue = items.entries();
  const failures: unknown[] = [];
  const lane = async () => {
    for (const [index, item] of queue) {
      try {
        results.set(index, await task(item));
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
  if (failures.length > 0) throw failures[0];
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
