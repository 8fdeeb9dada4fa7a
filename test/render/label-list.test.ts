import { describe, expect, it } from 'vitest';
import { LabelList } from '../../src/render/label-list.ts';

describe('LabelList', () => {
  it('knows the labels that were added, in their order', () => {
    const labels = new LabelList();
    expect([labels.push('B'), labels.push('A', 'B')]).toEqual([1, 3]);
    expect([...labels]).toEqual(['B', 'A', 'B']);
    expect([labels.includes('A'), labels.includes('a')]).toEqual([true, false]);
  });
});
