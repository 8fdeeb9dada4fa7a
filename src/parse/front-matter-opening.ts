/** The text of an edition's file goes in; if its first line does not open front matter, why not comes out. */
import { type Diagnostic, placeAt } from '../model/diagnostic.ts';
import type { SourceText, Words } from './reading.ts';
import { shorten } from './shorten.ts';

const EXAMPLE = `Begin the file like this:
---
title: Privacy policy
effective: 2026-03-01
---`;

/** One diagnostic, or undefined if the first line is exactly `---`. */
export function openingProblem(source: SourceText): Diagnostic[] | undefined {
  const [first = ''] = source.text.split('\n', 1);
  if (first === '---' && source.text.startsWith('---\n')) return undefined;
  const start = source.text.search(/\S/);
  const place = placeAt(source, Math.max(0, start), Math.max(0, start) + firstLineAt(source.text, start).length);
  return [{ ruleId: 'edition-front-matter', severity: 'error', place, ...wordsFor(source.text, start) }];
}

function wordsFor(text: string, start: number): Words {
  if (start === -1) return { message: 'The file is empty.', hint: EXAMPLE };
  const line = firstLineAt(text, start);
  if (start > 0 && line.trim() === '---') {
    const isLater = text.slice(0, start).includes('\n');
    return {
      message: isLater ? 'A blank line stands before the front matter.' : 'A space stands before the front matter.',
      hint: 'Delete what stands before “---”, so that it is the very first thing in the file.',
    };
  }
  return wordsForLine(line);
}

function wordsForLine(line: string): Words {
  if (line === '---') return { message: 'The file ends after its first line.', hint: EXAMPLE };
  if (/^\+\+\+\s*$/.test(line)) {
    return {
      message: 'The front matter is marked with “+++”, which stands for TOML; it is read as YAML only.',
      hint: 'Put “---” in place of both “+++”, and in each setting “: ” in place of “ = ”.',
    };
  }
  if (/^[-\u2010-\u2015\u2212]+\s*$/.test(line)) {
    return {
      message: `The first line is “${shorten(line)}”, not three hyphens and nothing else.`,
      hint: 'Let the first line be “---”: three hyphens of the keyboard, without a space after them.',
    };
  }
  const language = /^---\s*(\S.*)$/.exec(line)?.[1];
  if (language !== undefined) {
    return {
      message: `The first line names a language, “${shorten(language.trim())}”; the front matter is data and is never run.`,
      hint: 'Let the first line be “---” alone, and write the settings as “title: Privacy policy”, one on each line.',
    };
  }
  return {
    message: 'The file does not begin with front matter, which says what the edition is and when it applies.',
    hint: EXAMPLE,
  };
}

function firstLineAt(text: string, start: number): string {
  return text.slice(Math.max(0, start)).split('\n', 1)[0] ?? '';
}
