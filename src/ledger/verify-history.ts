/** A ledger that was published goes in; every text that was changed in it without an event that allows it comes out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ledger, TextEntry } from '../model/ledger.ts';
import { ancestorsOf, textKey } from './chain.ts';

/** Errors, `verify-silent-change`: a chain can be whole and yet say that a text is another now. A warning, `verify-edited`, for what was edited before the ledger was begun. */
export function verifyHistory(ledger: Ledger): Diagnostic[] {
  const byText = new Map<string, TextEntry[]>();
  for (const entry of ledger.entries) {
    if ('source' in entry) byText.set(textKey(entry), [...(byText.get(textKey(entry)) ?? []), entry]);
  }
  return [...byText.values()].flatMap((entries) => {
    const ordered = entries.toSorted((a, b) => (a.sealedAsOf < b.sealedAsOf ? -1 : 1));
    return [...silentChanges(ordered, ledger), ...edits(ordered)];
  });
}

function silentChanges(entries: readonly TextEntry[], ledger: Ledger): Diagnostic[] {
  const moments = [...new Set(entries.map(({ sealedAsOf }) => sealedAsOf))];
  return moments.slice(1).flatMap((moment, index): Diagnostic[] => {
    const before = entries.findLast(({ sealedAsOf }) => sealedAsOf === moments[index]);
    const [first, ...others] = entries.filter(({ sealedAsOf }) => sealedAsOf === moment);
    if (before === undefined || first === undefined) return [];
    // Two branches may have sealed the same text, or corrected it, each for itself.
    if (!ancestorsOf(ledger, first).has(before.digest)) return [];
    const what = whatIsSilent(before, [first, ...others]);
    return what === undefined ? [] : [silent(first, what)];
  });
}

function whatIsSilent(before: TextEntry, now: readonly TextEntry[]): string | undefined {
  const kinds = new Set(now.map(({ kind }) => kind));
  if (kinds.has('edited')) return undefined;
  if (kinds.has('sealed')) return 'was entered a second time, as if it were new';
  const isChanged = now.some(({ text }) => text !== before.text);
  const isOther = now.some(({ source }) => source !== before.source);
  const isCorrected = kinds.has('corrected') && now.some((one) => one.corrections.length > before.corrections.length);
  if (isChanged && !isCorrected) return 'has other words than before, and no correction says so';
  if (isOther && !isCorrected && !kinds.has('date-moved')) return 'is another text than before, and nothing says why';
  const lost = before.corrections.filter(
    ({ on, was, now: is }) =>
      !now.every((one) => one.corrections.some((other) => other.on === on && other.was === was && other.now === is)),
  );
  return lost.length > 0 ? 'no longer names a correction that it named before' : undefined;
}

function edits(entries: readonly TextEntry[]): Diagnostic[] {
  return entries
    .filter(({ kind }) => kind === 'edited')
    .map((entry): Diagnostic => {
      const message = `${nameOf(entry)} was edited without a correction; the ledger says so since ${entry.sealedAsOf.slice(0, 10)}.`;
      const hint = 'What it said before can be asked of the publisher: the digest of that text stands in the ledger.';
      return { ruleId: 'verify-edited', severity: 'warning', message, hint };
    });
}

function silent(entry: TextEntry, what: string): Diagnostic {
  return {
    ruleId: 'verify-silent-change',
    severity: 'error',
    message: `${nameOf(entry)} ${what}: by the entry of ${entry.sealedAsOf.slice(0, 10)} in ledger.json.`,
    hint: 'No entry that “promulgate seal” makes does so. Ask the publisher for the text that stood there before.',
  };
}

function nameOf({ policy, edition, language }: TextEntry): string {
  return `${policy} ${edition} (${language})`;
}
