/** Text that should be a time zone goes in; the zone, or advice on which one is meant, comes out. */
import { isTimeZone } from '../model/civil-date.ts';
import { type Converted, converted } from './conversion.ts';
import { suggest } from './suggest.ts';

/** Zones that are suggested. Any other zone of the tz database is as good. */
const COMMON = [
  'Africa/Cairo Africa/Johannesburg Africa/Lagos Africa/Nairobi',
  'America/Argentina/Buenos_Aires America/Bogota America/Chicago America/Denver America/Halifax America/Lima',
  'America/Los_Angeles America/Mexico_City America/New_York America/Phoenix America/Santiago America/Sao_Paulo',
  'America/Toronto America/Vancouver Asia/Almaty Asia/Baku Asia/Bangkok Asia/Dhaka Asia/Dubai Asia/Ho_Chi_Minh',
  'Asia/Hong_Kong Asia/Jakarta Asia/Jerusalem Asia/Karachi Asia/Kolkata Asia/Kuala_Lumpur Asia/Manila Asia/Novosibirsk',
  'Asia/Riyadh Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Tokyo',
  'Asia/Vladivostok Asia/Yekaterinburg Asia/Yerevan Australia/Brisbane Australia/Melbourne Australia/Perth Australia/Sydney',
  'Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin Europe/Brussels Europe/Bucharest Europe/Budapest',
  'Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Istanbul Europe/Kyiv Europe/Lisbon Europe/London Europe/Madrid',
  'Europe/Minsk Europe/Moscow Europe/Oslo Europe/Paris Europe/Prague Europe/Riga Europe/Rome Europe/Samara Europe/Sofia',
  'Europe/Stockholm Europe/Tallinn Europe/Vienna Europe/Vilnius Europe/Warsaw Europe/Zurich Pacific/Auckland UTC',
].flatMap((line) => line.split(' '));

const CITY =
  'Write a name such as “Europe/Moscow” or “America/New_York”: the region, a slash and a large city of your zone.';

/** An IANA time zone by its full name. Abbreviations are refused: “BST” is Bangladesh, “EST” knows no summer time. */
export const timeZoneValue = converted((text): Converted<string> => {
  const isAbbreviation = /^[A-Z]{2,5}(\d[A-Z]{3})?$/.test(text) && text !== 'UTC' && text !== 'GMT';
  if (isTimeZone(text) && !isAbbreviation) return { value: text };
  if (/[+-]\d/.test(text)) {
    return { message: `“${text}” is a difference from UTC, not a time zone: it knows no summer time.`, hint: CITY };
  }
  if (isAbbreviation) {
    return { message: `“${text}” is an abbreviation that stands for several time zones.`, hint: CITY };
  }
  const meant = suggest(text, COMMON) ?? zoneOfCity(text);
  return {
    message: `“${text}” is not the name of a time zone.`,
    hint: meant === undefined ? CITY : `Did you mean “${meant}”?`,
  };
});

function zoneOfCity(text: string): string | undefined {
  const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1);
  const city = suggest(cityOf(text), COMMON.map(cityOf));
  return COMMON.find((zone) => cityOf(zone) === city);
}
