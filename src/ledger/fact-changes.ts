/** What the front matter of a text said and says goes in; what differs comes out, and whether its author declares it. */
import type { Facts, TextEntry } from '../model/ledger.ts';

export interface FactChange {
  /** As the front matter calls it: `effective`; within `applies` with the number of the group: `applies 2 from`. */
  readonly name: string;
  /** Both as written; empty for nothing. */
  readonly was: string;
  readonly now: string;
}

type Corrections = TextEntry['corrections'];

export interface DeclaredFacts {
  /** Some date was moved and is given among those announced before. */
  readonly isMoved: boolean;
  /** Something was changed that a correction gives. */
  readonly isCorrected: boolean;
  readonly undeclared: readonly FactChange[];
}

/**
 * A change is declared by a correction whose `was` and `now` are the two values; a change of the days from which the edition
 * applies also by the days that no longer hold, each among `announced`.
 */
export function judgeFacts(
  changes: readonly FactChange[],
  { before, corrections, announced }: { before: Facts; corrections: Corrections; announced: readonly string[] },
): DeclaredFacts {
  const isGiven = ({ was, now }: FactChange) => corrections.some((one) => one.was === was && one.now === now);
  const open = changes.filter((change) => !isGiven(change));
  const when = open.filter(({ name }) => isOfStart(name));
  const gone = daysOf(before).filter((day) => when.some(({ was }) => writtenDay(was, before) === day));
  const isMoved = gone.length > 0 && gone.every((day) => announced.includes(day));
  const isCorrected = open.length < changes.length;
  return { isMoved, isCorrected, undeclared: isMoved ? open.filter((change) => !when.includes(change)) : open };
}

/** What differs, in the order of the front matter. */
export function factChanges(before: Facts, after: Facts): FactChange[] {
  const [old, present] = [listed(before), listed(after)];
  const names = [...new Set([...old.keys(), ...present.keys()])];
  return names.flatMap((name) => {
    const [was, now] = [old.get(name) ?? '', present.get(name) ?? ''];
    return was === now ? [] : [{ name, was, now }];
  });
}

/** True for dates and to whom they apply; false for title and version. */
export function isDate(name: string): boolean {
  return name !== 'title' && name !== 'version';
}

function listed({ title, version, published, effective, applies, retroactive }: Facts): Map<string, string> {
  const groups = (applies ?? []).flatMap(({ to, from }, index): [string, string][] => [
    [`applies ${index + 1} to`, to],
    [`applies ${index + 1} from`, from],
  ]);
  const retroactively = retroactive === undefined ? '' : 'true';
  return new Map([
    ['title', title],
    ['version', version ?? ''],
    ['published', published ?? ''],
    ['effective', effective ?? ''],
    ...groups,
    ['retroactive', retroactively],
  ]);
}

function isOfStart(name: string): boolean {
  return name === 'effective' || name.startsWith('applies');
}

/** The days from which it applied. */
function daysOf(facts: Facts): string[] {
  const starts = [facts.effective ?? '', ...(facts.applies ?? []).map(({ from }) => from)];
  return starts.map((start) => writtenDay(start, facts)).filter((day) => day !== '' && day !== 'unknown');
}

function writtenDay(start: string, { published = '' }: Facts): string {
  return start === 'on-publication' ? published : start;
}
