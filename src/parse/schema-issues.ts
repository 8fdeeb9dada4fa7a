/** A YAML document and a zod schema go in; the checked value comes out, or each thing that is wrong with its place, in plain words. */
import * as z from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading, Words } from './reading.ts';
import { describeSchema, schemaAt } from './schema-shape.ts';
import { shorten } from './shorten.ts';
import { didYouMean, suggest } from './suggest.ts';
import type { YamlDocument } from './yaml-document.ts';

type Issue = z.core.$ZodIssue;

/** Checks `document` against `schema`. Rule ids: `<family>-missing-key`, `-unknown-key`, `-value`. */
export function checkDocument<T>(document: YamlDocument, schema: z.ZodType<T>): Reading<T> {
  const result = schema.safeParse(document.value, { reportInput: true });
  if (result.success) return { value: result.data, diagnostics: [] };
  const issues = result.error.issues.flatMap(narrowed);
  const misspelt = misspeltKeys(schema, issues);
  return {
    diagnostics: issues
      .filter((issue) => !(isMissing(issue) && misspelt.has(issue.path.join('\0'))))
      .flatMap((issue) => issueProblems(document, schema, issue)),
  };
}

/** Where several forms are allowed, the issues of the form that was meant: the one that fits further in. */
function narrowed(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find(
    ([first]) => first !== undefined && (first.path.length > 0 || first.code !== 'invalid_type'),
  );
  return meant?.flatMap((inner) => narrowed({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

/** Paths that unknown keys were most likely meant for: they are not reported as missing too. */
function misspeltKeys(schema: z.ZodType, issues: readonly Issue[]): Set<string> {
  const meant = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => [...issue.path, suggest(key, known) ?? key].join('\0'));
  });
  return new Set(meant);
}

function isMissing(issue: Issue): boolean {
  return (issue.code === 'invalid_type' || issue.code === 'invalid_union') && issue.input === undefined;
}

function issueProblems(document: YamlDocument, schema: z.ZodType, issue: Issue): Diagnostic[] {
  const { family } = document.source;
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ruleId: `${family}-unknown-key`,
      severity: 'error',
      place: document.placeOf([...path, key], 'key'),
      ...(issue.input?.[key] === null ? splitByComma(key) : unknownKey(key, path, knownKeys(schema, path))),
    }));
  }
  const isOfKey = issue.code === 'custom' && issue.params?.isAboutKey === true;
  const [rule, place, words] = isMissing(issue)
    ? ['missing-key', document.placeOf(path.slice(0, -1), 'key'), missingKey(path, schemaAt(schema, path))]
    : ['value', document.placeOf(path, isOfKey ? 'key' : 'value'), wrongValue(issue, schemaAt(schema, path))];
  return [{ ruleId: `${family}-${rule}`, severity: 'error', place, ...words }];
}

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): Words {
  return {
    message: `“${shorten(key)}” is not a setting${within(path)}.`,
    hint: didYouMean(key, known) || `Delete it, or use one of these: ${known.join(', ')}.`,
  };
}

function missingKey(path: readonly PropertyKey[], schema: z.ZodType | undefined): Words {
  const key = String(path.at(-1));
  return {
    message: `“${key}” is missing${within(path.slice(0, -1))}.`,
    hint: `Add a line such as “${key}: ${describeSchema(schema).example}”.`,
  };
}

function wrongValue(issue: Issue, schema: z.ZodType | undefined): Words {
  const { form, example, description } = describeSchema(schema);
  const name = nameOf(issue.path);
  if (issue.code === 'custom') return { message: `${name}${issue.message}`, hint: String(issue.params?.hint ?? '') };
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const values = issue.values.map(String);
    const choices = values.map((value) => `“${value}”`).join(' or ');
    if (values.length > 4) {
      const hint = didYouMean(issue.input, values) || `Write one of these: ${values.join(', ')}.`;
      return { message: `${name}“${shorten(issue.input)}” is not known here.`, hint };
    }
    return { message: `${name}“${shorten(issue.input)}” is not ${choices}.`, hint: `Write ${choices}.${description}` };
  }
  const last = issue.path.at(-1);
  if (issue.input === null) return splitByComma(String(last));
  const before = last === undefined ? '' : typeof last === 'number' ? '- ' : `${String(last)}: `;
  const quoting = form === 'text' ? ' Text that begins with a bracket goes in quotation marks.' : '';
  return { message: `${name}This must be ${form}.`, hint: `Write, for example: “${before}${example}”.${quoting}` };
}

/** Between braces YAML reads `{reason: Wrong, and misleading}` as two settings, the second without a colon. */
function splitByComma(key: string): Words {
  return {
    message: `“${shorten(key)}” is taken for a setting of its own, because between braces a comma ends a value.`,
    hint: 'Put the whole value, with its comma, in quotation marks.',
  };
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** `title: `, or `contacts, entry 2, value: `, for the beginning of a message; nothing for the whole document. */
function nameOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : String(step)));
  return steps.length === 0 ? '' : `${steps.join(', ')}: `;
}

/** ` in “contacts”, entry 2`; nothing at the top. */
function within(path: readonly PropertyKey[]): string {
  const last = path.findLast((step) => typeof step === 'string');
  if (last === undefined) return '';
  const entry = path.at(-1);
  return ` in “${last}”${typeof entry === 'number' ? `, entry ${entry + 1}` : ''}`;
}
