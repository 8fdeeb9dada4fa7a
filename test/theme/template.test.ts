import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { createTemplates, templateFor } from '../../src/theme/template.ts';
import type { View } from '../../src/theme/view.ts';
import { edition, fullEdition, policy, THEME, textFile, themeWith, VIEWS, view } from './views.ts';

const templates = createTemplates(THEME);

function page(of: View, from = templates): string {
  const rendering = from.render(templateFor(of.content.kind), of);
  if (rendering.kind === 'failed') throw new Error(JSON.stringify(rendering.diagnostic));
  return rendering.html;
}

/** What a site's own thanks.liquid with this text makes. */
function own(text: string, of = view({ kind: 'thanks' })) {
  return createTemplates(themeWith(textFile('thanks.liquid', text))).render('thanks.liquid', of);
}

function problemOf(text: string) {
  const rendering = own(text);
  return rendering.kind === 'failed' ? rendering.diagnostic : undefined;
}

describe('the default theme', () => {
  it('has no template that cannot be read', () => {
    expect(templates.diagnostics).toEqual([]);
  });

  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: { 'valid-id': ['error', { relaxed: true }] },
  });

  it.each(VIEWS.map((of, index) => [`${of.content.kind} (${index})`, of] as const))(
    'makes a valid page of kind %s',
    async (_, of) => {
      const report = await validator.validateString(page(of));
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
        ),
      ).toEqual([]);
    },
  );

  it.each(VIEWS.map((of) => [of.content.kind, page(of)]))(
    'gives a page of kind %s one h1, no inline style and no inline script',
    (_, html) => {
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/);
    },
  );

  it('puts notices before the title and before everything else in main', () => {
    const html = page(view({ kind: 'edition', edition: fullEdition() }));
    const main = html.slice(html.indexOf('<main'));
    const words = main
      .slice(main.indexOf('>') + 1)
      .replace(/<template[^>]*>.*?<\/template>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    expect(words).toMatch(/^Applied until 3 May 2021\. The edition in force Privacy policy /);
  });

  it('keeps pages that are not indexed out of search engines, and only those', () => {
    const robots = '<meta name="robots" content="noindex, follow">';
    expect(page(view({ kind: 'thanks' }, { isIndexed: false }))).toContain(robots);
    expect(page(view({ kind: 'thanks' }))).not.toContain(robots);
  });

  it('sends no referrer, except its origin from the form', () => {
    const referrer = (kind: string) =>
      /name="referrer" content="([^"]*)"/.exec(
        page(VIEWS.find(({ content }) => content.kind === kind) ?? view({ kind: 'thanks' })),
      )?.[1];
    expect(referrer('policy')).toBe('no-referrer');
    expect(referrer('feedback')).toBe('strict-origin');
  });

  it('says the language and direction of a text that differ from the page', () => {
    const html = page(view({ kind: 'policy', edition: edition({ language: 'ar', direction: 'rtl' }) }));
    expect(html).toMatch(/<html lang="en" dir="ltr"/);
    expect(html).toMatch(/<article [^>]*lang="ar" dir="rtl"/);
    expect(html).toMatch(/<h1 lang="ar" dir="rtl"/);
  });

  it('tells archive links apart by their day, and names a title only where it differs', () => {
    const html = page(view({ kind: 'policy-archive', policy: policy() }));
    expect(html.match(/<a href="2020-02-04\/"><time datetime="2020-02-04">4 February 2020<\/time><\/a>/g)).toHaveLength(
      2,
    );
    expect(html).not.toContain('<span class="title">Privacy policy');
    expect(html).toContain('<span class="title">Data statement');
  });
});

describe('templates', () => {
  it('escape every value', () => {
    const html = page(
      view({
        kind: 'home',
        policies: [policy({ title: '<img src=x onerror="a">' })],
        announced: [],
        announcedLater: [],
      }),
    );
    expect(html).toContain('&lt;img src=x onerror=&#34;a&#34;&gt;');
    expect(html).not.toContain('<img');
  });

  it('never evaluate Liquid in content', () => {
    const liquid = '{{ site.title }} {% raw %} {%- if x -%} {{ nope | nope }}';
    const html = page(
      view({
        kind: 'policy',
        edition: edition({ bodyHtml: `<p>${liquid}</p>`, headingHtml: liquid, summary: liquid }),
      }),
    );
    expect(html.split(liquid)).toHaveLength(4);
  });

  it('let a file of the site stand in for the default one of the same name', () => {
    expect(own('<p>{{ site.title }}</p>')).toEqual({ kind: 'rendered', html: '<p>Acme policies</p>' });
  });

  it('may test an optional value without printing it', () => {
    expect(own('{% if page.description %}yes{% else %}no{% endif %}')).toEqual({ kind: 'rendered', html: 'no' });
  });

  it.each([
    ['an unknown variable', 'a\n  {{ site.titel }}', 2, 6, 'site.titel'],
    ['a tag without end', 'a\n{% if page.title %}', 2, 1, 'not closed'],
    ['an unknown filter', '{{ site.title | shout }}', 1, 1, '"shout"'],
    ['a missing template', '{% render "parts/none.liquid" %}', 1, 1, '"parts/none.liquid"'],
    ['a template that includes itself', '{% render "thanks.liquid" %}', 1, 1, 'without end'],
    ['the date filter', '{{ site.title | date: "%Y" }}', 1, 1, '"date"'],
    ['a filter that depends on chance', '{{ site.policies | sample }}', 1, 1, '"sample"'],
    ['a property of the language, not of the view', '{{ site.constructor }}', 1, 4, 'site.constructor'],
  ])('report %s with its place and a cure', (_, text, line, column, said) => {
    const problem = problemOf(text);
    expect(problem).toMatchObject({
      ruleId: 'site-template',
      severity: 'error',
      place: { path: 'templates/thanks.liquid', line, column },
    });
    expect(problem?.message).toContain(said);
    expect(problem?.message).not.toMatch(/file:|line:/);
    expect(problem?.hint).not.toBe('');
  });

  it('name the part in which an unknown variable stands', () => {
    const broken = createTemplates(themeWith(textFile('parts/footer.liquid', '\n\n{{ site.nope }}')));
    const rendering = broken.render('thanks.liquid', view({ kind: 'thanks' }));
    expect(rendering).toMatchObject({
      kind: 'failed',
      diagnostic: { place: { path: 'templates/parts/footer.liquid', line: 3, column: 4 } },
    });
  });

  it('report every file that cannot be read, before any page is made', () => {
    const broken = createTemplates(
      themeWith(textFile('home.liquid', '{% if'), textFile('parts/own.liquid', '\n{{ x | nope }}')),
    );
    expect(broken.diagnostics.map(({ place }) => [place?.path, place?.line])).toEqual([
      ['templates/home.liquid', 1],
      ['templates/parts/own.liquid', 2],
    ]);
  });

  it('report a file that is not UTF-8', () => {
    const broken = createTemplates(themeWith({ path: 'home.liquid', bytes: new Uint8Array([0x61, 0xff]) }));
    expect(broken.diagnostics).toMatchObject([
      { ruleId: 'site-template', place: { path: 'templates/home.liquid', line: 1, column: 2 } },
    ]);
  });
});
