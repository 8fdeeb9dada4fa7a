/** Planned pages, rendered texts and what pages are made with go in; the finished pages, or what is wrong with the templates, come out. */
import { addresses, fileOf } from '../model/address.ts';
import type { Bodies } from '../model/clause.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFile } from '../model/file.ts';
import type { LineageEngine } from '../model/lineage.ts';
import type { PageIndex } from '../model/page-index.ts';
import type { FoundChange } from '../model/policy-work.ts';
import type { RedlineEngine } from '../model/redline.ts';
import type { Memory } from '../model/runner.ts';
import type { Page, Site } from '../model/site.ts';
import { feedChanges } from './feed-changes.ts';
import { historyPages, type ListOfClauses } from './history/history-pages.ts';
import { createHistories } from './history/lineages.ts';
import { createKeptHtml } from './html.ts';
import { contextOf, type PageContext, type Proofs, type SiteContext } from './page-context.ts';
import { viewPage } from './page-view.ts';
import type { Press } from './press.ts';
import { bodyAsPrinted } from './redline/body-to-print.ts';
import { comparedBody, foundChanges } from './redline/changes-view.ts';
import { createComparisons } from './redline/compared-pairs.ts';
import { type Packing, packBody } from './redline/packed-body.ts';
import { saidCorrections } from './redline/said-corrections.ts';
import { type Rendering, templateFor } from './template.ts';
import type { ContentView, View } from './view.ts';

export interface LayoutInput {
  /** Its `pages` are made: those of one policy, or those that belong to none. */
  readonly site: Site;
  readonly bodies: Bodies;
  /** Of all pages that these lead to. */
  readonly index: PageIndex;
  readonly engine: RedlineEngine & LineageEngine;
  readonly proofs: Proofs;
  readonly memory: Memory;
  /** Takes each file as soon as it is finished, also where another one of them will fail. */
  readonly onFile?: ((file: OutputFile) => void) | undefined;
}

export interface Layout {
  /** None if they were taken. */
  readonly files: readonly OutputFile[];
  /** Those that were not planned: which clauses have a history is known only when texts are compared. */
  readonly pages: readonly Page[];
  /** What is wrong with the templates: then there are no files. */
  readonly failures: readonly Diagnostic[];
  readonly found: readonly FoundChange[];
}

export function layOut(press: Press, { site, onFile, ...means }: LayoutInput): Layout {
  const { templates } = press;
  const { diagnostics } = templates;
  if (diagnostics.length > 0) return { files: [], pages: [], failures: diagnostics, found: [] };
  const shared: SiteContext = {
    ...press,
    ...means,
    site,
    comparisons: createComparisons(),
    historiesOf: createHistories(),
    kept: createKeptHtml(),
    printable: new WeakMap(),
    timelines: new Map(site.timelines.map((timeline) => [timeline.policy.slug, timeline])),
  };
  const files: OutputFile[] = [];
  const finish = onFile ?? ((file: OutputFile) => void files.push(file));
  const pages: Page[] = [];
  const failures = new Map<string, Diagnostic>();
  const found: FoundChange[] = [];
  const lay = (page: Page): PageContext => {
    const context = contextOf(page, shared);
    const view = viewPage(page, context);
    if (page.kind === 'changes')
      found.push({ path: page.path, html: feedChanges(foundChanges(page, context), context.link.absolute(page.path)) });
    const rendering = checkText(templates.render(templateFor(page.kind), view), view);
    if (rendering.kind === 'rendered') finish({ path: fileOf(page.path), content: rendering.html });
    // One mistake in a template is one problem, on however many pages it shows.
    else failures.set(JSON.stringify(rendering.diagnostic), rendering.diagnostic);
    return context;
  };
  for (const group of byPolicy(site.pages)) {
    const lists: ListOfClauses[] = [];
    for (const page of group) {
      const context = lay(page);
      if (page.kind === 'edition') for (const file of bodyFiles(page, context)) finish(file);
      if (page.kind === 'clauses') lists.push({ page, context });
    }
    for (const history of historyPages(lists)) {
      lay(history);
      pages.push(history);
    }
  }
  return { files: failures.size > 0 ? [] : files, pages, failures: [...failures.values()], found };
}

/** What belongs to one policy stands together, in all languages: it is compared once, and its histories lead to each other. */
function byPolicy(pages: readonly Page[]): Page[][] {
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    const key = 'policy' in page ? page.policy : '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [page]);
    else group.push(page);
  }
  return [...groups.values()];
}

/** The text of an edition as data, if it has one in the language of the page, and what it was before: what is compared in the browser. */
function bodyFiles(page: Extract<Page, { kind: 'edition' }>, context: PageContext): OutputFile[] {
  const compared = comparedBody(page, context);
  if (compared === undefined) return [];
  const { policy, edition, language } = page;
  const at = addresses(context.site.config, language);
  const former = context.proofs.former.filter(
    (one) => one.policy === policy && one.edition === edition && one.language === language,
  );
  const all: ({ path: string } & Packing)[] = [
    { path: at.body(policy, edition), ...compared, corrections: saidCorrections(policy, edition, context) },
    ...former.map((one) => ({
      path: at.formerBody(policy, edition, one.source),
      body: bodyAsPrinted(one.body, context),
      corrections: [],
    })),
  ];
  return all.map((one) => ({ path: one.path, content: `${JSON.stringify(packBody(one))}\n` }));
}

/** A theme may dress a text as it likes, but it must print all of it. */
function checkText(rendering: Rendering, { content }: View): Rendering {
  if (rendering.kind === 'failed') return rendering;
  const { html } = rendering;
  const missing = textsOf(content).find(({ text }) => !html.includes(text));
  if (missing === undefined) return rendering;
  const names = textsOf(content).map(({ name }) => `{{ content.${name} | raw }}`);
  return {
    kind: 'failed',
    diagnostic: {
      ruleId: 'site-template-text',
      severity: 'error',
      place: { path: `templates/${templateFor(content.kind)}` },
      message: 'The pages made with this template do not hold the whole text of the edition.',
      hint: `Print ${names.join(' and ')}, each as it is, once.`,
    },
  };
}

/** What a page must hold, and what it is called in a template. */
function textsOf(content: ContentView): { readonly name: string; readonly text: string }[] {
  switch (content.kind) {
    case 'policy':
    case 'edition':
      return [
        { name: 'edition.headingHtml', text: content.edition.headingHtml },
        { name: 'edition.bodyHtml', text: content.edition.bodyHtml },
      ];
    case 'changes':
      return [
        { name: 'changes.countsHtml', text: content.changes.countsHtml },
        { name: 'changes.listHtml', text: content.changes.listHtml },
        { name: 'changes.bodyHtml', text: content.changes.bodyHtml },
      ];
    case 'clause-history':
      return content.history.clauses.flatMap(({ versions }, clause) =>
        versions.map(({ html }, version) => ({
          name: `history.clauses[${clause}].versions[${version}].html`,
          text: html,
        })),
      );
    default:
      return [];
  }
}
