/** A zod schema and a path go in; the schema of that part, the form it asks for in words and an example come out. */
import * as z from 'zod';

/** The schema at `path`, stripped of what makes it optional; undefined if the schema has no such part. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let found: z.ZodType | undefined = bare(schema);
  for (const step of path) {
    const part: unknown = found === undefined ? undefined : partOf(found, step);
    found = part instanceof z.ZodType ? bare(part) : undefined;
  }
  return found;
}

interface Description {
  /** What must stand there, e.g. `a list`. */
  readonly form: string;
  /** How it may look: the first of `meta({ examples })`. */
  readonly example: string;
  /** From `meta({ description })`, after a space; or nothing. */
  readonly description: string;
}

/** What a schema asks for, in words. */
export function describeSchema(schema: z.ZodType | undefined): Description {
  const { examples, description } = schema?.meta() ?? {};
  return {
    form: formOf(schema),
    example: Array.isArray(examples) ? String(examples[0]) : '…',
    description: description === undefined ? '' : ` ${description}`,
  };
}

const GROUP = 'a group of settings, each with its name';

function formOf(schema: unknown): string {
  if (schema instanceof z.ZodPipe) return formOf(schema.in);
  if (schema instanceof z.ZodArray) return 'a list';
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return GROUP;
  if (schema instanceof z.ZodUnion) {
    const forms = schema.options.map(formOf);
    return forms.includes(GROUP) ? 'text, or text by language' : forms.join(', or ');
  }
  return 'text';
}

function partOf(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodPipe) return partOf(schema.in, step);
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => partOf(option, step)).find(Boolean);
  return undefined;
}

function bare(schema: z.ZodType): z.ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault;
  const inner: unknown = isWrapped ? schema.unwrap() : undefined;
  return inner instanceof z.ZodType ? bare(inner) : schema;
}
