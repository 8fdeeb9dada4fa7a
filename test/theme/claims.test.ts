import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Body } from '../../src/model/clause.ts';
import { indexPages } from '../../src/model/page-index.ts';
import { NO_MEMORY } from '../../src/model/runner.ts';
import type { Page, Site } from '../../src/model/site.ts';
import { plan } from '../../src/site/plan.ts';
import { createKeptHtml } from '../../src/theme/html.ts';
import { contextOf, type SiteContext } from '../../src/theme/page-context.ts';
import { viewPage } from '../../src/theme/page-view.ts';
import type { AnswerView, ContentView, EditionView, NoticeView, PolicyView, View } from '../../src/theme/view.ts';
import { WORDS, type WordKey } from '../../src/theme/words.ts';
import { arrange } from '../../src/timeline/arrange.ts';
import { siteConfig } from '../builders.ts';
import { LIVES } from '../lives.ts';
import { type Case, cases } from '../policies.ts';
import { isAmong, startOf, type Truth, truthOf } from '../truth.ts';
import { CLAIMS, cohortsFor, editionsNamed, endFor, firstUnder, instantFor } from './claims.ts';
import { plainVoice, readSaid } from './plain-voice.ts';
import { themeFiles } from './theme-files.ts';

/** Words that name a date or an edition and claim nothing of it. */
const NAMES: readonly WordKey[] = [
  ...(['edition-told-apart', 'last-day', 'title-edition', 'title-changes', 'changes-in-edition', 'imprint'] as const),
  ...(['tombstone', 'corrected-on', 'passed-over', 'compare-done', 'title-compared', 'verify-former'] as const),
  // Speaks of whatever edition is in force on the day of sending.
  'feedback-privacy',
];

/** Words that claim something only together with others: the tests below, or those named, check them as a whole. */
const CHECKED_TOGETHER: readonly WordKey[] = [
  // The names of editions: `editionsNamed`.
  'date-or-earlier',
  // Headings of dates and of what has them: cohorts, announced changes, moved dates.
  ...(['applies-to', 'applies-from', 'in-force', 'announced-changes', 'cohort-never', 'retired-policies'] as const),
  // The sentence on the date of a clause, quoted where it came or went.
  ...(['form-date-set', 'form-date-removed'] as const),
  // Which text applied on a day.
  ...(['which-applied', 'answer-until', 'answer-by-cohort', 'answer-uncertain', 'answer-perhaps-none'] as const),
  ...(['answer-before-first', 'answer-none-withdrawn', 'answer-none-retired'] as const),
  // By script, of a day that is later than the reader's: test/site-wide/applied-on.test.ts.
  'answer-not-decided',
  // The author's own dates of clauses: test/render.
  'clause-applies-from',
  // Of such a date that one text has and the other has not: test/theme/redline.test.ts.
  'form-date-set',
  'form-date-removed',
  // Of the words of a clause in editions that are named: test/theme/history.test.ts.
  ...([
    'clause-unchanged',
    'clause-unchanged-but-corrected',
    'clauses-present',
    'version-until',
    'clause-gone',
    'clause-last-in',
  ] as const),
  ...(['version-also-in', 'version-against'] as const),
  // Of the words of a clause through editions: test/theme/history/when-applied.test.ts.
  ...(['wording-from', 'wording-from-until', 'wording-again-from', 'wording-again-from-until'] as const),
  ...(['wording-by', 'wording-by-until', 'wording-by-replaced-by', 'wording-from-replaced-by'] as const),
  ...(['wording-never', 'wording-perhaps', 'wording-withdrawn'] as const),
  // Each on the day of its event: test/site/calendar.test.ts.
  ...(['event-applies', 'event-applies-to', 'event-withdrawn', 'event-retired'] as const),
  // In the feeds, of what has happened: test/site-wide/feeds.test.ts.
  'feed-withdrawn',
];

/** What a word says that says when an edition applies: in its values, or in its English. */
const MOMENTS: ReadonlySet<string> = new Set(['from', 'until', 'on', 'date', 'day', 'published']);
const OF_TIME =
  /\b(?:in force|appl(?:y|ies|ied)|effect|withdrawn|retired|superseded|replaced(?! by)|ends|ceased?|never|until|announced changes|still to come)\b/i;

const BODY: Body = { tree: { type: 'root', children: [] }, clauses: [], anchors: [], links: [] };

