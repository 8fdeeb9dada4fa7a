/**
 * What each sentence about time claims, in English and in Russian, as something that can be checked against the truth at the
 * moment at which it is read. Whoever changes the words of a sentence has to look here whether it still claims the same.
 */
import { momentIso } from '../../src/model/civil-date.ts';
import type { Edition, Policy } from '../../src/model/policy.ts';
import type { WordKey } from '../../src/theme/words.ts';
import { isAmong, type Person, startOf, type Truth } from '../truth.ts';
import { readSaid, type Said } from './plain-voice.ts';

/** A sentence, on a page that says it of an edition (or of none in particular), read at a moment. */
export interface Claim {
  readonly values: Said['values'];
  readonly subject: string;
  /** From when it stands there; and when it is read. */
  readonly since: number;
  readonly at: number;
  readonly policy: Policy;
  readonly truth: Truth;
}

export interface Wording {
  readonly en: string;
  readonly ru: string;
  readonly isTrue: (claim: Claim) => boolean;
}

const FOREVER = Date.UTC(2100, 0);

/** The instant that a day or moment in a sentence means. */
export function instantFor(text: string | undefined, { zone }: Truth): number {
  if (text === undefined) throw new Error('A value is missing');
  return /^\d{4}-\d\d-\d\d$/.test(text) ? startOf(text, zone) : Date.parse(text);
}

/** The end, excluded, that the value of `until` means: it names either the last day, or the instant. */
export function endFor(text: string | undefined, truth: Truth): number {
  const [said] = readSaid(text ?? '');
  if (said?.key !== 'last-day') return instantFor(text, truth);
  const day = `${said.values.day}T00:00:00Z`;
  return startOf(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10), truth.zone);
}

/** The cohorts to all of which somebody belongs whom a sentence means. */
export function cohortsFor(text: string): string[] {
  const [said] = readSaid(text);
  if (said?.key !== 'cohort-of-both') return [text];
  return [...cohortsFor(said.values.to ?? ''), said.values.also ?? ''];
}

/** The editions that are called by this date; there should be one. */
export function editionsNamed(text: string | undefined, policy: Policy): Edition[] {
  const [outer] = readSaid(text ?? '');
  const id = outer?.key === 'edition-told-apart' ? outer.values.id : undefined;
  const date = id === undefined ? text : outer?.values.date;
  const [inner] = readSaid(date ?? '');
  const isUnknown = inner?.key === 'date-or-earlier';
  const moment = isUnknown ? inner.values.date : date;
  return policy.editions.filter(
    (edition) =>
      momentIso(edition.effective) === moment &&
      (edition.onset === 'unknown') === isUnknown &&
      (id === undefined || edition.id === id),
  );
}

/** The moments between two at which anything can become otherwise, and the first and last. */
function moments({ instants }: Truth, from: number, until: number): number[] {
  if (until <= from) return [];
  return [from, ...instants.filter((instant) => from < instant && instant < until), until - 1];
}

const ever = (truth: Truth, is: (at: number) => boolean) => moments(truth, 0, FOREVER).some(is);
const isHeld = (id: string, { truth }: Claim) => ever(truth, (at) => truth.holder(at) === id);
const isDoubtful = (id: string, { truth }: Claim) => ever(truth, (at) => truth.perhaps(at).includes(id));

/** In force for certain, all the time; but of an edition that was withdrawn in the very month or year of its publication nobody can say what it interrupted. */
function isThroughout(claim: Claim, from: number, until: number): boolean {
  const { truth, subject } = claim;
  return moments(truth, from, until).every((at) => truth.holder(at) === subject && rivals(truth, at).length === 0);
}

function rivals(truth: Truth, at: number): string[] {
  return truth.perhaps(at).filter((id) => {
    const fate = truth.fate(id);
    return fate !== undefined && fate.effective < Math.min(fate.withdrawn, truth.end);
  });
}

/** In force from exactly then on. */
function starts({ truth, subject }: Claim, from: number): boolean {
  return (
    truth.holder(from) === subject && truth.holder(from - 1) !== subject && truth.perhaps(from - 1).indexOf(subject) < 0
  );
}

