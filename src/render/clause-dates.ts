/** A clause's text goes in; the moment from which it applies, where its author wrote `{from=2027-01-01}` at its end, comes out. */
import type { Heading, Paragraph, Root, Text } from 'mdast';
import { type Moment, parseMoment } from '../model/civil-date.ts';
import { DATE_NOTE } from '../model/clause.ts';
import type { Problems } from './problems.ts';
import { visit } from './visit.ts';

/** At the end; an address that the author fixed may follow. */
const AT_END = /^\{from=([^{}\n]*)\}(?=\s*(?:\{#[^{}\s]*\})?\s*$)/u;
const ANYWHERE = /\{from=[^{}\n]*\}/gu;

/** Takes the date off the text. One that names no moment is a problem, and stays. */
export function takeDate(node: Heading | Paragraph, problems: Problems): Moment | undefined {
  const last = node.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const at = last.value.lastIndexOf('{from=');
  const match = at === -1 ? null : AT_END.exec(last.value.slice(at));
  if (match === null) return undefined;
  const moment = parseMoment((match[1] ?? '').trim());
  if (moment === undefined) {
    problems.inText(
      last,
      { offset: at, length: match[0].length },
      {
        ruleId: 'clause-date',
        message: `“${match[0]}” names no day.`,
        hint: 'Write the day as year-month-day, as in {from=2027-01-01}.',
      },
    );
    return undefined;
  }
  last.value = last.value.slice(0, at).trimEnd() + last.value.slice(at + match[0].length);
  return moment;
}

/** Marks the place, at the end of a clause, where its date is to be said. */
export function placeDateNote(node: Heading | Paragraph, clause: number): void {
  const note: Text = { type: 'text', value: '', data: { hName: 'span', hProperties: { [DATE_NOTE]: clause } } };
  node.children.push(note);
}

/** Reports the dates that were not taken off: only a clause has a date of its own. */
export function reportStrayDates(tree: Root, problems: Problems): void {
  visit(tree, 'text', (node) => {
    for (const { 0: written, index } of node.value.matchAll(ANYWHERE)) {
      if (parseMoment(written.slice('{from='.length, -1).trim()) === undefined) continue;
      reportStray(problems, node, { offset: index, length: written.length });
    }
  });
}

/** Reports a date that stands at the end of something without a number or an address. */
export function reportStray(
  problems: Problems,
  node: Text | Heading | Paragraph,
  at?: { offset: number; length: number },
): void {
  const problem = {
    ruleId: 'clause-date',
    message: 'A date such as this belongs at the end of a clause, and none ends here.',
    hint: 'Put it at the end of a numbered paragraph, an item or a heading; or give the paragraph an address as well: {from=2027-01-01} {#new-fee}.',
  };
  if (node.type === 'text' && at !== undefined) problems.inText(node, at, problem);
  else problems.at(node.position, problem);
}
