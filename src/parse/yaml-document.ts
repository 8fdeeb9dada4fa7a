/** YAML text goes in; plain data comes out (text, lists, mappings: nothing becomes a number or a date), with the place of every part of it. */
import { isCollection, isMap, isPair, isScalar, LineCounter, type ParsedNode, parseDocument, type Range } from 'yaml';
import { type Diagnostic, type Place, placeAt } from '../model/diagnostic.ts';
import { findControlCharacters } from './control-characters.ts';
import type { Reading, SourceText } from './reading.ts';
import { yamlProblems } from './yaml-errors.ts';
import { checkYamlLimits } from './yaml-limits.ts';

export interface YamlDocument {
  readonly source: SourceText;
  /** Strings, arrays and objects of them; an empty object if nothing is written. */
  readonly value: unknown;
  /** Where the key or the value at `path` stands; if there is none, where the nearest part around it does. */
  placeOf(path: readonly PropertyKey[], part: 'key' | 'value'): Place;
}

/** In UTF-16 units: far more than any real file needs, and little enough that no trick of YAML can take long. */
export const LONGEST_YAML = 65_536;

/** Reads YAML 1.2 with the failsafe schema. The lines of `source.text` are counted as those of the file. */
export function readYaml(source: SourceText): Reading<YamlDocument> {
  if (source.text.length > LONGEST_YAML) return { diagnostics: [lengthProblem(source)] };
  const { lost, refused } = checkYamlLimits(source);
  if (refused.length > 0) return { diagnostics: [...lost, ...refused] };
  const lineCounter = new LineCounter();
  const document = parseDocument(source.text, {
    schema: 'failsafe',
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter,
  });
  const root = document.contents;
  const toPlace = (range: Range) => placeOfRange(source, lineCounter, range);
  const broken = yamlProblems(source, document.errors);
  if (broken.length > 0) return { diagnostics: [...lost, ...broken] };
  const hidden = hiddenCharacters(source, root, toPlace);
  if (hidden.length > 0) return { diagnostics: [...lost, ...hidden] };
  return {
    value: {
      source,
      value: document.toJS() ?? {},
      placeOf: (path, part) => {
        const range = rangeOf(root, path, part);
        return range === undefined ? { path: source.path, line: 1, column: 1 } : toPlace(range);
      },
    },
    diagnostics: lost,
  };
}

function lengthProblem({ family, path, text }: SourceText): Diagnostic {
  return {
    ruleId: `${family}-too-long`,
    severity: 'error',
    place: placeAt({ path, text }, LONGEST_YAML),
    message: `These settings are ${text.length} characters long; at most ${LONGEST_YAML} are read.`,
    hint: 'Shorten them: the text of a policy belongs in its edition, below the front matter.',
  };
}

/** Ends before the line feeds that a block of text includes. */
function placeOfRange({ path, text }: SourceText, lineCounter: LineCounter, [start, valueEnd]: Range): Place {
  const end = start + text.slice(start, valueEnd).trimEnd().length;
  const from = lineCounter.linePos(start);
  if (end === start) return { path, line: from.line, column: from.col };
  const until = lineCounter.linePos(end);
  return { path, line: from.line, column: from.col, endLine: until.line, endColumn: until.col };
}

/** Escapes in quoted text (`"\u202E"`) can write what the file itself does not hold. */
function hiddenCharacters(source: SourceText, root: ParsedNode | null, toPlace: (range: Range) => Place): Diagnostic[] {
  return scalarsIn(root).flatMap(({ text, range }) =>
    findControlCharacters(text)
      .slice(0, 1)
      .map(({ code }) => ({
        ruleId: `${source.family}-encoding`,
        severity: 'error',
        place: toPlace(range),
        message: `This value writes an invisible control character (${code}) by its number.`,
        hint: 'Delete the number and the backslash before it.',
      })),
  );
}

function scalarsIn(node: unknown): { text: string; range: Range }[] {
  if (isPair(node)) return [...scalarsIn(node.key), ...scalarsIn(node.value)];
  if (isCollection(node)) return node.items.flatMap(scalarsIn);
  if (isScalar(node) && typeof node.value === 'string' && node.range) return [{ text: node.value, range: node.range }];
  return [];
}

function rangeOf(root: ParsedNode | null, path: readonly PropertyKey[], part: 'key' | 'value'): Range | undefined {
  let node: unknown = root;
  // The whole of it would be marked: its beginning is enough.
  const start = root?.range?.[0];
  let range: Range | undefined = start === undefined ? undefined : [start, start, start];
  for (const [depth, step] of path.entries()) {
    const { key, value } = childOf(node, step);
    if (value === undefined) return range;
    const isKeyWanted = part === 'key' && depth === path.length - 1;
    range = (isKeyWanted || isEmpty(value.range) ? key?.range : value.range) ?? value.range ?? range;
    node = value;
  }
  return range;
}

function childOf(node: unknown, step: PropertyKey): { key?: Ranged; value?: Ranged } {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    if (pair !== undefined && isRanged(pair.key)) {
      // Between braces a key can stand without a value.
      return { key: pair.key, value: isRanged(pair.value) ? pair.value : pair.key };
    }
  }
  if (isCollection(node) && typeof step === 'number') {
    const value: unknown = node.items[step];
    if (isRanged(value)) return { value };
  }
  return {};
}

interface Ranged {
  readonly range?: Range | null;
}

function isRanged(node: unknown): node is Ranged {
  return isScalar(node) || isCollection(node);
}

function isEmpty(range: Range | null | undefined): boolean {
  return !range || range[0] === range[1];
}
