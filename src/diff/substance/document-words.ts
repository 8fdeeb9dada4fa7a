/** A redline goes in; questions to each of its two texts as a whole come out: whether words stand there, and under which number. */
import { lazy } from '../../model/lazy.ts';
import type { Redline, RedlineBlock } from '../../model/redline.ts';
import { isRenumbered, numberOf } from '../../model/redline.ts';
import { type SideName, standsIn, textOn } from '../read-side.ts';
import type { Around } from './text-findings.ts';

/** In words: fewer may stand elsewhere by chance. */
const LEAST_KEPT = 6;

interface Spellings {
  /** In lower case. */
  readonly level: string;
  /** As they are. */
  readonly cased: string;
}

/** The words of blocks on each side, by their content: of blocks that stayed it is one object in all redlines. */
export type KnownSpellings = WeakMap<RedlineBlock['content'], Map<SideName, Spellings>>;

export function documentWords(
  { blocks, places }: Redline,
  known: KnownSpellings = new WeakMap(),
): Pick<Around, 'isKept' | 'isRenumbered' | 'isKnown'> {
  const texts = { older: lazy(() => documentOf('older')), newer: lazy(() => documentOf('newer')) };
  const numbers = lazy(numberPairs);
  return {
    isKept: (words, from) => {
      if (levelWords(words).split(' ').length < LEAST_KEPT) return false;
      const other = texts[from === 'older' ? 'newer' : 'older']().level;
      const sentences = words.split(/(?<=[.!?…]["'”’»)\]]*)\s+/).map(levelWords);
      return sentences.every((sentence) => other.includes(` ${sentence} `));
    },
    isRenumbered: (older, newer) => {
      const [from, to] = [older.split(' '), newer.split(' ')];
      return (
        from.length === to.length &&
        from.every((number, at) => number === to[at] || numbers().has(`${number} ${to[at]}`))
      );
    },
    isKnown: (name, text) => {
      const words = levelWords(name);
      const own = texts[text === 'older' ? 'newer' : 'older']();
      if (texts[text]().level.includes(` ${words} `) || own.cased.includes(` ${words} `)) return true;
      // Where the last word is an ordinary one, the name is a term with capitals: Cookie Policy.
      const last = words.split(' ').at(-1) ?? '';
      return own.cased.includes(` ${last} `) || texts[text]().cased.includes(` ${last} `);
    },
  };

  function documentOf(side: SideName): Spellings {
    const words = blocks.filter((block) => standsIn(block, side)).map((block) => spellingsOf(block, side));
    return {
      level: ` ${words.map(({ level }) => level).join(' ')} `,
      cased: ` ${words.map(({ cased }) => cased).join(' ')} `,
    };
  }

  function spellingsOf(block: RedlineBlock, side: SideName): Spellings {
    const bySide = known.get(block.content) ?? new Map<SideName, Spellings>();
    known.set(block.content, bySide);
    const spellings = bySide.get(side) ?? read(textOn(block, side));
    bySide.set(side, spellings);
    return spellings;
  }

  /** `3.1 3.2` for what was 3.1 and is 3.2: of blocks that are numbered otherwise, and of clauses as they are cited. */
  function numberPairs(): Set<string> {
    const renumbered = blocks
      .filter(isRenumbered)
      .map(({ older, newer }) => `${numberOf(older?.label)} ${numberOf(newer?.label)}`);
    const cited = places.map(({ older, newer }) => `${older?.citation ?? ''} ${newer?.citation ?? ''}`);
    return new Set(
      [...renumbered, ...cited].map((pair) => pair.replace(/(?:article|section|clause|статья|раздел|пункт) /giu, '')),
    );
  }
}

function read(text: string): Spellings {
  const cased = bareWords(text);
  return { level: cased.toLowerCase(), cased };
}

function bareWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function levelWords(text: string): string {
  return bareWords(text).toLowerCase();
}
