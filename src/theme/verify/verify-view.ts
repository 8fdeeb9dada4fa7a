/** The page on which a visitor finds out which edition a copy is; what its template sees comes out. */
import { addresses } from '../../model/address.ts';
import { dayOf } from '../../model/civil-date.ts';
import type { KnownText } from '../../model/known-text.ts';
import { LEDGER_PATH } from '../../model/ledger.ts';
import { correctionsIn } from '../../model/policy.ts';
import { editionOf } from '../../model/timeline.ts';
import { directionOf } from '../direction.ts';
import type { PageContext } from '../page-context.ts';
import { nameOf, type Placement, sentencesOn, type Voice } from '../statements.ts';
import type { WordKey } from '../words.ts';
import type { KnownTextView, VerifyView } from './view.ts';

/** What the script says. */
const SPOKEN = [
  ...(['verify-busy', 'verify-is-file', 'verify-is-converted', 'verify-is-page', 'verify-is-words'] as const),
  ...([
    'verify-is-around',
    'verify-is-part',
    'verify-is-marked',
    'verify-not-ours',
    'verify-no-edition',
    'verify-unkept',
    'verify-near',
    'verify-far',
  ] as const),
  ...([
    'verify-too-different',
    'verify-legend',
    'verify-limits',
    'verify-hidden',
    'verify-links',
    'verify-disk',
    'verify-insecure',
  ] as const),
  ...(['verify-not-loaded', 'verify-altered', 'verify-not-text', 'verify-too-large', 'verify-your-digest'] as const),
  ...(['verify-more', 'verify-in-clause', 'opening-text', 'footnotes', 'legend-inserted', 'legend-deleted'] as const),
  ...(['insertion-start', 'insertion-end', 'deletion-start', 'deletion-end'] as const),
  ...(['row-moved-away', 'row-moved-here', 'cite-clause', 'cite-heading'] as const),
] as const satisfies readonly WordKey[];

/** What a script of the theme puts beside clauses. */
const FURNITURE = ['copy-link', 'copy-citation', 'copied', 'copy-failed'] as const satisfies readonly WordKey[];

export function viewVerify(context: PageContext): VerifyView {
  const { proofs, site, link, voice, page } = context;
  const { words } = voice.words;
  const furniture = site.config.languages.flatMap((language) => {
    const { words: own } = context.voiceOf(language).words;
    return FURNITURE.map((key) => own[key] ?? '');
  });
  return {
    wordsJson: JSON.stringify(Object.fromEntries(SPOKEN.map((key) => [key, words[key] ?? '']))),
    furnitureJson: JSON.stringify(furniture),
    address: link.absolute(page.path),
    origin: site.config.url,
    texts: proofs.known.map((known) => viewKnown(known, context)),
    ...(proofs.head === undefined
      ? {}
      : { ledger: { text: voice.words.say('ledger'), href: link.to(LEDGER_PATH), head: proofs.head } }),
  };
}

function viewKnown(known: KnownText, context: PageContext): KnownTextView {
  const { link, site, voice, languageName } = context;
  const { policy, edition: id, language, title, address, source, text, kind, until, body } = known;
  const at = addresses(site.config, language);
  const timeline = context.timelineOf(policy);
  const dated = editionOf(timeline, id);
  const { edition } = dated;
  const date = nameOf(edition, timeline, voice);
  const path = edition.texts.find((one) => one.language === language)?.path ?? '';
  const isOriginal = kind === 'former' && context.proofs.originals.get(path) === source;
  const day = until === undefined ? undefined : dayOf(Date.parse(until), site.config.timeZone);
  return {
    name: voice.words.say('title-edition', { policy: title, date }),
    language,
    direction: directionOf(language),
    title,
    source,
    text,
    key: `${policy}/${id}/${language}`,
    facts: factsOn({ dated, timeline }, language, voice),
    ...(site.config.languages.length > 1 ? { languageName: languageName(language) } : {}),
    ...(kind === 'unsealed' && context.proofs.head !== undefined ? { note: voice.words.say('verify-unsealed') } : {}),
    ...(day === undefined
      ? {}
      : { note: voice.words.say('verify-former', { date: voice.dates.moment({ kind: 'day', day }) }) }),
    ...(isOriginal ? { file: link.to(at.original(policy, id)) } : {}),
    ...(address === undefined
      ? {}
      : {
          href: link.to(address),
          file: link.to(at.text(policy, id)),
        }),
    ...(body === undefined ? {} : { body: link.to(body) }),
  };
}

/** What a copy may say otherwise: when the edition was published and applies, and what became of it. All of it is dated. */
function factsOn(placement: Placement, language: string, voice: Voice): string[] {
  const { words, dates } = voice;
  const { published, announcedEffective } = placement.dated.edition;
  const sentences = sentencesOn(placement, voice);
  const day = published === undefined ? '' : dates.view(published).text;
  const own = correctionsIn(placement.dated.edition, language);
  const labelled = (key: WordKey, values: readonly string[]) => {
    const said = [...new Set(values)].filter((value) => value !== '').join(', ');
    // Some languages end a date with a full stop.
    return said === '' ? [] : [`${words.words[key] ?? ''}: ${said}.`.replace(/\.\.$/, '.')];
  };
  return [
    ...(sentences.some((said) => said.includes(day)) ? [] : labelled('published', [day])),
    ...sentences,
    ...labelled('announced-before-for', announcedEffective.map(dates.moment)),
    ...labelled(
      'corrections',
      own.map(({ on }) => dates.day(on)),
    ),
  ];
}
