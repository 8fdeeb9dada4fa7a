import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { concurrently } from '../../src/io/concurrently.ts';

const numbers = Array.from({ length: 100 }, (_, index) => index);

describe('concurrently', () => {
  it('gives results in the order of the items, whatever ends first', async () => {
    const results = await concurrently(numbers, async (n) => {
      await setTimeout(n % 3);
      return n * 2;
    });
    expect(results).toEqual(numbers.map((n) => n * 2));
  });

  it('has a bounded number under way', async () => {
    let running = 0;
    let most = 0;
    await concurrently(numbers, async () => {
      running += 1;
      most = Math.max(most, running);
      await setTimeout(1);
      running -= 1;
    });
    expect(most).toBe(32);
  });

  it('begins nothing more after a failure, and throws it when all that was begun has ended', async () => {
    const ended: number[] = [];
    const work = concurrently(numbers, async (n) => {
      if (n === 5) throw new Error('five');
      await setTimeout(5);
      ended.push(n);
    });
    await expect(work).rejects.toThrow('five');
    expect(ended).toHaveLength(31);
  });

  it('gives nothing for nothing', async () => {
    expect(await concurrently([], async () => 1)).toEqual([]);
  });
});
