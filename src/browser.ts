/** What runs in a visitor's browser: two texts as they were fetched go in; the HTML of what changed, as a build would print it, comes out. */
import { compare } from './diff/compare.ts';
import { markUp } from './diff/mark-up.ts';
import { relativeSitePath } from './model/address.ts';
import { type DressedRedline, dressRedline } from './theme/redline/dress-redline.ts';
import { type PackedBody, unpackBody } from './theme/redline/packed-body.ts';
import { speak } from './theme/speak.ts';

export interface ComparingPage {
  /** The words of `REDLINE_WORDS`. */
  readonly words: { readonly [key: string]: string };
  /** Of the page, below the site's root. */
  readonly path: string;
}

export function redline(older: PackedBody, newer: PackedBody, { words, path }: ComparingPage): DressedRedline {
  return dressRedline(unpackBody(older), unpackBody(newer), {
    engine: { compare, markUp },
    words: speak(words),
    link: (sitePath) => relativeSitePath(path, sitePath),
  });
}
