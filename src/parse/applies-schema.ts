/** The schema of `applies`: to which group of readers an edition applies from when. */
import * as z from 'zod';
import { lineValue } from './conversion.ts';
import { momentValue } from './moment-value.ts';

const ENTRY = '{to: new accounts, from: 2026-07-01}';
const ENTRIES = `[${ENTRY}, {to: accounts opened before 1 July 2026, from: 2026-09-01}]`;

/** Two groups or more, each named once. */
export const appliesSchema = z
  .array(
    z
      .strictObject({
        to: lineValue.meta({ examples: ['new accounts'] }),
        from: momentValue.meta({ examples: ['2026-07-01'] }),
      })
      .meta({ examples: [ENTRY] }),
  )
  .superRefine((groups, context) => {
    if (groups.length < 2) {
      const message = '“applies” must name two groups or more, each with its day.';
      const hint = `Write, for example: “applies: ${ENTRIES}”. If the edition applies to everybody from one day, delete “applies” and write “effective: ${groups[0]?.from.day ?? '2026-07-01'}”.`;
      context.addIssue({ code: 'custom', message, params: { hint } });
    }
    for (const [index, { to }] of groups.entries()) {
      if (groups.findIndex((group) => group.to === to) === index) continue;
      const params = {
        hint: 'Give each group a name of its own; where its day has changed, keep the right entry only.',
      };
      context.addIssue({ code: 'custom', path: [index, 'to'], message: `“${to}” is an earlier group.`, params });
    }
  })
  .meta({ examples: [ENTRIES] });
