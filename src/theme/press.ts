/** A theme and the words of a site's languages go in; what all its pages are made with comes out. */
import ISO6391 from 'iso-639-1';
import type { Language, SiteConfig } from '../model/config.ts';
import type { SourceFile } from '../model/file.ts';
import { type Assets, nameAssets } from './assets.ts';
import type { Voice } from './statements.ts';
import type { Strings } from './strings.ts';
import { createTemplates, type Templates } from './template.ts';
import { loadVoices } from './voices.ts';

export interface Press {
  readonly assets: Assets;
  readonly templates: Templates;
  voiceOf(language: Language): Voice;
  /** A language's name in itself (ISO 639-1), with the script or region its tag names. */
  languageName(language: Language): string;
}

/** `theme`: its files, paths relative to `templates/`. */
export async function openPress(means: {
  readonly config: SiteConfig;
  readonly theme: readonly SourceFile[];
  readonly strings: Strings;
}): Promise<Press> {
  const { config, theme, strings } = means;
  const templates = createTemplates(theme);
  const voiceOf = await loadVoices({ config }, strings);
  return { templates, assets: nameAssets(theme), voiceOf, languageName };
}

function languageName(language: Language): string {
  const [primary = '', ...rest] = language.split('-');
  const name = ISO6391.getNativeName(primary.toLowerCase());
  if (name === '') return language;
  return rest.length === 0 ? name : `${name} (${rest.join('-')})`;
}
