/** Earlier states of the sources go in, beside the present one; what was published then and has changed since comes out. */
import { canonicalText } from './ledger/canonical-text.ts';
import { latestByText, textKey } from './ledger/chain.ts';
import { checkLedger } from './ledger/check-ledger.ts';
import { lossInWords, lostEntries } from './ledger/lost-entries.ts';
import type { LedgerWork } from './ledger/published-texts.ts';
import { seal } from './ledger/seal.ts';
import { visibleText } from './ledger/visible-text.ts';
import { wordRedline } from './ledger/word-redline.ts';
import { dayOf, type Instant } from './model/civil-date.ts';
import type { Body } from './model/clause.ts';
import type { Numbering } from './model/config.ts';
import { type Diagnostic, isError } from './model/diagnostic.ts';
import type { SourceFile } from './model/file.ts';
import { LEDGER_SOURCE, type Ledger } from './model/ledger.ts';
import type { EditionText, Policy } from './model/policy.ts';
import { sha256 } from './model/sha256.ts';
import { readLedger } from './parse/ledger-file.ts';
import { parseSources } from './parse/sources.ts';
import { render } from './render/render.ts';

/** Renders a text of a policy; undefined if it has errors. */
export type RenderBody = (text: EditionText, policy: Policy) => Body | undefined;

const AS_TYPED: Numbering = { kind: 'as-typed' };

/** What a theme says of notes and tables is no part of the words. */
export const renderBody: RenderBody = (text, { slug, config: { numbering = AS_TYPED } }) =>
  render(text, { policy: slug, numbering, words: { footnotes: '', backToText: '', table: '' } }).body;

/** An earlier state as the ledger would see it at `asOf`, nothing sealed; undefined if its site.yaml cannot be read. Texts with errors are left out. */
export function earlierWork(sources: readonly SourceFile[], asOf: Instant, body = renderBody): LedgerWork | undefined {
  const { site: config, policies, diagnostics } = parseSources(sources);
  if (config === undefined) return undefined;
  const bodies = new Map<string, Body>();
  for (const policy of policies) {
    for (const text of policy.editions.flatMap(({ texts }) => texts)) {
      const rendered = body(text, policy);
      if (rendered !== undefined) bodies.set(text.path, rendered);
    }
  }
  const moment = { instant: asOf, day: dayOf(asOf, config.timeZone) };
  const isComplete = !diagnostics.some(isError);
  return { policies, bodies, config, asOf: moment, ledger: undefined, redirects: {}, isComplete };
}

/**
 * What was published in the sources as they were at `asOf` and has changed since without a declared correction: errors, as for a
 * sealed text; none, if their site.yaml cannot be read. And what their ledger said and the present one says no more.
 */
export function changedSince(work: LedgerWork, earlier: readonly SourceFile[], asOf: Instant): Diagnostic[] {
  const lost = lostSince(work.ledger, earlier);
  const before = earlierWork(earlier, asOf);
  if (before === undefined) return lost;
  const { ledger } = seal(before);
  const changed = checkLedger({ ...work, ledger }).flatMap((found) => {
    if (/-unsealed$/.test(found.ruleId)) return [];
    return [explained({ ...work, ledger }, found, earlier) ?? found];
  });
  return [...lost, ...changed];
}

/** Errors, `ledger-gone` and `ledger-cut`: what the ledger of an earlier state said and that of the present one says no more. One that cannot be read says nothing. */
function lostSince(ledger: Ledger | undefined, earlier: readonly SourceFile[]): Diagnostic[] {
  const file = earlier.find(({ path }) => path === LEDGER_SOURCE);
  const before = file === undefined ? undefined : readLedger(file).value;
  const lost = before === undefined ? [] : lostEntries(before, ledger);
  if (before === undefined || lost.length === 0) return [];
  const problem = { severity: 'error' as const, place: { path: LEDGER_SOURCE } };
  const hint =
    'Take the file from the history of your repository; what was sealed since is added by “promulgate seal”. A ledger made anew could not show that nothing was changed before.';
  if (ledger === undefined) {
    const message = `${LEDGER_SOURCE} is gone: put it back. It held ${before.entries.length} entries.`;
    return [{ ...problem, ruleId: 'ledger-gone', message, hint }];
  }
  const message = `${LEDGER_SOURCE} was cut or made anew: it lacks ${lossInWords(lost, before)}.`;
  return [{ ...problem, ruleId: 'ledger-cut', message, hint }];
}

const CHANGES_OF_WORDS = new Set(['ledger-text-changed', 'ledger-correction-inexact']);

/** True for a problem of which the earlier words would tell more. */
export function isChangeOfWords({ ruleId }: Diagnostic): boolean {
  return CHANGES_OF_WORDS.has(ruleId);
}

/** A problem with a changed text, its hint showing the words, if `earlier` holds the very text that was sealed; else undefined. */
export function explained(work: LedgerWork, found: Diagnostic, earlier: readonly SourceFile[]): Diagnostic | undefined {
  const path = found.place?.path;
  if (path === undefined || !isChangeOfWords(found)) return undefined;
  const now = textAt(work.policies, path);
  const body = work.bodies.get(path);
  const entries = now === undefined || work.ledger === undefined ? undefined : latestByText(work.ledger).get(now.key);
  if (now === undefined || body === undefined || entries === undefined) return undefined;
  const then = textAt(parseSources(earlier).policies, path);
  if (then === undefined || !entries.some(({ source }) => source === then.source)) return undefined;
  const before = renderBody(then.text, then.policy);
  if (before === undefined) return undefined;
  const lines = wordRedline(visibleText(before, then.text.title), visibleText(body, now.text.title));
  return lines.length === 0 ? found : { ...found, hint: `${found.hint}\nWhat was changed:\n${lines.join('\n')}` };
}

function textAt(policies: readonly Policy[], path: string) {
  for (const policy of policies) {
    for (const edition of policy.editions) {
      const text = edition.texts.find((one) => one.path === path);
      if (text === undefined) continue;
      const key = textKey({ policy: policy.slug, edition: edition.id, language: text.language });
      return { policy, text, key, source: sha256(canonicalText(edition, text)) };
    }
  }
  return undefined;
}
