/** Whether a stream gets colour, and the colours by what they mean. */
import { styleText } from 'node:util';
import type { Environment, Output } from './surroundings.ts';

export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  /** Words taken out, words put in, words in another form: told apart without colour too. */
  readonly deleted: (text: string) => string;
  readonly inserted: (text: string) => string;
  readonly restyled: (text: string) => string;
}

/** Text as it is, for files, pipes and tests. */
export const PLAIN: Paint = {
  error: same,
  warning: same,
  strong: same,
  dim: same,
  good: same,
  deleted: same,
  inserted: same,
  restyled: same,
};

const COLOURED: Paint = {
  error: style(['bold', 'red']),
  warning: style(['bold', 'yellow']),
  strong: style('bold'),
  dim: style('dim'),
  good: style('green'),
  deleted: style(['red', 'strikethrough']),
  inserted: style(['green', 'underline']),
  restyled: style('italic'),
};

/** The paint for `output`: FORCE_COLOR decides unless it is empty, then NO_COLOR (no-color.org), then whether a terminal reads it. */
export function paintFor(output: Output, env: Environment): Paint {
  return hasColour(output, env) ? COLOURED : PLAIN;
}

function hasColour(output: Output, env: Environment): boolean {
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return output.isTTY && env.TERM !== 'dumb';
}

function same(text: string): string {
  return text;
}

function style(format: Parameters<typeof styleText>[0]): (text: string) => string {
  return (text) => styleText(format, text, { validateStream: false });
}