/** The views of all pages of a site with the one policy, built at `asOf`, by path. */
function viewsAt({ policy, zone }: Case, asOf: number): ReadonlyMap<string, { page: Page; view: View }> {
  const config = siteConfig({ timeZone: zone });
  const timeline = arrange(policy, { asOf, timeZone: zone });
  if (timeline === undefined) throw new Error('No timeline');
  const site: Site = plan(config, [timeline], { instant: asOf, day: '' });
  const shared: SiteContext = {
    site,
    bodies: new Map(policy.editions.flatMap(({ texts }) => texts.map(({ path }) => [path, BODY] as const))),
    assets: { files: [], pathOf: (name) => name },
    kept: createKeptHtml(),
    printable: new WeakMap(),
    engine: {
      settleCorrections: notHere,
      compare: notHere,
      findSubstance: notHere,
      markUp: notHere,
      traceClauses: notHere,
    },
    memory: NO_MEMORY,
    proofs: { texts: new Map(), originals: new Map(), known: [], former: [] },
    comparisons: { of: notHere },
    historiesOf: notHere,
    index: indexPages(site),
    timelines: new Map([[policy.slug, timeline]]),
    voiceOf: () => plainVoice,
    languageName: (language) => language,
  };
  const pages = site.pages.filter(({ kind }) => SPEAKING.has(kind));
  return new Map(pages.map((page) => [page.path, { page, view: viewPage(page, contextOf(page, shared)) }]));
}

/** The kinds of page that say when editions apply. */
const SPEAKING: ReadonlySet<Page['kind']> = new Set([
  'home',
  'policy',
  'policy-archive',
  'archive',
  'edition',
  'compare',
]);

function notHere(): never {
  throw new Error('No page here compares texts');
}

/** A text on a page: of which edition it is, and from when it is shown there. */
interface Statement {
  readonly text: string;
  readonly subject: string;
  readonly since: number;
}

const idIn = (href: string) => /([^/]+)\/$/.exec(href)?.[1] ?? '';

/** Everything that a page says about time, now and from each coming change on. */
function statementsOf(content: ContentView, built: Built): Statement[] {
  switch (content.kind) {
    case 'home':
    case 'archive':
      return content.policies.flatMap((policy) => onPolicy(policy, built));
    case 'policy-archive':
      return onPolicy(content.policy, built);
    case 'policy':
    case 'edition':
      return onEdition(content.edition, built);
    case 'compare':
      return [
        ...content.compare.editions.flatMap(({ id, link, sentences, choice }) =>
          [link.text, ...sentences, choice].map((text) => ({ text, subject: id, since: built.asOf })),
        ),
        { text: content.compare.current.text, subject: built.standing(built.asOf), since: built.asOf },
      ];
    default:
      return [];
  }
}

interface Built {
  readonly asOf: number;
  /** The edition at the stable address at a moment. */
  standing(at: number): string;
}

function onPolicy(policy: PolicyView, { asOf, standing }: Built): Statement[] {
  const said = (texts: readonly string[], since = asOf) =>
    texts.map((text) => ({ text, since, subject: standing(since) }));
  return [
    ...said(policy.sentences),
    ...policy.sentencesLater.flatMap(({ from, sentences }) => said(sentences, Date.parse(from))),
    ...said([policy.current.text]),
    ...policy.editions.map(({ interval, href }) => ({ text: interval, subject: idIn(href), since: asOf })),
  ];
}

function onEdition(edition: EditionView, { asOf }: Built): Statement[] {
  const said = (text: string, since = asOf) => ({ text, since, subject: edition.id });
  const noticed = (notices: readonly NoticeView[], since: number) =>
    notices.flatMap(({ text, links }) => [said(text, since), ...links.map((link) => linked(link, since))]);
  const linked = ({ text, href }: { text: string; href: string }, since = asOf) => {
    const isNamed = readSaid(text)[0]?.key === 'edition-of';
    return { text, since, subject: isNamed ? idIn(href) : edition.id };
  };
  return [
    ...edition.sentences.map((text) => said(text)),
    ...noticed(edition.notices, asOf),
    ...edition.noticesLater.flatMap(({ from, notices }) => noticed(notices, Date.parse(from))),
    ...[edition.current, edition.previous, edition.next].flatMap((link) => (link === undefined ? [] : [linked(link)])),
    ...edition.changeovers.flatMap((change) => [
      { text: change.said, since: Date.parse(change.from), subject: change.edition },
      ...noticed([change.notice], Date.parse(change.from)),
    ]),
  ];
}

const heard = new Set<string>();

interface Reading extends Built {
  readonly given: Case;
  readonly truth: Truth;
  readonly views: ReturnType<typeof viewsAt>;
}

