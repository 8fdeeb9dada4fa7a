/** A text and the name of a clause as somebody wrote it go in; the clause that is meant comes out. */
import type { Body, Clause } from './clause.ts';

/** By its number, its label as typed, its heading or its address; a number may be written with a word or sign before it. */
export function clauseNamed({ clauses }: Pick<Body, 'clauses'>, written: string): Clause | undefined {
  const wanted = plain(written);
  const address = written.replace(/^#/, '');
  return (
    clauses.find(({ anchor }) => anchor === address) ??
    clauses.find((clause) => namesOf(clause).some((name) => name !== '' && isNamed(wanted, name)))
  );
}

function namesOf({ label = '', citation = '', title, anchor }: Clause): string[] {
  return [label, citation, title, anchor, `${label} ${title}`, `${citation} ${title}`].map(plain);
}

function isNamed(wanted: string, name: string): boolean {
  return wanted === name || (/\d/.test(name) && wanted.endsWith(` ${name}`));
}

/** `§ 3.1.` as `3.1`, `Clause (a)` as `clause (a)`. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[§#]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:]+$/, '');
}
