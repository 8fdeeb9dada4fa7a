/** A policy as it is, as it was, and its timeline go in; the pairs of texts that show what was done to it come out. */
import { baselineOf } from '../model/baseline.ts';
import type { Edition, EditionText, Policy } from '../model/policy.ts';
import type { Timeline } from '../model/timeline.ts';

export interface PairSide {
  readonly edition: string;
  readonly text: EditionText;
  /** True for a text as it was. */
  readonly isEarlier: boolean;
}

/** Only one of them for a text with nothing to compare it with. */
export interface TextPair {
  readonly older?: PairSide;
  readonly newer?: PairSide;
}

/**
 * A text that changed is compared with itself as it was; a new one with the edition before it in its language, which is what its
 * readers will ask; one that is gone stands alone. By edition, then by language.
 */
export function changedTexts(
  now: Policy | undefined,
  earlier: Policy | undefined,
  timeline: Timeline | undefined,
): TextPair[] {
  const editions = now?.editions ?? [];
  const pairs = editions.flatMap((edition) =>
    edition.texts.flatMap((text): TextPair[] => {
      const newer = { edition: edition.id, text, isEarlier: false };
      const same = textOf(earlier, edition.id, text.language);
      if (same !== undefined)
        return isEqual(same, text) ? [] : [{ older: { edition: edition.id, text: same, isEarlier: true }, newer }];
      const before = timeline === undefined ? undefined : textBefore(timeline, edition, text);
      return [{ newer, ...(before === undefined ? {} : { older: before }) }];
    }),
  );
  const gone = (earlier?.editions ?? []).flatMap((edition) =>
    edition.texts
      .filter(({ language }) => textOf(now, edition.id, language) === undefined)
      .map((text): TextPair => ({ older: { edition: edition.id, text, isEarlier: true } })),
  );
  return [...pairs, ...gone];
}

function textBefore(timeline: Timeline, { id }: Edition, { language }: EditionText): PairSide | undefined {
  const hasLanguage = ({ texts }: Edition) => texts.some((text) => text.language === language);
  const edition = baselineOf(timeline, id, hasLanguage)?.edition;
  const text = edition?.texts.find((candidate) => candidate.language === language);
  return edition === undefined || text === undefined ? undefined : { edition: edition.id, text, isEarlier: false };
}

function textOf(policy: Policy | undefined, id: string, language: string): EditionText | undefined {
  return policy?.editions.find((edition) => edition.id === id)?.texts.find((text) => text.language === language);
}

function isEqual(one: EditionText, other: EditionText): boolean {
  return one.title === other.title && one.markdown === other.markdown;
}
