/** A YAML document and a zod schema go in; the checked value comes out, or each thing that is wrong with its place, in plain words. */
import { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading } from './reading.ts';
import { describeSchema, schemaAt } from './schema-shape.ts';
import { shorten } from './shorten.ts';
import { didYouMean, suggest } from './suggest.ts';
import type { YamlDocument } from './yaml-document.ts';

type Issue = z.core.$ZodIssue;

/** Checks `document` against `schema`. Rule ids: `<family>-missing-key`, `-unknown-key`, `-value`. */
export function checkDocument<T>(document: YamlDocument, schema: z.ZodType<T>): Reading<T> {
  const result = schema.safeParse(document.value, { reportInput: true });
  if (result.success) return { value: result.data, diagnostics: [] };
  const issues = result.error.issues.map(narrowed);
  const misspelt = misspeltKeys(schema, issues);
  return {
    diagnostics: issues
      .filter((issue) => !(isMissing(issue) && misspelt.has(issue.path.join('\0'))))
      .flatMap((issue) => issueProblems(document, schema, issue)),
  };
}

/** Where several forms are allowed, the issue of the form that was meant: the one that fits further in. */
function narrowed(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const candidates = issue.errors.flatMap(([first]) => (first === undefined ? [] : [first]));
  const meant = candidates.find(({ path, code }) => path.length > 0 || code !== 'invalid_type');
  if (meant === undefined) return issue;
  return narrowed({ ...meant, path: [...issue.path, ...meant.path] });
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
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({
      ruleId: `${family}-unknown-key`,
      severity: 'error',
      place: document.placeOf([...path, key], 'key'),
      message: `“${shorten(key)}” is not a setting${within(path)}.`,
      hint: didYouMean(key, known) || `Delete it, or use one of these: ${known.join(', ')}.`,
    }));
  }
  if (isMissing(issue)) {
    const key = String(path.at(-1));
    const example = describeSchema(schemaAt(schema, path)).example;
    return [
      {
        ruleId: `${family}-missing-key`,
        severity: 'error',
        place: document.placeOf(path.slice(0, -1), 'key'),
        message: `“${key}” is missing${within(path.slice(0, -1))}.`,
        hint: `Add a line such as “${key}: ${example}”.`,
      },
    ];
  }
  const isAboutKey = issue.code === 'custom' && issue.params?.isAboutKey === true;
  return [
    {
      ruleId: `${family}-value`,
      severity: 'error',
      place: document.placeOf(path, isAboutKey ? 'key' : 'value'),
      ...wordsFor(issue, schemaAt(schema, path)),
    },
  ];
}

function wordsFor(issue: Issue, schema: z.ZodType | undefined): { message: string; hint: string } {
  const { form, example, description } = describeSchema(schema);
  const name = nameOf(issue.path);
  if (issue.code === 'custom') return { message: `${name}${issue.message}`, hint: String(issue.params?.hint ?? '') };
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const choices = issue.values.map((value) => `“${String(value)}”`).join(' or ');
    return { message: `${name}“${shorten(issue.input)}” is not ${choices}.`, hint: `Write ${choices}.${description}` };
  }
  const last = issue.path.at(-1);
  const before = last === undefined ? '' : typeof last === 'number' ? '- ' : `${String(last)}: `;
  const quoting = form === 'text' ? ' Text that begins with a bracket goes in quotation marks.' : '';
  return { message: `${name}This must be ${form}.`, hint: `Write, for example: “${before}${example}”.${quoting}` };
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
