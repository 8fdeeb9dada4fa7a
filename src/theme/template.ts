/** A theme's Liquid files go in; pages come out, or the diagnostic that says where a template is wrong. */
import { Liquid, LiquidError } from 'liquidjs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import { lazy } from '../model/lazy.ts';
import { LIQUID_OPTIONS, quicken } from './quick-render.ts';
import type { ContentView, View } from './view.ts';

export type Rendering =
  | { readonly kind: 'rendered'; readonly html: string }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

export interface Templates {
  /** What is wrong with the files before any page is made of them: one error (`site-template`) per unreadable file. */
  readonly diagnostics: readonly Diagnostic[];
  /** The page that the template `name` (`edition.liquid`) makes of `view`. Never throws; fails with a `site-template` error. */
  render(name: string, view: View): Rendering;
}

/** These filters read the clock, the host's time zone or chance; what they print would not be the same twice. */
const UNREPEATABLE = [
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
  'shuffle',
];

/** What TextDecoder puts in place of bytes that are not UTF-8. */
const UNREADABLE = '\uFFFD';

/** The templates among a theme's `files`, paths relative to `templates/`; read when they are first asked for, which one who makes no page never does. */
export function createTemplates(files: readonly SourceFile[]): Templates {
  const read = lazy(() => readTemplates(files));
  return {
    get diagnostics() {
      return read().diagnostics;
    },
    render: (name, view) => read().render(name, view),
  };
}

/** Nothing is ever read from disk; content is data, never Liquid. */
function readTemplates(files: readonly SourceFile[]): Templates {
  const texts = files
    .filter(({ path }) => path.endsWith('.liquid'))
    .map(({ path, bytes }) => [path, decode(bytes)] as const);
  const engine = new Liquid({
    templates: Object.assign(Object.create(null), Object.fromEntries(texts)),
    ...LIQUID_OPTIONS,
  });
  for (const name of UNREPEATABLE) engine.registerFilter(name, () => refuse(name));
  quicken(engine);
  const pathsByText = new Map(texts.map(([path, text]) => [text, path]));
  const diagnose = (error: unknown, name: string) => describe(error, name, pathsByText);
  return {
    diagnostics: texts.flatMap(([path, text]) => {
      if (text.includes(UNREADABLE)) return [reportBytes(path, text)];
      const outcome = attempt(() => engine.parseFileSync(path));
      return outcome.kind === 'thrown' ? [diagnose(outcome.error, path)] : [];
    }),
    render(name, view) {
      const outcome = attempt((): string => engine.renderFileSync(name, view));
      return outcome.kind === 'thrown'
        ? { kind: 'failed', diagnostic: diagnose(outcome.error, name) }
        : { kind: 'rendered', html: outcome.value };
    },
  };
}

/** The template file for a kind of page. */
export function templateFor(kind: ContentView['kind']): string {
  if (kind === 'policy-feedback' || kind === 'edition-feedback') return 'feedback.liquid';
  return kind === 'policy' ? 'edition.liquid' : `${kind}.liquid`;
}

type Outcome<T> =
  | { readonly kind: 'returned'; readonly value: T }
  | { readonly kind: 'thrown'; readonly error: unknown };

/** LiquidJS reports by throwing, and so does a template that includes itself without end. */
function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { kind: 'returned', value: work() };
  } catch (error) {
    return { kind: 'thrown', error };
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
}

function reportBytes(path: string, text: string): Diagnostic {
  const before = text.slice(0, text.indexOf(UNREADABLE)).split('\n');
  const place = { path: `templates/${path}`, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return {
    ruleId: 'site-template',
    severity: 'error',
    place,
    message: 'The template is not UTF-8 text.',
    hint: 'Save the file with the encoding UTF-8.',
  };
}

function refuse(name: string): never {
  throw new Error(`the filter "${name}" is not available here`);
}

function describe(error: unknown, name: string, pathsByText: ReadonlyMap<string, string>): Diagnostic {
  const chain = causes(error);
  const innermost = chain.findLast((cause) => cause instanceof LiquidError);
  const token = innermost?.token;
  const [line = 1, column = 1] = token?.getPosition() ?? [];
  // Tokens of expressions do not know their file, but they carry its whole text.
  const path = token?.file ?? (token && pathsByText.get(token.input)) ?? name;
  const said = chain.at(-1)?.message ?? String(error);
  return {
    ruleId: 'site-template',
    severity: 'error',
    place: { path: `templates/${path}`, line, column },
    ...explain(said.replace(/, (?:file:.*, )?line:\d+, col:\d+$/, '')),
  };
}

/** The error and what caused it, outermost first. */
function causes(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  return [error, ...(error instanceof LiquidError ? causes(error.originalError) : [])];
}

function explain(said: string): Pick<Diagnostic, 'message' | 'hint'> {
  const variable = /^undefined variable: (.+)$/.exec(said)?.[1];
  if (variable !== undefined)
    return {
      message: `The template asks for "${variable}", which this page does not have.`,
      hint: `Correct the name, or print it only where it exists: {% if ${variable} %}…{% endif %}.`,
    };
  const filter = /^undefined filter: (.+)$/.exec(said)?.[1] ?? /^the filter "(.+)" is not available/.exec(said)?.[1];
  if (filter !== undefined)
    return {
      message: `The template uses the filter "${filter}", which does not exist here.`,
      hint: 'Use a standard Liquid filter. Dates come ready to print, as `text` and `iso`; no filter may depend on the clock or on chance.',
    };
  const missing = /^ENOENT: Failed to lookup "(.+)" in /.exec(said)?.[1];
  if (missing !== undefined)
    return {
      message: `There is no template "${missing}".`,
      hint: 'Write the path below templates/ with its ending, e.g. "parts/header.liquid".',
    };
  if (said.startsWith('Maximum call stack'))
    return {
      message: 'The template includes itself without end.',
      hint: 'Take out the {% render %} or {% layout %} that leads back to the same file.',
    };
  return {
    message: `The template cannot be read: ${said}.`,
    hint: 'Correct the Liquid syntax at this place; every {% if %}, {% for %} and {% block %} needs its {% end… %}.',
  };
}
