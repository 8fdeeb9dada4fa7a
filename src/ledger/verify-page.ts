/** A page that was published, and the ledger's entry of the text it must show, go in; what of it is not as it was published comes out. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { type Body, DATE_NOTE } from '../model/clause.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { TextEntry } from '../model/ledger.ts';
import { sha256 } from '../model/sha256.ts';
import { clauseDifferences } from './clause-changes.ts';
import { hiddenIn, oddNotes, outwardIn } from './hidden-words.ts';
import { foundOnTheWay } from './on-the-way.ts';
import { assetsOf } from './page-assets.ts';
import { parsePage } from './parse-page.ts';
import { isDateNote, type ShownText, shownTexts } from './published-page.ts';
import { strangeMarkup } from './strange-markup.ts';
import { visibleText } from './visible-text.ts';
import { wordRedline } from './word-redline.ts';
import { nameOfClauses } from './words.ts';

export interface PageVerification {
  readonly diagnostics: readonly Diagnostic[];
  /** Addresses of the styles and scripts that it loads from the site itself. */
  readonly assets: readonly string[];
}

export interface PageProof {
  /** Below the root of the site. */
  readonly address: string;
  /** How a message names the page. */
  readonly name: string;
  readonly html: string;
  readonly entry: TextEntry;
  /** The text as it was sealed, rendered anew; absent if this version does not render it to the sealed words. */
  readonly expected: Body | undefined;
}

/**
 * Errors: `verify-page-changed` (other words), `-hidden` (words that a reader does not see or that are not counted), `-link` (a link
 * out of the text leads elsewhere), `-rewritten` (known signs of a host that changes pages). A warning, `-foreign`, for what the page
 * loads from elsewhere or runs.
 */
export function verifyPage(proof: PageProof): PageVerification {
  const page = parsePage(proof.html);
  return { diagnostics: problemsOn(page, proof), assets: assetsOf(page, proof.address) };
}

function problemsOn(page: Root, proof: PageProof): Diagnostic[] {
  const { entry, expected } = proof;
  const onTheWay = foundOnTheWay(page, proof.name);
  const shown = findSealed(page, entry);
  if (shown !== undefined) {
    const links = expected === undefined ? [] : verifyLinks(shown, expected, proof);
    return [...verifyHidden(shown, expected, page, proof), ...links, ...onTheWay];
  }
  const isRewritten = onTheWay.some(({ ruleId }) => ruleId === 'verify-page-rewritten');
  const changed = changedProblem(page, proof);
  // What a host is known to do to pages is the likelier cause; the words say whether it was all.
  return isRewritten
    ? [{ ...changed, hint: 'See what was done to the page on its way, below.' }, ...onTheWay]
    : [changed, ...onTheWay];
}

function findSealed(page: Root, { text, title }: TextEntry): ShownText | undefined {
  let best: ShownText | undefined;
  for (const shown of shownTexts(page)) {
    if (sha256(visibleText(shown, title)) !== text) continue;
    // What a reader sees counts, and the innermost container: a theme may have put others around it.
    if (best === undefined || (best.isOutOfSight && !shown.isOutOfSight) || isWithin(shown, best)) best = shown;
  }
  return best;
}

function isWithin(inner: ShownText, outer: ShownText): boolean {
  return inner.isOutOfSight === outer.isOutOfSight && sizeOf(inner) < sizeOf(outer);
}

function sizeOf({ tree }: ShownText): number {
  let count = 0;
  visit(tree, 'element', () => {
    count += 1;
  });
  return count;
}

function changedProblem(page: Root, { name, entry, expected }: PageProof): Diagnostic {
  const [likeliest] = shownTexts(page);
  const problem = { ruleId: 'verify-page-changed', severity: 'error' as const };
  const hint = 'Publish the site anew from its sources; and find out who or what changed the page.';
  if (likeliest === undefined) {
    return { ...problem, message: `${name} shows no text: it has no title, or nothing below it.`, hint };
  }
  const redline =
    expected === undefined ? [] : wordRedline(visibleText(expected, entry.title), visibleText(likeliest, entry.title));
  const where = redline.length > 0 ? redline.map((line) => `\n${line}`).join('') : clausesText(likeliest, entry);
  return { ...problem, message: `${name} does not show the words that were published.${where}`, hint };
}

/** Without the words that were sealed, at least the clauses: their short digests stand in the ledger. */
function clausesText(shown: ShownText, { clauses }: TextEntry): string {
  const known = clauses.map((digest) => ({ anchor: digest.slice(9), title: '', depth: 1, headed: false }));
  const body: Body = { ...shown, clauses: known, anchors: [], links: [] };
  const differences = clauseDifferences(clauses, body);
  return differences.length === 0 ? '' : ` They differ in ${nameOfClauses(differences, body)}.`;
}

function verifyHidden(shown: ShownText, expected: Body | undefined, page: Root, { name }: PageProof): Diagnostic[] {
  const [hidden, allowed] = [hiddenIn(shown.tree), expected === undefined ? 0 : hiddenIn(expected.tree)];
  const notes = countNotes(page);
  const dated = expected === undefined ? notes : countDated(expected.tree);
  const odd = oddNotes(shown.tree);
  const strange = expected === undefined ? [] : strangeMarkup(shown.tree, expected.tree);
  if (hidden <= allowed && notes <= dated && odd.length === 0 && strange.length === 0 && !shown.isOutOfSight) return [];
  const isPlain = hidden <= allowed && notes <= dated && !shown.isOutOfSight;
  const what =
    isPlain && odd.length === 0
      ? strange[0]
      : odd.length > 0
        ? `adds words in the guise of the number of a note: “${odd.join('”, “')}”`
        : undefined;
  const message = `${name} ${what ?? (notes > dated ? 'dates more clauses than were dated' : 'hides a part of the text from its readers')}.`;
  const hint = 'Publish the site anew from its sources; and find out who or what changed the page.';
  return [{ ruleId: 'verify-page-hidden', severity: 'error', message, hint }];
}

function countNotes(page: Root): number {
  let count = 0;
  visit(page, 'element', (element) => {
    if (isDateNote(element)) count += 1;
  });
  return count;
}

function countDated(tree: Root): number {
  let count = 0;
  visit(tree, 'element', ({ properties }) => {
    if (properties[DATE_NOTE] !== undefined) count += 1;
  });
  return count;
}

function verifyLinks(shown: ShownText, expected: Body, { name }: PageProof): Diagnostic[] {
  const sealed = outwardIn(expected.tree);
  const found = outwardIn(shown.tree);
  if (sealed.join('\n') === found.join('\n')) return [];
  const [was] = sealed.filter((target) => !found.includes(target));
  const [is] = found.filter((target) => !sealed.includes(target));
  const how =
    was === undefined || is === undefined
      ? `other links than were published: ${is ?? was ?? 'their order changed'}`
      : `a link that leads to ${is}, where it led to ${was}`;
  const hint = 'Publish the site anew from its sources; and find out who or what changed the page.';
  return [{ ruleId: 'verify-page-link', severity: 'error', message: `${name} has ${how}.`, hint }];
}
