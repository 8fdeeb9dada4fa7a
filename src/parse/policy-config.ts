/** policy.yaml goes in; what it says of one policy comes out. */
import * as z from 'zod';
import type { Numbering, PolicyConfig } from '../model/config.ts';
import type { SourceFile } from '../model/file.ts';
import { LASTING_RULES, SILENCEABLE_RULES } from '../model/rules.ts';
import { aliasesSchema } from './aliases-schema.ts';
import { type Converted, converted, numberValue, textValue } from './conversion.ts';
import { isSameLanguage } from './language-tag.ts';
import { localText } from './local-text.ts';
import { dayValue } from './moment-value.ts';
import type { Reading } from './reading.ts';
import { type PolicyNames, retirementSchema } from './retirement-schema.ts';
import { checkDocument } from './schema-issues.ts';
import { readText } from './source-text.ts';
import { didYouMean } from './suggest.ts';
import { readYaml } from './yaml-document.ts';

/** Reads policy.yaml; an empty file says nothing. Without `languages`, any language may stand. */
export function readPolicyConfig(file: SourceFile, names: PolicyNames): Reading<PolicyConfig> {
  const text = readText(file, 'policy');
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  const document = readYaml(text.value);
  const before = [...text.diagnostics, ...document.diagnostics];
  if (document.value === undefined) return { diagnostics: before };
  const config = checkDocument(document.value, policySchema(names));
  const diagnostics = [...before, ...config.diagnostics];
  if (config.value === undefined) return { diagnostics };
  const { reviewed, ...settings } = config.value;
  if (reviewed === undefined) return { value: settings, diagnostics };
  return {
    value: { ...settings, reviewed: { on: reviewed, place: document.value.placeOf(['reviewed'], 'value') } },
    diagnostics,
  };
}

const NUMBERINGS = ['as-typed', 'decimal'] as const;

const numberingName = converted((text): Converted<Numbering> => {
  const kind = NUMBERINGS.find((name) => name === text);
  if (kind !== undefined) return { value: { kind } };
  return {
    message: `“${text}” is not a way of numbering.`,
    hint: 'Write “as-typed”, “decimal”, or a list with one style for each depth, such as “[a., 1., A., i.]”.',
  };
});

const numberingStyle = converted((text): Converted<string> => {
  if (/^(?:[1aAiIа][.)]|\([1aAiIа]\))$/.test(text)) return { value: text };
  return {
    message: `“${text}” is not a style of numbers.`,
    hint: 'Write the first number in the style that is meant: 1. or 1) or (1), a. or a) or (a), A. or A), i. or (i), I.',
  };
});

const silencedRule = converted((written): Converted<string> => {
  const text = written.trim();
  if (SILENCEABLE_RULES.includes(text)) return { value: text };
  if (LASTING_RULES.includes(text)) {
    return {
      message: `“${text}” cannot be silenced here.`,
      hint: 'Errors cannot be silenced, nor warnings that are not of one policy. Delete this entry, and mend what the rule reports.',
    };
  }
  const message = `There is no rule “${text}”.`;
  const cure = didYouMean(text, SILENCEABLE_RULES);
  return { message, hint: cure || 'Write the name that stands in brackets below the warning.' };
});

function policySchema(names: PolicyNames) {
  const { languages } = names;
  const language = converted((text) => {
    const value = languages === undefined ? text : languages.find((tag) => isSameLanguage(tag, text));
    if (value !== undefined) return { value };
    const message = `“${text}” is not one of the site’s languages (${languages?.join(', ')}).`;
    return { message, hint: 'Write one of them, or add this one to “languages” in policies/site.yaml.' };
  });
  return z
    .strictObject({
      aliases: aliasesSchema(names).exactOptional(),
      order: numberValue({ least: -9999, most: 9999 }).exactOptional(),
      description: localText(languages).exactOptional(),
      authoritative: language.meta({ examples: ['en'] }).exactOptional(),
      numbering: z
        .union([numberingName, z.array(numberingStyle).min(1)])
        .transform((value): Numbering => (Array.isArray(value) ? { kind: 'styles', styles: value } : value))
        .meta({ examples: ['decimal', '[a., 1., A., i.]'] })
        .exactOptional(),
      reviewed: dayValue.meta({ examples: ['2026-05-01'] }).exactOptional(),
      retired: retirementSchema(names).exactOptional(),
      silence: z
        .array(z.strictObject({ rule: silencedRule.meta({ examples: ['anchor-gone'] }), reason: textValue }))
        .exactOptional(),
    })
    .meta({ examples: ['order: 1'] });
}
