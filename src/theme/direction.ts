/** A language goes in; the direction it is written in comes out. */
import type { Language } from '../model/config.ts';

/** Languages, and scripts, that are written from right to left (Unicode CLDR). */
const RIGHT_TO_LEFT = new Set([
  ...['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ku-arab', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'],
  ...['arab', 'hebr', 'syrc', 'thaa', 'nkoo'],
]);

export function directionOf(language: Language): 'ltr' | 'rtl' {
  const [primary = '', second = ''] = language.toLowerCase().split('-');
  if (second.length === 4) return RIGHT_TO_LEFT.has(second) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr';
}
