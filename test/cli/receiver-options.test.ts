import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseSize } from '../../src/cli/receiver-options.ts';

describe('the size of the folder of messages', () => {
  it.each([
    ['500MB', 5e8],
    ['1GB', 1e9],
    ['2gb', 2e9],
  ])('is read from %s', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each(['', '500', '0GB', '1.5GB', '1TB', '-1GB', '1 GB'])('is refused as “%s”', (text) => {
    expect(() => parseSize(text)).toThrow(InvalidArgumentError);
  });
});
