/** An engine of LiquidJS goes in, and from then on renders the same, errors included, in a fraction of the time. */
import {
  type Context,
  type Emitter,
  IfTag,
  isTruthy,
  type Liquid,
  LiquidError,
  Output,
  RenderError,
  type Template,
  TypeGuards,
  toValue,
  toValueSync,
  UnlessTag,
  type Value,
} from 'liquidjs';
import { quickAnswer, UNSURE } from './quick-value.ts';

/** What is printed is escaped; what is not there is an error, unless a template asks whether it is there. */
export const LIQUID_OPTIONS = {
  cache: true,
  outputEscape: 'escape',
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  lenientIf: true,
} as const;

/** Writes what one node of a template makes of the context. */
type Step = (context: Context, emitter: Emitter) => void;

type RenderAll = (templates: readonly Template[], context: Context, emitter: Emitter) => void;

/**
 * LiquidJS walks a template by generators within generators, for each word anew. Here text, `{{ a.b }}`, `if` and `unless` become
 * functions, once; all else, and whatever is not plain, is left to LiquidJS. For engines with `LIQUID_OPTIONS` and without limits of
 * time and memory.
 */
export function quicken(engine: Liquid): void {
  const known = new WeakMap<readonly Template[], readonly Step[]>();
  const renderAll: RenderAll = (templates, context, emitter) => {
    const steps =
      known.get(templates) ?? templates.map((template) => withPlace(template, stepFor(template, renderAll)));
    known.set(templates, steps);
    for (const step of steps) {
      step(context, emitter);
      if (context.breakCalled || context.continueCalled) break;
    }
  };
  engine.renderer.renderTemplates = function* (templates, context, emitter = createEmitter()) {
    yield renderAll(templates, context, emitter);
    return emitter.buffer;
  };
}

function stepFor(template: Template, renderAll: RenderAll): Step {
  const { token } = template;
  if (TypeGuards.isHTMLToken(token)) {
    const text = token.getContent();
    return (_, emitter) => emitter.write(text);
  }
  if (template instanceof Output) return printing(template);
  if (template instanceof IfTag) {
    return choosing(
      template.branches.map((branch) => ({ test: isTruthy, ...branch })),
      template.elseTemplates ?? [],
      renderAll,
    );
  }
  if (template instanceof UnlessTag) return choosing(template.branches, template.elseTemplates, renderAll);
  return asLiquid(template);
}

function asLiquid(template: Template): Step {
  return (context, emitter) => {
    const text: unknown = toValueSync(template.render(context, emitter));
    if (text) emitter.write(text);
  };
}

/** What the filter that LiquidJS adds would change. */
const TO_ESCAPE = /[&<>"']/;

function printing(template: Output): Step {
  const { value } = template;
  const [filter, ...others] = value.filters;
  const slow = asLiquid(template);
  if (filter === undefined || others.length > 0) return slow;
  const answer = quickAnswer(value);
  return (context, emitter) => {
    const found = answer(context, false);
    if (typeof found === 'string' && (filter.raw || !TO_ESCAPE.test(found))) emitter.write(found);
    else slow(context, emitter);
  };
}

interface Branch {
  readonly value: Value;
  readonly test: (value: unknown, context: Context) => boolean;
  readonly templates: readonly Template[];
}

function choosing(branches: readonly Branch[], otherwise: readonly Template[], renderAll: RenderAll): Step {
  const asked = branches.map((branch) => ({ ...branch, ask: asking(branch.value) }));
  return (context, emitter) => {
    const chosen = asked.find(({ ask, test }) => test(ask(context), context));
    renderAll(chosen?.templates ?? otherwise, context, emitter);
  };
}

function asking(value: Value): (context: Context) => unknown {
  const answer = value.filters.length > 0 ? () => UNSURE : quickAnswer(value);
  return (context) => {
    const found = answer(context, true);
    return toValue(found === UNSURE ? toValueSync(value.value(context, true)) : found);
  };
}

/** As LiquidJS does it: an error names the innermost place. */
function withPlace(template: Template, step: Step): Step {
  return (context, emitter) => {
    try {
      step(context, emitter);
    } catch (error) {
      throw LiquidError.is(error) || !(error instanceof Error) ? error : new RenderError(error, template);
    }
  };
}

function createEmitter(): Emitter {
  return {
    buffer: '',
    write(value) {
      this.buffer += textOf(value);
    },
  };
}

function textOf(given: unknown): string {
  const value: unknown = toValue(given);
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.map(textOf).join('') : String(value);
}
