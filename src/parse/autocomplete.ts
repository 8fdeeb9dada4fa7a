/** What a field says of itself to browsers that fill in forms goes in; it comes out if HTML knows it (HTML Standard, “Autofill detail tokens”). */
import type { Converted } from './conversion.ts';
import { didYouMean } from './suggest.ts';

const FIELDS = words(`
  name honorific-prefix given-name additional-name family-name honorific-suffix nickname username new-password
  current-password one-time-code organization-title organization street-address address-line1 address-line2
  address-line3 address-level4 address-level3 address-level2 address-level1 country country-name postal-code cc-name
  cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type
  transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo
`);
const CONTACTS = words(`
  tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp
`);
const DETAILED = new RegExp(
  `^(?:section-\\S+ )?(?:(?:shipping|billing) )?(?:${FIELDS.join('|')}|(?:(?:home|work|mobile|fax|pager) )?(?:${CONTACTS.join('|')}))(?: webauthn)?$`,
);

/** `on`, `off`, or the name of a field of the standard with what may stand before and after it. */
export function autocompleteOf(text: string): Converted<string> {
  const value = text.trim().toLowerCase();
  if (value === 'on' || value === 'off' || DETAILED.test(value)) return { value };
  return {
    message: `“${text}” is not one of the names by which browsers fill in forms (autocomplete in HTML).`,
    hint:
      didYouMean(value, [...FIELDS, ...CONTACTS, 'off']) ||
      'Write “name”, “email”, “organization”, “tel” or “off”, for example.',
  };
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
