/** The languages of a site go in; the schema of site.yaml comes out. */
import * as z from 'zod';
import type { Language } from '../model/config.ts';
import { lineValue, numberValue } from './conversion.ts';
import { sampleEndpointProblem } from './feedback-endpoint.ts';
import { feedbackSchema } from './feedback-schema.ts';
import { isSameLanguage, languageValue } from './language-tag.ts';
import { localLine, localText } from './local-text.ts';
import { baseValue, urlValue } from './site-address.ts';
import { timeZoneValue } from './time-zone.ts';

const ENTRY = '{name: Telephone, value: +1 202 555 0100}';

/** `languages` of site.yaml: at least one, each once. */
export const languagesSchema = z
  .array(languageValue)
  .transform((languages, context): readonly [Language, ...Language[]] => {
    const [first, ...others] = languages;
    const again = languages.findIndex((tag, index) =>
      languages.slice(0, index).some((each) => isSameLanguage(each, tag)),
    );
    if (again !== -1) {
      const message = `“${languages[again]}” is given twice.`;
      context.addIssue({ code: 'custom', path: [again], message, params: { hint: 'Delete it here.' } });
    }
    if (first !== undefined) return [first, ...others];
    const hint = 'Write the codes of the languages in square brackets: “languages: [en]”.';
    context.addIssue({ code: 'custom', message: 'No language is given.', params: { hint } });
    return z.NEVER;
  })
  .meta({ examples: ['[en]'] });

function organizationSchema(languages: readonly Language[] | undefined) {
  const entry = z
    .strictObject({
      name: localLine(languages).meta({ examples: ['Telephone'] }),
      value: lineValue.meta({ examples: ['+1 202 555 0100'] }),
    })
    .meta({ examples: [ENTRY] });
  const entries = z
    .array(entry)
    .meta({ examples: [`[${ENTRY}]`] })
    .default([]);
  return z.strictObject({
    name: localLine(languages).meta({ examples: ['Acme LLC'] }),
    address: localText(languages).exactOptional(),
    identifiers: entries,
    contacts: entries,
  });
}

/** Everything site.yaml may say; comes out as model `SiteConfig`. Without `languages`, texts may be in any language. */
export function siteSchema(languages: readonly Language[] | undefined) {
  return z
    .strictObject({
      title: localLine(languages).meta({ examples: ['Acme policies'] }),
      url: urlValue.meta({ examples: ['https://legal.acme.example'] }),
      base: baseValue.default('/'),
      timeZone: timeZoneValue.meta({ examples: ['Europe/Moscow'] }),
      languages: languagesSchema.default(['en']),
      organization: organizationSchema(languages)
        .meta({ examples: ['{name: Acme LLC}'] })
        .exactOptional(),
      feedback: feedbackSchema(languages)
        .meta({ examples: ['{endpoint: https://forms.acme.example/policy}'] })
        .exactOptional(),
      noticeDays: numberValue({ least: 1, most: 1000 }).exactOptional(),
    })
    .superRefine(({ url, feedback }, context) => {
      // Zod looks at the whole although a part of it may have failed.
      const problem = sampleEndpointProblem(feedback?.endpoint, url);
      if (problem === undefined) return;
      const { message, hint } = problem;
      context.addIssue({ code: 'custom', path: ['feedback', 'endpoint'], message, params: { hint } });
    })
    .meta({ examples: ['title: Acme policies'] });
}
