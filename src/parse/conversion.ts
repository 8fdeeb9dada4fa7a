/** Text from a settings file goes in; what it stands for comes out, or in what way it is wrong: the leaves of every schema. */
import * as z from 'zod';
import type { Words } from './reading.ts';
import { shorten } from './shorten.ts';

export type Converted<T> = { readonly value: T } | Words;

/** A schema for text that `convert` turns into a value. Its problem becomes an issue with a message and `params.hint`. */
export function converted<T>(convert: (text: string) => Converted<T>) {
  return z.string().transform((text, context): T => {
    const result = convert(text);
    if ('value' in result) return result.value;
    const message = text === '' ? result.message : result.message.replaceAll(text, shorten(text));
    context.addIssue({ code: 'custom', message, params: { hint: result.hint } });
    return z.NEVER;
  });
}

/** Text of any length, white space trimmed, not empty. */
export const textValue = converted((text) => {
  const value = text.trim();
  return value === '' ? EMPTY : { value };
});

/** Text on one line, white space trimmed, not empty. */
export const lineValue = converted((text) => {
  const value = text.trim();
  if (value === '') return EMPTY;
  if (!value.includes('\n')) return { value };
  return { message: 'This must be a single line of text.', hint: 'Write it on one line.' };
});

const EMPTY = {
  message: 'Nothing is written here.',
  hint: 'Write a value after the colon. If the setting is not needed, delete the line.',
};

/** A whole number from `least` to `most`. */
export function numberValue({ least, most }: { least: number; most: number }) {
  return converted((text) => {
    const value = /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
    if (value !== undefined && value >= least && value <= most) return { value };
    const message = `“${text}” is not a whole number from ${least} to ${most}.`;
    return { message, hint: `Write a number from ${least} to ${most} in digits, without a unit.` };
  });
}

/** `true` or `false`. */
export const truthValue = converted((text) => {
  if (text === 'true' || text === 'false') return { value: text === 'true' };
  const hint = /^(yes|y|on|1)$/i.test(text) ? 'Write “true”.' : 'Write “true” or “false”.';
  return { message: `“${text}” is neither “true” nor “false”.`, hint };
});
