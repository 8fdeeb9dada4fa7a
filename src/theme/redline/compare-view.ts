/** The page on which any two editions are compared goes in; what its template sees comes out. */
import { addresses } from '../../model/address.ts';
import { baselineOf } from '../../model/baseline.ts';
import { localText } from '../../model/config.ts';
import type { DatedEdition } from '../../model/timeline.ts';
import { directionOf } from '../direction.ts';
import { policyTitle, stableLink } from '../edition-view.ts';
import type { PageContext } from '../page-context.ts';
import { nameOf } from '../statements.ts';
import { authorSays, type ComparePage, changesInAnyLanguage, passedOver, viewCompared } from './changes-view.ts';
import { REDLINE_WORDS } from './redline-words.ts';
import type { CompareView } from './view.ts';

export function viewCompare(page: ComparePage, context: PageContext): CompareView {
  const { site, link, voice } = context;
  const timeline = context.timelineOf(page.policy);
  const at = addresses(site.config, page.language);
  const issued = timeline.editions.filter(({ edition }) => edition.declared.kind !== 'draft');
  const passed = new Set(
    issued.flatMap(({ edition }) => (baselineOf(timeline, edition.id)?.passedOver ?? []).map(({ id }) => id)),
  );
  const newer = page.editions.at(-1) ?? '';
  const older = baselineOf(timeline, newer, ({ id }) => page.editions.includes(id))?.edition.id;
  const say = Object.fromEntries(REDLINE_WORDS.map((key) => [key, voice.words.words[key] ?? '']));
  return {
    path: page.path,
    ...namesFilled(page, context),
    wordsJson: JSON.stringify(say),
    direction: directionOf(page.language),
    editions: issued.toReversed().map((dated) => {
      const { edition } = dated;
      const isHere = page.editions.includes(edition.id);
      const changes = changesInAnyLanguage(page.policy, edition.id, context);
      const name = nameOf(edition, timeline, voice);
      return {
        id: edition.id,
        ...viewCompared(page.policy, edition.id, context),
        name,
        choice: choiceOf(dated, name, context),
        passedOver: passedOver(page.policy, edition.id, context),
        isPassedOver: passed.has(edition.id),
        ...(isHere ? authorSays(page, edition.id, context) : {}),
        ...(isHere ? { body: link.to(at.body(page.policy, edition.id)) } : {}),
        ...(changes === undefined ? {} : { changes }),
      };
    }),
    older: older ?? '',
    newer,
    current: stableLink(page.policy, context),
    archive: { text: voice.words.say('all-editions'), href: link.to(link.archivePath(page.policy)) },
  };
}

function choiceOf(
  { edition: { declared }, state, periods: [first] }: DatedEdition,
  name: string,
  context: PageContext,
) {
  const { words, dates } = context.voice;
  if (declared.kind === 'withdrawn')
    return words.say('choice-withdrawn', { edition: name, on: dates.day(declared.on) });
  if (state.kind !== 'announced' || first === undefined || first.isFromLatest) return name;
  return words.say('choice-announced', { edition: name, from: dates.moment(first.from) });
}

/** A script knows which two were chosen. */
function namesFilled(page: ComparePage, context: PageContext): Pick<CompareView, 'titleFilled' | 'imprintFilled'> {
  const { title, languages } = context.site.config;
  const compared = titleCompared(page.policy, { from: '{from}', to: '{to}' }, context);
  const { say } = context.voice.words;
  return {
    titleFilled: say('title-page', { page: compared, site: localText(title, page.language, languages) }),
    imprintFilled: say('imprint-of', { page: compared, address: '{address}' }),
  };
}

/** What a redline is of; `from` and `to` name the editions by their dates. */
export function titleCompared(policy: string, dates: { from: string; to: string }, context: PageContext): string {
  const title = policyTitle(policy, context.page.language, context);
  return context.voice.words.say('title-compared', { policy: title, ...dates });
}
