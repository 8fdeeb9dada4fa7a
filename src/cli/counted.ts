/** A number and what it counts: `1 error`, `2 errors`. */

export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
