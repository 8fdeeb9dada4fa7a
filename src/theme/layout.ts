/** The planned site, its rendered texts and a theme go in; the finished pages, or what is wrong with the theme, come out. */
import ISO6391 from 'iso-639-1';
import { fileOf } from '../model/address.ts';
import type { Bodies } from '../model/clause.ts';
import type { Language } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFile, SourceFile } from '../model/file.ts';
import { indexPages } from '../model/page-index.ts';
import type { Site } from '../model/site.ts';
import { nameAssets } from './assets.ts';
import { type DateFormat, loadDateFormat } from './dates.ts';
import { contextOf, type SiteContext } from './page-context.ts';
import { viewPage } from './page-view.ts';
import type { Voice } from './statements.ts';
import type { Strings } from './strings.ts';
import { createTemplates, type Rendering, templateFor } from './template.ts';
import type { View } from './view.ts';

export interface LayoutInput {
  readonly site: Site;
  readonly bodies: Bodies;
  /** The theme's files, paths relative to `templates/`. */
  readonly theme: readonly SourceFile[];
  readonly strings: Strings;
}

export interface Layout {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function layOut({ site, bodies, theme, strings }: LayoutInput): Promise<Layout> {
  const templates = createTemplates(theme);
  if (templates.diagnostics.length > 0) return { files: [], diagnostics: templates.diagnostics };
  const assets = nameAssets(theme);
  const shared: SiteContext = {
    site,
    bodies,
    assets,
    index: indexPages(site),
    timelines: new Map(site.timelines.map((timeline) => [timeline.policy.slug, timeline])),
    voiceOf: await loadVoices(site, strings),
    languageName,
  };
  const files: OutputFile[] = [...assets.files];
  const failures = new Map<string, Diagnostic>();
  for (const page of site.pages) {
    const view = viewPage(page, contextOf(page, shared));
    const rendering = checkText(templates.render(templateFor(page.kind), view), view);
    if (rendering.kind === 'rendered') files.push({ path: fileOf(page.path), content: rendering.html });
    // One mistake in a template is one problem, on however many pages it shows.
    else failures.set(JSON.stringify(rendering.diagnostic), rendering.diagnostic);
  }
  return { files: failures.size > 0 ? [] : files, diagnostics: [...failures.values()] };
}

/** A theme may dress a text as it likes, but it must print all of it. */
function checkText(rendering: Rendering, { content }: View): Rendering {
  if (rendering.kind === 'failed' || (content.kind !== 'policy' && content.kind !== 'edition')) return rendering;
  const { bodyHtml, headingHtml } = content.edition;
  if (rendering.html.includes(bodyHtml) && rendering.html.includes(headingHtml)) return rendering;
  return {
    kind: 'failed',
    diagnostic: {
      ruleId: 'site-template-text',
      severity: 'error',
      place: { path: `templates/${templateFor(content.kind)}` },
      message: 'The pages made with this template do not hold the whole text of the edition.',
      hint: 'Print {{ content.edition.headingHtml | raw }} and {{ content.edition.bodyHtml | raw }}, each as it is, once.',
    },
  };
}

async function loadVoices(site: Site, strings: Strings): Promise<(language: Language) => Voice> {
  const formats = await Promise.all(site.config.languages.map(loadDateFormat));
  const dates = new Map<Language, DateFormat>();
  for (const [index, language] of site.config.languages.entries()) {
    const format = formats[index];
    if (format !== undefined) dates.set(language, format);
  }
  return (language) => {
    const format = dates.get(language);
    if (format === undefined) throw new Error(`No dates were loaded for the language ${language}`);
    return { language, words: strings.wordsFor(language), dates: format };
  };
}

/** A language's name in itself (ISO 639-1), with the script or region its tag names. */
function languageName(language: Language): string {
  const [primary = '', ...rest] = language.split('-');
  const name = ISO6391.getNativeName(primary.toLowerCase());
  if (name === '') return language;
  return rest.length === 0 ? name : `${name} (${rest.join('-')})`;
}
