/** The schema of an edition's front matter. */
import * as z from 'zod';
import type { Moment } from '../model/civil-date.ts';
import { appliesSchema } from './applies-schema.ts';
import { converted, lineValue, textValue, truthValue } from './conversion.ts';
import { dayValue, effectiveValue, momentValue } from './moment-value.ts';
import { publishedValue } from './published-value.ts';

/** What a correction quotes may be nothing: words can be put in, or struck out. */
const quotedText = converted((text) => ({ value: text.trim() }));

const CORRECTION = '{on: 2026-03-02, was: recieve, now: receive, reason: Typing error}';

const correctionSchema = z
  .strictObject({
    on: dayValue.meta({ examples: ['2026-03-02'] }),
    clause: lineValue.exactOptional(),
    was: quotedText.meta({ examples: ['recieve'] }),
    now: quotedText.meta({ examples: ['receive'] }),
    reason: textValue.meta({ examples: ['Typing error'] }),
  })
  .meta({ examples: [CORRECTION] });

/** One moment, or a list of them; comes out as a list. */
const momentsValue = z
  .union([
    momentValue,
    z.array(momentValue).superRefine(({ length }, context) => {
      if (length > 0) return;
      const hint = 'Write the date between the brackets. If the setting is not needed, delete the line.';
      context.addIssue({ code: 'custom', message: 'No date is written here.', params: { hint } });
    }),
  ])
  .transform((value): readonly Moment[] => (Array.isArray(value) ? value : [value]))
  .meta({ examples: ['2026-06-01'] });

const CHANGE = 'Write “editorial” if only the wording changed, “substantive” if what the text means did.';

const STATUS = 'An edition that is neither a draft nor withdrawn has no “status”.';

/** Everything the front matter of one text may say. What it must say beyond the title depends on the edition's other texts. */
export const editionSchema = z
  .strictObject({
    title: lineValue.meta({ examples: ['Privacy policy'] }),
    effective: effectiveValue.exactOptional(),
    published: publishedValue.exactOptional(),
    summary: textValue.exactOptional(),
    version: lineValue.exactOptional(),
    change: z
      .enum(['editorial', 'substantive'])
      .meta({ description: CHANGE, examples: ['editorial'] })
      .exactOptional(),
    retroactive: truthValue.exactOptional(),
    announcedEffective: momentsValue.exactOptional(),
    applies: appliesSchema.exactOptional(),
    status: z
      .enum(['draft', 'withdrawn'])
      .meta({ description: STATUS, examples: ['draft'] })
      .exactOptional(),
    withdrawn: z
      .strictObject({
        on: dayValue.meta({ examples: ['2026-03-02'] }),
        reason: textValue.meta({ examples: ['Issued in error'] }),
      })
      .meta({ examples: ['{on: 2026-03-02, reason: Issued in error}'] })
      .exactOptional(),
    corrections: z
      .array(correctionSchema)
      .meta({ examples: [`[${CORRECTION}]`] })
      .default([]),
  })
  .meta({ examples: ['title: Privacy policy'] });

export type FrontMatter = z.output<typeof editionSchema>;
