/** site.yaml and what overrides it go in; the site's configuration comes out. */
import * as z from 'zod';
import type { Language, SiteConfig } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import type { Reading } from './reading.ts';
import { checkDocument } from './schema-issues.ts';
import { baseValue, urlValue } from './site-address.ts';
import { languagesSchema, siteSchema } from './site-schema.ts';
import { readText } from './source-text.ts';
import { timeZoneValue } from './time-zone.ts';
import { readYaml } from './yaml-document.ts';

/** What the caller sets in place of site.yaml's own values. */
export interface SiteOverrides {
  readonly base?: string;
  readonly url?: string;
  /** The address of a receiver of our own, which takes the form's messages in place of the service. */
  readonly receiver?: string;
}

export interface SiteReading extends Reading<SiteConfig> {
  /** Known even where the rest of the file is wrong; absent if the languages themselves are not known. */
  readonly languages?: SiteConfig['languages'];
  /** As `languages`. */
  readonly timeZone?: string;
}

/** Reads site.yaml. Every rule id begins with `site-`. */
export function readSite(file: SourceFile, overrides: SiteOverrides): SiteReading {
  const overridden = checkOverrides(overrides);
  const text = readText(file, 'site');
  const document = text.value === undefined ? undefined : readYaml(text.value);
  const before = [...overridden.diagnostics, ...text.diagnostics, ...(document?.diagnostics ?? [])];
  if (document?.value === undefined) return { diagnostics: before };
  const languages = languagesIn(document.value.value);
  const timeZone = timeZoneIn(document.value.value);
  const config = checkDocument(document.value, siteSchema(languages));
  const diagnostics = [...before, ...config.diagnostics];
  const known = {
    ...(languages === undefined ? {} : { languages }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
  if (config.value === undefined || overridden.value === undefined) return { ...known, diagnostics };
  const value = withReceiver({ ...config.value, ...overridden.value }, overrides.receiver);
  return { ...known, value, diagnostics };
}

function withReceiver(config: SiteConfig, endpoint: string | undefined): SiteConfig {
  const { feedback } = config;
  // A site without a form gets none by it, nor one that asks for e-mail.
  if (endpoint === undefined || feedback === undefined || feedback.kind === 'mailto') return config;
  const { fields, email, proofBits } = feedback;
  return {
    ...config,
    feedback: {
      kind: 'promulgate',
      endpoint,
      fields,
      ...(email === undefined ? {} : { email }),
      ...(proofBits === undefined ? {} : { proofBits }),
    },
  };
}

function languagesIn(value: unknown): readonly [Language, ...Language[]] | undefined {
  const result = z.looseObject({ languages: languagesSchema.default(['en']) }).safeParse(value);
  return result.success ? result.data.languages : undefined;
}

function timeZoneIn(value: unknown): string | undefined {
  return z.looseObject({ timeZone: timeZoneValue }).safeParse(value).data?.timeZone;
}

function checkOverrides({ base, url }: SiteOverrides): Reading<SiteOverrides> {
  const checks = [
    ...(base === undefined ? [] : [{ key: 'base', name: 'path', result: baseValue.safeParse(base) }]),
    ...(url === undefined ? [] : [{ key: 'url', name: 'address', result: urlValue.safeParse(url) }]),
  ];
  const diagnostics = checks.flatMap(({ name, result }): Diagnostic[] =>
    (result.error?.issues ?? []).map((issue) => ({
      ruleId: 'site-value',
      severity: 'error',
      message: `The ${name} given for this build: ${issue.message}`,
      hint: issue.code === 'custom' ? String(issue.params?.hint ?? '') : '',
    })),
  );
  if (diagnostics.length > 0) return { diagnostics };
  return { value: Object.fromEntries(checks.map(({ key, result }) => [key, result.data])), diagnostics };
}
