/** Renders Markdown for a test and shows the result in the shortest form that can be read. */
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Numbering } from '../../src/model/config.ts';
import type { EditionText } from '../../src/model/policy.ts';
import { type Rendered, render } from '../../src/render/render.ts';
import { text } from '../builders.ts';

const AS_TYPED: Numbering = { kind: 'as-typed' };

const WORDS = { footnotes: 'Footnotes', backToText: 'Back to reference {number}', table: 'Table {number}' };

export function rendered(markdown: string, more: Partial<EditionText> = {}, numbering: Numbering = AS_TYPED): Rendered {
  return render(text(markdown, more), { policy: 'privacy', words: WORDS, numbering });
}

/** The body's HTML; fails with the diagnostics if there is none. */
export function html(markdown: string, more: Partial<EditionText> = {}): string {
  const { body, diagnostics } = rendered(markdown, more);
  if (body === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return unified().use(rehypeStringify).stringify(body.tree);
}

/** Problems as `line:column rule`. */
export function problems(markdown: string, more: Partial<EditionText> = {}): string[] {
  return rendered(markdown, more).diagnostics.map(({ place, ruleId }) => `${place?.line}:${place?.column} ${ruleId}`);
}

/** Clauses as `label #anchor` (with the citation where it says more than the label), indented by depth. */
export function outlineOf(markdown: string, numbering: Numbering = AS_TYPED): string[] {
  const { body, diagnostics } = rendered(markdown, {}, numbering);
  if (body === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return body.clauses.map(({ label = '-', anchor, depth, citation = '' }) => {
    return `${'  '.repeat(depth - 1)}${label} #${anchor} ${citation}`.trimEnd();
  });
}
