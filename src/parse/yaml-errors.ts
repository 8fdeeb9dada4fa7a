/** What the YAML parser objects to goes in; diagnostics in the words of the people who write policies come out. */
import type { YAMLError } from 'yaml';
import { type Diagnostic, placeAt } from '../model/diagnostic.ts';
import type { SourceText, Words } from './reading.ts';
import { shorten } from './shorten.ts';

const UNCLOSED = /closing ["']quote/;

/** The first syntax error (those after it mostly follow from it), or else every key that stands twice. */
export function yamlProblems(source: SourceText, errors: readonly YAMLError[]): Diagnostic[] {
  const syntax = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (syntax !== undefined) return [syntaxProblem(source, syntax)];
  return errors.map((error) => duplicateProblem(source, error));
}

function syntaxProblem(source: SourceText, error: YAMLError): Diagnostic {
  const start = startOf(source, error);
  const line = lineAt(source.text, start);
  return {
    ruleId: `${source.family}-yaml`,
    severity: 'error',
    place: placeAt(source, start, Math.min(error.pos[1], start + 1, source.text.trimEnd().length)),
    ...wordsFor(error, line, lineAt(source.text, start + line.length + 1)),
  };
}

/** An unclosed quotation mark is found only at the end: its own place is the one to show. */
function startOf({ text }: SourceText, error: YAMLError): number {
  const end = text.trimEnd().length;
  if (!UNCLOSED.test(error.message)) return Math.min(error.pos[0], end);
  const opening = /^[^\n:]*:[ \t]+(?=(["'])(?:(?!\1).)*$)/m.exec(text);
  return opening === null ? end : opening.index + opening[0].length;
}

function wordsFor(error: YAMLError, line: string, nextLine: string): Words {
  const pair = /^(\s*(?:- )?)([\w-]+):[ \t]+(.*\S)\s*$/.exec(line);
  const [, , key = '', value = ''] = pair ?? [];
  const quoted = `Write it in quotation marks: “${key}: ${inQuotes(shorten(value))}”.`;
  if (/[\u00a0\u2007\u202f\u3000]/.test(line)) {
    return {
      message: 'A no-break space, as word processors put it in, stands where an ordinary space belongs.',
      hint: 'Delete the space after the colon and those at the beginning of the line, and type them again.',
    };
  }
  if (value.includes('{{')) {
    return {
      message: `“${shorten(value)}” holds a blank that was never filled in: {{…}}.`,
      hint: 'Write what belongs there in place of the braces and of all that stands between them.',
    };
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && /:(\s|$)/.test(value)) {
    return { message: 'This value holds a colon and a space, which YAML takes for another setting.', hint: quoted };
  }
  if (value !== '' && /^\s+[\w-]+:(\s|$)/.test(nextLine) && !/^\s/.test(line)) {
    return {
      message: 'The line below is indented, so it counts as part of this value.',
      hint: `Delete the spaces before “${shorten(nextLine.trim())}”.`,
    };
  }
  if (UNCLOSED.test(error.message)) {
    return {
      message: 'A quotation mark opens a value here, and none closes it.',
      hint: 'Put the same quotation mark at the end of the value, on the same line.',
    };
  }
  if (error.code === 'BAD_DQ_ESCAPE') {
    return {
      message: 'A backslash between double quotation marks does not stand for itself.',
      hint: "Write the value between single quotation marks: '…'.",
    };
  }
  if (value !== '' && /^["'[{>|@`%,&*!?-]/.test(value)) {
    return { message: `A value that begins with “${value.slice(0, 1)}” cannot be read as it stands.`, hint: quoted };
  }
  return {
    message: 'From here on the settings cannot be read.',
    hint: 'Write one setting on each line, without spaces before it: its name, a colon, a space and its value. What belongs to a setting stands below it, indented by two spaces. A value with a colon, a quotation mark or a bracket in it goes in quotation marks.',
  };
}

function duplicateProblem(source: SourceText, error: YAMLError): Diagnostic {
  const [start, end] = error.pos;
  const name = /^["']?([^\s:"']+)/.exec(source.text.slice(start))?.[1] ?? source.text.slice(start, end);
  return {
    ruleId: `${source.family}-yaml`,
    severity: 'error',
    place: placeAt(source, start, start + name.length),
    message: `“${name}” is given twice.`,
    hint: 'Keep the right one and delete the other.',
  };
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? text.length : end);
}

/** In double quotation marks, or in single ones if it holds double ones or backslashes. */
function inQuotes(value: string): string {
  // In `'It's'` the first mark was meant as a quotation mark and ended at the apostrophe.
  const text = /^'.*\w'\w/.test(value) ? value.replace(/^'|'$/g, '') : value;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
