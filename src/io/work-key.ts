/** The work on one policy goes in; the same comes out as little plain data that is another whenever the work is another. */
import type { Edition, EditionText } from '../model/policy.ts';
import type { PolicyWork } from '../model/policy-work.ts';
import type { Timeline } from '../model/timeline.ts';
import { hasGist, unread } from '../model/unread-text.ts';

/** Texts stand in it by their digests, each edition once, then by its number among those seen, and pages of the index by theirs among its own. */
export function workKey(work: PolicyWork): object {
  const seen = new Map<Edition, number>();
  const edition = (one: Edition): object | number => {
    const number = seen.get(one);
    if (number !== undefined) return number;
    seen.set(one, seen.size);
    return { ...one, texts: one.texts.map(textKey) };
  };
  const timeline = (one: Timeline): object => ({
    ...one,
    policy: { ...one.policy, editions: one.policy.editions.map(edition) },
    editions: one.editions.map((dated) => ({ ...dated, edition: edition(dated.edition) })),
    later: one.later.map(timeline),
  });
  const numbers = new Map(work.pages.map((page, number) => [page, number] as const));
  return {
    ...work,
    index: work.index.map(([path, page]) => [path, numbers.get(page) ?? page]),
    unplaced: work.unplaced.map(textKey),
    ...(work.timeline === undefined ? {} : { timeline: timeline(work.timeline) }),
  };
}

function textKey(text: EditionText): object {
  return hasGist(text) ? unread(text) : text;
}
