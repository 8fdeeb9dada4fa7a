/** Every page of the sample site against html-validate: the recommended and the accessibility rules. */
import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { fileOf } from '../../src/model/address.ts';
import { sampleSite } from './sample-site.ts';

const { site, htmlOf } = await sampleSite();
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Clauses are linked to by their numbers, headings by their words in any script: `#3.3.2`, `#5-ваши-права`.
    'valid-id': ['error', { relaxed: true }],
    // A title names the policy, its edition and the publisher; none of the three may be left away.
    'long-title': 'off',
    // Numbers are printed as the publisher typed them; the style sheet keeps each on one line.
    'tel-non-breaking': 'off',
  },
});

it.each(site.pages.map((page) => ({ page, file: fileOf(page.path) })))(
  'finds no fault in $file',
  async ({ page, file }) => {
    const { results } = await validator.validateString(htmlOf(page), file);
    const messages = results.flatMap(({ messages }) => messages);
    expect(messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`)).toEqual([]);
  },
);
