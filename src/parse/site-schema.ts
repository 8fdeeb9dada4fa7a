/** The languages of a site go in; the schema of site.yaml comes out. */
import { z } from 'zod';
import type { Language } from '../model/config.ts';
import { converted, lineValue, numberValue, truthValue } from './conversion.ts';
import { isSameLanguage, languageValue } from './language-tag.ts';
import { localLine, localText } from './local-text.ts';
import { baseValue, endpointValue, urlValue } from './site-address.ts';
import { timeZoneValue } from './time-zone.ts';

const FIELD = '{name: message, type: textarea, label: Your message}';
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

const fieldName = converted((text) => {
  if (/^[A-Za-z][A-Za-z0-9_.-]*$/.test(text)) return { value: text };
  const hint = 'Write a word of Latin letters, digits, hyphens and underscores that begins with a letter: “message”.';
  return { message: `“${text}” cannot be the name of a field of the form.`, hint };
});

const autocomplete = converted((text) => {
  if (/^[a-z0-9-]+( [a-z0-9-]+)*$/.test(text)) return { value: text };
  return {
    message: `“${text}” is no autocomplete token of HTML.`,
    hint: 'Write “name”, “email” or “off”, for example.',
  };
});

function fieldSchema(languages: readonly Language[] | undefined) {
  const schema = z.strictObject({
    name: fieldName.meta({ examples: ['message'] }),
    type: z
      .enum(['text', 'email', 'textarea', 'select'])
      .meta({ examples: ['text'] })
      .default('text'),
    required: truthValue.default(false),
    label: localLine(languages).meta({ examples: ['Your message'] }),
    options: z
      .array(localLine(languages))
      .meta({ examples: ['[A question, A mistake]'] })
      .default([]),
    maxLength: numberValue({ least: 1, most: 100_000 }).exactOptional(),
    autocomplete: autocomplete.exactOptional(),
  });
  return schema.meta({ examples: [FIELD] }).superRefine(({ type, options }, context) => {
    if ((type === 'select') === options.length > 0) return;
    const message =
      type === 'select'
        ? 'A field of the type “select” needs choices.'
        : 'Only a field of the type “select” has choices.';
    const hint =
      type === 'select'
        ? 'Add a line such as “options: [A question, A mistake]”.'
        : 'Delete “options”, or write “type: select”.';
    context.addIssue({ code: 'custom', path: [type === 'select' ? 'type' : 'options'], message, params: { hint } });
  });
}

function feedbackSchema(languages: readonly Language[] | undefined) {
  return z.strictObject({
    endpoint: endpointValue.meta({ examples: ['https://forms.acme.example/policy'] }),
    kind: z
      .enum(['generic'])
      .meta({ examples: ['generic'] })
      .default('generic'),
    fields: z
      .array(fieldSchema(languages))
      .superRefine((fields, context) => {
        for (const [index, { name }] of fields.entries()) {
          if (fields.findIndex((field) => field.name === name) === index) continue;
          const params = { hint: 'Give each field a name of its own.' };
          context.addIssue({
            code: 'custom',
            path: [index, 'name'],
            message: `“${name}” is the name of an earlier field.`,
            params,
          });
        }
      })
      .meta({ examples: [`[${FIELD}]`] })
      .default([]),
  });
}

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
    .meta({ examples: ['title: Acme policies'] });
}
