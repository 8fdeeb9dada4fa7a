import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare } from '../src/diff/compare.ts';
import { markUp } from '../src/diff/mark-up.ts';
import { settleCorrections } from '../src/diff/settle-corrections.ts';
import { findSubstance } from '../src/diff/substance.ts';
import { createEngine } from '../src/engine.ts';
import type { Body } from '../src/model/clause.ts';
import type { Redline, RedlineEngine } from '../src/model/redline.ts';
import { createBlockSharing } from '../src/render/share-blocks.ts';
import { createKeptHtml, toHtml } from '../src/theme/html.ts';
import { type DressedRedline, type Dressing, dressRedline, type SaidBody } from '../src/theme/redline/dress-redline.ts';
import { editedText } from './diff/policies.ts';
import { rendered } from './render/rendered.ts';
import { plainVoice } from './theme/plain-voice.ts';

const WORDS = {
  ...{ insertion: 'Inserted:', insertionEnd: 'end', deletion: 'Deleted:', deletionEnd: 'end' },
  ...{ rowMovedAway: 'From:', rowMovedHere: 'To:' },
};
const printing = { link: (path: string) => `..${path}`, dateNote: () => [] };

const FORGETFUL: RedlineEngine = {
  settleCorrections,
  compare: (older, newer) => compare(older, newer),
  findSubstance: (redline, language) => findSubstance(redline, language),
  markUp: (blocks, options) => markUp(blocks, options),
};

function dressed(older: Body, newer: Body, means: Pick<Dressing, 'engine' | 'kept'>): DressedRedline {
  const said = (body: Body): SaidBody => ({ body, corrections: [], title: 'T' });
  return dressRedline(said(older), said(newer), {
    ...means,
    language: 'en',
    words: plainVoice.words,
    link: printing.link,
  });
}

/** Pairs of one text and what became of it; each pair is compared both ways, and with the pair before. */
const histories = fc
  .array(editedText, { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.flatMap(([older, newer]) => [older, newer, older]))
  .map((texts) => texts.flatMap((text) => rendered(text).body ?? []));

/** Containers have names that nobody sees: which of them are one is to be the same. */
function withoutKeys(redline: Redline): unknown {
  const names = new Map<string, number>();
  const named = (key: string) => {
    const name = names.get(key) ?? names.size;
    names.set(key, name);
    return name;
  };
  return JSON.parse(JSON.stringify(redline), (name, value) => (name === 'key' ? named(value) : value));
}

it('says of texts that share blocks what is said of them alone, whatever was compared before', () => {
  fc.assert(
    fc.property(histories, (bodies) => {
      const [engine, sharing, kept] = [createEngine(), createBlockSharing(), createKeptHtml()];
      const shared = bodies.map((body): Body => ({ ...body, tree: sharing.share(body.tree) }));
      for (let at = 1; at < bodies.length; at += 1) {
        const [older, newer] = [bodies[at - 1], bodies[at]] as [Body, Body];
        const [sharedOlder, sharedNewer] = [shared[at - 1], shared[at]] as [Body, Body];
        const alone = compare(older, newer);
        const together = engine.compare(sharedOlder, sharedNewer);
        expect(withoutKeys(together)).toEqual(withoutKeys(alone));
        expect(engine.findSubstance(together, 'en')).toEqual(findSubstance(alone, 'en'));
        expect(dressed(sharedOlder, sharedNewer, { engine, kept })).toEqual(
          dressed(older, newer, { engine: FORGETFUL }),
        );
        const options = { words: WORDS, addressOf: (index: number) => (index % 3 === 0 ? `c${index}` : undefined) };
        const html = toHtml(engine.markUp(together.blocks, options), { ...printing, kept });
        expect(html).toBe(toHtml(markUp(alone.blocks, options), printing));
      }
    }),
    { numRuns: 15 },
  );
});
