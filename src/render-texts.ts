/** The texts of a policy and words go in; the texts, rendered, come out: the work that may be taken from an earlier build. */
import type { ChangedFrom } from './ledger/ledger-files.ts';
import { visibleText } from './ledger/visible-text.ts';
import type { Bodies, Body } from './model/clause.ts';
import type { Numbering } from './model/config.ts';
import type { FormerBody } from './model/known-text.ts';
import type { EditionText, Policy } from './model/policy.ts';
import type { Memory } from './model/runner.ts';
import { sha256 } from './model/sha256.ts';
import { createKnownBlocks } from './render/blocks/known-blocks.ts';
import { type Rendered, render } from './render/render.ts';
import { type BlockSharing, createBlockSharing } from './render/share-blocks.ts';
import type { Strings } from './theme/strings.ts';

export interface RenderMeans {
  readonly policy: string;
  readonly numbering?: Numbering | undefined;
  readonly strings: Strings;
  readonly memory: Memory;
}

const AS_TYPED: Numbering = { kind: 'as-typed' };

/** A function that renders texts of one policy: they repeat each other, and what they share is worked on once. */
export function createTextRenderer({ policy, numbering = AS_TYPED, strings, memory }: RenderMeans) {
  const known = createKnownBlocks();
  const sharing = createBlockSharing();
  return (given: EditionText): Rendered => {
    // What is read again whenever it is asked for is read once.
    const { gist: _, ...text } = given;
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
    // What is remembered is shared too; and shared anew when it comes back, some of it perhaps from another build than the rest.
    const recalled = memory.recall(job, () => shared(render(text, { ...options, known }), sharing));
    return shared(recalled, sharing);
  };
}

function shared({ body, ...rendered }: Rendered, { share }: BlockSharing): Rendered {
  return body === undefined ? rendered : { ...rendered, body: { ...body, tree: share(body.tree) } };
}

/** What changed texts were before. Left out is what would read otherwise than it was sealed. */
export function renderFormer(changed: readonly ChangedFrom[], means: Omit<RenderMeans, 'policy'>): FormerBody[] {
  return changed.flatMap(({ policy, edition, text: today, former: { entry, markdown } }): FormerBody[] => {
    const { gist: _, ...others } = today;
    const text = { ...others, title: entry.title, markdown };
    const { body } = createTextRenderer({ ...means, policy })(text);
    if (body === undefined || sha256(visibleText(body, text.title)) !== entry.text) return [];
    return [{ policy, edition, language: text.language, source: entry.source, body }];
  });
}

/** The bodies of texts, each rendered when it is asked for; those of one policy are kept until another is asked for. */
export function bodiesOnDemand(
  policies: readonly Policy[],
  { strings, memory }: Pick<RenderMeans, 'strings' | 'memory'>,
): Bodies {
  const texts = new Map(
    policies.flatMap((policy) =>
      policy.editions.flatMap((edition) => edition.texts.map((text) => [text.path, { policy, text }] as const)),
    ),
  );
  let held: { policy: Policy; render: ReturnType<typeof createTextRenderer>; bodies: Map<string, Body | undefined> };
  return {
    has: (path) => texts.has(path),
    get(path) {
      const known = texts.get(path);
      if (known === undefined) return undefined;
      const { policy, text } = known;
      if (held?.policy !== policy) {
        const { numbering } = policy.config;
        const render = createTextRenderer({ policy: policy.slug, numbering, strings, memory });
        held = { policy, render, bodies: new Map() };
      }
      if (!held.bodies.has(path)) held.bodies.set(path, held.render(text).body);
      return held.bodies.get(path);
    },
  };
}
