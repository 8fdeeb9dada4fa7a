/** A marked tree goes in; its mentions of its own clauses ("clause 3.3.2") become links, and those that lead nowhere become problems. */
import type { Link, PhrasingContent, Root, Text } from 'mdast';
import type { Clause } from '../model/clause.ts';
import type { Problems } from './problems.ts';
import { SKIP, visit } from './visit.ts';

/** Words that announce a clause's number, with their inflected forms, in lower case; each with the names such clauses carry. */
const MENTIONS: readonly { readonly words: string; readonly names: readonly string[] }[] = [
  { words: 'clauses?|sections?|paragraphs?|sub-?sections?|sub-?clauses?|§§?', names: ['', 'section', 'clause', '§'] },
  { words: 'articles?', names: ['article'] },
  {
    words: 'пункт(?:а|е|ом|у|ы|ов|ах|ами)?|подпункт(?:а|е|ом|у|ы|ов|ах)?|п\\.|пп\\.|раздел(?:а|е|ом|у|ы|ов|ах)?',
    names: ['', 'пункт', 'п', 'раздел'],
  },
  { words: 'стать(?:я|и|е|ю|ёй|ей|ях)|ст\\.', names: ['статья', 'ст'] },
  { words: 'ziffern?|absatz|abschnitts?|nummer', names: ['', 'ziffer', 'abschnitt'] },
  { words: 'cláusulas?|apartados?|secci(?:ón|ones)', names: ['', 'cláusula', 'sección'] },
];

const SPACE = '[ \\u00A0\\u202F\\n]+';
const NUMBER = '\\d{1,3}(?:\\.\\d{1,3})*(?:\\([a-zа-я0-9]{1,4}\\))*';

/** What every mention holds: looking for all of them takes longer. */
const MAY_MENTION = /[.§\p{L} \u00A0\u202F\n]\d/u;

/** What follows makes it another text's clause: "of the GDPR", "of Regulation (EU) …", "Федерального закона". */
const ELSEWHERE =
  /^(?:\([^)]*\))*,?\s*(?:(?:of|in|under|to)\s+(?:the\s+|that\s+|its\s+)?(?!(?:this|these|the|our)\b)(?:[\p{Lu}\d]|same\b|law\b|act\b|regulation|directive)|(?:ст\.|стать[ия]|части|ч\.)\s*\d|\p{Lu}[\p{Lu}\d]|Федеральн|Закон|Кодекс|Регламент|закона|кодекса|(?:GDPR|DSGVO|BGB|RGPD|ГК|УК|КоАП)\b)/u;
/** What stands before makes it so: "GDPR Article 6", "Regulation (EU) 2016/679, section 4". */
const ELSEWHERE_BEFORE = /(?:Regulation|Directive|Act|Code|Law|GDPR|закона|кодекса|Закона|Кодекса)[^.;]{0,24}$/u;

interface Target {
  readonly anchor: string;
}

/** Turns mentions into links in place. Only numbers that the text itself could have are looked at; others are left as text. */
export function linkCrossReferences(tree: Root, clauses: readonly Clause[], problems: Problems): void {
  const targets = targetsOf(clauses);
  if (targets.size === 0) return;
  const matchers = MENTIONS.map(({ words, names }) => ({
    names,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})${SPACE}?(${NUMBER})(?![\\d%])(?!\\.\\d)`, 'giu'),
  }));
  let isInAnchor = false;
  visit(tree, (node, index, parent) => {
    if (node.type === 'html') isInAnchor = opensAnchor(node.value) ?? isInAnchor;
    // A link within a link ends the outer one.
    if (isInAnchor && node.type === 'text') return undefined;
    if (node.type === 'link' || node.type === 'linkReference' || node.type === 'heading') return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return undefined;
    if (!MAY_MENTION.test(node.value)) return undefined;
    const links = matchers.flatMap(({ pattern, names }) => linksIn({ text: node, pattern, names, targets, problems }));
    if (links.length === 0) return undefined;
    const parts = cut(node, links);
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

/** Whether the last tag of a link in a piece of HTML opens or closes it; undefined if there is none. */
function opensAnchor(html: string): boolean | undefined {
  const last = html.match(/<\/?a(?=[\s>])[^>]*/gi)?.at(-1);
  return last === undefined ? undefined : /^<a\s[^>]*href/i.test(last);
}

/** Clauses by what a mention calls them: the citation, for named ones the name and number. */
function targetsOf(clauses: readonly Clause[]): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const { citation, anchor } of clauses) {
    if (citation === undefined) continue;
    const key = citation
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/^§+\s*/, '§ ');
    if (!targets.has(key)) targets.set(key, { anchor });
  }
  return targets;
}

interface LinkAt {
  readonly start: number;
  readonly end: number;
  readonly anchor: string;
}

interface Search {
  readonly text: Text;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly targets: ReadonlyMap<string, Target>;
  readonly problems: Problems;
}

function linksIn({ text, pattern, names, targets, problems }: Search): LinkAt[] {
  return [...text.value.matchAll(pattern)].flatMap((match) => {
    const [whole, number = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    if (ELSEWHERE.test(text.value.slice(end)) || ELSEWHERE_BEFORE.test(text.value.slice(0, start))) return [];
    const keys = names.map((name) => (name === '' ? number : `${name} ${number}`).toLowerCase());
    const target = keys.map((key) => targets.get(key)).find((found) => found !== undefined);
    if (target !== undefined) return [{ start, end, anchor: target.anchor }];
    if (isOwn(number, targets)) reportMissing({ text, start, whole, number, problems });
    return [];
  });
}

/** A number the text could have: it has the section, or the clause's neighbours. A lone "section 230" may be any law's. */
function isOwn(number: string, targets: ReadonlyMap<string, Target>): boolean {
  const head = /^(\d+)\./.exec(number)?.[1];
  return head !== undefined && [...targets.keys()].some((key) => key === head || key.startsWith(`${head}.`));
}

function reportMissing(missing: {
  text: Text;
  start: number;
  whole: string;
  number: string;
  problems: Problems;
}): void {
  const { text, start, whole, number, problems } = missing;
  problems.inText(
    text,
    { offset: start, length: whole.length },
    {
      ruleId: 'cross-reference-nowhere',
      severity: 'warning',
      message: `"${whole.replace(/\s+/g, ' ')}" is mentioned, but this text has no clause ${number}.`,
      hint: 'Correct the number. If another document is meant, name it: "clause 3.3 of the Terms of Service".',
    },
  );
}

function cut(text: Text, links: readonly LinkAt[]): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end, anchor } of links.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    if (start > from) parts.push({ type: 'text', value: text.value.slice(from, start) });
    const children: Text[] = [{ type: 'text', value: text.value.slice(start, end) }];
    const link: Link = { type: 'link', url: `#${encodeURIComponent(anchor)}`, children };
    parts.push(link);
    from = end;
  }
  if (from < text.value.length) parts.push({ type: 'text', value: text.value.slice(from) });
  return parts;
}