/** Runs a property on a policy for every state, and on so many random ones. */
function holds(property: (reading: Reading) => void, random: number): void {
  fc.assert(
    fc.property(cases, (given) => {
      const views = viewsAt(given, given.asOf);
      const stable = new Map<number, string>();
      const standing = (at: number) => {
        const id = stable.get(at) ?? shownAt(at === given.asOf ? views : viewsAt(given, at));
        stable.set(at, id);
        return id;
      };
      property({ given, views, asOf: given.asOf, standing, truth: truthOf(given.policy, given.zone) });
    }),
    { numRuns: LIVES.length + random, examples: LIVES.map(({ given }) => [given]) },
  );
}

function shownAt(views: Reading['views']): string {
  const page = views.get('privacy/')?.page;
  if (page?.kind !== 'policy') throw new Error('No stable page');
  return page.edition;
}

function editionOn(views: Reading['views'], path: string) {
  const content = views.get(path)?.view.content;
  if (content?.kind !== 'policy' && content?.kind !== 'edition') throw new Error(`No edition at ${path}`);
  return content.edition;
}

const dueAt = <Later extends { readonly from: string }>(later: readonly Later[], at: number) =>
  later.findLast(({ from }) => Date.parse(from) <= at);

describe('the words of the theme', async () => {
  const files = await themeFiles();
  const wordsIn = (language: string): { [key: string]: string } => {
    const bytes = files.find(({ path }) => path === `strings/${language}.yaml`)?.bytes;
    return parse(new TextDecoder().decode(bytes));
  };
  const [english, russian] = [wordsIn('en'), wordsIn('ru')];

  it('say nothing of when an edition applies without a claim that can be checked', () => {
    const known = new Set<string>([...Object.keys(CLAIMS), ...CHECKED_TOGETHER, ...NAMES]);
    const speaking = Object.entries(WORDS).filter(
      ([key, names]) => names.some((name) => MOMENTS.has(name)) || OF_TIME.test(english[key] ?? ''),
    );
    expect(speaking.map(([key]) => key).filter((key) => !known.has(key))).toEqual([]);
  });

  it.each(Object.entries(CLAIMS))('say in English and Russian what the claim of %s was written for', (key, claim) => {
    expect([english[key], russian[key]]).toEqual([claim.en, claim.ru]);
  });

  it.each([
    ['English', english, /\b(?:now|currently?|latest|newest|upcoming|today|still|soon|recent(?:ly)?)\b/i],
    ['Russian', russian, /(?<!\p{L})(?:сейчас|сегодня|текущ|актуальн|последн|предстоящ|скоро|пока(?!\p{L})|недавн)/iu],
  ])('are in %s not relative to the moment of reading', (_, words, forbidden) => {
    const relative = Object.entries(words).filter(([, text]) => forbidden.test(text));
    // Said by script to one reader at one moment.
    expect(relative.map(([key]) => key)).toEqual(
      ['answer-not-decided'].filter((key) => forbidden.test(words[key] ?? '')),
    );
  });
});

