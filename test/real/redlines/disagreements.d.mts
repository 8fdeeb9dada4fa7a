import type { Body } from '../../../src/model/clause.ts';
import type { Redline } from '../../../src/model/redline.ts';

export function disagreementsOf(compared: {
  older: Body;
  newer: Body;
  redline: Redline;
  added: readonly string[];
  removed: readonly string[];
}): string[];