const isOver = ({ truth, subject }: Claim, until: number) => truth.holder(until) !== subject;

/** Whether it may have ended before: replaced by another, or begun and ended in a time of which little is known. */
function isEndUnknown({ truth, subject }: Claim, until: number): boolean {
  const next = truth.fate(truth.holder(until) ?? '');
  const isRivalled = truth.perhaps(until - 1).some((id) => id !== subject);
  return next?.edition.onset === 'unknown' || isRivalled || isLatestStart({ truth, subject }, until);
}

/** The subject's start is no more than the last moment at which it can have been. */
function isLatestStart({ truth, subject }: Pick<Claim, 'truth' | 'subject'>, from: number): boolean {
  const fate = truth.fate(subject);
  return fate?.edition.onset === 'unknown' && fate.effective === from;
}

const wasBefore = ({ truth, subject }: Claim, from: number) =>
  moments(truth, 0, from).some((at) => truth.holder(at) === subject) ||
  (truth.fate(subject)?.edition.onset === 'unknown' && (truth.fate(subject)?.effective ?? from) < from);

const nothingBefore = ({ truth }: Claim, from: number) =>
  moments(truth, 0, from).every((at) => truth.holder(at) === undefined && truth.perhaps(at).length === 0);

/** When the edition comes to apply to anybody of a cohort of its own. */
export function firstUnder(id: string, cohort: string, truth: Truth): number | undefined {
  const persons = truth.persons.filter((person) => person.get(id) === cohort);
  return truth.instants.find((at) => persons.some((person) => truth.under(person, at) === id));
}

function isStaggered({ truth, subject }: Claim): boolean {
  const cohorts = [...(truth.fate(subject)?.cohorts.keys() ?? [])];
  return new Set(cohorts.map((cohort) => firstUnder(subject, cohort, truth))).size > 1;
}

function isWritten({ policy, subject }: Claim, published: string | undefined): boolean {
  const own = policy.editions.find(({ id }) => id === subject)?.published;
  return own !== undefined && published === ('written' in own ? own.written : momentIso(own));
}

function isWithdrawn({ policy, subject, values, truth }: Claim): boolean {
  const declared = policy.editions.find(({ id }) => id === subject)?.declared;
  if (declared?.kind !== 'withdrawn' || declared.on !== values.on) return false;
  const isReason = values.reason === undefined || values.reason === declared.reason;
  return (
    isReason && moments(truth, startOf(declared.on, truth.zone), FOREVER).every((at) => truth.holder(at) !== subject)
  );
}

function isEnded({ policy, values, truth }: Claim): boolean {
  const { retired } = policy.config;
  if (retired === undefined || retired.on !== values.on) return false;
  const isReason = values.reason === undefined || values.reason === retired.reason;
  return (
    isReason && moments(truth, instantFor(values.on, truth), FOREVER).every((at) => truth.holder(at) === undefined)
  );
}

const isNever = (claim: Claim) => !isHeld(claim.subject, claim) && !isDoubtful(claim.subject, claim);
const isPerhaps = (claim: Claim) => !isHeld(claim.subject, claim) && isDoubtful(claim.subject, claim);
const isDraft = ({ policy, subject }: Claim) =>
  policy.editions.find(({ id }) => id === subject)?.declared.kind === 'draft';

function isSameDay(claim: Claim): boolean {
  const { truth, subject, values } = claim;
  const own = truth.fate(subject);
  const from = instantFor(values.from, truth);
  if (own === undefined || own.effective !== from || own.earliest < from) return false;
  const following = truth.fates.slice(truth.fates.indexOf(own) + 1);
  return (
    !isHeld(subject, claim) && following.some(({ effective, id }) => effective === from && truth.holder(from) === id)
  );
}

/** Everybody who is meant comes under the subject right up to the end; beyond it, only if it is in force again for all. */
function isUntil({ truth, subject, values }: Claim, from?: number): boolean {
  const until = endFor(values.until, truth);
  const meant = truth.persons.filter((person) => isAmong(person, cohortsFor(values.to ?? '')));
  const isOut = (person: Person, at: number) => truth.under(person, at) !== subject || truth.holder(at) === subject;
  return (
    meant.length > 0 &&
    meant.every(
      (person) =>
        isOut(person, until) &&
        (from === undefined || isOut(person, from - 1)) &&
        moments(truth, from ?? until - 1, until).every((at) => truth.under(person, at) === subject),
    )
  );
}

