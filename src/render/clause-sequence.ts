/** The outline of a text goes in; a warning for every number that stands twice and for every number left out comes out. */
import type { Reading } from './label.ts';
import type { Outlined } from './outline.ts';
import type { Problems, Stretch } from './problems.ts';

export interface Numbered {
  readonly outlined: Outlined;
  /** As typed, without its last stop. */
  readonly number: string;
  readonly stretch: Stretch | undefined;
}

export function checkSequence(clauses: readonly Numbered[], problems: Problems): void {
  reportRepeated(clauses, problems);
  reportGaps(clauses, problems);
}

/** The same number in the same place of the text; of a run of equal numbers only the first is reported. */
function reportRepeated(clauses: readonly Numbered[], problems: Problems): void {
  const first = new Map<string, Numbered>();
  let reported: string | undefined;
  for (const clause of clauses) {
    const anchor = keyOf(clause.outlined);
    if (clause.outlined.isAgain) continue;
    const earlier = first.get(anchor);
    if (earlier === undefined) first.set(anchor, clause);
    else if (reported !== anchor) {
      const line = earlier.stretch?.start.line;
      problems.at(clause.stretch, {
        ruleId: 'clause-number-repeated',
        severity: 'warning',
        message: `The number ${clause.number} stands twice${line === undefined ? '' : `: here and in line ${line + problems.lineOffset}`}.`,
        hint: 'Type each number as it is to appear on the page: numbers are shown as typed, never counted anew.',
      });
    }
    reported = earlier === undefined ? undefined : anchor;
  }
}

function reportGaps(clauses: readonly Numbered[], problems: Problems): void {
  const known = new Set(clauses.flatMap(({ outlined }) => anchorsWithin(outlined)));
  for (const { outlined, number, stretch } of clauses) {
    const before = predecessor(outlined);
    if (before === undefined || known.has(before.anchor)) continue;
    // A sequence may begin anywhere; a gap has something on both sides.
    if (!before.earlier().some((anchor) => known.has(anchor))) continue;
    problems.at(stretch, {
      ruleId: 'clause-number-gap',
      severity: 'warning',
      message: `${number} follows, but ${before.number} is missing.`,
      hint: 'Check whether a clause was left out. If it was repealed, keep its number: "3.2. (Deleted.)".',
    });
  }
}

/** `§ 5` and `5.` ask for one address, but are counted apart. */
function keyOf({ reading, anchor }: Outlined): string {
  return reading.kind === 'named' ? `${reading.name} ${anchor}` : anchor;
}

/** A range stands for every number in it. */
function anchorsWithin(outlined: Outlined): string[] {
  const { reading } = outlined;
  const anchor = keyOf(outlined);
  if (reading.kind !== 'step' || reading.last === reading.value) return [anchor];
  const head = anchor.slice(0, -reading.numeral.length);
  return Array.from({ length: reading.last - reading.value + 1 }, (_, index) => `${head}${reading.value + index}`);
}

interface Predecessor {
  readonly number: string;
  readonly anchor: string;
  /** The anchors of all numbers before it in the same sequence. */
  readonly earlier: () => readonly string[];
}

function predecessor(outlined: Outlined): Predecessor | undefined {
  const { reading } = outlined;
  const anchor = keyOf(outlined);
  const value = lastValue(reading);
  // Letters and Roman numbers are checked where the outline lets a sequence jump; here only digits can be counted on.
  if (value === undefined || value < 2) return undefined;
  const head = anchor.slice(0, -String(value).length);
  if (`${head}${value}` !== anchor) return undefined;
  const earlier = () => Array.from({ length: value - 1 }, (_, index) => `${head}${index + 1}`);
  const path =
    reading.kind === 'step'
      ? ''
      : reading.path
          .slice(0, -1)
          .map((part) => `${part}.`)
          .join('');
  return { number: `${path}${value - 1}`, anchor: `${head}${value - 1}`, earlier };
}

function lastValue(reading: Reading): number | undefined {
  if (reading.kind === 'step') return /^\d+$/.test(reading.numeral) ? reading.value : undefined;
  return reading.path.at(-1);
}
