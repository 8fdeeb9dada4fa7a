/** The form for each service: what it posts, what the headers of its page allow, and that its pages are good HTML. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/index.ts';
import { isError } from '../../src/model/diagnostic.ts';
import { sources } from '../builders.ts';
import { themeFiles } from '../theme/theme-files.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'valid-id': ['error', { relaxed: true }], 'long-title': 'off' },
});

const theme = await themeFiles();

async function made(feedback: string, contacts = '') {
  const edition = '---\ntitle: Privacy policy\neffective: 2026-01-01\n---\n## 1. Data\n\n1.1. None.\n';
  const { files, diagnostics } = await build({
    asOf: '2026-11-25',
    theme,
    sources: sources({
      'policies/site.yaml': `title: Acme\nurl: https://legal.acme.org\nbase: /legal/\ntimeZone: Europe/Dublin\nfeedback: ${feedback}\n${contacts}`,
      'policies/privacy/2026-01-01.md': edition,
    }),
  });
  if (diagnostics.some(isError)) throw new Error(JSON.stringify(diagnostics));
  const read = (path: string) => String(files.find((file) => file.path === path)?.content);
  const html = read('feedback/privacy/2026-01-01/index.html');
  const [, headers = ''] = /^\/legal\/feedback\/\*\n((?: .*\n)*)/m.exec(read('_headers')) ?? [];
  const directive = (name: string) => new RegExp(`${name} ([^;\n]+)`).exec(headers)?.[1];
  return {
    html,
    general: read('feedback/index.html'),
    ofPolicy: read('feedback/privacy/index.html'),
    action: /<form[^>]* action="([^"]*)"/.exec(html)?.[1],
    names: [...html.matchAll(/ name="([^"]+)"/g)]
      .map(([, name]) => name)
      .filter((name) => !/^(viewport|robots|referrer|color-scheme)$/.test(name ?? '')),
    data: JSON.parse(
      (/data-script="([^"]*)"/.exec(html)?.[1] ?? '{}').replaceAll('&#34;', '"').replaceAll('&amp;', '&'),
    ),
    mayPost: directive('form-action'),
    mayAsk: directive('connect-src'),
  };
}

const SELF = "'self'";
const SITE = 'https://legal.acme.org';
const CONTEXT = ['policy', 'edition', 'language', 'page', 'digest', 'submission', 'elapsed', 'proof', 'clause'];
const FIELDS = ['topic', 'topic', 'message', 'name', 'email'];

describe('the form', () => {
  it.each([
    ['generic', '{endpoint: "https://f.acme.org/a"}', ['redirect', ...CONTEXT, ...FIELDS], 'https://f.acme.org', false],
    [
      'generic, inline',
      '{endpoint: "https://f.acme.org/a", inline: true}',
      ['redirect', ...CONTEXT, ...FIELDS],
      'https://f.acme.org',
      true,
    ],
    [
      'generic, with a field to be left empty',
      '{endpoint: "https://f.acme.org/a", honeypot: website}',
      ['redirect', ...CONTEXT, ...FIELDS, 'website'],
      'https://f.acme.org',
      false,
    ],
    [
      'formspree',
      '{kind: formspree, endpoint: "https://formspree.io/f/mqkexxyz"}',
      ['_next', ...CONTEXT, ...FIELDS, '_gotcha'],
      'https://formspree.io',
      true,
    ],
    [
      'web3forms',
      '{kind: web3forms, key: 7be0d7a4-52c8-4f5c-8d0b-90a1d3b6e2f4}',
      ['access_key', 'redirect', ...CONTEXT, ...FIELDS, 'botcheck'],
      'https://api.web3forms.com',
      true,
    ],
    [
      'basin',
      '{kind: basin, endpoint: "https://usebasin.com/f/1a2b3c"}',
      [...CONTEXT, ...FIELDS, '_gotcha'],
      'https://usebasin.com',
      true,
    ],
    [
      'formsubmit',
      '{kind: formsubmit, endpoint: "https://formsubmit.co/0a1b"}',
      ['_template', '_captcha', '_next', ...CONTEXT, ...FIELDS, '_honey'],
      'https://formsubmit.co',
      true,
    ],
    [
      'promulgate',
      '{kind: promulgate, endpoint: "https://in.acme.org/"}',
      ['redirect', 'required', ...CONTEXT, ...FIELDS, 'note_2'],
      'https://in.acme.org',
      true,
    ],
  ])('for %s posts what it wants, and may post and ask there only', async (_, feedback, names, origin, isInline) => {
    const form = await made(feedback);
    expect(form.names).toEqual(names);
    expect([form.mayPost, form.mayAsk]).toEqual([`${SELF} ${origin} ${SITE}`, isInline ? `${SELF} ${origin}` : SELF]);
    expect(form.data.post === undefined).toBe(!isInline);
  });

  it('for Netlify is found by it, and leads to the page of thanks', async () => {
    const form = await made('{kind: netlify}');
    expect(form.html).toMatch(/<form[^>]* name="feedback" data-netlify="true" data-netlify-honeypot="bot-field">/);
    expect(form.html).toContain('<input type="hidden" name="form-name" value="feedback">');
    expect(form.action).toBe('/legal/thanks/');
    expect([form.mayPost, form.mayAsk, form.data.post]).toEqual([`${SELF} ${SITE}`, SELF, undefined]);
  });

  it('for Forminit names its fields as Forminit does', async () => {
    const { names } = await made('{kind: forminit, endpoint: "https://forminit.com/f/k2ewa9cnm4j"}');
    expect(names).toEqual(
      expect.arrayContaining(['fi-sender-email', 'fi-sender-fullName', 'fi-text-message', 'fi-text-edition']),
    );
    expect(names.filter((name) => !/^fi-|^_gotcha$/.test(name ?? ''))).toEqual([]);
  });

  it('has scripts post to FormSubmit where it answers them', async () => {
    const { data, action } = await made('{kind: formsubmit, endpoint: "https://formsubmit.co/0a1b"}');
    expect([data.post, action]).toEqual(['https://formsubmit.co/ajax/0a1b', 'https://formsubmit.co/0a1b']);
  });

  it('tells our receiver in the address in which language to answer, and keeps what else stands there', async () => {
    const { data, action } = await made('{kind: promulgate, endpoint: "https://in.acme.org/?site=1"}');
    expect([data.post, action]).toEqual([
      'https://in.acme.org/?site=1&language=en',
      'https://in.acme.org/?site=1&amp;language=en',
    ]);
  });

  it('is no form but an address where the visitor writes by e-mail', async () => {
    const form = await made('{kind: mailto, endpoint: me@acme.org}');
    expect(form.html).not.toContain('<form');
    expect(form.html).toContain(
      'href="mailto:me@acme.org?subject=Feedback%3A%20Privacy%20policy%2C%20edition%20of%201%20January%202026&amp;body=https%3A%2F%2Flegal.acme.org%2Flegal%2Fprivacy%2F2026-01-01%2F%0D%0A%0D%0A"',
    );
    expect(form.mayPost).toBe("'none'");
  });

  it('offers the first mailbox of the publisher when sending fails', async () => {
    const contacts = 'organization: {name: A, contacts: [{name: T, value: +1 202}, {name: M, value: help@acme.org}]}\n';
    const { data } = await made('{endpoint: "https://f.acme.org/a"}', contacts);
    expect(data.mailbox).toBe('help@acme.org');
  });

  it.each(['{kind: netlify}', '{kind: mailto, endpoint: me@acme.org}', '{endpoint: "https://f.acme.org/a"}'])(
    'is good HTML: %s',
    async (feedback) => {
      const { html, general, ofPolicy } = await made(feedback);
      for (const page of [html, general, ofPolicy]) {
        const { results } = await validator.validateString(page, 'feedback.html');
        expect(
          results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        ).toEqual([]);
      }
    },
  );
});

describe('the line on privacy', () => {
  it('names the edition in force and those announced, each with when it applies, on the forms for any policy', async () => {
    const edition = (effective: string) => `---\ntitle: Privacy\neffective: ${effective}\n---\n1. None.\n`;
    const { files } = await build({
      asOf: '2026-11-25',
      theme,
      sources: sources({
        'policies/site.yaml':
          'title: Acme\nurl: https://legal.acme.org\ntimeZone: Europe/Dublin\nlanguages: [en, ru]\nfeedback: {endpoint: "https://f.acme.org/a"}\n',
        'policies/privacy/2025-01-01.md': edition('2025-01-01'),
        'policies/privacy/2026-01-01.md': edition('2026-01-01'),
        'policies/privacy/2026-01-01.ru.md': edition('2026-01-01'),
        'policies/privacy/2027-01-01.md': edition('2027-01-01'),
        'policies/terms/2026-02-01.md': edition('2026-02-01'),
        'policies/terms/2026-02-01.ru.md': edition('2026-02-01'),
      }),
    });
    const said = (form: string) => {
      const html = String(files.find(({ path }) => path === `${form}index.html`)?.content);
      const [, list = ''] = /<ul class="meta consent">(.*?)<\/ul>/s.exec(html) ?? [];
      return [...list.matchAll(/<li><a href="([^"]*)">(.*)<\/a> · (.*)<\/li>/g)].map(
        ([, href = '', name, interval]) => {
          const { pathname } = new URL(href, `https://legal.acme.org/${form}`);
          expect(files.map(({ path }) => `/${path}`)).toContain(`${pathname}index.html`);
          return `${pathname} ${name}: ${interval}`.replaceAll('\u00A0', ' ');
        },
      );
    };
    const english = [
      '/privacy/2026-01-01/ Edition of 1 January 2026: From 1 January 2026 until 31 December 2026',
      '/privacy/2027-01-01/ Edition of 1 January 2027: From 1 January 2027',
    ];
    for (const form of ['', 'privacy/', 'privacy/2025-01-01/', 'terms/', 'terms/2026-02-01/']) {
      expect(said(`feedback/${form}`)).toEqual(english);
    }
    const russian = said('feedback/ru/');
    expect(russian[0]).toContain('/ru/privacy/2026-01-01/ Редакция от 1 января 2026');
    expect(said('feedback/ru/terms/2026-02-01/')).toEqual(russian);
  });
});