/** At that moment another edition takes over from the subject: from all, or from some only. */
function takesOver({ truth, subject }: Claim, from: number, isFromAll: boolean): boolean {
  const next = truth.holder(from);
  if (next === undefined || next === subject) return false;
  // Of one whose first day is not known, its last may be.
  const wasInForce = truth.holder(from - 1) === subject || isLatestStart({ truth, subject }, from);
  if (!wasInForce || rivals(truth, from - 1).some((id) => id !== subject)) return false;
  return truth.persons.every((person) => truth.under(person, from) === next) === isFromAll;
}

/** What a reader is told of first is what comes first. */
function comesNext(claim: Claim, isFromAll: boolean): boolean {
  const from = instantFor(claim.values.from, claim.truth);
  return takesOver(claim, from, isFromAll) && isThroughout(claim, claim.since, from);
}

/** The edition that takes over is a new one. */
const isFollowing = ({ truth }: Claim, from: number) => truth.fate(truth.holder(from) ?? '')?.effective === from;

const inForceFrom = (claim: Claim) => {
  const from = instantFor(claim.values.from, claim.truth);
  return starts(claim, from) && isThroughout(claim, from, FOREVER);
};

const inForceFromUntil = (claim: Claim) => {
  const [from, until] = [instantFor(claim.values.from, claim.truth), endFor(claim.values.until, claim.truth)];
  return starts(claim, from) && isThroughout(claim, from, until) && isOver(claim, until) && from < until;
};

const inForceBy = (claim: Claim) => {
  const from = instantFor(claim.values.from, claim.truth);
  return isLatestStart(claim, from) && isThroughout(claim, from, FOREVER);
};

const inForceByUntil = (claim: Claim) => {
  const [from, until] = [instantFor(claim.values.from, claim.truth), endFor(claim.values.until, claim.truth)];
  return isLatestStart(claim, from) && isThroughout(claim, from, until) && isOver(claim, until);
};

const inForceByEndsBy = (claim: Claim) => {
  const [from, until] = [instantFor(claim.values.from, claim.truth), instantFor(claim.values.until, claim.truth)];
  return isLatestStart(claim, from) && isOver(claim, until) && isEndUnknown(claim, until);
};

const inForceFromEndsBy = (claim: Claim) => {
  const [from, until] = [instantFor(claim.values.from, claim.truth), instantFor(claim.values.until, claim.truth)];
  return starts(claim, from) && isOver(claim, until) && from < until && isEndUnknown(claim, until);
};

const comesFirst = (claim: Claim) => {
  const from = instantFor(claim.values.from, claim.truth);
  return starts(claim, from) && nothingBefore(claim, from);
};

