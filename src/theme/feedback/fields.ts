/** The configured fields go in; the fields as a template sees them come out. */
import { type FeedbackField, localText } from '../../model/config.ts';
import type { PageContext } from '../page-context.ts';
import type { FieldView } from './view.ts';

/** Characters; what fits is also what a receiver may expect. */
const MAX_LENGTH = { text: 200, email: 254, select: 200, textarea: 5000 } as const;

/** What browsers may fill in by themselves where site.yaml says nothing (WCAG 2.2, 1.3.5). */
const AUTOCOMPLETE: { readonly [name: string]: string } = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  company: 'organization',
};

/** `nameOf` gives the name under which the service takes a field. */
export function viewFields(context: PageContext, nameOf: (name: string) => string): FieldView[] {
  const { feedback } = context.site.config;
  if (feedback === undefined) return [];
  const fields = feedback.fields.length === 0 ? defaultFields(context) : feedback.fields.map(configured(context));
  return fields.map(({ name, ...field }) => ({ ...field, id: `field-${name}`, name: nameOf(name) }));
}

function configured({ page, site }: PageContext) {
  const say = (text: FeedbackField['label']) => localText(text, page.language, site.config.languages);
  return ({ name, type, required, label, options, maxLength, autocomplete }: FeedbackField): Omit<FieldView, 'id'> => {
    const token = autocomplete ?? (type === 'email' ? 'email' : type === 'text' ? AUTOCOMPLETE[name] : undefined);
    return {
      ...{ name, type, label: say(label), isRequired: required, maxLength: maxLength ?? MAX_LENGTH[type] },
      options: options.map(say).map((text) => ({ value: text, text, isChosen: false })),
      ...(token === undefined ? {} : { autocomplete: token }),
    };
  };
}

/** Only what an answer needs is asked for, and only the message must be there. */
function defaultFields({ page, voice: { words } }: PageContext): Omit<FieldView, 'id'>[] {
  const isOnText = page.kind !== 'feedback';
  const text = { value: 'text', text: words.say('topic-text'), isChosen: isOnText };
  const site = { value: 'site', text: words.say('topic-site'), isChosen: !isOnText };
  return [
    {
      ...{
        name: 'topic',
        type: 'radio',
        label: words.say('label-topic'),
        isRequired: true,
        maxLength: MAX_LENGTH.text,
      },
      options: [text, site],
    },
    field({ name: 'message', type: 'textarea', label: words.say('label-message'), isRequired: true }),
    field({ name: 'name', type: 'text', label: words.say('label-name'), isRequired: false, autocomplete: 'name' }),
    field({ name: 'email', type: 'email', label: words.say('label-email'), isRequired: false, autocomplete: 'email' }),
  ];
}

function field(
  given: Omit<FieldView, 'id' | 'maxLength' | 'options' | 'type'> & { readonly type: keyof typeof MAX_LENGTH },
): Omit<FieldView, 'id'> {
  return { ...given, maxLength: MAX_LENGTH[given.type], options: [] };
}
