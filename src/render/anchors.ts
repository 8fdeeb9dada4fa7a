/** Hands out the fragments of a text, each once; addresses that the author set are taken from the start. */
import GithubSlugger, { slug } from 'github-slugger';

export interface Anchors {
  /** A fragment from a heading's words, in any script, as GitHub makes it; numbered if taken. */
  forHeading(words: string): string;
  /** A fragment from a clause's label (`3.3.2`); `3.3.2~2` if it is taken, as where a text uses a number twice. */
  forLabel(label: string): string;
  /** Takes the very fragment that the author fixed; false if it is taken already. */
  take(anchor: string): boolean;
}

/** Fragments that footnotes and parts of the page around the text use. */
const RESERVED = /^(?:fn-|fnref-|footnote-label$|page:)/;

/** True for a fragment that no author may set. */
export function isOwnAnchor(anchor: string): boolean {
  return RESERVED.test(anchor);
}

export function createAnchors(taken: Iterable<string>): Anchors {
  const used = new Set(taken);
  const slugger = new GithubSlugger();
  /** The last number given to each label. */
  const copies = new Map<string, number>();
  const isFree = (anchor: string) => !used.has(anchor) && !RESERVED.test(anchor);
  return {
    forHeading(words) {
      const base = slug(words) === '' ? 'section' : words;
      let anchor = slugger.slug(base);
      while (!isFree(anchor)) anchor = slugger.slug(base);
      used.add(anchor);
      return anchor;
    },
    forLabel(label) {
      // Blanks and control characters cannot stand in an id.
      const base = label.replace(/[\s\p{Cc}]+/gu, '-');
      let anchor = base;
      let copy = copies.get(base) ?? 1;
      while (!isFree(anchor)) {
        copy += 1;
        anchor = `${base}~${copy}`;
      }
      copies.set(base, copy);
      used.add(anchor);
      return anchor;
    },
    take(anchor) {
      const free = isFree(anchor);
      used.add(anchor);
      return free;
    },
  };
}
