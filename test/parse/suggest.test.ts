import { describe, expect, it } from 'vitest';
import { didYouMean, suggest } from '../../src/parse/suggest.ts';

const KNOWN = ['title', 'effective', 'published', 'summary', 'version', 'status', 'timeZone', 'name'];

describe('suggest', () => {
  it.each([
    ['efective', 'effective'],
    ['Effective', 'effective'],
    ['effective_date', 'effective'],
    ['effectiveDate', 'effective'],
    ['titel', 'title'],
    ['nmae', 'name'],
    ['time-zone', 'timeZone'],
    ['timezone', 'timeZone'],
    ['sumary', 'summary'],
  ])('takes %s for %s', (name, meant) => {
    expect(suggest(name, KNOWN)).toBe(meant);
  });

  it.each(['layout', 'author', 'x', 'date'])('does not guess what %s is', (name) => {
    expect(suggest(name, ['title', 'effective', 'published', 'summary', 'version', 'status'])).toBeUndefined();
    expect(didYouMean(name, ['effective'])).toBe('');
  });

  it('takes the nearest of several', () => {
    expect(suggest('notes', ['notice', 'note', 'noted'])).toBe('note');
  });
});
