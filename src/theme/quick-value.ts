/** A value that a template names, as LiquidJS has read it, goes in; a quick way to find it out comes out, for the plain kinds, which nearly all are. */
import { type Context, type Scope, type Token, TypeGuards, toValueSync, type Value } from 'liquidjs';

/** Said where LiquidJS itself must answer, be it with an error. */
export const UNSURE = Symbol('unsure');

/** Gives what LiquidJS would give, before any filter, or `UNSURE`. A variable that is not there is `null` if the template may ask for it. */
export type Answer = (context: Context, isLenient: boolean) => unknown;

export function quickAnswer({ initial }: Value): Answer {
  const steps = initial.postfix.map(quickStep);
  const [first] = steps;
  if (first?.kind === 'ask' && steps.length === 1) return first.ask;
  if (steps.length === 0 || steps.some(({ kind }) => kind === 'other')) return () => UNSURE;
  return (context, isLenient) => {
    const operands: unknown[] = [];
    for (const step of steps) {
      if (step.kind === 'other') continue;
      const found = step.kind === 'ask' ? step.ask(context, isLenient) : joined(step.operator, operands, context);
      if (found === UNSURE) return UNSURE;
      operands.push(found);
    }
    return operands[0];
  };
}

type Step =
  | { readonly kind: 'ask'; readonly ask: Answer }
  /** Of the two operands before it. */
  | { readonly kind: 'join'; readonly operator: string }
  | { readonly kind: 'other' };

function quickStep(token: Token): Step {
  if (TypeGuards.isOperatorToken(token)) {
    const { operator } = token;
    return operator === 'not' ? { kind: 'other' } : { kind: 'join', operator };
  }
  if (TypeGuards.isPropertyAccessToken(token)) {
    const names = token.props.map((prop) => ('content' in prop ? prop.content : undefined));
    const isPlain = token.variable === undefined && names.every((name) => typeof name === 'string');
    return isPlain ? { kind: 'ask', ask: property(names) } : { kind: 'other' };
  }
  if (!('content' in token)) return { kind: 'other' };
  const { content } = token;
  return { kind: 'ask', ask: () => content };
}

function joined(operator: string, operands: unknown[], context: Context): unknown {
  const right = operands.pop();
  const left = operands.pop();
  return toValueSync(context.opts.operators[operator]?.(left, right, context)) ?? UNSURE;
}

/** LiquidJS throws and catches an error for each variable that is not there; few pages have all that a template asks for. */
function property(names: readonly string[]): Answer {
  const [root = ''] = names;
  return (context, isLenient) => {
    // biome-ignore lint/complexity/useLiteralKeys: only so may what is private to LiquidJS be asked.
    let value: unknown = context['findScope'](root);
    for (const name of names) {
      value = toValueSync(context.readProperty(value as Scope, name));
      if (value === undefined) return isLenient ? null : UNSURE;
    }
    return value;
  };
}
