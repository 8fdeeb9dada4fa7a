/** A redline and the language of its texts go in; the changes in it that may change what the text means in law come out. */
import type { Language } from '../model/config.ts';
import type { Redline, RedlineBlock, RedlineRow, TableContent } from '../model/redline.ts';
import type { SubstanceFinding } from '../model/substance.ts';
import { readSide, type SideName } from './read-side.ts';
import { changedText, wordCount } from './substance/changed-text.ts';
import { documentWords, type KnownSpellings } from './substance/document-words.ts';
import { lexiconOf } from './substance/lexicon.ts';
import { linkFindings } from './substance/link-findings.ts';
import { type Around, type TextFinding, textFindings } from './substance/text-findings.ts';

/**
 * In the order of the redline. Finds by rule, not by understanding: what it finds is worth a look, and what it does not find may
 * matter all the same. Of English and Russian everything; of other languages numbers, dates in digits, links and what came or went.
 */
export function findSubstance(redline: Redline, language: Language, known?: KnownSpellings): SubstanceFinding[] {
  const around: Around = { ...documentWords(redline, known), lexicon: lexiconOf(language) };
  const findings: SubstanceFinding[] = [];
  for (let index = 0; index < redline.blocks.length; index += 1) {
    const block = redline.blocks[index];
    if (block === undefined || block.kind === 'same' || block.kind === 'moved-away') continue;
    const clause = redline.places[index] ?? {};
    if (block.kind === 'inserted' || block.kind === 'deleted') {
      const whole = wholeFrom(redline, index, block.kind);
      findings.push(...goneOrCome(whole, around).map((found) => ({ ...found, clause, block: index })));
      index = whole.last;
    } else findings.push(...blockFindings(block, around).map((found) => ({ ...found, clause, block: index })));
  }
  return findings;
}

interface Whole {
  readonly side: SideName;
  readonly blocks: readonly RedlineBlock[];
  /** Index of its last block. */
  readonly last: number;
  readonly isClause: boolean;
}

/** A clause that came or went with the blocks that follow in it; else the one block. */
function wholeFrom({ blocks, places }: Redline, first: number, kind: 'inserted' | 'deleted'): Whole {
  const [side, other] = kind === 'inserted' ? (['newer', 'older'] as const) : (['older', 'newer'] as const);
  const place = places[first];
  const anchor = place?.[side]?.anchor;
  const isClause = anchor !== undefined && place?.[other] === undefined && blocks[first]?.[side]?.anchor === anchor;
  let last = first;
  while (isClause && blocks[last + 1]?.kind === kind && places[last + 1] === place) last += 1;
  return { side, blocks: blocks.slice(first, last + 1), last, isClause };
}

/** In words: a heading of more is a clause of its own. */
const LONG_HEADING = 12;

function goneOrCome({ side, blocks, isClause }: Whole, around: Around): TextFinding[] {
  const read = readSide(blocks, side);
  const said = read.filter(({ side: { role }, text }) => {
    const isHeading = role.kind === 'heading' || role.kind === 'title';
    return wordCount(text) > (isHeading ? LONG_HEADING : 0) && !around.isKept(text, side);
  });
  if (said.length === 0) return [];
  const words = said.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' ');
  const unit = isClause ? 'clause' : 'passage';
  return side === 'older'
    ? [{ kind: `${unit}-removed`, older: words, newer: '' }]
    : [{ kind: `${unit}-added`, older: '', newer: words }];
}

function blockFindings({ content, form, older, newer }: RedlineBlock, around: Around): TextFinding[] {
  const role = (newer ?? older)?.role.kind;
  const links = linkFindings(form);
  if (content.kind === 'table') {
    const hasColumns = form.some((change) => change.kind === 'table' && change.inserted + change.deleted > 0);
    const columns = hasColumns ? columnFindings(content, around) : [];
    return [...columns, ...content.rows.flatMap((row) => rowFindings(row, hasColumns, around)), ...links];
  }
  return [...textFindings(changedText(content.runs, role === 'heading' || role === 'title'), around), ...links];
}

/** A column that came or went is one passage, however many cells it has. */
function columnFindings({ rows }: TableContent, around: Around): TextFinding[] {
  return (['older', 'newer'] as const).flatMap((side) => {
    const kind = side === 'older' ? 'deleted' : 'inserted';
    const columns: RedlineBlock[][] = [];
    for (const { cells } of rows.filter(isInBoth)) {
      for (const [at, cell] of cells.entries()) {
        if (cell.kind === kind) columns[at] = [...(columns[at] ?? []), ...cell.blocks];
      }
    }
    return columns.flatMap((blocks) => goneOrCome({ side, blocks, last: 0, isClause: false }, around));
  });
}

/** Of a row in both texts, wherever it stands in them. */
function isInBoth({ kind }: RedlineRow): boolean {
  return kind === 'changed' || kind === 'moved-here';
}

/** `hasColumns`: cells that came or went are told of with their columns. */
function rowFindings({ kind, cells }: RedlineRow, hasColumns: boolean, around: Around): TextFinding[] {
  // What moved away is compared where it went.
  if (kind === 'same' || kind === 'moved-away') return [];
  if (kind === 'inserted' || kind === 'deleted') {
    const side = kind === 'inserted' ? 'newer' : 'older';
    return goneOrCome({ side, blocks: cells.flatMap(({ blocks }) => blocks), last: 0, isClause: false }, around);
  }
  return cells.flatMap((cell) =>
    cell.blocks.flatMap((block) => {
      const side = block.kind === 'inserted' ? 'newer' : block.kind === 'deleted' ? 'older' : undefined;
      if (block.kind === 'same' || (hasColumns && side !== undefined && cell.kind !== 'changed')) return [];
      if (side === undefined) return blockFindings(block, around);
      return goneOrCome({ side, blocks: [block], last: 0, isClause: false }, around);
    }),
  );
}
