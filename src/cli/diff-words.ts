/** A comparison goes in; what is said of it in words, whatever the format, comes out. */
import { type ComparedSide, describeFinding, summarize, type TextComparison } from '../index.ts';
import type { AuthorSays } from '../model/comparison.ts';
import { type ClauseChange, type ClauseName, isRenumbered, type Redline } from '../model/redline.ts';
import { counted } from './counted.ts';

/** `privacy: 2023-03-01 → 2025-02-01 (en)`. */
export function headingOf(comparison: TextComparison): string {
  return headed(comparison, comparison.policy);
}

/** The same with the title of the newer text in place of the folder's name. */
export function titledHeadingOf(comparison: TextComparison): string {
  return headed(comparison, (comparison.kind === 'removed' ? comparison.older : comparison.newer).title);
}

function headed(comparison: TextComparison, policy: string): string {
  const { language } = comparison;
  switch (comparison.kind) {
    case 'compared':
      return `${policy}: ${sideName(comparison.older)} → ${sideName(comparison.newer)} (${language})`;
    case 'added':
      return `${policy}: ${sideName(comparison.newer)} (${language}) is new, and there is no edition before it`;
    case 'removed':
      return `${policy}: ${sideName(comparison.older)} (${language}) is there no more`;
  }
}

function sideName({ edition, revision, withdrawn }: ComparedSide): string {
  const name = revision === undefined ? edition : `${edition} at ${revision}`;
  return withdrawn === undefined ? name : `${name}, withdrawn on ${withdrawn}`;
}

/** Lines under a heading; what a reader needs before the text with its changes. */
export interface DiffSection {
  /** Without a stop. */
  readonly heading: string;
  readonly lines: readonly string[];
  /** True for what a reader should look at first. */
  readonly isWeighty?: true;
}

/** Sentences that stand under the heading: when the editions apply, which was passed over, how many clauses changed in which way. */
export function factsOf(comparison: Compared): string[] {
  const { older, newer, passedOver } = comparison;
  return [
    ...[older, newer].flatMap(({ edition, applies }) =>
      applies.length === 0 ? [] : [`${edition}: ${applies.join(' ')}`],
    ),
    ...passedOver.map(
      ({ edition, withdrawn }) =>
        `${edition} was withdrawn on ${withdrawn}, before ${newer.edition} takes force. So ${newer.edition} is compared with ${older.edition}, which it replaces.`,
    ),
    ...(older.title === newer.title ? [] : [`Title: “${older.title}” → “${newer.title}”.`]),
    ...countedChanges(comparison),
  ];
}

/** Both judgements: the author's, and what was found. Without those that have nothing to tell. */
export function sectionsOf(comparison: Compared): DiffSection[] {
  const { redline, substance, authors, undone } = comparison;
  const all = [
    { heading: 'In the author’s words', lines: authors.map(authorLine) },
    { heading: 'Changes of clauses', lines: clauseLines(redline) },
    { heading: 'Links and form', lines: noteLines(comparison) },
    { heading: 'May change what the text means', lines: substance.map(describeFinding), isWeighty: true as const },
    {
      heading: 'Corrections are no changes of an edition. The text reads here as it did before',
      lines: undone.map(correctionLine),
    },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

type Compared = TextComparison & { kind: 'compared' };

function noteLines({ redline, notes }: Compared): string[] {
  return notes.map(({ block, sentence }) => {
    const place = redline.places[block];
    const clause = place?.newer ?? place?.older;
    return clause === undefined ? sentence : `${nameOf(clause)}: ${sentence}`;
  });
}

/** Of a line of `plainText`, a block or a row of a table: what is said of it if it moved. */
export function moveOf(line: string): string | undefined {
  if (line.startsWith('> ')) return 'moved here';
  return line.startsWith('< ') ? 'moved from here' : undefined;
}

function authorLine({ edition, summary, change }: AuthorSays): string {
  const judgement = change === undefined ? '' : `The author calls this change ${change}.`;
  const said = [summary === undefined ? '' : summary.replace(/\s+/g, ' ').trim(), judgement];
  return `${edition}: ${said.filter((part) => part !== '').join(' ')}`;
}

/** `Added: 2.1, 3 Fees`. */
function clauseLines({ changes, outside }: Redline): string[] {
  const lines = KINDS.flatMap(([kind, , title]) => {
    const names = changes.filter((change) => change.kind === kind).map(clauseName);
    return names.length === 0 ? [] : [`${title}: ${names.join(', ')}`];
  });
  const places = outside.map(({ place }) => OUTSIDE[place]);
  return places.length === 0 ? lines : [...lines, `Outside the clauses: ${places.join(', ')}`];
}

const OUTSIDE = { opening: 'the text before the first one', notes: 'the footnotes', elsewhere: 'other text' } as const;

function clauseName({ older, newer, kind, whole }: ClauseChange): string {
  if (whole !== undefined) return `${nameOf(newer ?? older)} (${kind === 'split' ? 'from' : 'to'} ${nameOf(whole)})`;
  const isOther = older !== undefined && newer !== undefined && isRenumbered({ older, newer });
  const before = isOther ? (older.citation ?? older.label ?? '') : '';
  return before === '' ? nameOf(newer ?? older) : `${nameOf(newer)} (before: ${before})`;
}

function nameOf(clause: ClauseName | undefined): string {
  return [clause?.citation ?? clause?.label ?? '', clause?.title ?? ''].filter((part) => part !== '').join(' ');
}

function correctionLine({ edition, on, clause, was, now, reason }: Compared['undone'][number]): string {
  const what = was === '' ? `“${now}” was put in` : now === '' ? `“${was}” was struck out` : `“${was}” became “${now}”`;
  return `${edition}, corrected on ${on}: ${clause === undefined ? '' : `${clause} `}${what}. ${reason}`;
}

/** The kind, as it is counted, and as it heads a list. */
const KINDS = [
  ['added', 'added', 'Added'],
  ['removed', 'removed', 'Removed'],
  ['split', 'split off from others', 'Split off from others'],
  ['joined', 'joined to others', 'Joined to others'],
  ['changed', 'changed', 'Changed'],
  ['moved', 'moved', 'Moved'],
  ['renumbered', 'renumbered', 'Renumbered'],
  ['form', 'with changes of links or form only', 'Links or form only'],
] as const;

/** A few sentences. */
function countedChanges({ redline, undone, older, newer }: Compared): string[] {
  const counts = summarize(redline);
  const parts = KINDS.flatMap(([kind, words]) => (counts[kind] === 0 ? [] : [`${counts[kind]} ${words}`]));
  if (redline.sameWording) {
    if (older.title !== newer.title) return ['No change in wording below the title.'];
    const isSame = redline.blocks.every(({ kind }) => kind === 'same');
    return [isSame && undone.length === 0 ? 'The texts are the same.' : 'No change in wording.'];
  }
  const clauses = parts.length === 0 ? [] : [`Clauses: ${parts.join(', ')}.`];
  const blocks = redline.blocks.filter(({ kind }) => kind !== 'same' && kind !== 'moved-away').length;
  const outside = redline.outside.some(({ kind }) => kind === 'changed') ? ['Text outside the clauses changed.'] : [];
  return [...clauses, ...outside, `${counted(blocks, 'paragraph')} differ${blocks === 1 ? 's' : ''}.`];
}
