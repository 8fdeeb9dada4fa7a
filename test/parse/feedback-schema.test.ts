import { describe, expect, it } from 'vitest';
import { parseSite } from './written.ts';

const LEAST = 'title: Acme policies\ntimeZone: Europe/Dublin\n';
const withFeedback = (feedback: string, url = 'https://legal.acme.org') =>
  parseSite(`${LEAST}url: ${url}\nfeedback: ${feedback}\n`);
const problemsOf = (feedback: string, url?: string) =>
  withFeedback(feedback, url).diagnostics.map(({ message, hint }) => `${message} ${hint}`);

const MAIL = 'mailto:feedback@acme.org';

describe('the service that takes the messages', () => {
  it.each([
    ['{endpoint: "https://forms.acme.org/policy"}', 'generic', 'https://forms.acme.org/policy'],
    ['{kind: formspree, endpoint: "https://formspree.io/f/mqkexxyz"}', 'formspree', 'https://formspree.io/f/mqkexxyz'],
    ['{kind: netlify}', 'netlify', ''],
    ['{kind: web3forms, key: 7be0d7a4-52c8-4f5c-8d0b-90a1d3b6e2f4}', 'web3forms', 'https://api.web3forms.com/submit'],
    ['{kind: basin, endpoint: "https://usebasin.com/f/9c2e5b7d1a3f"}', 'basin', 'https://usebasin.com/f/9c2e5b7d1a3f'],
    ['{kind: forminit, endpoint: "https://getform.io/f/abolzyqb"}', 'forminit', 'https://getform.io/f/abolzyqb'],
    [
      '{kind: formsubmit, endpoint: "https://formsubmit.co/me@acme.org"}',
      'formsubmit',
      'https://formsubmit.co/me@acme.org',
    ],
    ['{kind: promulgate, endpoint: "https://in.acme.org/", proofBits: 16}', 'promulgate', 'https://in.acme.org/'],
    ['{kind: mailto, endpoint: feedback@acme.org}', 'mailto', MAIL],
    ['{kind: mailto, endpoint: "mailto:feedback@acme.org"}', 'mailto', MAIL],
  ])('is read from %s', (written, kind, endpoint) => {
    const { site, diagnostics } = withFeedback(written);
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(site?.feedback).toMatchObject({ kind, endpoint });
  });

  it.each([
    ['{}', '“endpoint” is missing'],
    ['{kind: formspree}', 'https://formspree.io/f/'],
    ['{kind: formspre, endpoint: "https://formspree.io/f/mqkexxyz"}', 'Did you mean “formspree”?'],
    ['{kind: mailto}', 'mailto:feedback@acme.example'],
    ['{kind: mailto, endpoint: "https://acme.org"}', 'not an e-mail address'],
    ['{kind: netlify, endpoint: "https://acme.org/"}', 'Delete the line “endpoint”'],
    ['{kind: web3forms}', 'needs the key'],
    ['{kind: web3forms, key: YOUR_ACCESS_KEY_HERE}', 'still to be filled in'],
    ['{kind: web3forms, key: abc}', 'it looks like “3f1c9b52-'],
    ['{endpoint: "https://forms.acme.org/a b"}', 'Delete the blank'],
    ['{endpoint: "https://forms.acme.org/", fields: [{name: a, label: A, autocomplete: emial}]}', 'mean “email”?'],
    ['{endpoint: "https://forms.acme.org/", fields: [{name: a, label: A, autocomplete: foo}]}', 'for example'],
    ['{endpoint: "https://forms.acme.org/", fields: [{name: a, label: A, autocomplete: home name}]}', 'not one of'],
    ['{kind: formspree, key: a, endpoint: "https://formspree.io/f/mqkexxyz"}', 'has no key'],
    ['{kind: basin, endpoint: "https://formspree.io/f/mqkexxyz"}', 'not an address of this service'],
    ['{kind: formspree, endpoint: "https://formspree.io/"}', 'not an address of this service'],
    ['{endpoint: "http://forms.acme.org/policy"}', 'Write “https://forms.acme.org/policy”'],
    ['{endpoint: "https://forms.acme.org/", inline: true, proofBits: 9}', 'Only the receiver of Promulgate'],
    ['{endpoint: "https://forms.acme.org/", email: me}', 'not an e-mail address'],
    ['{kind: web3forms, key: 3f1c9b52-8a44-4d0e-9c1b-2a7d5e8f6b10}', 'still to be filled in'],
    ['{kind: formspree, endpoint: "https://formspree.io/f/mqkexxyz", honeypot: website}', 'known for Formspree'],
    ['{endpoint: "https://forms.acme.org/", honeypot: email}', '“email” is the name of another field'],
    ['{endpoint: "https://forms.acme.org/", honeypot: edition}', '“edition” is the name of another field'],
  ])('is refused with a cure: %s', (written, words) => {
    const problems = problemsOf(written);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it.each(['off', 'organization', 'section-a billing postal-code', 'Work email', 'username webauthn'])(
    'takes %s for a name by which browsers fill in forms',
    (name) => {
      const fields = `[{name: a, label: A, autocomplete: ${name}}]`;
      expect(problemsOf(`{endpoint: "https://forms.acme.org/", fields: ${fields}}`)).toEqual([]);
    },
  );

  it.each([
    ...['https://example.com/form', 'https://forms.example.org/x', 'https://forms.acme.example/policy'],
    ...[
      'https://formspree.io/f/YOUR_FORM_ID',
      'https://formspree.io/f/your-form-id',
      'https://formspree.io/f/xxxxxxxx',
    ],
    // What our own messages and documentation show.
    ...['https://formspree.io/f/xayzkqwe', 'https://formspree.io/f/xayzkqwe/', 'https://usebasin.com/f/1a2b3c4d5e6f'],
    ...['https://forminit.com/f/y5ewa2cnm5i', 'https://formsubmit.co/0a1b2c3d4e5f60718293a4b5c6d7e8f9'],
    ...['https://feedback.acme.example/', 'https://forms.acme.test/x', 'https://forms.acme.invalid/x'],
    // Visitors' own machines.
    ...['http://localhost:8787/', 'http://127.0.0.1:8787/', 'http://[::1]:8787/', 'https://forms.localhost/'],
    ...['https://formspree.io/f/{form_id}', 'https://getform.io/f/<id>', 'https://forms.acme.org/form-id'],
    ...['https://formsubmit.co/your@email.com', 'https://forms.yourdomain.com/x', 'https://forms.acme.org/?key=TODO'],
  ])('is never %s, which leads to nobody', (endpoint) => {
    expect(problemsOf(`{endpoint: "${endpoint}"}`)).toHaveLength(1);
  });

  it.each([
    'https://forms.acme.org/my-form', // a name that somebody may well have chosen
    'https://forms.acme.org/?form_id=12',
    'https://formspree.io/f/mqkexxyz',
  ])('may be %s', (endpoint) => {
    expect(problemsOf(`{endpoint: "${endpoint}"}`)).toEqual([]);
  });

  it.each([
    ['https://forms.acme.example/policy', 'https://legal.acme.example', 0],
    ['https://acme.example/policy', 'https://legal.acme.example', 0],
    ['http://127.0.0.1:8787/', 'http://localhost:4000', 0],
    ['http://localhost:8787/', 'https://legal.acme.example', 0],
    ['https://forms.acme.example/policy', 'https://legal.other.example', 1],
    ['https://forms.acme.example/policy', 'http://localhost:4000', 1],
    ['https://forms.example.com/policy', 'https://legal.example.com', 1],
  ])('%s on the site %s, as one made-up publisher or as two', (endpoint, site, problems) => {
    expect(problemsOf(`{endpoint: "${endpoint}"}`, site)).toHaveLength(problems);
  });

  it('keeps its names for itself', () => {
    const fields = '[{name: edition, label: A}, {name: form-name, label: B}, {name: my-edition, label: C}]';
    expect(problemsOf(`{endpoint: "https://forms.acme.org/", fields: ${fields}}`)).toEqual([
      'feedback, fields, entry 1, name: “edition” is the name of a field that the page fills in itself. Write another one: “my-edition”.',
      'feedback, fields, entry 2, name: “form-name” is the name of a field that the page fills in itself. Write another one: “my-form-name”.',
    ]);
  });
});
