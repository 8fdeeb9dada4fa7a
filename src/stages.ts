/** Policies and words go in; their texts, rendered, come out: the work that a runner may take from an earlier build. */
import type { ChangedFrom } from './ledger/ledger-files.ts';
import { sha256 } from './ledger/sha256.ts';
import { visibleText } from './ledger/visible-text.ts';
import type { Body } from './model/clause.ts';
import type { Numbering } from './model/config.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { FormerBody } from './model/known-text.ts';
import type { EditionText, Policy } from './model/policy.ts';
import type { Runner } from './model/runner.ts';
import type { Sources } from './parse/sources.ts';
import type { BlockStore } from './render/blocks/block-store.ts';
import { type Rendered, render } from './render/render.ts';
import type { Strings } from './theme/strings.ts';

export interface Counts {
  readonly wordsIn: number;
  readonly wordsOut: number;
  readonly clauses: number;
}

export interface RenderWork {
  readonly policies: readonly Policy[];
  /** Looked at for problems only. */
  readonly unplaced: Sources['unplaced'];
  readonly strings: Strings;
  readonly runner: Runner;
  /** Called, and waited for, after each text. */
  readonly onProgress?: ((done: number, total: number) => void | Promise<void>) | undefined;
}

export interface RenderedTexts {
  readonly bodies: ReadonlyMap<string, Body>;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
}

const AS_TYPED: Numbering = { kind: 'as-typed' };

/** Every text once, whatever pages it will stand on. */
export async function renderAll({ policies, unplaced, onProgress, ...means }: RenderWork): Promise<RenderedTexts> {
  const work = policies.flatMap(({ slug, config: { numbering = AS_TYPED }, editions }) =>
    editions.flatMap(({ texts }) => texts.map((text) => ({ policy: slug, numbering, text }))),
  );
  work.push(...unplaced.map((one) => ({ ...one, numbering: AS_TYPED })));
  const bodies = new Map<string, Body>();
  const diagnostics: Diagnostic[] = [];
  const counts = { wordsIn: 0, wordsOut: 0, clauses: 0 };
  let known: { policy: string; blocks: BlockStore } | undefined;
  for (const [index, one] of work.entries()) {
    // Editions of one policy repeat each other.
    if (known?.policy !== one.policy) known = { policy: one.policy, blocks: new Map() };
    const { body, diagnostics: found, conservation } = renderText(one, { ...means, blocks: known.blocks });
    if (body !== undefined) bodies.set(one.text.path, body);
    diagnostics.push(...found);
    counts.wordsIn += conservation?.wordsIn ?? 0;
    counts.wordsOut += conservation?.wordsOut ?? 0;
    counts.clauses += body?.clauses.length ?? 0;
    await onProgress?.(index + 1, work.length);
  }
  return { bodies, diagnostics, counts };
}

/** What changed texts were before. Left out is what would read otherwise than it was sealed. */
export function renderFormer(
  changed: readonly ChangedFrom[],
  { policies, ...means }: Pick<RenderWork, 'policies' | 'strings' | 'runner'>,
): FormerBody[] {
  return changed.flatMap(({ policy, edition, text: today, former: { entry, markdown } }): FormerBody[] => {
    const numbering = policies.find(({ slug }) => slug === policy)?.config.numbering ?? AS_TYPED;
    const text = { ...today, title: entry.title, markdown };
    const { body } = renderText({ policy, numbering, text }, { ...means, blocks: new Map() });
    if (body === undefined || sha256(visibleText(body, text.title)) !== entry.text) return [];
    return [{ policy, edition, language: text.language, source: entry.source, body }];
  });
}

interface TextWork {
  readonly policy: string;
  readonly numbering: Numbering;
  readonly text: EditionText;
}

function renderText(
  { text, policy, numbering }: TextWork,
  { strings, runner, blocks }: Pick<RenderWork, 'strings' | 'runner'> & { readonly blocks: BlockStore },
): Rendered {
  const { words } = strings.wordsFor(text.language);
  const options = {
    policy,
    numbering,
    words: {
      footnotes: words.footnotes ?? '',
      backToText: words['footnote-back'] ?? '',
      table: `${words['wide-table']} {number}`,
    },
  };
  const job = { stage: 'render', group: policy, input: [text, options] };
  return runner.run(job, () => render(text, { ...options, blocks }));
}
