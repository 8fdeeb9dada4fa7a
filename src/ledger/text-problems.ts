/** What was found in a published text goes in; the problem, with its place and its cure, comes out. */
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { TextEntry } from '../model/ledger.ts';
import type { ClauseDifference } from './clause-changes.ts';
import { type FactChange, isDate } from './fact-changes.ts';
import type { PublishedText } from './published-texts.ts';
import { nameOfClauses, nameOfText, publicationOf } from './words.ts';

/** A text as it is, and the entry it is held against. */
export interface Pair {
  readonly present: PublishedText;
  readonly entry: TextEntry;
  /** The day in the site's zone, for a correction that might be made now. */
  readonly today: string;
  readonly isOneOfMany: boolean;
}

/** Without `differences` no word was changed, only mark-up. */
export function textChanged(pair: Pair, differences: readonly ClauseDifference[]): Diagnostic {
  const [first] = differences;
  const what =
    first === undefined
      ? 'its Markdown, though none of its words: emphasis, spaces or the like'
      : nameOfClauses(differences, pair.present.body);
  const clause = first === undefined ? '' : clauseSetting(first, pair.present);
  const example = `corrections: [{on: ${pair.today}, ${clause}was: …, now: …, reason: …}]`;
  return problem('ledger-text-changed', pair, {
    place: placeOfClause(first, pair.present),
    message: `You changed ${what}.`,
    hint: `Make a new edition (“promulgate new ${pair.entry.policy} --effective …”) and leave this one as it was; or, if this repairs an error, add a correction to its front matter: “${example}”.`,
  });
}

export function correctionInexact(pair: Pair, differences: readonly ClauseDifference[]): Diagnostic {
  return problem('ledger-correction-inexact', pair, {
    place: placeOfClause(differences[0], pair.present),
    message: `You changed ${nameOfClauses(differences, pair.present.body)}, and its new corrections do not say all of it.`,
    hint: 'Let “was” and “now” quote the words exactly as they read on the page before and after, one correction for each change. What is no repair belongs in a new edition.',
  });
}

export function renderingChanged(pair: Pair, differences: readonly ClauseDifference[]): Diagnostic {
  const what = differences.length === 0 ? 'its title' : nameOfClauses(differences, pair.present.body);
  return problem('ledger-rendering-changed', pair, {
    place: placeOfClause(differences[0], pair.present),
    message: `Its file is the same, but readers would now see other words in ${what}.`,
    hint: 'If “numbering” in policy.yaml was changed, change it back. If not, this version of Promulgate shows the text otherwise: build with the version before, and report this.',
  });
}

export function factChanged(pair: Pair, { name, was, now }: FactChange): Diagnostic {
  const { present, today } = pair;
  const [key = name] = name.split(' ');
  const values = `${was === '' ? 'absent' : `“${was}”`} and is now ${now === '' ? 'absent' : `“${now}”`}`;
  const isMovable = key === 'effective' || /from$/.test(name);
  const moved =
    isMovable && /^\d/.test(was) ? ` If the date was moved before it came, add “announcedEffective: ${was}”.` : '';
  return problem(isDate(name) ? 'ledger-date-changed' : 'ledger-text-changed', pair, {
    place: placeOfKey(key, present),
    message: `“${name}” was ${values}.`,
    hint: `Write it as it was, and make a new edition for what is new.${moved} If this repairs an error, add a correction: “corrections: [{on: ${today}, was: ${quoted(was)}, now: ${quoted(now)}, reason: …}]”.`,
  });
}

export function addressChanged(pair: Pair): Diagnostic {
  const { present, entry } = pair;
  return problem('ledger-address-changed', pair, {
    place: { path: present.text.path },
    message: `It stood at “/${entry.address}” and would now stand at “/${present.record.address}”.`,
    hint: 'Links to it would break. Put back the name of the folder or file, or the order of “languages” in policies/site.yaml, which was changed. A folder may have a new name if its policy.yaml gives the one before under “aliases”.',
  });
}

export function correctionChanged(pair: Pair, { on, was, now }: TextEntry['corrections'][number]): Diagnostic {
  return problem('ledger-correction-changed', pair, {
    place: placeOfKey('corrections', pair.present),
    message: `Its correction of ${on} (${quoted(was)}, now ${quoted(now)}) was published and is no longer declared as it was.`,
    hint: 'Put it back word for word under “corrections”. If the correction was wrong itself, add another one.',
  });
}

export function withdrawalChanged(pair: Pair, { on, reason }: NonNullable<TextEntry['withdrawn']>): Diagnostic {
  return problem('ledger-withdrawal-changed', pair, {
    place: placeOfKey('withdrawn', pair.present),
    message: `It has been withdrawn since ${on}, and its front matter no longer says so in the same way.`,
    hint: `Write “status: withdrawn” and “withdrawn: {on: ${on}, reason: ${quoted(reason)}}”. To put the same text in force again, make a new edition.`,
  });
}

interface Words {
  readonly place: Place;
  readonly message: string;
  readonly hint: string;
}

function problem(ruleId: string, { entry, isOneOfMany }: Pair, { place, message, hint }: Words): Diagnostic {
  const text = `${nameOfText(entry, isOneOfMany)} ${publicationOf(entry)}.`;
  return { ruleId, severity: 'error', place, message: `${text} ${message}`, hint };
}

function placeOfClause(difference: ClauseDifference | undefined, { text, body }: PublishedText): Place {
  const line = body.clauses.find(({ anchor }) => anchor === difference?.anchor)?.line;
  return { path: text.path, line: line ?? text.lineOffset + 1, column: 1 };
}

function placeOfKey(key: string, { text, edition }: PublishedText): Place {
  const other = edition.texts.find(({ keyPlaces }) => keyPlaces[key] !== undefined);
  return text.keyPlaces[key] ?? other?.keyPlaces[key] ?? { path: text.path, line: 1, column: 1 };
}

function clauseSetting({ anchor }: ClauseDifference, { body }: PublishedText): string {
  const citation = body.clauses.find((clause) => clause.anchor === anchor)?.citation;
  return citation === undefined ? '' : `clause: ${quoted(citation)}, `;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
