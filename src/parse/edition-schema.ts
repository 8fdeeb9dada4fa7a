/** The schema of an edition's front matter. */
import { z } from 'zod';
import { converted, lineValue, textValue } from './conversion.ts';
import { dayValue, effectiveValue, momentValue } from './moment-value.ts';

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

const STATUS = 'An edition that is neither a draft nor withdrawn has no “status”.';

/** Everything the front matter of one text may say. What it must say beyond the title depends on the edition's other texts. */
export const editionSchema = z
  .strictObject({
    title: lineValue.meta({ examples: ['Privacy policy'] }),
    effective: effectiveValue.exactOptional(),
    published: momentValue.exactOptional(),
    summary: textValue.exactOptional(),
    version: lineValue.exactOptional(),
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