/** Every key of the theme's words that says something about time, as its words were read when its claim was written. */
export const CLAIMS: { readonly [key in WordKey]?: Wording } = {
  // Dated facts
  'in-force-from': { en: 'In force from {from}.', ru: 'Действует с {from}.', isTrue: inForceFrom },
  'in-force-from-until': {
    en: 'In force from {from} until {until}.',
    ru: 'Действует с {from} по {until}.',
    isTrue: inForceFromUntil,
  },
  'in-force-again-from': {
    en: 'In force again from {from}.',
    ru: 'Вновь действует с {from}.',
    isTrue: (claim) => inForceFrom(claim) && wasBefore(claim, instantFor(claim.values.from, claim.truth)),
  },
  'in-force-again-from-until': {
    en: 'In force again from {from} until {until}.',
    ru: 'Вновь действует с {from} по {until}.',
    isTrue: (claim) => inForceFromUntil(claim) && wasBefore(claim, instantFor(claim.values.from, claim.truth)),
  },
  'in-force-by': {
    en: 'In force not later than {from}; from when exactly is not known.',
    ru: 'Действует с {from} или с более раннего дня; с какого именно, неизвестно.',
    isTrue: inForceBy,
  },
  'in-force-by-until': {
    en: 'In force not later than {from}, from when exactly is not known; until {until}.',
    ru: 'Действует с {from} или с более раннего дня, с какого именно, неизвестно; по {until}.',
    isTrue: inForceByUntil,
  },
  'in-force-by-replaced-by': {
    en: 'In force not later than {from}; ends not later than {until}. The exact days are not known.',
    ru: 'Действует с {from} или с более раннего дня; прекращает действие не позднее {until}. Точные дни неизвестны.',
    isTrue: inForceByEndsBy,
  },
  'in-force-from-replaced-by': {
    en: 'In force from {from}; ends not later than {until}, the exact day is not known.',
    ru: 'Действует с {from}; прекращает действие не позднее {until}, точный день неизвестен.',
    isTrue: inForceFromEndsBy,
  },
  staged: {
    en: 'It does not apply to everybody from the same day.',
    ru: 'Применяется не ко всем с одного дня.',
    isTrue: isStaggered,
  },
  'lingering-until': {
    en: 'For {to} in force until {until}.',
    ru: 'Действует по {until} для следующих лиц и случаев: {to}.',
    isTrue: (claim) => isUntil(claim),
  },
  'lingering-from-until': {
    en: 'For {to} in force from {from} until {until}.',
    ru: 'Действует с {from} по {until} для следующих лиц и случаев: {to}.',
    isTrue: (claim) => isUntil(claim, instantFor(claim.values.from, claim.truth)),
  },
  'published-with-effect-from': {
    en: 'Published on {published}, with effect from {from}.',
    ru: 'Опубликовано {published}, распространяется на отношения с {from}',
    isTrue: (claim) =>
      isWritten(claim, claim.values.published) && starts(claim, instantFor(claim.values.from, claim.truth)),
  },
  'published-applies-from': {
    en: 'Published on {published}; applies from {from}.',
    ru: 'Опубликовано {published}; применяется с {from}.',
    isTrue: (claim) => isWritten(claim, claim.values.published) && inForceFrom(claim),
  },
  'announced-applies-from': { en: 'Applies from {from}.', ru: 'Применяется с {from}.', isTrue: inForceFrom },
  'announced-applies-from-until': {
    en: 'Applies from {from} until {until}.',
    ru: 'Применяется с {from} по {until}.',
    isTrue: inForceFromUntil,
  },
  'applies-from-first': {
    en: 'Applies from {from}; nothing was in force before.',
    ru: 'Применяется с {from}; ранее этой даты документ не действовал.',
    isTrue: (claim) => comesFirst(claim) && inForceFrom(claim),
  },
  'following-applies-from': {
    en: 'From {from} the following edition applies.',
    ru: 'С {from} применяется следующая редакция.',
    isTrue: (claim) => {
      const from = instantFor(claim.values.from, claim.truth);
      return takesOver(claim, from, true) && isFollowing(claim, from);
    },
  },
  'following-begins-to-apply': {
    en: 'From {from} the following edition applies, though not to everybody at once.',
    ru: 'С {from} применяется следующая редакция, но не ко всем сразу.',
    isTrue: (claim) => {
      const from = instantFor(claim.values.from, claim.truth);
      return takesOver(claim, from, false) && isFollowing(claim, from);
    },
  },
  'returning-applies-from': {
    en: 'From {from} the edition of {date} applies again.',
    ru: 'С {from} вновь применяется редакция от {date}',
    isTrue: (claim) => {
      const { truth, policy, subject, values } = claim;
      const from = instantFor(values.from, truth);
      const named = editionsNamed(values.date, policy).map(({ id }) => id);
      const back = truth.holder(from);
      const wasHeld = moments(truth, 0, from).some((at) => truth.holder(at) === back);
      const isUnknown = truth.fate(back ?? '')?.edition.onset === 'unknown';
      return named.length === 1 && named[0] === back && truth.holder(from - 1) === subject && (wasHeld || isUnknown);
    },
  },
  'superseded-same-day': {
    en: 'Dated {from} and superseded the same day by the following edition.',
    ru: 'Датирована {from} и в тот же день заменяется следующей редакцией.',
    isTrue: isSameDay,
  },
  'withdrawn-on': {
    en: 'Withdrawn with effect from {on}. Reason: {reason}.',
    ru: 'Отозвана с {on}. Причина: {reason}.',
    isTrue: isWithdrawn,
  },
  'withdrawn-before-effect': {
    en: 'Withdrawn with effect from {on}, before it could apply. Reason: {reason}.',
    ru: 'Отозвана с {on}, до вступления в силу. Причина: {reason}.',
    isTrue: (claim) => isWithdrawn(claim) && isNever(claim),
  },
  'retired-before-effect': {
    en: 'Never in force, because this policy is retired with effect from {on}.',
    ru: 'Не вступает в силу, поскольку документ утрачивает силу с {on}.',
    isTrue: (claim) => isEnded(claim) && isNever(claim),
  },
  'perhaps-in-force': {
    en: 'It is not known whether it was ever in force.',
    ru: 'Неизвестно, действовала ли она когда-либо.',
    isTrue: isPerhaps,
  },
  'draft-sentence': { en: 'Draft, not published.', ru: 'Проект, не опубликован.', isTrue: isDraft },

  // Notices
  'notice-past': {
    en: 'This edition applied until {until}.',
    ru: 'Эта редакция применялась по {until}.',
    isTrue: (claim) => {
      const { truth, at, subject } = claim;
      const until = endFor(claim.values.until, truth);
      // For nobody it goes on.
      const isForNone = truth.persons.every((person) => truth.under(person, until) !== subject);
      return until <= at && isThroughout(claim, until - 1, until) && isOver(claim, until) && isForNone;
    },
  },
  'notice-past-by': {
    en: 'This edition ceased to apply not later than {until}.',
    ru: 'Эта редакция перестала применяться не позднее {until}.',
    isTrue: (claim) => {
      const until = instantFor(claim.values.until, claim.truth);
      return until <= claim.at && isOver(claim, until) && isEndUnknown(claim, until);
    },
  },
  'notice-superseded-same-day': {
    en: 'This edition is dated {from} and superseded the same day.',
    ru: 'Эта редакция датирована {from} и в тот же день заменяется следующей.',
    isTrue: isSameDay,
  },
  'notice-announced': {
    en: 'This edition applies only from {from}.',
    ru: 'Эта редакция применяется только с {from}.',
    isTrue: (claim) => {
      const from = instantFor(claim.values.from, claim.truth);
      return starts(claim, from) && !wasBefore(claim, from);
    },
  },
  'notice-announced-first': {
    en: 'This edition applies only from {from}; nothing was in force before.',
    ru: 'Эта редакция применяется только с {from}; ранее этой даты документ не действовал.',
    isTrue: comesFirst,
  },
  'notice-withdrawn': {
    en: 'This edition is withdrawn with effect from {on}. Reason: {reason}.',
    ru: 'Эта редакция отозвана с {on}. Причина: {reason}.',
    isTrue: isWithdrawn,
  },
  'notice-withdrawn-before-effect': {
    en: 'This edition never applies: it is withdrawn with effect from {on}. Reason: {reason}.',
    ru: 'Эта редакция не применяется: она отозвана с {on}. Причина: {reason}.',
    isTrue: (claim) => isWithdrawn(claim) && isNever(claim),
  },
  'notice-draft': {
    en: 'This is a draft. It has not been published and has no legal effect.',
    ru: 'Это проект. Он не опубликован и не имеет юридической силы.',
    isTrue: isDraft,
  },
  'notice-coming': {
    en: 'From {from} another edition applies.',
    ru: 'С {from} применяется другая редакция.',
    isTrue: (claim) => comesNext(claim, true),
  },
  'notice-coming-staged': {
    en: 'From {from} another edition applies, though not to everybody at once.',
    ru: 'С {from} применяется другая редакция, но не ко всем сразу.',
    isTrue: (claim) => comesNext(claim, false),
  },
  'notice-coming-by': {
    en: 'Not later than {from} another edition applies; from when exactly is not known.',
    ru: 'Не позднее {from} начинает применяться другая редакция; с какого именно дня, неизвестно.',
    isTrue: (claim) => {
      const { truth, values } = claim;
      const from = instantFor(values.from, truth);
      return truth.holder(from) !== undefined && isOver(claim, from) && isEndUnknown(claim, from);
    },
  },
  'notice-retired': {
    en: 'This policy is retired with effect from {on}. Reason: {reason}.',
    ru: 'Документ утрачивает силу с {on}. Причина: {reason}.',
    isTrue: isEnded,
  },
  'notice-retired-before-effect': {
    en: 'This edition never applies, because the policy is retired with effect from {on}.',
    ru: 'Эта редакция не применяется, поскольку документ утрачивает силу с {on}.',
    isTrue: (claim) => isEnded(claim) && isNever(claim),
  },

  // Archive rows
  'interval-from': { en: 'From {from}', ru: 'С {from}', isTrue: inForceFrom },
  'interval-from-until': { en: 'From {from} until {until}', ru: 'С {from} по {until}', isTrue: inForceFromUntil },
  'interval-by': {
    en: 'Not later than {from}, from when exactly is not known',
    ru: 'С {from} или с более раннего дня, с какого именно, неизвестно',
    isTrue: inForceBy,
  },
  'interval-by-until': {
    en: 'Not later than {from}, from when exactly is not known; until {until}',
    ru: 'С {from} или с более раннего дня, с какого именно, неизвестно; по {until}',
    isTrue: inForceByUntil,
  },
  'interval-by-replaced-by': {
    en: 'Not later than {from}, ends not later than {until}; the exact days are not known',
    ru: 'С {from} или с более раннего дня, прекращает действие не позднее {until}; точные дни неизвестны',
    isTrue: inForceByEndsBy,
  },
  'interval-from-replaced-by': {
    en: 'From {from}, ends not later than {until}',
    ru: 'С {from}, прекращает действие не позднее {until}',
    isTrue: inForceFromEndsBy,
  },
  'interval-staged': {
    en: 'Not for everybody from the same day',
    ru: 'Не для всех с одного дня',
    isTrue: isStaggered,
  },
  'interval-perhaps': {
    en: 'Not known whether ever in force',
    ru: 'Неизвестно, действовала ли когда-либо',
    isTrue: isPerhaps,
  },
  'interval-retired-before-effect': {
    en: 'Never applies; the policy is retired with effect from {on}',
    ru: 'Не применяется; документ утрачивает силу с {on}',
    isTrue: (claim) => isEnded(claim) && isNever(claim),
  },
  'interval-superseded-same-day': {
    en: 'Superseded the same day, {from}',
    ru: 'Заменяется в тот же день, {from}',
    isTrue: isSameDay,
  },
  'interval-withdrawn': { en: 'Withdrawn with effect from {on}', ru: 'Отозвана с {on}', isTrue: isWithdrawn },
  'interval-withdrawn-before-effect': {
    en: 'Never applies; withdrawn with effect from {on}',
    ru: 'Не применяется; отозвана с {on}',
    isTrue: (claim) => isWithdrawn(claim) && isNever(claim),
  },
  'interval-draft': { en: 'Draft', ru: 'Проект', isTrue: isDraft },

  // Lists of editions to compare
  'choice-announced': {
    en: '{edition}: applies from {from}',
    ru: '{edition}: применяется с {from}',
    isTrue: (claim) => starts(claim, instantFor(claim.values.from, claim.truth)),
  },
  'choice-withdrawn': {
    en: '{edition}: withdrawn with effect from {on}',
    ru: '{edition}: отозвана с {on}',
    isTrue: isWithdrawn,
  },

  // Links
  'edition-in-force': {
    en: 'The edition in force',
    ru: 'Действующая редакция',
    isTrue: ({ truth, at }) => truth.holder(at) !== undefined,
  },
  'edition-of': {
    en: 'Edition of {date}',
    ru: 'Редакция от {date}',
    isTrue: ({ values, policy, subject }) =>
      JSON.stringify(editionsNamed(values.date, policy).map(({ id }) => id)) === JSON.stringify([subject]),
  },
  'changed-over': {
    en: 'This page has changed. It shows the edition of {date}.',
    ru: 'Страница изменилась: показана редакция от {date}',
    isTrue: ({ values, policy, subject }) =>
      JSON.stringify(editionsNamed(values.date, policy).map(({ id }) => id)) === JSON.stringify([subject]),
  },
};