describe('every sentence about time', () => {
  it('is true at whatever later moment it is read', () => {
    holds((reading) => {
      const { views, truth, given } = reading;
      for (const { view } of views.values()) {
        for (const { text, subject, since } of statementsOf(view.content, reading)) {
          for (const at of [since, Math.max(since, given.later), Date.UTC(2095, 0)]) {
            for (const { key, values } of readSaid(text)) {
              if (key in CLAIMS === false) continue;
              heard.add(key);
              const claim = { values, subject, since, at, policy: given.policy, truth };
              const isTrue = CLAIMS[key]?.isTrue(claim) ?? false;
              if (!isTrue) {
                const values = JSON.stringify(claim.values);
                throw new Error(`False of ${subject} at ${new Date(at).toISOString()}: ${key} ${values}`);
              }
            }
          }
        }
      }
    }, 60);
  });

  it('that there is was heard, so that none was true only because nobody said it', () => {
    expect(Object.keys(CLAIMS).filter((key) => !heard.has(key))).toEqual([]);
  });

  it('stands in a place where it was looked for', () => {
    holds((reading) => {
      for (const { view, page } of reading.views.values()) {
        const found = new Set(
          statementsOf(view.content, reading).flatMap(({ text }) => readSaid(text).map(({ key }) => key)),
        );
        const said = JSON.stringify({ ...view, words: {}, content: withoutAnswers(view.content) }).match(
          /(?<=⟦\{\\"key\\":\\")[a-z-]+/g,
        );
        const missed = (said ?? []).filter((key) => key in CLAIMS && ![...found].some((other) => other === key));
        expect([page.path, missed]).toEqual([page.path, []]);
      }
    }, 12);
  });
});

/** Answers are checked as wholes. */
function withoutAnswers(content: ContentView): unknown {
  return content.kind === 'policy-archive' ? { ...content, policy: { ...content.policy, answers: [] } } : content;
}

describe('the pages', () => {
  it('say to whom an edition applies from when', () => {
    holds(({ views, truth, given: { policy } }) => {
      for (const { id } of policy.editions.filter(({ declared }) => declared.kind !== 'draft')) {
        for (const { to, from } of editionOn(views, `privacy/${id}/`).cohorts) {
          const expected = firstUnder(id, to, truth);
          expect(from === undefined ? undefined : instantFor(from.iso, truth)).toBe(expected);
        }
      }
    }, 12);
  });

  it('announce what is to take force, and when', () => {
    holds(({ views, truth, asOf }) => {
      const content = views.get('')?.view.content;
      if (content?.kind !== 'home') throw new Error('No home');
      const lists = [{ from: new Date(asOf).toISOString(), announced: content.announced }, ...content.announcedLater];
      for (const { from, announced } of lists) {
        for (const { effective, link } of announced) {
          const id = idIn(link.href);
          const [said] = readSaid(effective.text);
          const start = instantFor(said === undefined ? effective.text : said.values.date, truth);
          expect(start).toBeGreaterThan(Date.parse(from));
          const fate = truth.fate(id);
          const isLatest = fate?.edition.onset === 'unknown' && fate.effective === start;
          expect(said?.key).toBe(isLatest ? 'date-or-earlier' : undefined);
          if (!isLatest) expect([truth.holder(start), truth.holder(start - 1) === id]).toEqual([id, false]);
        }
      }
    }, 12);
  });

  it('name every edition so that it can be told from the others', () => {
    holds(({ views, given: { policy } }) => {
      for (const { id } of policy.editions) {
        const { effective } = editionOn(views, `privacy/${id}/`);
        expect(editionsNamed(effective.text, policy).map((edition) => edition.id)).toEqual([id]);
      }
    }, 12);
  });

  it('call a policy retired when it is', () => {
    holds(({ views, truth, asOf }) => {
      const content = views.get('')?.view.content;
      const retired = content?.kind === 'home' && content.policies.map(({ isRetired }) => isRetired);
      expect(retired).toEqual([truth.end <= asOf]);
    }, 12);
  });
});

describe('the answers to which text applied', () => {
  const answersOn = (views: Reading['views']): readonly AnswerView[] => {
    const content = views.get('privacy/archive/')?.view.content;
    return content?.kind === 'policy-archive' ? content.policy.answers : [];
  };

  it('are true of every moment', () => {
    holds(({ views, truth, given: { policy } }) => {
      for (const answer of answersOn(views)) {
        const [from, until] = timeOf(answer, truth);
        const within = truth.instants.filter((at) => from < at && at < until);
        for (const at of [from, ...within, until - 1]) {
          const editions = answer.editions.map(({ to, link }) => ({
            to: to === '' ? [] : cohortsFor(to),
            id: editionsNamed(readSaid(link.text)[0]?.values.date, policy).map(({ id }) => id)[0],
          }));
          expect(editions.map(({ id }) => id)).toEqual(answer.editions.map(({ link }) => idIn(link.href)));
          expect(isAnswer(readSaid(answer.text)[0]?.key, editions, { truth, at })).toBe(true);
        }
      }
    }, 12);
  });

  it('cover all time, and every day of it', () => {
    holds(({ views, given: { zone } }) => {
      const answers = answersOn(views);
      const [first] = answers;
      expect([first?.from, answers.at(-1)?.until]).toEqual([undefined, undefined]);
      for (const [index, { until }] of answers.entries()) {
        if (until === undefined) continue;
        expect(answers[index + 1]?.from?.instant).toBe(until.instant);
        expect(startOf(until.day, zone)).toBeLessThanOrEqual(Date.parse(until.instant));
      }
      const days = answers.flatMap(({ from, until }) => [from?.day, until?.day].filter((day) => day !== undefined));
      for (const day of days.flatMap((one) => [-1, 0, 1].map((shift) => shifted(one, shift)))) {
        const touched = answers.filter(({ from, until }) => (from?.day ?? '') <= day && day <= (until?.day ?? '9999'));
        expect([day, touched.length > 0]).toEqual([day, true]);
        const [start, end] = [startOf(day, zone), startOf(shifted(day, 1), zone)];
        // A day that the zone skips has nothing in it.
        if (start === end) continue;
        const within = answers.filter(
          ({ from, until }) => !(Date.parse(from?.instant ?? '') >= end || Date.parse(until?.instant ?? '') <= start),
        );
        expect(touched).toEqual(within);
      }
    }, 12);
  });
});

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function timeOf({ when, from, until }: AnswerView, truth: Truth): [number, number] {
  const [said] = readSaid(when);
  const start = said?.values.from === undefined ? Date.UTC(1970, 0) : instantFor(said.values.from, truth);
  const end = said?.values.until === undefined ? Date.UTC(2095, 0) : endFor(said.values.until, truth);
  expect(from === undefined).toBe(said?.values.from === undefined);
  expect(until === undefined).toBe(said?.values.until === undefined);
  if (from !== undefined) expect(Date.parse(from.instant)).toBe(start);
  if (until !== undefined) expect(Date.parse(until.instant)).toBe(end);
  return [start, end];
}

interface Candidate {
  readonly to: readonly string[];
  readonly id: string | undefined;
}

function isAnswer(
  key: WordKey | undefined,
  editions: readonly Candidate[],
  { truth, at }: { truth: Truth; at: number },
) {
  const perhaps = truth.perhaps(at);
  const under = truth.persons.map((person) => truth.under(person, at));
  const ids = new Set(editions.map(({ id }) => id));
  const begun = truth.fates.filter(({ effective }) => effective <= at);
  switch (key) {
    case undefined:
      return perhaps.length === 0 && editions.length === 1 && under.every((id) => ids.has(id));
    case 'answer-by-cohort':
      return (
        perhaps.length === 0 &&
        truth.persons.every((person) => {
          const own = editions.filter(({ to }) => isAmong(person, to)).map(({ id }) => id);
          const id = truth.under(person, at);
          return JSON.stringify(own) === JSON.stringify(id === undefined ? [] : [id]);
        })
      );
    case 'answer-uncertain':
      return (
        perhaps.length > 0 && [...perhaps, ...under].every((id) => id === undefined || ids.has(id)) && ids.size > 1
      );
    case 'answer-perhaps-none':
      return under.every((id) => id === undefined) && JSON.stringify([...ids]) === JSON.stringify(perhaps);
    case 'answer-before-first':
      return begun.length === 0 && perhaps.length === 0 && at < truth.end && editions.length === 0;
    case 'answer-none-withdrawn': {
      const isNone = under.every((id) => id === undefined) && perhaps.length === 0;
      return isNone && at < truth.end && (begun.at(-1)?.withdrawn ?? at + 1) <= at;
    }
    case 'answer-none-retired':
      return truth.end <= at;
    default:
      return false;
  }
}

describe('what a page keeps ready for later', () => {
  it('is what it would say if it were built then', () => {
    holds(({ given, views, truth, asOf, standing }) => {
      const coming = truth.instants.filter((at) => at > asOf);
      for (const at of [given.later, ...coming]) {
        const then = viewsAt(given, at);
        for (const { id } of given.policy.editions) {
          const now = editionOn(views, `privacy/${id}/`);
          expect(dueAt(now.noticesLater, at)?.notices ?? now.notices).toEqual(
            editionOn(then, `privacy/${id}/`).notices,
          );
        }
        const stable = editionOn(views, 'privacy/');
        expect(dueAt(stable.changeovers, at)?.edition ?? stable.id).toBe(standing(at));
        if (standing(at) === stable.id) {
          const due = dueAt(stable.noticesLater, at)?.notices ?? stable.notices;
          expect(due).toEqual(editionOn(then, 'privacy/').notices);
        }
        const [now, later] = [views, then].map((built) => built.get('')?.view.content);
        if (now?.kind !== 'home' || later?.kind !== 'home') throw new Error('No home');
        expect(dueAt(now.announcedLater, at)?.announced ?? now.announced).toEqual(later.announced);
        const [policy] = now.policies;
        expect(dueAt(policy?.sentencesLater ?? [], at)?.sentences ?? policy?.sentences).toEqual(
          later.policies[0]?.sentences,
        );
      }
    }, 12);
  });

  it('is needed from the next change on, and nothing is needed before', () => {
    holds(({ given, views, asOf }) => {
      const timeline = arrange(given.policy, { asOf, timeZone: given.zone });
      const next = timeline?.nextChange;
      const last = next === undefined ? Date.UTC(2095, 0) : next - 1;
      const contents = (built: Reading['views']) => [...built.values()].map(({ view }) => view);
      expect(contents(viewsAt(given, last))).toEqual(contents(views));
    }, 12);
  });
});
