/** The corpora on disk go in; for each policy in them, its editions in order of day, rendered, come out. */
import { render } from '../../../lib/render/render.js';
import { readCorpora } from '../corpora.mjs';

const WORDS = { footnotes: 'Footnotes', backToText: 'Back {number}', table: 'Table {number}' };

/** Marks for which a text is refused though it reads well without them, so that more pairs are compared. */
const REFUSED = [
  [/ (?:class|style|target|rel)="[^"]*"/g, ''],
  [/<\/?footer>/g, ''],
  [/^\{:[^}]*\}$/gm, ''],
  [/\]\(consultantplus:[^)]*\)/g, '](#)'],
  [/<URL>/g, 'URL'],
];

/**
 * @param {string} folder
 * @returns {Generator<{ source: string, policy: string, editions: { origin: string, body: import('../../../lib/model/clause.js').Body }[], refused: number }>}
 */
export function* readBodies(folder) {
  for (const { name, editions } of readCorpora(folder)) {
    const policies = new Map();
    for (const edition of editions) {
      // The languages of one edition are no editions of one another.
      const language = /\.([a-z]{2}[\w-]*)\.md$/.exec(edition.path)?.[1] ?? '';
      const policy = `${edition.path.split('/')[1]}${language === '' ? '' : ` (${language})`}`;
      policies.set(policy, [...(policies.get(policy) ?? []), edition]);
    }
    for (const [policy, own] of policies) {
      const rendered = own
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ origin, text }) => ({ origin, body: bodyOf(text) }));
      const kept = rendered.filter(({ body }) => body !== undefined);
      yield { source: name, policy, editions: kept, refused: rendered.length - kept.length };
    }
  }
}

function bodyOf(source) {
  const [, front = '', markdown = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const title = JSON.parse(/^title: (.+)$/m.exec(front)?.[1] ?? '""');
  const cleaned = REFUSED.reduce((text, [pattern, by]) => text.replace(pattern, by), markdown);
  const text = { language: 'en', title, path: 'policies/p/e.md', markdown: cleaned, lineOffset: 0, keyPlaces: {} };
  return render(text, { policy: 'p', words: WORDS, numbering: { kind: 'as-typed' } }).body;
}
