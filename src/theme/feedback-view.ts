/** The configured form goes in; the form as a template sees it comes out. */
import { type FeedbackField, localText } from '../model/config.ts';
import { policyTitle } from './edition-view.ts';
import type { PageContext } from './page-context.ts';
import type { FeedbackView, FieldView } from './view.ts';

/** Characters; what fits is also what a receiver may expect. */
const MAX_LENGTH = { text: 200, email: 254, select: 200, textarea: 5000 } as const;

/** The policy whose edition in force governs what a visitor sends, where a site has one by this name. */
const PRIVACY = 'privacy';

export function viewFeedback(context: PageContext): FeedbackView {
  const { site, page, link } = context;
  const { feedback, languages } = site.config;
  const fields = feedback === undefined || feedback.fields.length === 0 ? defaultFields(context) : feedback.fields;
  return {
    action: feedback?.endpoint ?? '',
    fields: fields.map((field): FieldView => {
      const { name, type, required, label, options, maxLength, autocomplete } = field;
      return {
        name,
        id: `field-${name}`,
        type,
        label: localText(label, page.language, languages),
        isRequired: required,
        maxLength: maxLength ?? MAX_LENGTH[type],
        options: options.map((option) => localText(option, page.language, languages)),
        ...(autocomplete === undefined ? {} : { autocomplete }),
      };
    }),
    ...(context.timelines.has(PRIVACY)
      ? { privacy: { text: policyTitle(PRIVACY, page.language, context), href: link.to(link.policyPath(PRIVACY)) } }
      : {}),
  };
}

/** Only what an answer needs is required. */
function defaultFields({ voice }: PageContext): FeedbackField[] {
  const words = voice.words;
  return [
    { name: 'name', type: 'text', required: false, label: words.say('label-name'), options: [], autocomplete: 'name' },
    {
      name: 'email',
      type: 'email',
      required: true,
      label: words.say('label-email'),
      options: [],
      autocomplete: 'email',
    },
    { name: 'message', type: 'textarea', required: true, label: words.say('label-message'), options: [] },
  ];
}
