/** policy.yaml goes in; what it says of one policy comes out. */
import { z } from 'zod';
import type { Language, PolicyConfig } from '../model/config.ts';
import type { SourceFile } from '../model/file.ts';
import { converted, numberValue } from './conversion.ts';
import { isSameLanguage } from './language-tag.ts';
import { localText } from './local-text.ts';
import type { Reading } from './reading.ts';
import { checkDocument } from './schema-issues.ts';
import { readText } from './source-text.ts';
import { readYaml } from './yaml-document.ts';

/** Reads policy.yaml; an empty file says nothing. Without `languages`, any language may stand. */
export function readPolicyConfig(file: SourceFile, languages: readonly Language[] | undefined): Reading<PolicyConfig> {
  const text = readText(file, 'policy');
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  const document = readYaml(text.value);
  const before = [...text.diagnostics, ...document.diagnostics];
  if (document.value === undefined) return { diagnostics: before };
  const config = checkDocument(document.value, policySchema(languages));
  return { ...config, diagnostics: [...before, ...config.diagnostics] };
}

function policySchema(languages: readonly Language[] | undefined) {
  const language = converted((text) => {
    const value = languages === undefined ? text : languages.find((tag) => isSameLanguage(tag, text));
    if (value !== undefined) return { value };
    const message = `“${text}” is not one of the site’s languages (${languages?.join(', ')}).`;
    return { message, hint: 'Write one of them, or add this one to “languages” in policies/site.yaml.' };
  });
  return z
    .strictObject({
      order: numberValue({ least: -9999, most: 9999 }).exactOptional(),
      description: localText(languages).exactOptional(),
      authoritative: language.meta({ examples: ['en'] }).exactOptional(),
    })
    .meta({ examples: ['order: 1'] });
}
