/** Compares two Markdown texts for a test and shows the redline in the shortest form that can be read. */

import { compare } from '../../src/diff/compare.ts';
import { plainText } from '../../src/diff/plain-text.ts';
import type { Body } from '../../src/model/clause.ts';
import type { FormChange, Redline } from '../../src/model/redline.ts';
import { rendered } from '../render/rendered.ts';

export function body(markdown: string): Body {
  const { body: found, diagnostics } = rendered(markdown, { title: 'Some other title' });
  if (found === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return found;
}

export function compared(older: string, newer: string): Redline {
  return compare(body(older), body(newer));
}

/** A line per block: see `plainText`. */
export function redlined(older: string, newer: string): string[] {
  return plainText(compared(older, newer).blocks);
}

/** The one line of a text of one paragraph. */
export function words(older: string, newer: string): string {
  return redlined(older, newer)
    .map((line) => line.trim())
    .join('\n');
}

export function formOf(older: string, newer: string): FormChange[] {
  return compared(older, newer).blocks.flatMap(({ form }) => form);
}

/** Changes as `kind older → newer`, by citation or title. */
export function changesOf(older: string, newer: string): string[] {
  const name = (clause: Redline['changes'][number]['older']) => clause?.citation ?? clause?.title ?? '-';
  return compared(older, newer).changes.map((change) => `${change.kind} ${name(change.older)} → ${name(change.newer)}`);
}
