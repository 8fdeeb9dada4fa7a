/** Comparisons go in; one HTML page that needs nothing else comes out. */
import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { markUp, type TextComparison } from '../../index.ts';
import type { Language } from '../../model/config.ts';
import type { RunWords } from '../../model/redline.ts';
import { factsOf, sectionsOf, titledHeadingOf } from '../diff-words.ts';

const compiler = unified().use(rehypeStringify).freeze();

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
ins { text-decoration: underline double; background: #d9f2dd; color: #05400f; }
del { text-decoration: line-through; background: #fbdcdc; color: #6b0000; }
.seam::before { content: "¶"; }
[data-redline=restyled] { outline: 1px dotted; }
[data-redline=moved-away] del { text-decoration-style: dotted; background: none; color: inherit; }
table { border-collapse: collapse; } td, th { border: 1px solid; padding: .25rem .5rem; vertical-align: top; }
tr[data-redline^=moved-] > :first-child { border-inline-start: 4px double; }
ol, ul { list-style: none; padding-left: 1.5rem; } article { border-top: 1px solid; }
.clause { display: flex; gap: .75rem; margin-block: .75rem; } .clause > .text { flex: 1; min-width: 0; } .clause > .text > :first-child { margin-top: 0; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: pre; }
@media (prefers-color-scheme: dark) { ins { background: #0d3d18; color: #d9f2dd; } del { background: #5a1414; color: #fbdcdc; } }
@media print { ins, del { background: none; color: inherit; } }
`;

/** Both texts whole. `wordsFor` gives what is heard at both ends of a change. */
export function diffHtml(comparisons: readonly TextComparison[], wordsFor: (language: Language) => RunWords): string {
  const title =
    comparisons.length === 1 && comparisons[0] !== undefined ? titledHeadingOf(comparisons[0]) : 'What changed';
  const sections = comparisons.flatMap((comparison, index) => sectionOf(comparison, { index, wordsFor }));
  const main = box('main', {}, sections.length === 0 ? [box('p', {}, [text('No text differs.')])] : sections);
  const head = [
    box('meta', { charSet: 'utf-8' }, []),
    box('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }, []),
    box(
      'meta',
      { httpEquiv: ['content-security-policy'], content: "default-src 'none'; style-src 'unsafe-inline'" },
      [],
    ),
    box('meta', { name: 'referrer', content: 'no-referrer' }, []),
    box('title', {}, [text(title)]),
    box('style', {}, [text(STYLE)]),
  ];
  const page = box('html', { lang: 'en' }, [box('head', {}, head), box('body', {}, [main])]);
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, page] };
  return `${compiler.stringify(root)}\n`;
}

interface Section {
  readonly index: number;
  readonly wordsFor: (language: Language) => RunWords;
}

function sectionOf(comparison: TextComparison, { index, wordsFor }: Section): ElementContent[] {
  const heading = box('h1', {}, [text(titledHeadingOf(comparison))]);
  if (comparison.kind !== 'compared') return [heading];
  const { redline, language } = comparison;
  const sections = sectionsOf(comparison).flatMap(({ heading: name, lines }) => [
    box('h2', {}, [text(name)]),
    ...listOf(lines),
  ]);
  const marked = markUp(redline.blocks, { words: wordsFor(language) }).map((node) => detached(node, `c${index}-`));
  return [
    heading,
    ...factsOf(comparison).map((fact) => box('p', {}, [text(fact)])),
    ...sections,
    box('h2', {}, [text('The text with its changes')]),
    box('article', { lang: language, dir: 'auto' }, marked),
  ];
}

function listOf(lines: readonly string[]): Element[] {
  return lines.length === 0
    ? []
    : [
        box(
          'ul',
          {},
          lines.map((line) => box('li', {}, [text(`– ${line}`)])),
        ),
      ];
}

/** Images would be fetched, and links to pages of the site lead nowhere from a lone file. Addresses are kept apart by `prefix`. */
function detached(node: ElementContent, prefix: string): ElementContent {
  if (node.type !== 'element') return node;
  const { href, id, src: _, srcSet: __, ...others } = node.properties;
  const target = typeof href === 'string' ? hrefOf(href, prefix) : undefined;
  const children = node.children.map((child) => detached(child, prefix));
  const properties = {
    ...others,
    ...(typeof id === 'string' ? { id: prefix + id } : {}),
    ...(target === undefined ? {} : { href: target }),
  };
  if (node.tagName === 'img') return text(`[${String(node.properties.alt ?? '')}]`);
  return { ...node, properties, children };
}

function hrefOf(href: string, prefix: string): string | undefined {
  if (href.startsWith('#')) return `#${prefix}${href.slice(1)}`;
  return href.startsWith('/') ? undefined : href;
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function box(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
