/** The planned site, its rendered texts and a theme go in; the finished pages, or what is wrong with the theme, come out. */
import ISO6391 from 'iso-639-1';
import { addresses, fileOf } from '../model/address.ts';
import type { Bodies } from '../model/clause.ts';
import type { Language } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFile, SourceFile } from '../model/file.ts';
import type { LineageEngine } from '../model/lineage.ts';
import { indexPages } from '../model/page-index.ts';
import type { RedlineEngine } from '../model/redline.ts';
import type { Runner } from '../model/runner.ts';
import type { Page, Site } from '../model/site.ts';
import { nameAssets } from './assets.ts';
import type { FoundChanges } from './feed-changes.ts';
import { historyPages, type ListOfClauses } from './history/history-pages.ts';
import { createHistories } from './history/lineages.ts';
import { contextOf, type PageContext, type Proofs, type SiteContext } from './page-context.ts';
import { viewPage } from './page-view.ts';
import { bodyAsPrinted } from './redline/body-to-print.ts';
import { comparedBody } from './redline/changes-view.ts';
import { createComparisons } from './redline/compared-pairs.ts';
import { packBody } from './redline/packed-body.ts';
import { saidCorrections } from './redline/said-corrections.ts';
import type { Strings } from './strings.ts';
import { createTemplates, type Rendering, templateFor } from './template.ts';
import type { ContentView, View } from './view.ts';
import { loadVoices } from './voices.ts';

export interface LayoutInput {
  readonly site: Site;
  readonly bodies: Bodies;
  /** The theme's files, paths relative to `templates/`. */
  readonly theme: readonly SourceFile[];
  readonly strings: Strings;
  readonly engine: RedlineEngine & LineageEngine;
  readonly proofs: Proofs;
  readonly runner: Runner;
}

export interface Layout {
  readonly files: readonly OutputFile[];
  /** Those that were not planned: which clauses have a history is known only when texts are compared. */
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was found to have changed, by the path of the page that says it. */
  readonly found: ReadonlyMap<string, FoundChanges>;
}

export async function layOut({ site, bodies, theme, strings, engine, proofs, runner }: LayoutInput): Promise<Layout> {
  const templates = createTemplates(theme);
  if (templates.diagnostics.length > 0) {
    return { files: [], pages: [], diagnostics: templates.diagnostics, found: new Map() };
  }
  const assets = nameAssets(theme);
  const shared: SiteContext = {
    site,
    bodies,
    assets,
    engine,
    proofs,
    runner,
    comparisons: createComparisons(),
    historiesOf: createHistories(),
    index: indexPages(site),
    timelines: new Map(site.timelines.map((timeline) => [timeline.policy.slug, timeline])),
    voiceOf: await loadVoices(site, strings),
    languageName,
  };
  const files: OutputFile[] = [...assets.files];
  const pages: Page[] = [];
  const failures = new Map<string, Diagnostic>();
  const found = new Map<string, FoundChanges>();
  const lay = (page: Page): PageContext => {
    const context = contextOf(page, shared);
    const view = viewPage(page, context);
    if (view.content.kind === 'changes') found.set(page.path, view.content.changes);
    const rendering = checkText(templates.render(templateFor(page.kind), view), view);
    if (rendering.kind === 'rendered') files.push({ path: fileOf(page.path), content: rendering.html });
    // One mistake in a template is one problem, on however many pages it shows.
    else failures.set(JSON.stringify(rendering.diagnostic), rendering.diagnostic);
    return context;
  };
  for (const group of byPolicy(site.pages)) {
    const lists: ListOfClauses[] = [];
    for (const page of group) {
      const context = lay(page);
      if (page.kind === 'edition') files.push(...bodyFiles(page, context));
      if (page.kind === 'clauses') lists.push({ page, context });
    }
    for (const history of historyPages(lists)) {
      lay(history);
      pages.push(history);
    }
  }
  return { files: failures.size > 0 ? [] : files, pages, diagnostics: [...failures.values()], found };
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
  const body = comparedBody(page, context);
  if (body === undefined) return [];
  const { policy, edition, language } = page;
  const at = addresses(context.site.config, language);
  const former = context.proofs.former.filter(
    (one) => one.policy === policy && one.edition === edition && one.language === language,
  );
  const all = [
    { path: at.body(policy, edition), body, corrections: saidCorrections(policy, edition, context) },
    ...former.map((one) => ({
      path: at.formerBody(policy, edition, one.source),
      body: bodyAsPrinted(one.body, context),
      corrections: [],
    })),
  ];
  return all.map((one) => ({ path: one.path, content: `${JSON.stringify(packBody(one.body, one.corrections))}\n` }));
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

/** A language's name in itself (ISO 639-1), with the script or region its tag names. */
function languageName(language: Language): string {
  const [primary = '', ...rest] = language.split('-');
  const name = ISO6391.getNativeName(primary.toLowerCase());
  if (name === '') return language;
  return rest.length === 0 ? name : `${name} (${rest.join('-')})`;
}
