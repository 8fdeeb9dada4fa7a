/** The planned site, its rendered texts and its ledger go in; every text that the site has published, and had, with its digests, comes out. */
import { addresses } from '../model/address.ts';
import type { FormerBody, KnownText } from '../model/known-text.ts';
import { entriesAt, type Ledger, type TextEntry } from '../model/ledger.ts';
import type { Facts } from '../model/policy-work.ts';
import type { Site } from '../model/site.ts';
import { latestByText, textKey } from './chain.ts';

type Named = Pick<KnownText, 'policy' | 'edition' | 'language' | 'title'>;

export interface KnownWork {
  readonly site: Site;
  readonly facts: Facts;
  /** SHA-256 of the texts as files, by the path of their source. */
  readonly digests: ReadonlyMap<string, string>;
  readonly ledger: Ledger | undefined;
  readonly former: readonly Omit<FormerBody, 'body'>[];
}

/** In the order of the site; a text as it stands before what it was formerly. Drafts are not published. */
export function knownTexts({ site, facts, digests, ledger, former: rendered }: KnownWork): KnownText[] {
  const { config, timelines } = site;
  const latest = ledger === undefined ? new Map<string, readonly [TextEntry, ...TextEntry[]]>() : latestByText(ledger);
  const former = formerTexts(ledger, latest);
  return timelines.flatMap(({ policy, editions }) =>
    editions
      .filter(({ edition: { declared } }) => declared.kind !== 'draft')
      .flatMap(({ edition }) =>
        edition.texts.flatMap((text): KnownText[] => {
          const words = facts.get(text.path)?.words;
          const source = digests.get(text.path);
          if (words === undefined || source === undefined) return [];
          const { language, title } = text;
          const named: Named = { policy: policy.slug, edition: edition.id, language, title };
          const at = addresses(config, language);
          const address = at.edition(policy.slug, edition.id);
          const here = { ...named, address, body: at.body(policy.slug, edition.id) };
          const entry = latest.get(textKey(named))?.[0];
          const standing: KnownText =
            entry === undefined
              ? {
                  ...here,
                  source,
                  text: words,
                  kind: 'unsealed',
                }
              : { ...here, source: entry.source, text: entry.text, kind: 'standing' };
          const before = former.get(textKey(named)) ?? [];
          return [standing, ...before.map((one) => withBody(one, { at, rendered }))];
        }),
      ),
  );
}

function withBody(known: KnownText, means: { at: ReturnType<typeof addresses>; rendered: KnownWork['former'] }) {
  const { policy, edition, source } = known;
  const isRendered = means.rendered.some((one) => one.source === source && textKey(one) === textKey(known));
  return isRendered ? { ...known, body: means.at.formerBody(policy, edition, source) } : known;
}

/** By the key of a text: as it read before each change of its words or dates, the latest first. */
function formerTexts(ledger: Ledger | undefined, latest: ReadonlyMap<string, readonly [TextEntry, ...TextEntry[]]>) {
  const former = new Map<string, KnownText[]>();
  if (ledger === undefined) return former;
  for (const [key, [last]] of latest) {
    // Those from before it moved to another address among them: its policy had another name there.
    const all = entriesAt(ledger, last.address).toSorted((a, b) => (a.sealedAsOf < b.sealedAsOf ? -1 : 1));
    const texts = all.flatMap((entry, index): KnownText[] => {
      const next = all[index + 1];
      if (next === undefined || next.source === entry.source || entry.source === last.source) return [];
      const { title, source, text } = entry;
      const { policy, edition, language } = last;
      return [{ policy, edition, language, title, source, text, kind: 'former', until: next.sealedAsOf }];
    });
    if (texts.length > 0) former.set(key, texts.reverse());
  }
  return former;
}
