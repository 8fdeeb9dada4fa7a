/** The languages of a site go in; the schema of `feedback` in site.yaml comes out. */
import * as z from 'zod';
import type { FeedbackConfig, Language } from '../model/config.ts';
import { FEEDBACK_KINDS, FEEDBACK_SERVICES } from '../model/feedback-services.ts';
import { autocompleteOf } from './autocomplete.ts';
import { converted, lineValue, numberValue, truthValue } from './conversion.ts';
import { endpointOf, isOwnSample, isUnfilled } from './feedback-endpoint.ts';
import { localLine } from './local-text.ts';
import { parseSecureAddress } from './site-address.ts';

const FIELD = '{name: message, type: textarea, label: Your message}';

const fieldName = converted((text) => {
  if (/^[A-Za-z][A-Za-z0-9_.-]*$/.test(text)) return { value: text };
  const hint = 'Write a word of Latin letters, digits, hyphens and underscores that begins with a letter: “message”.';
  return { message: `“${text}” cannot be the name of a field of the form.`, hint };
});

const origin = converted((text) => {
  const address = parseSecureAddress(text, 'https://pay.acme.example');
  return 'value' in address ? { value: address.value.origin } : address;
});

const mailbox = converted((text) => {
  const value = text.trim();
  if (/^[^\s@,;?&]+@[^\s@,;?&]+\.[^\s@,;?&]+$/.test(value)) return { value };
  return { message: `“${text}” is not an e-mail address.`, hint: 'Write it as “feedback@acme.example”.' };
});

const key = converted((text) => {
  const value = text.trim();
  if (value !== '' && !/\s/.test(value) && !isUnfilled(value) && !isOwnSample(value) && !/^[x0-]+$/i.test(value))
    return { value };
  return { message: `“${text}” is still to be filled in.`, hint: 'Write the key that the service gave you.' };
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
    autocomplete: converted(autocompleteOf).exactOptional(),
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

/** What the page tells the receiver by itself. */
const PAGE_NAMES: readonly string[] = [
  ...['policy', 'edition', 'language', 'clause', 'page', 'digest', 'submission', 'elapsed', 'proof', 'redirect'],
];

/** A field of the same name would be taken for what the page or a service has of its own. */
const CONTEXT_NAMES = [
  ...PAGE_NAMES,
  ...Object.values(FEEDBACK_SERVICES).flatMap(({ honeypot, keyField, redirectField, requiredField, fixed }) =>
    [honeypot, keyField, redirectField, requiredField, ...fixed.map(({ name }) => name)].flatMap((name) => name ?? []),
  ),
];

function fieldsSchema(languages: readonly Language[] | undefined) {
  return z.array(fieldSchema(languages)).superRefine((fields, context) => {
    for (const [index, { name }] of fields.entries()) {
      const isAgain = fields.findIndex((field) => field.name === name) !== index;
      if (!isAgain && !CONTEXT_NAMES.includes(name)) continue;
      const message = isAgain
        ? `“${name}” is the name of an earlier field.`
        : `“${name}” is the name of a field that the page fills in itself.`;
      const params = { hint: isAgain ? 'Give each field a name of its own.' : `Write another one: “my-${name}”.` };
      context.addIssue({ code: 'custom', path: [index, 'name'], message, params });
    }
  });
}

/** Of the fields of the form; without any, it has these. */
function namesOf(fields: readonly { readonly name: string }[]): readonly string[] {
  return fields.length === 0 ? ['topic', 'message', 'name', 'email'] : fields.map(({ name }) => name);
}

/** Comes out as model `FeedbackConfig`. */
export function feedbackSchema(languages: readonly Language[] | undefined) {
  return z
    .strictObject({
      endpoint: lineValue.meta({ examples: ['https://forms.acme.example/policy'] }).exactOptional(),
      kind: z
        .enum(FEEDBACK_KINDS)
        .meta({ examples: ['generic'] })
        .default('generic'),
      fields: fieldsSchema(languages)
        .meta({ examples: [`[${FIELD}]`] })
        .default([]),
      key: key.exactOptional(),
      redirects: z
        .array(origin)
        .meta({ examples: ['[https://pay.acme.example]'] })
        .exactOptional(),
      inline: truthValue.exactOptional(),
      proofBits: numberValue({ least: 1, most: 24 }).exactOptional(),
      email: mailbox.exactOptional(),
      honeypot: fieldName.exactOptional(),
    })
    .superRefine(({ kind, key: given, inline, proofBits, honeypot, fields }, context) => {
      const { name, keyField, keyForm } = FEEDBACK_SERVICES[kind];
      const complain = (path: string[], message: string, hint: string) =>
        context.addIssue({ code: 'custom', path, message, params: { hint } });
      if (keyField !== undefined && given === undefined) {
        complain(['kind'], `${name} needs the key that it gave you.`, 'Add a line “key: …” below “kind”.');
      }
      if (keyForm !== undefined && given !== undefined && !keyForm.pattern.test(given)) {
        const hint = `Write the key that it sent you by e-mail; it looks like “${keyForm.example}”.`;
        complain(['key'], `“${given}” is not a key of ${name}.`, hint);
      }
      if (keyField === undefined && given !== undefined) complain(['key'], `${name} has no key.`, 'Delete the line.');
      if (inline !== undefined && kind !== 'generic') {
        complain(['inline'], `Whether ${name} answers scripts is known.`, 'Delete the line.');
      }
      if (proofBits !== undefined && kind !== 'promulgate') {
        complain(['proofBits'], 'Only the receiver of Promulgate asks for proof of work.', 'Delete the line.');
      }
      if (honeypot !== undefined && kind !== 'generic') {
        complain(['honeypot'], `The field that people leave empty is known for ${name}.`, 'Delete the line.');
      }
      if (honeypot !== undefined && [...PAGE_NAMES, ...namesOf(fields)].includes(honeypot)) {
        const hint = 'Write the name that your service expects to stay empty, such as “website”.';
        complain(['honeypot'], `“${honeypot}” is the name of another field of the form.`, hint);
      }
    })
    .transform(({ endpoint, ...rest }, context): FeedbackConfig => {
      const result = endpointOf(rest.kind, endpoint);
      if ('value' in result) return { endpoint: result.value, ...rest };
      const path = endpoint === undefined ? [] : ['endpoint'];
      context.addIssue({ code: 'custom', path, message: result.message, params: { hint: result.hint } });
      return z.NEVER;
    });
}
