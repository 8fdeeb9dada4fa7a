/** The YAML of a file goes in; what YAML would drop without a word, and what is not allowed in it here, come out. */
import { CST, Lexer } from 'yaml';
import { type Diagnostic, type Place, placeAt } from '../model/diagnostic.ts';
import type { SourceText, Words } from './reading.ts';
import { shorten } from './shorten.ts';

export interface YamlLimits {
  /** Text after `#` that is not part of the value. The rest can still be read. */
  readonly lost: readonly Diagnostic[];
  /** What must not be handed to the YAML parser. */
  readonly refused: readonly Diagnostic[];
}

interface Lexeme {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
}

/** Kinds of lexemes that would be lost, or do more than name a value. */
const FOREIGN = new Set(['anchor', 'alias', 'tag', 'explicit-key-ind', 'directive-line', 'doc-end']);

const CURE_BY_QUOTES = 'Put the whole value in quotation marks: "…".';

/** Lists and mappings within each other; no setting has more than five. How deep the parser itself can go depends on the machine. */
const DEEPEST = 20;

/** Whoever has more of these has another problem. */
const MOST = 20;

/** Tabs that indent, anchors, aliases, tags, directives and marks of a second document are refused: data is plain here. */
export function checkYamlLimits(source: SourceText): YamlLimits {
  const lexemes = lexemesOf(source.text);
  const start = lexemes.findIndex(({ kind }) => !['comment', 'newline', 'directive-line'].includes(kind));
  const foreign = lexemes
    .filter(({ kind }, index) => FOREIGN.has(kind) || (kind === 'doc-start' && index !== start))
    .slice(0, MOST);
  return {
    lost: lostText(source, lexemes),
    refused: [
      ...tabProblems(source),
      ...foreign.map((lexeme) => refusal(source, lexeme)),
      ...depthProblem(source, lexemes),
    ],
  };
}

/** The lexer's own marks (document start, scalar follows) left out; the kind of what is no punctuation is `plain`. */
function lexemesOf(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let start = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === CST.SCALAR) isScalar = true;
    if (lexeme === CST.SCALAR || lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END) continue;
    lexemes.push({ kind: isScalar ? 'plain' : (CST.tokenType(lexeme) ?? 'plain'), text: lexeme, start });
    start += lexeme.length;
    isScalar = false;
  }
  return lexemes.filter(({ kind }) => kind !== 'space');
}

function tabProblems(source: SourceText): Diagnostic[] {
  return [...source.text.matchAll(/^ *\t[ \t]*(?=\S)/gm)].slice(0, MOST).map(({ 0: match, index }) => ({
    ruleId: `${source.family}-yaml`,
    severity: 'error',
    place: placeAt(source, index + match.indexOf('\t'), index + match.length),
    message: 'This line begins with a tab, which cannot be read here.',
    hint: 'Delete the tab; what belongs to the setting above is set in with spaces.',
  }));
}

const OPENS = new Set(['flow-map-start', 'flow-seq-start']);
const CLOSES = new Set(['flow-map-end', 'flow-seq-end']);

/** Between brackets and braces, and by dashes on one line. What is nested by its indentation alone needs a line for each level. */
function depthProblem(source: SourceText, lexemes: readonly Lexeme[]): Diagnostic[] {
  let [brackets, dashes] = [0, 0];
  for (const { kind, start } of lexemes) {
    if (OPENS.has(kind)) brackets += 1;
    if (CLOSES.has(kind)) brackets -= 1;
    dashes = kind === 'seq-item-ind' ? dashes + 1 : 0;
    if (Math.max(brackets, dashes) <= DEEPEST) continue;
    return [
      {
        ruleId: `${source.family}-yaml`,
        severity: 'error',
        place: placeAt(source, start, start + 1),
        message: `Lists stand within each other here, more than ${DEEPEST} deep.`,
        hint: 'Delete the brackets, braces or dashes that are too many.',
      },
    ];
  }
  return [];
}

function refusal(source: SourceText, { kind, text, start }: Lexeme): Diagnostic {
  const place = placeAt(source, start, start + text.trimEnd().length);
  return { ruleId: `${source.family}-yaml`, severity: 'error', place, ...refusalWords(kind, text) };
}

function refusalWords(kind: string, text: string): Words {
  switch (kind) {
    case 'explicit-key-ind':
      return { message: 'A line must not begin with a question mark here.', hint: CURE_BY_QUOTES };
    case 'directive-line':
      return { message: 'A line must not begin with “%” here.', hint: 'Delete this line.' };
    case 'doc-end':
      return { message: 'The line “...” ends the data; what follows would be lost.', hint: 'Delete this line.' };
    case 'doc-start':
      return { message: 'The line “---” begins a second document; only one is read.', hint: 'Delete this line.' };
    default:
      return {
        message: `A value without quotation marks must not begin with “${text.slice(0, 1)}”: “${shorten(text)}” would be lost.`,
        hint: CURE_BY_QUOTES,
      };
  }
}

/** A day, an instant or a word of ours is whole: a note behind it has taken nothing away. */
const COMPLETE = /^(?:\d{4}-\d{2}-\d{2}(?:[Tt]\S+)?|draft|withdrawn|on-publication)$/;

/** Comments on a line of their own, and after a value in quotes, cannot be taken for text. */
function lostText(source: SourceText, lexemes: readonly Lexeme[]): Diagnostic[] {
  const comments = lexemes.flatMap((comment, index) => {
    const before = lexemes[index - 1];
    if (comment.kind !== 'comment' || before === undefined) return [];
    const isNote = /^#+(\s|$)/.test(comment.text);
    const isAfterText = before.kind === 'plain' && !(isNote && COMPLETE.test(before.text));
    const isInPlaceOfText = before.kind === 'map-value-ind' || before.kind === 'seq-item-ind';
    const isLost = isNote ? isAfterText && source.family === 'edition' : isAfterText || isInPlaceOfText;
    return isLost ? [{ comment, isNote }] : [];
  });
  return comments.slice(0, MOST).map(({ comment, isNote }) => lostTextProblem(source, comment, isNote));
}

function lostTextProblem(source: SourceText, comment: Lexeme, isNote: boolean): Diagnostic {
  const place: Place = placeAt(source, comment.start, comment.start + comment.text.length);
  const text = shorten(comment.text);
  return {
    ruleId: `${source.family}-lost-text`,
    severity: isNote ? 'warning' : 'error',
    place,
    message: `“${text}” is taken for a note and will not be published: YAML ends a value at a space followed by “#”.`,
    hint: isNote
      ? 'If it is part of the value, put the whole value in quotation marks; if it is a note, move it to a line of its own.'
      : `If it is part of the value, put the whole value in quotation marks: "… ${text}". If it is a note, leave a space after “#”.`,
  };
}
