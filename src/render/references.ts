/** A Markdown tree goes in; a problem for every note or link target that would silently vanish from the page comes out. */
import type { FootnoteDefinition, Root } from 'mdast';
import type { Problems } from './problems.ts';
import { SKIP, visit } from './visit.ts';

/** Markdown prints only what is referred to, and of two definitions with one name only the first. */
export function checkReferences(tree: Root, problems: Problems): void {
  const referred = new Set<string>();
  visit(tree, ['footnoteReference', 'linkReference', 'imageReference'], (node) => {
    if ('identifier' in node) referred.add(`${kindOf(node.type)} ${node.identifier}`);
  });
  const defined = new Map<string, string>();
  visit(tree, ['footnoteDefinition', 'definition'], (node) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'definition') return;
    const name = `${kindOf(node.type)} ${node.identifier}`;
    const written = node.type === 'definition' ? `[${node.label ?? node.identifier}]` : footnoteName(node);
    const target = node.type === 'definition' ? node.url : '';
    const earlier = defined.get(name);
    if (earlier !== undefined && (target === '' || target !== earlier)) {
      problems.at(node.position, {
        ruleId: 'reference-repeated',
        message: `"${written}:" is defined twice; only the first counts.`,
        hint: 'Give one of the two another name, or remove it.',
      });
    } else if (earlier === undefined && !referred.has(name)) {
      problems.at(node.position, {
        ruleId: 'reference-unused',
        // An address nobody refers to is a leftover; words that are read as one are lost.
        severity: isAddress(target) ? 'warning' : 'error',
        message: `"${written}:" is defined here but nothing in the text refers to it, so it does not appear on the page.`,
        hint: `Refer to it with ${written}, remove the line, or, if it is meant as text, write \\${written}:.`,
      });
    }
    if (earlier === undefined && node.type === 'definition' && referred.has(name) && !isAddress(target)) {
      problems.at(node.position, {
        ruleId: 'reference-target',
        message: `"${target}" is read as the address of a link here, so it does not appear on the page.`,
        hint: `If it is meant as text, write \\${written}: ${target}. If it is meant as an address, write it whole: https://…, or ../terms/ for a page of this site.`,
      });
    }
    defined.set(name, earlier ?? target);
  });
  reportHiddenNotes(tree, problems);
  reportNotesInLinks(tree, problems);
}

/** A note that only itself, or notes like it, refer to is not on the page. */
function reportHiddenNotes(tree: Root, problems: Problems): void {
  const notes = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (note) => {
    if (!notes.has(note.identifier)) notes.set(note.identifier, note);
  });
  const shown = new Set(notesIn(tree, { within: false }));
  for (const name of shown) {
    const note = notes.get(name);
    if (note !== undefined) for (const further of notesIn(note, { within: true })) shown.add(further);
  }
  const referred = new Set([...notes.values()].flatMap((note) => notesIn(note, { within: true })));
  for (const [name, note] of notes) {
    if (shown.has(name) || !referred.has(name)) continue;
    problems.at(note.position, {
      ruleId: 'reference-circular',
      message: `"${footnoteName(note)}" is referred to only from within notes that do not appear on the page themselves.`,
      hint: `Refer to the note from the text with ${footnoteName(note)}, or remove it.`,
    });
  }
}

/** The number of a note is itself a link, and in HTML no link may hold another. */
function reportNotesInLinks(tree: Root, problems: Problems): void {
  visit(tree, ['link', 'linkReference'], (link) => {
    visit(link, 'footnoteReference', (note) => {
      problems.at(note.position, {
        ruleId: 'reference-in-link',
        message: 'A note is referred to within the text of a link, so that neither could be followed.',
        hint: `Put [^${note.label ?? note.identifier}] behind the link.`,
      });
    });
  });
}

/** The names of the notes that are referred to, in what notes themselves say or outside of them. */
function notesIn(node: Root | FootnoteDefinition, { within }: { readonly within: boolean }): string[] {
  const names: string[] = [];
  visit(node, (inner) => {
    if (inner.type === 'footnoteReference') names.push(inner.identifier);
    return inner.type === 'footnoteDefinition' && !within ? SKIP : undefined;
  });
  return names;
}

function isAddress(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[./#]|www\.)|[/#]|\.(?:md|html?|pdf|com|org|net|io|gov)\b/i.test(target);
}

function kindOf(type: string): string {
  return type.startsWith('footnote') ? 'note' : 'link';
}

function footnoteName(node: FootnoteDefinition): string {
  return `[^${node.label ?? node.identifier}]`;
}
