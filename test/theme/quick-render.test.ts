import fc from 'fast-check';
import { Liquid, LiquidError } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { LIQUID_OPTIONS, quicken } from '../../src/theme/quick-render.ts';

const PARTS = {
  'frame.liquid':
    '<a>{% block main %}none{{ page.title }}{% endblock %}</a>{% block end %}end{{ block.super }}{% endblock %}',
  'part.liquid': '({{ item }}{% if more %}{{ more.text }}{% endif %})',
};

/** What becomes of a template: its text, or each error with its place. */
function outcome(template: string, shown: object, isQuick: boolean): unknown {
  // `increment` counts in the view.
  const view = structuredClone(shown);
  const engine = new Liquid({ ...LIQUID_OPTIONS, templates: { ...PARTS, 'page.liquid': template } });
  if (isQuick) quicken(engine);
  try {
    // The second time, all is known.
    engine.renderFileSync('page.liquid', view);
    return engine.renderFileSync('page.liquid', view);
  } catch (error) {
    return told(error);
  }
}

function told(error: unknown): unknown {
  if (!LiquidError.is(error)) return error;
  const { name, message, token, originalError } = error;
  return { name, message, at: token.getPosition(), input: token.input, cause: told(originalError) };
}

function expectSame(template: string, view: object): void {
  expect(outcome(template, view, true)).toEqual(outcome(template, view, false));
}

const VIEW = {
  page: { title: 'A & B', kind: 'home', size: 3, none: null, isIndexed: false, html: '<b>"\'</b>' },
  items: ['x', '<y>', 'z', 1, 0, true, false, null, ['p', 'q']],
  list: [{ text: 'one', notes: [] }, { text: 'two', notes: ['n'] }, {}],
  empty: [],
  word: '',
  count: 7,
};

describe('quicken', () => {
  it.each([
    [
      'text and values',
      'a{{ page.title }} {{ count }} {{ page.none }}{{ page.isIndexed }}{{ items }}{{ page.html | raw }}{{ items | raw }}',
    ],
    [
      'filters',
      '{{ items | join: "," }}{{ page.title | upcase | raw }}{{ page.nope | default: "d" }}{{ items | size }}',
    ],
    [
      'what is built in',
      '{{ items.size }}{{ items.first }}{{ items.last }}{{ items[1] }}{{ page["title"] }}{{ page.title.size }}{{ page.size }}',
    ],
    ['literals', '{{ "a<b" }}{{ 12 }}{{ true }}{{ nil }}{{ empty }}{{ (1..3) }}'],
    [
      'choices',
      '{% if page.nope.deep %}1{% elsif count > 6 %}2{% else %}3{% endif %}{% unless page.isIndexed %}4{% else %}5{% endunless %}{% unless count == 7 %}6{% elsif word == "" %}7{% endunless %}',
    ],
    [
      'operators',
      '{% if word == empty and empty == blank or page.title contains "&" %}1{% endif %}{% if not page.none %}2{% endif %}{% if items == items %}3{% endif %}{% if page.kind != nil and count <= 7 and "a" < "b" %}4{% endif %}',
    ],
    [
      'loops',
      '{% for item in items %}{{ forloop.index }}{% if forloop.last %}.{% continue %}{% endif %}{{ item }}{% if item == 1 %}{% break %}{% endif %},{% else %}none{% endfor %}{% for x in empty %}{% else %}none{% endfor %}{% for i in list limit: 2 reversed %}{{ i.text }}{% endfor %}',
    ],
    [
      'other tags',
      '{% assign a = page.title %}{% capture b %}<{{ a }}>{% endcapture %}{{ b }}{% case count %}{% when 7 %}seven{% else %}other{% endcase %}{% render "part.liquid", item: count, more: list[0] %}{% cycle "a", "b" %}{% increment n %}{% comment %}{{ nope }}{% endcomment %}',
    ],
    ['layouts', '{% layout "frame.liquid" %}{% block main %}[{{ block.super }}{{ count }}]{% endblock %}'],
    ['parts for each', '{% render "part.liquid" for items as item, more: list[1] %}'],
    ['a variable that is not there', 'a\nb {{ page.nope }}'],
    ['a variable of one that is not there', '{{ nope.deep }}'],
    ['one in a part', '{% for i in items %}\n{% render "part.liquid" %}{% endfor %}'],
    ['one in a choice within a loop', '{% for i in list %}{% if true %}{{ i.text }}{% endif %}{% endfor %}'],
    ['one that is inherited', '{{ page.constructor }}{{ page.title.length }}'],
    ['a part that is not there', '{% if true %}{% render "nope.liquid" %}{% endif %}'],
  ])('renders %s as LiquidJS does', (_, template) => {
    expectSame(template, VIEW);
  });

  it('renders any mixture as LiquidJS does', () => {
    const path = fc.constantFrom(
      ...[
        'page.title',
        'page.nope',
        'page',
        'items',
        'items[1]',
        'items.size',
        'list',
        'list[2].text',
        'count',
        'word',
        'nope',
      ],
      ...['nil', 'empty', '"<q>"', '3', 'true', 'it', 'it.text', 'it.notes.size', 'forloop.first', 'page[page.kind]'],
    );
    const operator = fc.constantFrom('==', '!=', '<', '>=', 'contains', 'and', 'or');
    const condition = fc.oneof(
      path,
      fc.tuple(path, operator, path).map((parts) => parts.join(' ')),
      fc.tuple(path, operator, path, operator, path).map((parts) => parts.join(' ')),
    );
    const { template } = fc.letrec<{ template: string; node: string }>((tie) => ({
      template: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('text ', '\n', '{% break %}', '{% continue %}', '{% render "part.liquid", item: 1 %}'),
        fc
          .tuple(path, fc.constantFrom('', ' | raw', ' | upcase', ' | default: "d"'))
          .map((parts) => `{{ ${parts.join('')} }}`),
        fc
          .tuple(condition, tie('template'), tie('template'))
          .map(([when, a, b]) => `{% if ${when} %}${a}{% else %}${b}{% endif %}`),
        fc.tuple(condition, tie('template')).map(([when, a]) => `{% unless ${when} %}${a}{% endunless %}`),
        fc.tuple(path, tie('template')).map(([all, a]) => `{% for it in ${all} %}${a}{% endfor %}`),
        path.map((value) => `{% assign it = ${value} %}`),
      ),
    }));
    fc.assert(
      fc.property(template, (text) => expectSame(text, VIEW)),
      { numRuns: 800 },
    );
  });
});
