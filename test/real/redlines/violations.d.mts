import type { readSide } from '../../../src/diff/read-side.ts';
import type { Body } from '../../../src/model/clause.ts';
import type { Redline } from '../../../src/model/redline.ts';

export function violationsOf(older: Body, newer: Body, redline: Redline, read: typeof readSide): string[];
